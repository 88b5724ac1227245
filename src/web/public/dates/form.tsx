import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { clocksOf, type Place } from '../../../domain/clocks/clocks.ts'
import { readHappened, type TypedDate } from '../../../domain/clocks/happened.ts'
import { icalendar } from '../../../domain/time/icalendar.ts'
import { fullDate } from '../../../format/when.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Sealer } from '../../forms/seal.ts'
import type { FlowPage, Step } from '../../http/respond.ts'
import { refusedPage } from '../errors/pages.tsx'
import type { PageParts } from '../layout/page.ts'
import { documentOf } from '../layout/shell.tsx'
import { clockWords, leftOut } from './clock-words.ts'
import { asOf, datesResult, datesStart, datesWhen, type Entered, enteredWords } from './pages.tsx'

const purpose = 'pathway-dates 2'
const part = z.string().max(20)
const soFar = z.object({
  nation: z.string(),
  events: z.array(z.string()),
  typed: z.array(z.tuple([z.string(), z.object({ day: part, month: part, year: part })])),
})

/** What is typed beyond this is cut: no date is longer, and the page must stay small. */
const longest = 20

/**
 * POST /pathway/dates: what has happened, then when, then what is due. Dates of a case are about a person: they travel sealed in the page,
 * are in no address, kept nowhere, and no answer may be kept by a browser.
 */
export const datesStep = (locale: Locale, sealer: Sealer): Step => {
  const context = renderContextOfMinute(locale)
  const { pack } = locale
  /** Whose rules and whose bank holidays: null for a nation that is none. */
  const placeOf = (nation: string): Place | null => {
    const calendar = pack.calendars.get(pack.clocks.nations.find(({ id }) => id === nation)?.region ?? '')
    return calendar ? { nation, calendar } : null
  }
  const eventIds = pack.clocks.events.map(({ id }) => id)
  const sealed = ({ nation, events, typed }: Entered): string => sealer.seal({ nation, events, typed: [...typed] }, purpose)
  const opened = (field: string): Entered | null => {
    const read = soFar.safeParse(sealer.open(field, purpose))
    return read.success ? { ...read.data, typed: new Map(read.data.typed) } : null
  }
  const show = (make: (m: RenderContext) => PageParts, status = 200): FlowPage => ({ status, page: documentOf(context(), make(context())) })

  const takeEvents = (form: URLSearchParams, before: Entered | null): FlowPage => {
    const nation = form.get('nation') ?? ''
    const chosen = form.getAll('event')
    const entered: Entered = { nation, events: eventIds.filter((id) => chosen.includes(id)), typed: before?.typed ?? new Map() }
    const missing = { nation: placeOf(nation) === null, events: entered.events.length === 0 }
    const back = before ? { sealed: sealed(entered) } : {}
    return missing.nation || missing.events
      ? show((m) => datesStart(m, { entered, missing, ...back }), 400)
      : show((m) => datesWhen(m, entered, sealed(entered)))
  }

  /** Where nothing was typed on the page that was sent, what was typed before stands. */
  const withTyped = (form: URLSearchParams, before: Entered): Entered => {
    const field = (id: string, name: keyof TypedDate) => form.get(`${id}-${name}`)?.slice(0, longest)
    const typed = new Map(before.typed)
    for (const id of before.events) {
      const [day, month, year] = [field(id, 'day'), field(id, 'month'), field(id, 'year')]
      if (day !== undefined || month !== undefined || year !== undefined)
        typed.set(id, { day: day ?? '', month: month ?? '', year: year ?? '' })
    }
    return { ...before, typed }
  }

  const take = (entered: Entered, as: string | null): FlowPage => {
    const now = context()
    const place = placeOf(entered.nation)
    if (!place) return { status: 400, page: refusedPage(locale, 'check.lost') }
    const today = now.local.toPlainDate()
    const events = pack.clocks.events.filter(({ id }) => entered.events.includes(id))
    const { happened, faults } = readHappened(events, entered.typed, today)
    if (faults.size) return show((m) => datesWhen(m, entered, sealed(entered), faults), 400)
    const clocks = clocksOf(pack.clocks, happened, place, today)
    if (as === 'calendar') return calendarOf(locale, clockWords(locale, clocks), today)
    if (as === 'words')
      return wordsOf(
        locale,
        [asOf(locale, entered, now.local), ...factsOf(locale, happened, now.local)],
        clockWords(locale, clocks),
        leftOut(locale, happened),
      )
    return show((m) => datesResult(m, entered, happened, clocks, sealed(entered)))
  }

  return {
    keeping: 'no-store',
    answer: (form) => {
      const field = form.get('so-far')
      const before = field === null ? null : opened(field)
      if (field !== null && before === null) return { status: 400, page: refusedPage(locale, 'check.lost') }
      const go = form.get('go')
      if (before === null || go === 'events') return takeEvents(form, before)
      const entered = withTyped(form, before)
      if (go === 'change-events') return show((m) => datesStart(m, { entered, sealed: sealed(entered) }))
      if (go === 'change-dates') return show((m) => datesWhen(m, entered, sealed(entered)))
      return take(entered, go)
    },
  }
}

type Words = ReturnType<typeof clockWords>

const factsOf = (locale: Locale, happened: ReadonlyMap<string, Temporal.PlainDate>, local: Temporal.ZonedDateTime): string[] =>
  [...happened].map(([id, date]) => `${fullDate(date)}: ${enteredWords(locale, id, date, local)}`)

/** The same words as on the page, as plain text for a case file. */
const wordsOf = (locale: Locale, head: readonly string[], clocks: Words, notes: readonly string[]): FlowPage => {
  const { t } = locale
  const blocks = clocks.map(({ name, state, doubt, last, beside, rows }) =>
    [
      name,
      state,
      ...(doubt ? [doubt] : []),
      ...(last ? [last] : []),
      ...(beside ? [beside] : []),
      ...rows.map(({ label, text }) => `${label}: ${text}`),
    ].join('\n'),
  )
  const page = [
    t('dates.result'),
    head.join('\n'),
    ...(blocks.length ? blocks : [t('dates.none')]),
    ...notes,
    t('dates.no-advice'),
    '',
  ].join('\n\n')
  return { status: 200, page, file: { type: 'text/plain; charset=utf-8', name: 'dates.txt' } }
}

/**
 * Last days that are still open, as whole days of a calendar. Each has a name of its own, by chance: two cases with the same dates must not
 * replace one another in one calendar.
 */
const calendarOf = (locale: Locale, clocks: Words, today: Temporal.PlainDate): FlowPage => {
  const { t } = locale
  const events = clocks.flatMap(({ name, day, last, beside, planned, rows }) =>
    day && last
      ? [
          {
            uid: `${randomUUID()}@waymark`,
            stamp: today,
            first: day,
            last: day,
            summary: t(planned ? 'dates.calendar-if' : 'dates.calendar-entry', {
              clock: name,
              last: beside ? `${last}. ${beside}` : last,
            }),
            description: rows.map(({ label, text }) => `${label}: ${text}`).join('\n'),
          },
        ]
      : [],
  )
  const page = icalendar(t('dates.calendar-name'), events)
  return { status: 200, page, file: { type: 'text/calendar; charset=utf-8', name: 'dates.ics' } }
}
