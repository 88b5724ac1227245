import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readWithSchema, type SealedCarrier, sealedCarrier } from '../../forms/carrier.ts'
import type { Sealer } from '../../forms/seal.ts'

const carried = z.strictObject({
  /** Of one visit, from the page that asks for the words on. */
  visit: z.string(),
  /** When the page was made, in seconds. */
  at: z.number().int(),
  /** Of one page: what is added from it is added once. */
  once: z.string(),
  code: z.array(z.string()).optional(),
})

/** What travels sealed in each page: nothing of it is in an address, a cookie or a log. */
export type Carried = z.infer<typeof carried>

export const codeCarrier = (sealer: Sealer): SealedCarrier<Carried> =>
  sealedCarrier<Carried>(sealer, 'report-code 1', {
    // What is lost or of another form is told as what is too old: the words are asked for again.
    read: (opened) => {
      const read = readWithSchema(carried)(opened)
      return 'carried' in read ? read : { carried: { visit: '', at: 0, once: '' } }
    },
  })

/** Minutes for which a page goes on: one that shows a report, and one that asks for the words. */
export const pageLife = 15
export const askLife = 60

const random = (): string => randomBytes(12).toString('base64url')
const secondsOf = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1000)

export const beginVisit = (now: Temporal.Instant): Carried => ({ visit: random(), at: secondsOf(now), once: random() })
export const goOn = ({ visit }: Carried, code: readonly string[], now: Temporal.Instant): Carried => ({
  ...{ visit, at: secondsOf(now), once: random(), code: [...code] },
})

/** A clock that was set back a little meanwhile changes nothing. */
export const isOver = ({ at, code }: Carried, now: Temporal.Instant): boolean =>
  Math.abs(secondsOf(now) - at) > (code ? pageLife : askLife) * 60
