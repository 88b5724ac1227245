import { z } from 'zod'
import { fact, id, isoDate, partialDate, sure, unknown } from '../fact.ts'

/** Days of the week as a schedule names them, Monday first (ISO 8601 weekday 1 to 7). */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const clockTime = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
    'a time with two digits each for hours and minutes, such as `"08:00"`. For midnight at the end of a day, write `"24:00"`',
  )

/**
 * One row of a regular schedule, after HSDS 3.0 `schedule` (byday, opens_at, closes_at, valid_from, valid_to), in local
 * time. A row whose `closes` is not after its `opens` runs past midnight into the next day.
 */
export const scheduleRow = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    opens: clockTime.refine((time) => time !== '24:00', 'an opening time from `"00:00"` to `"23:59"`'),
    closes: clockTime,
    /** First date the source supports; null: no start that matters; unknown: undated source, in force at the entry's `checked`. */
    valid_from: z.union([isoDate, unknown, z.null()]),
    /** Last date, inclusive; null: no end known; unknown: has ended or may have, date not known. */
    valid_to: z.union([isoDate, unknown, z.null()]),
    /** What the source says of bank holidays. Silence is `unknown`, and never shown as open or closed. */
    bank_holidays: z.enum(['open', 'closed', 'unknown']),
    sure,
    source: z.string().min(1),
    source_date: z.union([partialDate, unknown]),
  })
  .refine(({ valid_from: from, valid_to: to }) => !from || !to || from === 'unknown' || to === 'unknown' || from <= to, {
    path: ['valid_to'],
    message: 'the last day, which must not be before valid_from',
  })
export type ScheduleRow = z.infer<typeof scheduleRow>

/** A time when a service is shut although its schedule says otherwise. Local times; `to` is the first moment it counts as open again. */
export const closure = z
  .strictObject({
    from: z.union([isoDate, z.iso.datetime({ local: true })]),
    to: z.union([isoDate, z.iso.datetime({ local: true })]),
    note: z.string().min(1),
    source: z.string().min(1),
    source_date: partialDate,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'an end that is after the start of the closure' })

/** A value that may be not known, with how sure it is where that is not A. */
const known = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value: z.union([value, unknown]), sure: sure.optional(), note: z.string().optional() })

export const phone = z.strictObject({
  /** What a keypad needs. */
  dial: z.string().regex(/^\d+$/),
  /** International form, or null for short codes. */
  e164: z.union([z.string().regex(/^\+\d{7,15}$/), z.null()]),
  /** How to print it: the grouping that every text must use. */
  display: z.string().regex(/^\d[\d ]*\d$/),
})
export type Phone = z.infer<typeof phone>

export const serviceSchema = z.strictObject({
  id,
  name: z.string().min(1),
  kind: z.enum(['phone', 'textphone', 'sms', 'form', 'app', 'office', 'email', 'website']),
  audience: z.array(z.enum(['public', 'possible-victim', 'child', 'professional'])),
  /** For people of 18 and over alone: never offered beside a line for children. */
  adults_only: z.literal(true).optional(),
  area: z.string().min(1),
  phone: z.union([phone, unknown, z.null()]),
  other_phones: z.array(z.strictObject({ display: z.string(), e164: z.string().regex(/^\+\d{7,15}$/), note: z.string() })).optional(),
  sms: z.strictObject({ dial: z.string().regex(/^\d+$/), note: z.string() }).optional(),
  email: z.email().optional(),
  url: z.union([z.url({ protocol: /^https$/ }), z.null()]),
  url_note: z.string().optional(),
  free: known(z.boolean()),
  /** Can the call be seen on an itemised bill. Say "may show" for anything but false. */
  on_bill: known(z.boolean()),
  anonymous: known(z.boolean()),
  languages: z.strictObject({
    value: z.union([z.array(z.string().min(2)), unknown]),
    interpreter: z.string().optional(),
    sure: sure.optional(),
    note: z.string().optional(),
    source_date: partialDate.optional(),
  }),
  answered_by: z.string().min(1),
  use_when: z.string().min(1),
  schedule: z.union([z.array(scheduleRow).min(1), unknown]),
  /** What the source means by a day that it does not mention, with why; for the reader of the file. Such a day is closed. */
  missing_days: z.record(z.string(), z.string()).optional(),
  /** Set to `unknown` where the rows are history: from `doubt_from` on no hours are known. */
  schedule_now: unknown.optional(),
  last_support: partialDate.optional(),
  doubt_from: isoDate.optional(),
  closures: z.array(closure).optional(),
  /** The id that national content names and that this row answers for its places, beside other rows for other places. */
  for: id.optional(),
  /** Ids of the places of partnership.yaml that this row is for; without it, the whole area. */
  serves: z.array(id).min(1).optional(),
  /** A body that no longer exists: never shown; kept so that its number is found in old texts. */
  legacy: z.boolean().optional(),
  valid_to: isoDate.optional(),
  /** Services to offer beside this one while it is not confirmed open, best first. */
  instead: z.array(id).optional(),
  note: z.string(),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
export type Service = z.infer<typeof serviceSchema>

/** A number seen in print that must not be printed (kind `retired`: it once was right). */
export const wrongNumberSchema = z.strictObject({
  id,
  printed: z.string(),
  digits: z.string().regex(/^\d+$/),
  right: z.string(),
  service: id,
  kind: z.enum(['misgrouped', 'digit-missing', 'digit-wrong', 'retired']),
  seen_at: z.string(),
  note: z.string(),
})
