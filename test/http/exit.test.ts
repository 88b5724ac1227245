import { expect, test } from 'vitest'
import { attribute, type Element, elementsOf, hasClass, inside, textOf } from './html.ts'
import { ask, post, publicPaths, withServer } from './support.ts'

const running = withServer()

/** What the exit link of a page lacks. */
const exitFaults = (page: readonly Element[], host: string): string[] => {
  const main = page.findIndex((e) => e.tagName === 'main')
  const exits = page.filter((e) => hasClass(e, 'govuk-exit-this-page'))
  if (exits.length !== 1 || !exits[0]) return [`${exits.length} ways out`]
  const links = inside(exits[0]).filter((e) => e.tagName === 'a')
  const href = links[0] && attribute(links[0], 'href')
  return [
    ...(page.indexOf(exits[0]) < main ? [] : ['the way out is not before the content']),
    ...(links.length === 1 && href?.startsWith('https://') && new URL(href).host !== host ? [] : [`the way out leads to ${href}`]),
    ...(links.some((link) => hasClass(link, 'govuk-js-exit-this-page-button')) ? [] : ['the script would not find the link']),
  ]
}

const speaksOfIt = (page: readonly Element[]): boolean => {
  const main = page.find((e) => e.tagName === 'main')
  return main !== undefined && /exploit|slave|traffick|forced|abuse/i.test(textOf(main))
}

test('the judge sees a way out that is missing, late, or leads nowhere', () => {
  const link = (href: string) => `<div class="govuk-exit-this-page"><a class="govuk-js-exit-this-page-button" href="${href}">x</a></div>`
  const faults = (html: string) => exitFaults(elementsOf(html), 'here.example')
  expect(faults(`${link('https://other.example/')}<main></main>`)).toEqual([])
  expect(faults('<main></main>')).toHaveLength(1)
  expect(faults(`<main></main>${link('https://other.example/')}`)).toHaveLength(1)
  expect(faults(`${link('http://other.example/')}<main></main>`)).toHaveLength(1)
  expect(faults(`${link('/elsewhere')}<main></main>`)).toHaveLength(1)
  expect(faults(`${link('https://here.example/')}<main></main>`)).toHaveLength(1)
})

test('every page that speaks of exploitation has the way out before its content', async () => {
  let spoke = 0
  for (const path of [...publicPaths(running()), '/nowhere']) {
    const { text } = await ask(running().port, path)
    const page = elementsOf(text)
    if (!speaksOfIt(page) && !page.some((e) => hasClass(e, 'govuk-exit-this-page'))) continue
    spoke += 1
    expect([path, exitFaults(page, 'waymark.example.org')]).toEqual([path, []])
  }
  expect(spoke).toBeGreaterThan(30)
})

test('so have the pages of the check and of a search', async () => {
  const { port } = running()
  const step = await post(port, '/signs/check', { place: 'car-wash' })
  const sealed = /name="so-far"[^>]*value="([\w-]+)"/.exec(step.text)?.[1] ?? ''
  const answer = await post(port, '/signs/check', [
    ['so-far', sealed],
    ['sign', running().locale.pack.indicators[0]?.id ?? ''],
  ])
  const refused = await post(port, '/signs/check', { 'so-far': 'x' })
  expect([step.status, answer.status, refused.status]).toEqual([200, 200, 400])
  const searched = [await post(port, '/search', { q: 'help me' }), await post(port, '/search', {})]
  for (const { text } of [step, answer, refused, ...searched]) expect(exitFaults(elementsOf(text), 'waymark.example.org')).toEqual([])
})
