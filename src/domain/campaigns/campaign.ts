import { z } from 'zod'
import { fact, id, isoDate, partialDate, sure, unknown } from '../fact.ts'

const year = z.int().min(1900).max(2200)

/** The days of a month that it has in every year: 29 February is none. */
const daysIn = (month: number): number => new Temporal.PlainYearMonth(2023, month).daysInMonth

const fixedRule = z
  .strictObject({ type: z.literal('fixed'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(({ month, day }) => month < 1 || month > 12 || day <= daysIn(month), {
    path: ['day'],
    message: 'a day that this month has in every year',
  })
export type FixedRule = z.infer<typeof fixedRule>

/** Chosen anew each year by its organiser: `weeks` has the dates that are known. */
const weekRule = z.strictObject({ type: z.literal('week'), month: z.int().min(1).max(12), note: z.string().min(1) })

/** The year's theme in its organiser's words; `unknown` where nobody found it, and then never made up. */
const theme = z
  .strictObject({ year, text: z.union([unknown, z.string().min(1)]), sure, note: z.string().min(1).optional() })
  .refine((t) => (t.text === 'unknown') === (t.sure === '?'), {
    path: ['sure'],
    message: '"?" if the theme is `unknown`, and only then',
  })
export type Theme = z.infer<typeof theme>

/** First and last day, or both unknown. */
const week = z
  .strictObject({ year, from: z.union([isoDate, unknown]), to: z.union([isoDate, unknown]), sure })
  .refine(({ from, to }) => (from === 'unknown') === (to === 'unknown') && (from === 'unknown' || from <= to), {
    path: ['to'],
    message: 'two dates, the earlier one first, or `unknown` twice',
  })
  .refine((w) => w.from === 'unknown' || w.from.startsWith(`${w.year}-`), {
    path: ['from'],
    message: 'a date in the same year as the row',
  })

/** What a picture of a message says, where that is less than the message. */
const card = z.strictObject({
  text: z.string().min(1),
  /** Set large, before the text. */
  number: z.string().min(1).optional(),
  /** Services whose numbers are on it, as boards. */
  ring: z.array(id).min(1).max(3).optional(),
  drawing: id,
  /** What the drawing shows, for those who do not see it: "a bus at a stop". */
  shows: z.string().min(1),
})

const told = {
  id,
  text: z.string().min(1),
  /** The working day of the plan on which it is posted, counted as there; the day itself where it is left out. */
  day: z.int().min(-30).max(0).optional(),
  card: card.optional(),
}

/** A key message: what is said, and what it rests on: published figures, or a source of its own. */
const message = z.union([
  z.strictObject({ ...told, figures: z.array(id).min(1) }),
  z.strictObject({ ...told, source: z.string().min(1), source_date: z.union([partialDate, unknown]), sure }),
])
export type Message = z.infer<typeof message>

/** `for`: staff = in the article for an intranet too; business = in the letter to businesses too. */
const deeds = z.strictObject({
  who: z.string().min(1),
  for: z.enum(['staff', 'business']).optional(),
  steps: z.array(z.string().min(1)).min(1),
})

/** One task. `day` counts working days from the day itself, which is 0. */
const task = z.strictObject({ day: z.int().min(-30).max(30), who: z.string().min(1), task: z.string().min(1) })

/** A hashtag as a source showed it in that year. */
const hashtag = z.strictObject({
  tag: z.string().regex(/^#[\p{L}\p{N}_]+$/u, 'a hashtag such as "#IGiveHope": a # and one word'),
  year,
  source: z.string().min(1),
  sure,
})

const shape = z.strictObject({
  id,
  name: z.string().min(1),
  /** main: it has a page, /campaigns/<id>; support: a line in the calendar file; remember: shown for context only. */
  use: z.enum(['main', 'support', 'remember']),
  rule: z.union([fixedRule, weekRule]),
  first_year: z.union([year, unknown]),
  geography: id,
  geography_note: z.string().min(1).optional(),
  set_by: z.string().min(1),
  led_by: z.string().min(1),
  /** What the day is always for, whatever the year's theme. */
  purpose: z.string().min(1),
  themes: z.array(theme),
  /** Where the themes were read, where that is not `source`. */
  themes_source: z.string().min(1).optional(),
  weeks: z.array(week).optional(),
  /** For the people who edit the pack; no page shows it. */
  note: z.string().min(1).optional(),
  lead: z.string().min(1).optional(),
  drawing: id.optional(),
  /** What the drawing shows: see `card`. */
  drawing_shows: z.string().min(1).optional(),
  messages: z.array(message).min(3).max(5).optional(),
  do: z.array(deeds).min(1).optional(),
  plan: z.array(task).min(1).optional(),
  hashtags: z.array(hashtag).optional(),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})

const kit = ['lead', 'drawing', 'messages', 'do', 'plan', 'hashtags'] as const

/** A campaign day. One that is `main` has a fixed date and all that its page needs. */
export const campaignDaySchema = shape.superRefine((day, context) => {
  const complain = (path: (string | number)[], text: string) =>
    context.addIssue({ code: 'custom', path, message: text, input: path.reduce<unknown>((v, key) => Reflect.get(v as object, key), day) })
  if (day.use === 'main') {
    for (const field of kit) if (day[field] === undefined) complain([field], 'the page of a main day shows it')
    if (day.rule.type !== 'fixed') complain(['rule', 'type'], '`fixed`, because a main day has the same date every year')
  }
  if (day.rule.type === 'week' && !day.weeks) complain(['weeks'], 'a list of its weeks, or an empty list if you do not know any')
  if (day.rule.type === 'fixed' && day.weeks) complain(['weeks'], 'nothing here, because a fixed date does not have weeks')
  for (const list of ['themes', 'weeks'] as const)
    day[list]?.forEach((row, index, rows) => {
      if (rows.findIndex((other) => other.year === row.year) < index) complain([list, index, 'year'], 'each year only once')
    })
})
export type CampaignDay = z.infer<typeof campaignDaySchema>

/** A day with a page of its own. */
export type MainDay = CampaignDay & { use: 'main'; rule: FixedRule } & { [field in (typeof kit)[number]]: NonNullable<CampaignDay[field]> }

/** The schema has seen to it that a main day has what a `MainDay` has. */
export const isMain = (day: CampaignDay): day is MainDay => day.use === 'main'

/** What the partnership did on a campaign day, or on a day of its own (`day` is null). */
export const campaignEventSchema = z.strictObject({
  id,
  day: z.union([id, z.null()]),
  /** When it was, or began. */
  date: isoDate,
  what: z.string().min(1),
  /** What to do better next time. */
  lesson: z.string().min(1).optional(),
  ...fact,
  sure,
})
export type CampaignEvent = z.infer<typeof campaignEventSchema>

/** A pack's campaign days and what was done on them. */
export type Campaigns = Readonly<{ days: readonly CampaignDay[]; history: readonly CampaignEvent[] }>
