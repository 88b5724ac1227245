import { describe, expect, test } from 'vitest'
import { readContent } from '../services/fixtures.ts'
import { campaignDaySchema, campaignEventSchema, isMain } from './campaign.ts'
import { localFile, madeUp, madeUpMain, nationalFile, shippedDays, shippedHistory, shippedRows, weekly } from './fixtures.ts'

describe('the shipped days', () => {
  test('two are main: 30 July and 18 October', () => {
    expect(shippedDays.filter(isMain).map(({ id, rule }) => [id, rule.month, rule.day])).toEqual([
      ['world-day-against-trafficking', 7, 30],
      ['anti-slavery-day', 10, 18],
    ])
  })

  test('every figure that a message rests on stands in its text, and every figure in a text is one that it rests on', () => {
    const known = new Set(readContent('national/figures.yaml').figures.map((f: { id: string }) => f.id))
    for (const message of shippedDays.flatMap((d) => d.messages ?? [])) {
      const written = [...message.text.matchAll(/\{figure:([a-z0-9-]+)\}/g)].map((m) => m[1])
      expect([message.id, written]).toEqual([message.id, 'figures' in message ? message.figures : []])
      expect(written.filter((id) => !known.has(id))).toEqual([])
      // Every count in a message is a reference; a year stands as it is.
      const bare = message.text.replace(/\{[a-z]+:[a-z0-9-]+\}/g, '').match(/\d+(?:,\d+)*/g) ?? []
      expect(bare.filter((n) => !/^(?:20\d\d|100)$/.test(n))).toEqual([])
      // A picture rests on no other figure than its message.
      const shown = [...JSON.stringify(message.card ?? {}).matchAll(/\{figure:([a-z0-9-]+)\}/g)].map((m) => m[1])
      expect(shown.filter((id) => !written.includes(id))).toEqual([])
    }
  })

  test('no number to call is written out: each is a reference', () => {
    const whole = JSON.stringify([nationalFile.days, localFile.history], (key, value) => (key === 'ring' ? undefined : value))
    const reference = /\{phone:[a-z0-9-]+\}/g
    expect(whole.match(reference)?.length).toBeGreaterThan(0)
    expect(whole.replace(reference, '')).not.toMatch(/\b0\d{2,4} \d|\b(?:999|101)\b/)
  })

  test('a message has an id of its own, and each plan has the day itself, a day before it and a day after it', () => {
    for (const day of shippedDays.filter(isMain)) {
      expect(new Set(day.messages.map((m) => m.id)).size).toBe(day.messages.length)
      for (const sign of [-1, 0, 1]) expect(day.plan.some((t) => Math.sign(t.day) === sign)).toBe(true)
      expect(day.do.length).toBeGreaterThanOrEqual(3)
    }
  })

  test('what was done names a day that there is, or none', () => {
    expect(shippedHistory.length).toBeGreaterThanOrEqual(6)
    const ids = shippedDays.map((d) => d.id)
    for (const event of shippedHistory) if (event.day !== null) expect(ids).toContain(event.day)
    expect(shippedHistory.find((event) => event.id === 'herts-2018-business')?.day).toBe(null)
  })
})

describe('what the schema refuses', () => {
  const main = shippedRows.find((row) => Reflect.get(row, 'id') === 'anti-slavery-day') ?? {}
  const week = shippedRows.find((row) => Reflect.get(row, 'id') === 'safeguarding-adults-week') ?? {}
  const without = (row: object, key: string) => Object.fromEntries(Object.entries(row).filter(([k]) => k !== key))
  const faults = (row: unknown): string[] =>
    campaignDaySchema
      .safeParse(row)
      .error?.issues.map((issue) => issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join() : '')) ?? []

  test('nothing of what is shipped', () => {
    expect(shippedRows.flatMap(faults)).toEqual([])
    expect([madeUp(), madeUpMain, weekly].flatMap(faults)).toEqual([])
  })

  test.each(['lead', 'drawing', 'messages', 'do', 'plan', 'hashtags'])('a main day without %s', (key) => {
    expect(faults(without(main, key))).toEqual([key])
  })

  test.each([
    'id',
    'name',
    'use',
    'rule',
    'first_year',
    'purpose',
    'themes',
    'source',
    'source_date',
    'checked',
    'review',
    'owner',
    'sure',
  ])('a day without %s', (key) => expect(faults(without(main, key))).toEqual([key]))

  test.each<[string, object, string]>([
    ['a misspelt name', { ...main, leed: 'x' }, 'leed'],
    ['an id with capitals', { ...main, id: 'Anti-Slavery' }, 'id'],
    ['30 February', { ...main, rule: { type: 'fixed', month: 2, day: 30 } }, 'rule.day'],
    ['29 February, which most years lack', { ...main, rule: { type: 'fixed', month: 2, day: 29 } }, 'rule.day'],
    ['a 13th month', { ...main, rule: { type: 'fixed', month: 13, day: 1 } }, 'rule.month'],
    ['a main day that is a week', { ...main, rule: { type: 'week', month: 10, note: 'x' }, weeks: [] }, 'rule.type'],
    ['a fixed date with weeks', { ...main, weeks: [] }, 'weeks'],
    ['a week without its list', without(week, 'weeks'), 'weeks'],
    ['two messages only', { ...main, messages: (main as { messages: unknown[] }).messages.slice(0, 2) }, 'messages'],
    ['a theme that is unknown and yet sure', { ...main, themes: [{ year: 2026, text: 'unknown', sure: 'B' }] }, 'themes.0.sure'],
    ['a theme that stands there and yet was not found', { ...main, themes: [{ year: 2026, text: 'x', sure: '?' }] }, 'themes.0.sure'],
    ['two themes for a year', { ...main, themes: [2018, 2018].map((year) => ({ year, text: 'x', sure: 'B' })) }, 'themes.1.year'],
    [
      'a week that ends before it begins',
      { ...week, weeks: [{ year: 2026, from: '2026-11-20', to: '2026-11-16', sure: 'B' }] },
      'weeks.0.to',
    ],
    [
      'a week of which one end is unknown',
      { ...week, weeks: [{ year: 2026, from: '2026-11-20', to: 'unknown', sure: 'B' }] },
      'weeks.0.to',
    ],
    ['a week of another year', { ...week, weeks: [{ year: 2025, from: '2026-11-16', to: '2026-11-20', sure: 'B' }] }, 'weeks.0.from'],
    ['a hashtag without #', { ...main, hashtags: [{ tag: 'IGiveHope', year: 2017, source: 'x', sure: 'B' }] }, 'hashtags.0.tag'],
    ['a hashtag without a source', { ...main, hashtags: [{ tag: '#IGiveHope', year: 2017, sure: 'B' }] }, 'hashtags.0.source'],
    ['a task half a day before', { ...main, plan: [{ day: -0.5, who: 'x', task: 'x' }] }, 'plan.0.day'],
    ['a task for nobody', { ...main, plan: [{ day: 1, task: 'x' }] }, 'plan.0.who'],
  ])('%s', (_name, row, path) => expect(faults(row)).toEqual([path]))

  test('a message that rests on nothing, or on both', () => {
    const [first, ...rest] = madeUpMain.messages
    const withMessage = (message: unknown) => faults({ ...main, messages: [message, ...rest] })
    expect(withMessage(first)).toEqual([])
    expect(withMessage({ id: 'x', text: 'x' })).toEqual(['messages.0'])
    expect(withMessage({ ...first, figures: ['nrm-2025'] })).toEqual(['messages.0'])
    expect(withMessage({ id: 'x', text: 'x', figures: [] })).toEqual(['messages.0.figures'])
  })

  test('of what was done: a day that is no id, a date that is none, a name unknown', () => {
    const [event] = shippedHistory
    const refused = (changes: object) => !campaignEventSchema.safeParse({ ...event, ...changes }).success
    expect(refused({})).toBe(false)
    for (const changes of [{ day: 'World Day' }, { date: '2017-07' }, { day: undefined }, { what: '' }, { reach: 500 }, { sure: 'D' }])
      expect([changes, refused(changes)]).toEqual([changes, true])
  })
})
