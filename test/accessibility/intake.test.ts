import { type IntakeState, repliedTo, saidFirst, visitIntake, wrongCode } from './intake.ts'

/* What most people meet; the less common states are in intake.all.test.ts. */

const on = (...steps: Record<string, string>[]): IntakeState => ({ come: (intake, page) => saidFirst(intake, page, ...steps) })

visitIntake({
  'report, first page': { come: ({ get }, page) => get(page, '/report') },
  'report, what': { come: ({ report }, page) => report(page, { start: 'yes' }) },
  'report, what, nothing written': { status: 400, come: ({ report }, page) => report(page, { start: 'yes' }, { at: 'what', what: ' ' }) },
  'report, where': on({ change: 'where' }),
  'report, signs': on({ change: 'signs' }),
  'report, how urgent': on({ change: 'urgency' }),
  'report, you': on({ change: 'you' }),
  'report, who may read it': on({ change: 'who' }),
  'report, answer': on({ change: 'answer' }),
  'report, check': on(),
  'report, code': on({ send: 'yes' }),
  'report, closed': { status: 503, come: ({ closed, report }, page) => closed(() => report(page, { start: 'yes' })) },
  'code, asked for': { come: ({ get }, page) => get(page, '/report/code') },
  'code, wrong': { status: 400, come: ({ byCode }, page) => byCode(page, wrongCode) },
  'code, opened with a reply': {
    come: async (intake, page) => intake.byCode(page, (await repliedTo(intake, 2)).code),
  },
  'code, to be withdrawn': { come: async (intake, page) => intake.byCode(page, (await intake.raise()).code, { do: 'withdraw' }) },
})
