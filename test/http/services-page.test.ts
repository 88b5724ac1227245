import { describe, expect, test } from 'vitest'
import { reviews } from '../../src/content/check/review.ts'
import { loadPack } from '../../src/content/load.ts'
import { partialDate } from '../../src/format/when.ts'
import { contentFolder } from '../support/real-pack.ts'
import { attribute, elementsOf, inside, textOf } from './html.ts'
import { ask, withServer } from './support.ts'

/** Ten days before the first reviews fall due, and long after the last. */
const before = withServer({ at: '2026-12-14T12:00:00Z' })
const after = withServer({ at: '2031-06-04T12:00:00Z' })

/** The id of the first heading within. */
const headed = (e: ReturnType<typeof elementsOf>[number]): string =>
  attribute(inside(e).find(({ tagName }) => /^h[1-6]$/.test(tagName)) ?? e, 'id') ?? ''

/** Headings with the entries below them. */
const groupsOf = async (port: number) =>
  elementsOf((await ask(port, '/services')).text)
    .filter((e) => e.tagName === 'section' && ['overdue', 'due', 'later'].includes(headed(e)))
    .map((section) => ({
      id: headed(section),
      entries: inside(section)
        .filter((e) => e.tagName === 'article')
        .map((article) => ({
          id: headed(article),
          text: textOf(article),
          asked: inside(article)
            .filter((e) => e.tagName === 'li')
            .map(textOf)
            .join(' '),
        })),
    }))

describe('/services', () => {
  test('shows first what falls due, with what to ask; then the rest, without', async () => {
    const { locale, port } = before()
    const [due, later, ...rest] = await groupsOf(port)
    expect([due?.id, later?.id, rest]).toEqual(['due', 'later', []])
    const wanted = locale.pack.services.filter((s) => !s.legacy && s.review <= '2027-01-13').map((s) => s.id)
    expect(wanted.length).toBeGreaterThan(2)
    expect(due?.entries.map((e) => e.id).toSorted()).toEqual(wanted.toSorted())
    const beacon = due?.entries.find((e) => e.id === 'beacon')?.asked
    expect(beacon).toContain('Is this still the right number? What are your opening hours?')
    for (const { text } of later?.entries ?? []) expect(text).not.toContain('Questions to ask:')
    expect((due?.entries.length ?? 0) + (later?.entries.length ?? 0)).toBe(locale.pack.services.filter((s) => !s.legacy).length)
  })

  test('says of each whose job it is, what it rests on, of when, and how sure it is', async () => {
    const { locale, port } = before()
    const all = (await groupsOf(port)).flatMap(({ entries }) => entries)
    for (const { id, text } of all) {
      const service = locale.site.services.get(id ?? '')
      expect(text).toContain(service?.source.replace(/\s+/g, ' ').trim())
      expect(text.toLowerCase()).toContain(`who checks it${service?.owner.replaceAll('-', ' ')}`)
      expect(text).toContain(`Check again by${partialDate(service?.review ?? '', 'en-GB')}`)
      expect(text).toContain(
        `Date of the source${service?.source_date === 'unknown' ? 'not known' : partialDate(service?.source_date ?? '', 'en-GB')}`,
      )
      expect(text).toMatch(/How sure(?:From|Not checked|Not found)/)
    }
  })

  test('shows as past its day what nobody looked at in time', async () => {
    const groups = await groupsOf(after().port)
    expect(groups.map(({ id, entries }) => [id, entries.length])).toEqual([
      ['overdue', after().locale.pack.services.filter((s) => !s.legacy).length],
      ['due', 0],
    ])
    for (const { text } of groups[0]?.entries ?? []) expect(text).toContain('Questions to ask:')
  })

  test('asks what `waymark check` asks', async () => {
    const loaded = loadPack(contentFolder, 'hertfordshire')
    if (!loaded.pack) throw new Error('the shipped pack does not load')
    const all = reviews(loaded)
    const entries = (await groupsOf(after().port)).flatMap(({ entries }) => entries)
    for (const { id, asked } of entries) {
      expect(asked).toMatch(/\?$/)
      const question = all.find((r) => r.file.endsWith('/services.yaml') && r.facts.length === 1 && r.facts[0] === id)?.question
      if (question) expect(question).toContain(asked)
    }
    expect(all.filter((r) => r.file.endsWith('/services.yaml') && r.facts.length === 1).length).toBeGreaterThan(10)
  })
})
