import { erasingReasonSchema, retentionRuleSchema } from '../../domain/concerns/retention.ts'
import { listFile } from './descriptor.ts'

/** How long concerns are kept. */
export const retention = listFile({
  file: 'retention.yaml',
  lists: {
    retentionRules: { key: 'rules', schema: retentionRuleSchema, inPack: true },
    erasingReasons: { key: 'asked_reasons', schema: erasingReasonSchema, inPack: true },
  },
})
