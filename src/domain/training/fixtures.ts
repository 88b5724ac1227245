/** For tests only: a course of two parts. */
import type { Course, Release } from './course.ts'
import type { Outcome } from './outcomes.ts'
import type { Item, Part } from './part.ts'
import type { Slide } from './slide.ts'

const dated = {
  source: 'made up',
  source_date: '2026-11-24',
  checked: '2026-11-24',
  review: '2027-05-24',
  owner: 'editor',
  sure: 'C',
} as const

export const slide = (id: string, over: Partial<Extract<Slide, { type: 'points' }>> = {}): Slide => ({
  type: 'points',
  id,
  title: `Title of ${id}`,
  points: ['One.', 'Two.'],
  notes: { say: 'Good morning.' },
  ...over,
})

export const item = (id: string, checks: string[]): Item => ({
  id,
  question: 'Which?',
  choices: [
    { id: 'a', text: 'This', right: true, why: 'It is.' },
    { id: 'b', text: 'That', why: 'It is not.' },
  ],
  checks,
})

export const part = (id: string, slides: Slide[], check: Item[] = []): Part => ({
  id,
  version: 1,
  title: id,
  lead: 'Something.',
  minutes: 5,
  drawing: 'talk',
  slides,
  check,
  ...dated,
})

export const outcome = (id: string, tier: string, check: Outcome['check'] = 'recall'): Outcome => ({
  id,
  tier,
  topic: 'signs',
  kind: 'know',
  text: 'Knows.',
  sources: ['gk'],
  check,
  review: dated.review,
  owner: dated.owner,
})

export const release = (taught: string, date: string, over: Partial<Release> = {}): Release => ({
  taught,
  date,
  changes: [`Change of ${date}.`],
  learn: [],
  ...over,
})

export const course = (parts: Part[], outcomes: Outcome[], tiers: Record<string, string[]>): Course => ({
  id: 'made-up',
  title: 'A course',
  lead: 'Something.',
  description: 'Something.',
  tiers: Object.entries(tiers).map(([id, own]) => ({ id, name: id, for: 'All.', minutes: 30, parts: own })),
  confidence: { question: 'How sure?', scale: ['Not', 'Partly', 'Very'] },
  pass: 75,
  history: [],
  releases: [release('0123456789ab', '2026-11-27')],
  parts,
  taught: '0123456789ab',
  outcomes,
  outcomeTiers: [],
  topics: [],
  outcomeSources: [],
  ...dated,
})
