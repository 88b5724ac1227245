import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { clocksOf, type Place } from '../../../../../domain/clocks/clocks.ts'
import { readHappened } from '../../../../../domain/clocks/happened.ts'
import { icalendar } from '../../../../../domain/time/icalendar.ts'
import { fullDate } from '../../../../../format/when.ts'
import type { Locale } from '../../../../context/types.ts'
import { sealedCarrier } from '../../../../forms/carrier.ts'
import type { Fields } from '../../../../forms/fields.ts'
import type { Form, FormAnswer } from '../../../../forms/form.ts'
import { formPages } from '../../../layout/form-pages.ts'
import type { FormTools } from '../../../layout/page.ts'
import { clockWords, leftOut } from './clock-words.ts'
import type { Entered } from './frame.tsx'
import { asOf, datesResult, enteredWords } from './result.tsx'
import { datesStart, datesWhen } from './steps.tsx'

const part = z.string().max(20)
const carried = z.object({
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
export const datesForm = ({ locale, sealer }: FormTools): Form<Entered> => {
  const { context, show } = formPages(locale)
  const { pack } = locale
  const carrier = sealedCarrier<Entered>(sealer, 'pathway-dates 2', {
    read: (opened) => {
      const read = carried.safeParse(opened)
      return read.success ? { carried: { ...read.data, typed: new Map(read.data.typed) } } : { refused: 'check.lost' }
    },
    write: ({ nation, events, typed }) => ({ nation, events, typed: [...typed] }),
  })
  const nations = pack.clocks.nations.map(({ id }) => id)
  /** Whose rules and whose bank holidays: null for a nation that is none. */
  const placeOf = (nation: string): Place | null => {
    const calendar = pack.calendars.get(pack.clocks.nations.find(({ id }) => id === nation)?.region ?? '')
    return calendar ? { nation, calendar } : null
  }

  const takeEvents = (fields: Fields, before: Entered | null): FormAnswer => {
    const nation = fields.choice('nation', nations) ?? ''
    const chosen = fields.several('event')
    const events = pack.clocks.events.map(({ id }) => id).filter((id) => chosen.includes(id))
    const entered: Entered = { nation, events, typed: before?.typed ?? new Map() }
    const missing = { nation: placeOf(nation) === null, events: events.length === 0 }
    const back = before ? { sealed: carrier.keep(entered) } : {}
    return missing.nation || missing.events
      ? show((context) => datesStart(context, { entered, missing, ...back }), { status: 400 })
      : show((context) => datesWhen(context, entered, carrier.keep(entered)))
  }

  /** Where nothing was typed on the page that was sent, what was typed before stands. */
  const withTyped = (fields: Fields, before: Entered): Entered => {
    const typed = new Map(before.typed)
    for (const id of before.events) {
      const date = fields.date(id, longest)
      if (date) typed.set(id, date)
    }
    return { ...before, typed }
  }

  const take = (entered: Entered, as: string | null): FormAnswer => {
    const { local } = context()
    const place = placeOf(entered.nation)
    if (!place) return { refused: 'check.lost' }
    const today = local.toPlainDate()
    const events = pack.clocks.events.filter(({ id }) => entered.events.includes(id))
    const { happened, faults } = readHappened(events, entered.typed, today)
    if (faults.size) return show((context) => datesWhen(context, entered, carrier.keep(entered), faults), { status: 400 })
    const clocks = clocksOf(pack.clocks, happened, place, today)
    if (as === 'calendar') return calendarOf(locale, clockWords(locale, clocks), today)
    if (as === 'words') {
      const head = [asOf(locale, entered, local), ...factsOf(locale, happened, local)]
      return wordsOf(locale, head, clockWords(locale, clocks), leftOut(locale, happened))
    }
    return show((context) => datesResult(context, entered, happened, clocks, carrier.keep(entered)))
  }

  return {
    path: '/pathway/dates',
    cacheControl: 'no-store',
    carrier,
    answer: ({ fields, carried }) => {
      const go = fields.text('go')
      if (carried === null || go === 'events') return takeEvents(fields, carried)
      const entered = withTyped(fields, carried)
      if (go === 'change-events') return show((context) => datesStart(context, { entered, sealed: carrier.keep(entered) }))
      if (go === 'change-dates') return show((context) => datesWhen(context, entered, carrier.keep(entered)))
      return take(entered, go)
    },
  }
}

type Words = ReturnType<typeof clockWords>

const factsOf = (locale: Locale, happened: ReadonlyMap<string, Temporal.PlainDate>, local: Temporal.ZonedDateTime): string[] =>
  [...happened].map(([id, date]) => `${fullDate(date)}: ${enteredWords(locale, id, date, local)}`)

/** The same words as on the page, as plain text for a case file. */
const wordsOf = (locale: Locale, head: readonly string[], clocks: Words, notes: readonly string[]): FormAnswer => {
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
  const content = [
    t('dates.result'),
    head.join('\n'),
    ...(blocks.length ? blocks : [t('dates.none')]),
    ...notes,
    t('dates.no-advice'),
    '',
  ].join('\n\n')
  return { file: { content, type: 'text/plain; charset=utf-8', name: 'dates.txt' } }
}

/**
 * Last days that are still open, as whole days of a calendar. Each has a name of its own, by chance: two cases with the same dates must not
 * replace one another in one calendar.
 */
const calendarOf = (locale: Locale, clocks: Words, today: Temporal.PlainDate): FormAnswer => {
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
  const content = icalendar(t('dates.calendar-name'), events)
  return { file: { content, type: 'text/calendar; charset=utf-8', name: 'dates.ics' } }
}
