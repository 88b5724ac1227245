import type { Page, Response } from 'playwright-core'
import { show } from '../support/visit.ts'
import { type Intake, type IntakeState, repliedTo, saidFirst, visitIntake, wrongCode } from './intake.ts'

/* What is laid out as a state of intake.test.ts is, and what fewer people meet of the report form and of the code. */

const long = 'x'.repeat(400)
const on = (...steps: ([string, string][] | Record<string, string>)[]): IntakeState => ({
  come: (intake, page) => saidFirst(intake, page, ...steps),
})
const wrong = (...steps: Parameters<typeof on>): IntakeState => ({ ...on(...steps), status: 400 })

/** Everything that the form asks, said. */
const everything: Record<string, string>[] = [
  { change: 'where' },
  { at: 'where', 'where-town': 'watford', where: 'Behind the car wash, Mill Lane', when: 'Every night, from eight', leave: 'where' },
  { change: 'signs' },
  { at: 'signs', sector: 'car-wash', leave: 'signs' },
  { change: 'urgency' },
  { at: 'urgency', urgency: 'danger', child: 'yes', leave: 'urgency' },
  { change: 'you' },
  { at: 'you', self: 'yes', 'under-18': 'yes', leave: 'you' },
  { change: 'who' },
  { at: 'who', 'who-may-read': 'partners', 'works-for': 'watford', leave: 'who' },
  { change: 'answer' },
  { at: 'answer', 'answer-by': 'contact', contact: '01632 960001', 'safe-times': 'In the mornings', leave: 'answer' },
]

const council = { at: 'who', 'works-for': 'hertfordshire-county-council', leave: 'who' }

/** A report that was closed with what came of it. */
const closedReport = async (intake: Intake): Promise<readonly string[]> => {
  const { id, code } = await repliedTo(intake, 1)
  const closed = { state: 'closed', closed_at: new Date(), outcome: 'acted-on' } as const
  await intake.desk.owner.updateTable('concern').set(closed).where('id', '=', id).execute()
  return code
}

/** Chooses a file that is no picture, and sends the page. */
const addFile = async (page: Page): Promise<Response> => {
  const file = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') }
  await page.locator('input[name=pictures]').setInputFiles(file)
  const [answer] = await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Send', exact: true }).first().click()])
  if (!answer) throw new Error('nothing was answered')
  return answer
}

/** A page whose time is over, with what was being written on it. */
const late = ({ port }: Intake, page: Page): Promise<Response> =>
  show(page, `http://127.0.0.1:${port}`, { path: '/report/code', form: 'so-far=x&do=add&text=They+are+there+at+night.' })

/** Words that open nothing, from a page of their own. */
const wrongly = async (port: number): Promise<void> => {
  const address = `http://127.0.0.1:${port}/report/code`
  const carried = /name="so-far" value="([^"]*)"/.exec(await (await fetch(address)).text())?.[1] ?? ''
  const body = new URLSearchParams({ 'so-far': carried, words: wrongCode.join(' '), do: 'open' })
  await fetch(address, { method: 'POST', body }).catch(() => {})
}

visitIntake({
  'report, what': { come: ({ report }, page) => report(page, { start: 'yes' }) },
  'report, where': on({ change: 'where' }),
  'report, how urgent': on({ change: 'urgency' }),
  'report, you': on({ change: 'you' }),
  'report, answer': on({ change: 'answer' }),
  'code, asked for': { come: ({ get }, page) => get(page, '/report/code') },
  'code, wrong': { status: 400, come: ({ byCode }, page) => byCode(page, wrongCode) },
  'code, to be withdrawn': { come: async (intake, page) => intake.byCode(page, (await intake.raise()).code, { do: 'withdraw' }) },
  'report, what, too long': {
    status: 400,
    come: ({ report }, page) => report(page, { start: 'yes' }, { at: 'what', what: 'x '.repeat(2100) }),
  },
  'report, what, as it was': on({ change: 'what' }),
  'report, where, too long': wrong({ change: 'where' }, { at: 'where', where: long, when: long }),
  'report, where, as it was': on(...everything, { change: 'where' }),
  'report, signs, no such place': wrong({ change: 'signs' }, { at: 'signs', sector: 'nowhere' }),
  'report, how urgent, no such answer': wrong({ change: 'urgency' }, { at: 'urgency', urgency: 'x', child: 'x' }),
  'report, how urgent, as it was': on(...everything, { change: 'urgency' }),
  'report, you, no such answer': wrong({ change: 'you' }, { at: 'you', self: 'x', 'under-18': 'x' }),
  'report, who may read it, no such partner': wrong({ change: 'who' }, { at: 'who', 'who-may-read': 'x', 'works-for': 'x' }),
  'report, who may read it, as it was': on(...everything, { change: 'who' }),
  'report, answer, too long': wrong({ change: 'answer' }, { at: 'answer', 'answer-by': 'contact', contact: long, 'safe-times': long }),
  'report, answer, as it was': on(...everything, { change: 'answer' }),
  'report, check, everything said': on(...everything),
  'report, check, a file that is no picture': {
    status: 400,
    come: async (intake, page) => {
      await saidFirst(intake, page)
      return addFile(page)
    },
  },
  'report, check, closed meanwhile': { status: 503, come: (intake, page) => intake.closed(() => saidFirst(intake, page, { send: 'yes' })) },
  'report, check, the database gone': {
    status: 503,
    come: (intake, page) => intake.without(() => saidFirst(intake, page, { send: 'yes' })),
  },
  'report, check, nobody left to read it': on({ change: 'who' }, council),
  'report, where, closed meanwhile': {
    status: 503,
    come: (intake, page) => intake.closed(() => saidFirst(intake, page, { change: 'where' })),
  },
  'report, code, everything said': on(...everything, { send: 'yes' }),
  'code, six words': { status: 400, come: ({ byCode }, page) => byCode(page, wrongCode.slice(1)) },
  'code, no such words': {
    status: 400,
    come: ({ byCode }, page) => byCode(page, ['aaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', ...wrongCode.slice(2)]),
  },
  'code, the database gone': { status: 503, come: ({ byCode, without }, page) => without(() => byCode(page, wrongCode)) },
  'code, nobody has read it': { come: async ({ byCode, raise }, page) => byCode(page, (await raise()).code) },
  'code, earlier replies': { come: async (intake, page) => intake.byCode(page, (await repliedTo(intake, 3)).code, { do: 'earlier' }) },
  'code, answered': {
    come: async (intake, page) => intake.byCode(page, (await repliedTo(intake, 1)).code, { do: 'add', text: 'Two people.' }),
  },
  'code, an empty answer': {
    status: 400,
    come: async (intake, page) => intake.byCode(page, (await repliedTo(intake, 1)).code, { do: 'add', text: ' ' }),
  },
  'code, withdrawn': {
    come: async (intake, page) => {
      const { code } = await repliedTo(intake, 1)
      return intake.byCode(page, code, { do: 'withdraw' }, { do: 'withdraw-yes' })
    },
  },
  'code, answered after it was withdrawn': {
    status: 400,
    come: async (intake, page) => {
      const { code } = await repliedTo(intake, 1)
      return intake.byCode(page, code, { do: 'withdraw' }, { do: 'withdraw-yes' }, { do: 'add', text: 'One more thing.' })
    },
  },
  'code, closed with what came of it': { come: async (intake, page) => intake.byCode(page, await closedReport(intake)) },
  'code, ended': { come: async ({ byCode, raise }, page) => byCode(page, (await raise()).code, { do: 'end' }) },
  'code, its page used up': { status: 400, come: (intake, page) => late(intake, page) },
  // Last, for whoever waits in this row waits for some seconds.
  'code, slowed': {
    status: 429,
    come: async ({ byCode, port }, page) => {
      for (let nth = 0; nth < 8; nth += 1) void wrongly(port)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return byCode(page, wrongCode)
    },
  },
})
