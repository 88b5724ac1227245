import type { Calendar } from '../time/calendar.ts'
import type { MainDay } from './campaign.ts'
import { type Occurrence, postFrom, workingDaysFrom } from './dates.ts'

/** What is to be done on one day of the plan. `offset` counts working days from the day itself; `date` is null where the calendar does not reach. */
export type PlanDay = { offset: number; date: Temporal.PlainDate | null; tasks: { who: string; task: string }[] }

export type Plan = {
  date: Temporal.PlainDate
  /** See `postFrom`; null: not known. */
  postFrom: Temporal.PlainDate | null
  days: PlanDay[]
}

/** The plan of a day for one occurrence, in order of time. Tasks of the same day keep the pack's order. */
export const planFor = (day: MainDay, { from: date }: Occurrence, calendar: Calendar): Plan => ({
  date,
  postFrom: postFrom(calendar, date),
  days: [...new Set(day.plan.map((t) => t.day))]
    .sort((a, b) => a - b)
    .map((offset) => ({
      offset,
      date: workingDaysFrom(calendar, date, offset),
      tasks: day.plan.filter((t) => t.day === offset).map(({ who, task }) => ({ who, task })),
    })),
})
