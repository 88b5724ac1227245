import { z } from 'zod'
import { readWithSchema, type SealedCarrier, sealedCarrier } from '../forms/carrier.ts'
import type { Sealer } from '../forms/seal.ts'

const carried = z.strictObject({
  /** The id of the entry that this page makes: sent twice, it is one. */
  entry: z.string(),
  event: z.string(),
  code: z.string(),
  /** Of what is answered half a year on: what the mail brought. */
  link: z.string().optional(),
  /** When the page was made, in seconds. */
  at: z.number().int(),
})

/** What travels sealed in the page on which somebody enters themselves: no cookie, and nothing on the phone. */
export type EnterCarried = z.infer<typeof carried>

/** Minutes for which a page can be sent. */
export const pageLife = 60

const carrierOf =
  (purpose: string) =>
  (sealer: Sealer): SealedCarrier<EnterCarried> =>
    sealedCarrier<EnterCarried>(sealer, purpose, {
      // What is lost or of another form is told as what is too old: the code is asked for again.
      read: (opened) => {
        const read = readWithSchema(carried)(opened)
        return 'carried' in read ? read : { carried: { entry: '', event: '', code: '', at: 0 } }
      },
    })
export const enterCarrier = carrierOf('enter-event 1')
export const feedbackCarrier = carrierOf('answer-event 1')
