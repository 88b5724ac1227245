import { firstResponderSchema, partnerSchema } from '../../domain/people/partnership.ts'
import { listFile } from './descriptor.ts'

/** Who may refer someone into the National Referral Mechanism. */
export const firstResponders = listFile({
  file: 'first-responders.yaml',
  lists: { firstResponders: { key: 'first_responders', schema: firstResponderSchema, inPack: true } },
})

export const partners = listFile({
  file: 'partners.yaml',
  layer: 'local',
  optional: true,
  lists: { partners: { key: 'partners', schema: partnerSchema, of: 'partner', inPack: true } },
})
