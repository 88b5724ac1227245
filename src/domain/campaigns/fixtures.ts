/** For tests only: the shipped days and history, and days made up. */
import { z } from 'zod'
import { readContent } from '../services/fixtures.ts'
import { type CampaignDay, type CampaignEvent, campaignDaySchema, campaignEventSchema, type MainDay } from './campaign.ts'

export const nationalFile: { owner_default: string; days: Record<string, unknown>[] } = readContent('national/campaigns.yaml')
export const localFile: { owner_default: string; history: Record<string, unknown>[] } = readContent('hertfordshire/campaigns.yaml')

/** The shipped rows as the loader hands them to the schema: the head lends the owner. */
export const shippedRows = nationalFile.days.map((row) => ({ owner: nationalFile.owner_default, ...row }))
export const shippedDays = z.array(campaignDaySchema).parse(shippedRows)
export const shippedHistory = z
  .array(campaignEventSchema)
  .parse(localFile.history.map((row) => ({ owner: localFile.owner_default, ...row })))

export const shippedDay = (id: string): CampaignDay => {
  const day = shippedDays.find((d) => d.id === id)
  if (!day) throw new Error(`no day ${id}`)
  return day
}

export const madeUp = (changes: Partial<CampaignDay> = {}): CampaignDay => ({
  id: 'made-up',
  name: 'Made up',
  use: 'support',
  rule: { type: 'fixed', month: 2, day: 28 },
  first_year: 2000,
  geography: 'uk',
  set_by: 'nobody',
  led_by: 'nobody',
  purpose: 'None.',
  themes: [],
  source: 'a test',
  source_date: '2019-07-30',
  checked: '2026-11-24',
  review: '2400-01-01',
  owner: 'nobody',
  sure: 'A',
  ...changes,
})

/** A made-up day with a page: 30 July, of some years a theme. */
export const madeUpMain: MainDay = {
  ...madeUp({
    id: 'made-up-main',
    themes: [
      { year: 2017, text: 'unknown', sure: '?' },
      { year: 2018, text: 'Of 2018', sure: 'B' },
      { year: 2019, text: 'Of 2019', sure: 'C', note: 'Heard of, not seen.' },
      { year: 2026, text: 'unknown', sure: '?' },
      { year: 2027, text: 'unknown', sure: '?', note: 'It comes in spring.' },
      { year: 2028, text: 'Of 2028', sure: 'A' },
    ],
  }),
  use: 'main',
  rule: { type: 'fixed', month: 7, day: 30 },
  lead: 'Made up.',
  drawing: 'street',
  messages: [
    { id: 'one', text: 'One.', source: 'a test', source_date: '2019', sure: 'A' },
    { id: 'two', text: 'Two.', source: 'a test', source_date: 'unknown', sure: 'C' },
    { id: 'three', text: 'Three.', figures: ['nrm-2025'] },
  ],
  do: [{ who: 'Anyone', steps: ['Read.', 'Tell.'] }],
  plan: [
    { day: 1, who: 'Press', task: 'Look.' },
    { day: 0, who: 'Posters', task: 'Post.' },
    { day: 0, who: 'Leads', task: 'Talk.' },
    { day: -1, who: 'Posters', task: 'Prepare.' },
    { day: 5, who: 'Coordinator', task: 'Count.' },
    { day: -7, who: 'Coordinator', task: 'Begin.' },
    { day: -5, who: 'Coordinator', task: 'Agree.' },
  ],
  hashtags: [{ tag: '#MadeUp', year: 2018, source: 'a test', sure: 'B' }],
}

export const madeUpEvent = (changes: Partial<CampaignEvent> = {}): CampaignEvent => ({
  id: 'made-up-event',
  day: 'made-up-main',
  date: '2018-07-30',
  what: 'Something.',
  source: 'a test',
  checked: '2026-11-24',
  review: '2400-01-01',
  owner: 'nobody',
  sure: 'A',
  ...changes,
})

/** A made-up day whose organiser chooses its weeks: one known, one not, one known again. */
export const weekly = madeUp({
  id: 'made-up-week',
  rule: { type: 'week', month: 12, note: 'some week' },
  themes: [
    { year: 2024, text: 'Known', sure: 'A' },
    { year: 2025, text: 'Known, without dates', sure: 'B' },
    { year: 2026, text: 'unknown', sure: '?' },
  ],
  weeks: [
    { year: 2024, from: '2024-11-18', to: '2024-11-24', sure: 'A' },
    { year: 2025, from: 'unknown', to: 'unknown', sure: '?' },
    { year: 2027, from: '2027-11-22', to: '2027-11-26', sure: 'B' },
  ],
})
