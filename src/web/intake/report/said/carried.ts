import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { saidSchema } from '../../../../domain/concerns/report.ts'
import type { Answers } from '../../../../domain/flow/answers.ts'
import type { Flow } from '../../../../domain/flow/flow.ts'
import { keep, readKept } from '../../../../domain/flow/version.ts'
import { type Carrier, type Opened, type SealedCarrier, sealedCarrier } from '../../../forms/carrier.ts'
import type { Sealer } from '../../../forms/seal.ts'

const besides = z.strictObject({
  /** Random bytes of this report: sent twice, it is one (commands/intake/raise-concern.ts). */
  once: z.string().length(43),
  /** What was answered on the pathway, and goes along. */
  pathway: z.array(saidSchema).max(20).nullable(),
  /** Did someone answer them at work? */
  work: z.boolean(),
  /** What cannot wait in those answers (alarms.ts). */
  found: z.strictObject({ danger: z.boolean(), child: z.boolean() }).nullable(),
})

/** What travels with the answers from page to page. */
export type Besides = z.infer<typeof besides>
export type ReportCarried = { answers: Answers; besides: Besides }

export const newBesides = (taken: Partial<Omit<Besides, 'once'>> = {}): Besides => ({
  once: randomBytes(32).toString('base64url'),
  ...{ pathway: null, work: false, found: null },
  ...taken,
})

/** Bytes of JSON for what is no answer: the pathway's are some 2 KB, and a field that is longer could not be opened again. */
const room = 8000

const carried = z.strictObject({ answers: z.unknown(), besides })

/** All of it sealed in the page: the site keeps nothing. */
export const reportCarrier = (flow: Flow, sealer: Sealer): SealedCarrier<ReportCarried> => {
  const sealed = sealedCarrier<ReportCarried>(sealer, flow.head.id, {
    read: (opened): Opened<ReportCarried> => {
      const read = carried.safeParse(opened)
      const answers = read.success ? readKept(flow, read.data.answers) : 'not-answers'
      if (answers === 'other-version') return { refused: 'report-form.other-version' }
      return answers === 'not-answers' || !read.success ? { refused: 'check.lost' } : { carried: { answers, besides: read.data.besides } }
    },
    write: ({ answers, besides }) => ({ answers: keep(flow, answers), besides }),
  })
  return { ...sealed, most: sealed.most - room }
}

/** The answers on the way of one request, for the runner of flows; what is besides goes along as it is. */
export const answersOf = (carrier: SealedCarrier<ReportCarried>, besides: Besides): Carrier<Answers> => ({
  keep: (answers) => carrier.keep({ answers, besides }),
  open: (field) => {
    const opened = carrier.open(field)
    return 'refused' in opened ? opened : { carried: opened.carried.answers }
  },
  most: carrier.most,
})

/** Small enough to travel, or left out: the form works without it. */
export const thatFits = (pathway: Besides['pathway']): Besides['pathway'] =>
  pathway && besides.shape.pathway.safeParse(pathway).success && Buffer.byteLength(JSON.stringify(pathway)) < room - 200 ? pathway : null
