import { afterAll, expect, it } from 'vitest'
import { type Edit, fieldLine, testPack, withLine } from '../fixtures.ts'
import { adoptedFindings } from './adopted.ts'

/* What a partnership answers for when it takes a pack as its own. */

const pack = testPack()
afterAll(() => pack.remove())
const head = 'hertfordshire/partnership.yaml'

const adoptedBy = (organisation: string): Edit => ({
  file: head,
  text: pack
    .read(head)
    .replace(/^adopted: .*/m, `adopted: {role: "Chair of the steering group", organisation: ${organisation}, date: 2026-11-24}`),
})
const adoptionLine =
  pack
    .read(head)
    .split('\n')
    .findIndex((line) => line.startsWith('adopted:')) + 1

const found = (edits: readonly Edit[], today: string) => {
  const loaded = pack.load(edits)
  if (!loaded.pack) throw new Error(JSON.stringify(loaded.findings.slice(0, 3)))
  return adoptedFindings(loaded, Temporal.PlainDate.from(today)).map(
    ({ severity, file, line, found, instead }) => `${severity} ${file}:${line} ${found} | ${instead}`,
  )
}

const vital = ['emergency-999', 'emergency-999-text', 'emergency-999-sms', 'childrens-services', 'adult-social-care']

it('one that nobody has adopted is asked nothing', () => {
  expect(found([], '2031-01-01')).toEqual([])
})

it('while every line for danger, children and adults is within its review it may be adopted; each that is past it is an error at its review', () => {
  const adopted = [adoptedBy('hertfordshire-county-council')]
  expect(found(adopted, '2026-11-27')).toEqual([])
  const services = pack.load().pack?.services.filter(({ id }) => vital.includes(id)) ?? []
  expect(services).toHaveLength(vital.length)
  for (const { id, review } of services) {
    const past = (day: string) => found(adopted, day).some((line) => line.includes(`${id} should have been checked again by ${review}`))
    expect(past(review), id).toBe(false)
    expect(past(Temporal.PlainDate.from(review).add({ days: 1 }).toString()), id).toBe(true)
  }
  const text = pack.read('hertfordshire/services.yaml')
  const line = fieldLine(text, 'childrens-services', 'review')
  const old = { file: 'hertfordshire/services.yaml', text: withLine(text, line, () => '  review: 2026-11-25') }
  expect(found([...adopted, old], '2026-11-27')).toEqual([
    expect.stringMatching(
      new RegExp(
        `^error hertfordshire/services.yaml:${line + 1} the pack is adopted, but childrens-services should .* \\| Ask the service.*adopted: null`,
      ),
    ),
  ])
})

it('only a partner can have adopted it: not one of which nothing says that it is one, nor one that had ended', () => {
  expect(found([adoptedBy('fair-work-agency')], '2026-11-27')).toEqual([
    expect.stringContaining(`error ${head}:${adoptionLine} fair-work-agency might not be a partner`),
  ])
  const partners = 'hertfordshire/partners.yaml'
  const ended: Edit = { file: partners, text: pack.read(partners).replace('- id: dacorum\n', '- id: dacorum\n  valid_to: 2026-11-23\n') }
  expect(found([adoptedBy('dacorum'), ended], '2026-11-27')).toEqual([
    expect.stringContaining(`error ${head}:${adoptionLine} dacorum stopped being a partner on 2026-11-23, before the pack was adopted`),
  ])
})

it('a made-up pack is nobody’s: it cannot be adopted', () => {
  const invented = (edit: Edit): Edit => ({ ...edit, text: `${edit.text}\nmade_up: true\n` })
  expect(found([invented({ file: head, text: pack.read(head) })], '2026-11-27')).toEqual([])
  expect(found([invented(adoptedBy('hertfordshire-county-council'))], '2026-11-27')).toEqual([
    `error ${head}:${adoptionLine} the pack is made up, so nobody can adopt it | Write \`adopted: null\`. If the county and its facts are real, remove \`made_up\`.`,
  ])
})
