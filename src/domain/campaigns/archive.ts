import type { CampaignDay, CampaignEvent, Theme } from './campaign.ts'
import { type Occurrence, occurrenceIn } from './dates.ts'

/** A year that is over: its theme, and what the partnership did. */
export type PastYear = {
  year: number
  /** null: the dates of that year are not known. */
  date: Occurrence | null
  /** null: not known. */
  theme: Theme | null
  events: CampaignEvent[]
}

/** Years of a day that lie behind `today` and of which something is on record, newest first. A year of which nothing is known is left out. */
export const archiveOf = (day: CampaignDay, history: readonly CampaignEvent[], today: Temporal.PlainDate): PastYear[] => {
  const own = history.filter((event) => event.day === day.id).toSorted((a, b) => a.date.localeCompare(b.date))
  const years = new Set([...day.themes.map((t) => t.year), ...own.map(yearOf)])
  return [...years]
    .filter((year) => isOver(day, year, today))
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      date: occurrenceIn(day, year),
      theme: themeOf(day, year),
      events: own.filter((event) => yearOf(event) === year),
    }))
}

/** The theme of a year, or null where it is not known. */
export const themeOf = (day: CampaignDay, year: number): Theme | null =>
  day.themes.find((t) => t.year === year && t.text !== 'unknown') ?? null

const yearOf = (event: CampaignEvent): number => Number(event.date.slice(0, 4))

/** Over on the day after. A year without known dates is over when the next one begins. */
const isOver = (day: CampaignDay, year: number, today: Temporal.PlainDate): boolean => {
  const occurrence = occurrenceIn(day, year)
  return occurrence ? Temporal.PlainDate.compare(occurrence.to, today) < 0 : year < today.year
}
