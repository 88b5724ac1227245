import { askedIn } from '../../src/domain/training/course.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { type Answer, type Asked, ask, post, publicPaths, type Running } from '../http/support.ts'

/** A page of a flow, and what somebody had answered that stands in no address. */
export type FlowPage = { name: string; page: Answer; answers: readonly string[] }

type Fields = [string, string][]
const sealedIn = ({ text }: Answer): Fields => [['so-far', /name="so-far"[^>]*value="([\w-]+)"/.exec(text)?.[1] ?? '']]

/** Where forms lead: the check of signs, the pathway, dates of a case and the check of the course, with what they refuse. */
export const flowPages = async (port: number, locale: Locale, headers: Asked['headers'] = {}): Promise<FlowPage[]> => {
  const send = (path: string, fields: Fields): Promise<Answer> => post(port, path, fields, headers)
  return [...(await signsFlow(send, locale)), ...(await pathwayFlow(send)), ...(await datesFlow(send)), ...(await courseFlow(send, locale))]
}
type Send = (path: string, fields: Fields) => Promise<Answer>

const signsFlow = async (send: Send, { pack }: Locale): Promise<FlowPage[]> => {
  const answers = pack.indicators.map(({ id }) => id)
  const ids = pack.indicators.filter((sign) => sign.urgent || sign.applies_to === 'child').map(({ id }) => id)
  const step = await send('/signs/check', [['place', 'car-wash']])
  const answer = await send('/signs/check', [...sealedIn(step), ...ids.map((id): [string, string] => ['sign', id])])
  return [
    { name: 'the step', page: step, answers },
    { name: 'the answer', page: answer, answers },
    { name: 'the change', page: await send('/signs/check', [...sealedIn(answer), ['change', 'signs']]), answers },
    { name: 'refusal 1', page: await send('/signs/check', []), answers },
    { name: 'refusal 2', page: await send('/signs/check', sealedIn(step)), answers },
    { name: 'refusal 3', page: await send('/signs/check', [['so-far', 'x']]), answers },
  ]
}

const pathwayFlow = async (send: Send): Promise<FlowPage[]> => {
  const given: Fields[] = [
    [['danger', 'no']],
    [
      ['organisation', 'nhs'],
      ['nation', 'scotland'],
      ['person-in', 'wales'],
    ],
    [['under-18', 'no']],
    [['contact', 'capacity']],
    [
      ['situation', 'destitute'],
      ['situation', 'care-needs'],
    ],
  ]
  const answers = given.flatMap((fields) => fields.map(([, value]) => value))
  const pages: FlowPage[] = []
  let so: Fields = []
  for (const fields of given) {
    const [[entry] = ['']] = fields
    const page = await send('/pathway', [...so, ['at', entry], ...fields])
    pages.push({ name: `the pathway after "${entry}"`, page, answers })
    so = sealedIn(page)
  }
  for (const button of ['back', 'change', 'leave'])
    pages.push({ name: `the pathway, ${button}`, page: await send('/pathway', [...so, [button, 'contact']]), answers })
  pages.push({ name: 'the pathway, refused', page: await send('/pathway', [['so-far', 'nhs']]), answers })
  return pages
}

const datesFlow = async (send: Send): Promise<FlowPage[]> => {
  const events = ['referral', 'positive-first-decision', 'data-asked-for']
  const answers = [...events, 'england', '2026', '20', '11']
  const date = (year: string): Fields =>
    events.flatMap(
      (event): Fields => [
        [`${event}-day`, '20'],
        [`${event}-month`, '11'],
        [`${event}-year`, year],
      ],
    )
  const step = await send('/pathway/dates', [['nation', 'england'], ...events.map((event): [string, string] => ['event', event])])
  const pages = [step]
  for (const [go, year] of [
    ['dates', '2025'],
    ['dates', ''],
    ['words', '2025'],
    ['calendar', '2025'],
    ['change-events', '2025'],
  ] as const)
    pages.push(await send('/pathway/dates', [...sealedIn(step), ...date(year), ['go', go]]))
  return pages.map((page, index) => ({ name: `dates ${index}`, page, answers }))
}

const courseFlow = async (send: Send, { pack }: Locale): Promise<FlowPage[]> => {
  const pages: FlowPage[] = []
  for (const part of pack.course.parts) {
    const items = askedIn(pack.course, part)
    const all = items.map(({ id, choices }): [string, string] => [id, choices[0]?.id ?? ''])
    for (const fields of items.length ? [all, all.slice(1)] : []) {
      const page = await send(`/training/${part.id}`, fields)
      pages.push({ name: `the check of ${part.id}, ${fields.length} answers`, page, answers: all.map(([, choice]) => choice) })
    }
  }
  return pages
}

/** Every page that a reader can come to: public pages, results of a search, pages of flows, what cannot be found. */
export const everyPage = async (running: Running): Promise<[string, Answer][]> => {
  const pages: [string, Answer][] = []
  for (const path of [...publicPaths(running), '/nowhere']) pages.push([path, await ask(running.port, path)])
  const searched = ['hotel', 'they took my passport', 'ajutor', 'zzyzx', '']
  for (const q of searched) pages.push([`a search for "${q}"`, await post(running.port, '/search', { q })])
  const flows = (await flowPages(running.port, running.locale)).filter(({ page }) => page.headers['content-type']?.startsWith('text/html'))
  return [...pages, ...flows.map(({ name, page }): [string, Answer] => [name, page])]
}
