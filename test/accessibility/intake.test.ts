import { type IntakeState, repliedTo, saidFirst, visitIntake } from './intake.ts'

/* What most people meet, each way of asking once; the other states are in intake.all.test.ts. */

const on = (...steps: Record<string, string>[]): IntakeState => ({ come: (intake, page) => saidFirst(intake, page, ...steps) })

visitIntake({
  'report, first page': { come: ({ get }, page) => get(page, '/report') },
  'report, what, nothing written': { status: 400, come: ({ report }, page) => report(page, { start: 'yes' }, { at: 'what', what: ' ' }) },
  'report, signs': on({ change: 'signs' }),
  'report, who may read it': on({ change: 'who' }),
  'report, check': on(),
  'report, code': on({ send: 'yes' }),
  'report, closed': { status: 503, come: ({ closed, report }, page) => closed(() => report(page, { start: 'yes' })) },
  'code, opened with a reply': {
    come: async (intake, page) => intake.byCode(page, (await repliedTo(intake, 2)).code),
  },
})
