import { z } from 'zod'
import { readWithSchema, type SealedCarrier, sealedCarrier } from './carrier.ts'
import type { Sealer } from './seal.ts'

/** Where somebody who learned alone may be counted. */
export const countedAddress = '/training/counted'

const passed = z.strictObject({
  /** A random UUID: one proof counts one person. */
  entry: z.string(),
  tier: z.string(),
  /** The version of the course, as of the answers. */
  taught: z.string(),
})

/** That every question at the end of a tier was answered rightly: all that is known of whoever did. Empty: nothing was. */
export type Passed = z.infer<typeof passed>

/** Travels sealed from the answers to the page on which one is counted, for a day: the server keeps nothing of it. */
export const passedCarrier = (sealer: Sealer): SealedCarrier<Passed> =>
  sealedCarrier<Passed>(sealer, 'passed-check 1', {
    read: (opened) => {
      const read = readWithSchema(passed)(opened)
      return 'carried' in read ? read : { carried: { entry: '', tier: '', taught: '' } }
    },
  })
