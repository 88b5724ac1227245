import { z } from 'zod'
import { readWithSchema, type SealedCarrier, sealedCarrier } from '../../forms/carrier.ts'
import type { Sealer } from '../../forms/seal.ts'

const carried = z.strictObject({
  /** The id of the attendance that this update becomes: sent twice, it is one. */
  entry: z.string(),
  code: z.string(),
  name: z.string(),
  tier: z.string(),
  /** The version that the certificate is of, and today's. */
  from: z.string(),
  to: z.string(),
  /** The day on which the certificate ends, and the renewed one too; empty: it does not. */
  ends: z.string(),
})

/** What travels sealed through the pages of the short update: no cookie, and nothing on the phone. */
export type UpdateCarried = z.infer<typeof carried>

export const updateCarrier = (sealer: Sealer): SealedCarrier<UpdateCarried> =>
  sealedCarrier<UpdateCarried>(sealer, 'update 1', {
    // What is lost or too old: the code is asked for again.
    read: (opened) => {
      const read = readWithSchema(carried)(opened)
      return 'carried' in read ? read : { carried: { entry: '', code: '', name: '', tier: '', from: '', to: '', ends: '' } }
    },
  })
