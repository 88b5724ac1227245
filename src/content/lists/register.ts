import { registerRuleSchema, roleGroupSchema, trainedSectorSchema } from '../../domain/register/register.ts'
import { listFile } from './descriptor.ts'

/** How the register groups people and organisations, and the lengths it goes by. */
export const register = listFile({
  file: 'register.yaml',
  lists: {
    trainedSectors: { key: 'sectors', schema: trainedSectorSchema, inPack: true },
    roleGroups: { key: 'groups', schema: roleGroupSchema, inPack: true },
    registerRules: { key: 'rules', schema: registerRuleSchema, inPack: true },
  },
})
