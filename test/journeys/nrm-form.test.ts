import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { anyDay } from '../../src/content/flow-findings.ts'
import { entriesOf } from '../../src/domain/flow/flow.ts'
import { allRoutes } from '../../src/domain/flow/routes.ts'
import { realPack } from '../support/real-pack.ts'

/*
 * The official form as the engine walks it, beside a walk written apart: this one knows nothing of the engine and goes straight over
 * the description of the form with its own `next` and `forks`.
 */

type When = { field?: string; is?: string; is_not?: string; in?: string[]; includes?: string; filled?: true; all?: When[]; any?: When[] }
type Field = {
  id: string
  kind: string
  required: boolean
  options?: { id: string }[]
  asked_when?: When
  preset?: { when: When; value: string }
}
type Page = { id: string; next: string; forks?: { when: When; to: string }[]; fields: Field[]; routes: string[]; shown_when?: When }
type Form = {
  meta: { counts: { live_question_pages: number; fields_live: number }; pages_met: Record<string, [number, number]> }
  routes: { id: string; when: When }[]
  sections: { pages: Page[] }[]
}

const form: Form = parse(readFileSync(fileURLToPath(new URL('../vendor/nrm-form/nrm-form.yaml', import.meta.url)), 'utf8'))
const pages = form.sections.flatMap((section) => section.pages)
const fields = pages.flatMap((page) => page.fields)

const fits = (when: When, said: Record<string, string>): boolean => {
  if (when.all) return when.all.every((inner) => fits(inner, said))
  if (when.any) return when.any.some((inner) => fits(inner, said))
  const value = said[when.field ?? ''] ?? ''
  if (when.is !== undefined) return value === when.is
  if (when.is_not !== undefined) return value !== when.is_not
  if (when.in) return when.in.includes(value)
  if (when.filled) return value !== ''
  throw new Error(`not written for ${JSON.stringify(when)}`)
}

const forkFields = new Set(
  pages
    .flatMap(({ forks = [] }) => forks.flatMap(({ when }) => JSON.stringify(when).match(/"field":"([^"]+)"/g) ?? []))
    .map((m) => m.slice(9, -1)),
)

/** Every way through the description: at each page all answers to its fields on which a fork depends. */
const waysFrom = (id: string, said: Record<string, string>, met: string[], found: Map<string, Record<string, string>>): void => {
  const page = pages.find((p) => p.id === id)
  if (!page) {
    found.set(met.join(' '), said)
    return
  }
  let all: Record<string, string>[] = [said]
  for (const field of page.fields) {
    if (!forkFields.has(field.id)) continue
    all = all.flatMap((so): Record<string, string>[] => {
      if (field.asked_when && !fits(field.asked_when, so))
        return field.preset && fits(field.preset.when, so) ? [{ ...so, [field.id]: field.preset.value }] : [so]
      const values = field.options?.map((o) => o.id) ?? ['something']
      return [...(field.required ? [] : [so]), ...values.map((value) => ({ ...so, [field.id]: value }))]
    })
  }
  for (const so of all) waysFrom(page.forks?.find(({ when }) => fits(when, so))?.to ?? page.next, so, [...met, id], found)
}

const apart = new Map<string, Record<string, string>>()
waysFrom('reference', {}, [], apart)

const flow = realPack().flows.get('nrm-form')?.flow
if (!flow) throw new Error('the pack has no official form')
const engine = allRoutes(flow, anyDay)
const routeOf = (said: Readonly<Record<string, unknown>>): string => {
  if (said['pv-under-age'] !== 'no') return 'child'
  return said['pv-want-to-submit-nrm'] === 'yes' ? 'adult-nrm' : 'adult-dtn'
}
const waysOf = (route: string) =>
  new Set(engine.filter(({ answers }) => routeOf(answers) === route).map(({ questions }) => questions.join(' ')))

test('all its pages and live fields are there, with the official ids, in the official order', () => {
  expect(flow.questions.map(({ id }) => id)).toEqual(pages.map(({ id }) => id))
  expect(entriesOf(flow).map(({ id }) => id)).toEqual(fields.map(({ id }) => id))
  expect(flow.questions).toHaveLength(form.meta.counts.live_question_pages)
  expect(new Set(entriesOf(flow).map(({ id }) => id)).size).toBe(form.meta.counts.fields_live)
})

describe.each(['child', 'adult-nrm', 'adult-dtn'])('%s', (route) => {
  const other = [...apart].filter(([, said]) => routeOf(said) === route).map(([way]) => way)
  test('every way is the same, page for page', () => expect([...waysOf(route)].sort()).toEqual([...other].sort()))
  test('the fewest and most pages are those of the description', () => {
    const counts = [...waysOf(route)].map((way) => way.split(' ').length)
    expect([Math.min(...counts), Math.max(...counts)]).toEqual(form.meta.pages_met[route])
  })
  test('it meets the pages that the description says it may meet, and no others', () => {
    const met = new Set([...waysOf(route)].flatMap((way) => way.split(' ')))
    expect([...met].sort()).toEqual(
      pages
        .filter((page) => page.routes.includes(route))
        .map(({ id }) => id)
        .sort(),
    )
  })
})

test('consent comes after so many pages as the description says', () => {
  const before = engine.map(({ questions }) => questions.indexOf('pv-want-to-submit-nrm'))
  expect([Math.min(...before), Math.max(...before)]).toEqual(form.meta.pages_met.before_consent)
})

test('a field is asked, and must be answered, where the description says so', () => {
  for (const { fields: described, id } of pages)
    for (const field of described) {
      const entry = flow.questions.find((q) => q.id === id)?.entries.find((e) => e.id === field.id)
      expect(entry?.optional === true, field.id).toBe(!field.required)
      expect(entry?.options ?? [], field.id).toEqual(field.kind === 'tick' ? ['true'] : (field.options?.map((o) => o.id) ?? []))
      expect(entry?.ask_if !== undefined, field.id).toBe(field.asked_when !== undefined)
    }
})
