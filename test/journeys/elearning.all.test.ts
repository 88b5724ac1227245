import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { learntIn } from '../../src/domain/register/activity.ts'
import { lessonBefore } from '../../src/domain/training/lesson.ts'
import type { ElearningData } from '../../src/press/kinds/elearning/data.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { readPdf } from '../support/pdf.ts'
import { realPack } from '../support/real-pack.ts'
import { answer, learner, next, toTheEnd, useScorm } from '../support/scorm.ts'

const every = outputsOfPack(realPack()).filter(({ kind }) => kind === 'elearning') as Output<ElearningData>[]
const isUpdate = ({ id }: Output): boolean => id.startsWith('elearning-update-')
const outputs = every.filter((output) => !isUpdate(output))
const all = Boolean(process.env.WAYMARK_ALL)
const narrow: Look = { name: '320 px', viewport: { width: 320, height: 640 } }

const scorm = useScorm()
const browser = useBrowser()

const checksOf = (course: Frame): Promise<string[]> =>
  course.evaluate(() => [...document.querySelectorAll('form.check')].flatMap((form) => form.closest('.part')?.id ?? []))

/** Opens a part whose check was answered, by its link in the list of parts, and empties the check. */
const answerAgain = (course: Frame, part: string): Promise<void> =>
  course.evaluate(async (id) => {
    const opened = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
    document.querySelector<HTMLElement>(`nav a[href="#${id}"]`)?.click()
    await opened
    document.querySelector<HTMLElement>('.part:not([hidden]) form.check button[type=reset]')?.click()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }, part)

/** Ids of all questions of the course, in its order. */
const questionsOf = (course: Frame): Promise<string[]> =>
  course.evaluate(() => [...document.querySelectorAll<HTMLElement>('fieldset[data-item]')].map(({ dataset }) => dataset.item ?? ''))

// The longest tier, which holds what every other does, in each edition; with WAYMARK_ALL every tier.
const longest = outputs.at(-1)?.data.tier
const learned = outputs.filter(({ data }) => all || data.tier === longest)
describe.each(learned)('$file in a learning system', (output) => {
  const { edition } = output.data
  test('is left half-way, goes on there, is failed, answered again and passed', async () => {
    await scorm.unpack(output)
    const page = await browser.open(phone)
    const who = learner(scorm.host(), page, edition)
    await who.open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    expect(await who.value('done')).toBe('incomplete')
    await who.next()
    await who.next()
    const [title, at] = [await who.title(), await who.value('at')]
    await who.again()
    expect([await who.title(), await who.value('at')]).toEqual([title, at])
    expect(await who.course().locator('#said').innerText()).toBe('You are back where you left off.')
    await toTheEnd(who, false)
    expect([await who.value('passed'), await who.value('score')]).toEqual(['failed', '0'])
    expect(await who.course().locator('.certificate').isVisible()).toBe(false)
    const ids = await questionsOf(who.course())
    await who.again()
    for (const part of await checksOf(who.course())) {
      await answerAgain(who.course(), part)
      await who.answer(true)
    }
    expect([await who.value('passed'), await who.value('score')]).toEqual(['passed', '100'])
    expect(await who.value('done')).toBe(edition === '1.2' ? 'passed' : 'completed')
    const said = Object.values((await who.held()).objectives).filter(({ id }) => id === output.data.identifier)
    expect(
      said.map((one) => one[edition === '1.2' ? 'status' : 'success_status']),
      'which version it is of',
    ).toEqual(['passed'])
    const wrong = edition === '1.2' ? 'wrong' : 'incorrect'
    const answers = Object.values((await who.held()).interactions)
    expect(answers.map(({ id, type, result }) => [id, type, result])).toEqual(
      [wrong, 'correct'].flatMap((result) => ids.map((id) => [id, 'choice', result])),
    )
    for (const answer of answers) {
      const response = answer[edition === '1.2' ? 'student_response' : 'learner_response']
      const patterns = Object.values(answer.correct_responses as Record<string, { pattern: string }>).map(({ pattern }) => pattern)
      expect(patterns.includes(String(response))).toBe(answer.result === 'correct')
      expect([answer.time, answer.timestamp].filter(Boolean), 'nothing of when it was given').toEqual([])
    }
    await who.course().locator('.certificate input').fill('Ada Example')
    expect(JSON.stringify(await who.held()), 'a name is told to no one').not.toContain('Ada')
    await who.again()
    expect(await who.value('passed'), 'the next visit takes nothing away').toBe('passed')
    expect(asked.filter((url) => !url.startsWith(scorm.host().url))).toEqual([])
    await page.context().close()
  })
})

// The short update holds what is new and nothing else, and is done when all of it is right: in each edition.
test.each(every.filter(isUpdate).slice(-2))(
  '$file asks of each part that changed, and does not say that the course was learned',
  async (output) => {
    const { edition, identifier } = output.data
    const { course } = realPack()
    await scorm.unpack(output)
    const page = await browser.open(phone)
    await bringAxe(page)
    const who = learner(scorm.host(), page, edition)
    await who.open()
    const tier = course.tiers.at(-1)
    const news = tier ? lessonBefore(course, tier)?.parts.map(({ part }) => part.id) : []
    const parts = await who.course().evaluate(() => [...document.querySelectorAll('section.part')].map(({ id }) => id))
    expect(parts).toEqual(news)
    // What has no question about what is new is confirmed together, on the last part.
    const checks = await checksOf(who.course())
    expect(checks.length).toBeGreaterThan(0)
    expect(news).toEqual(expect.arrayContaining(checks))
    expect(checks.at(-1)).toBe(news?.at(-1))
    await toTheEnd(who, false)
    expect(await who.value('passed')).toBe('failed')
    for (const part of news ?? []) {
      await answerAgain(who.course(), part)
      await who.answer(true)
    }
    expect([await who.value('passed'), await who.value('score')]).toEqual(['passed', '100'])
    expect(Object.values((await who.held()).objectives).map(({ id }) => id)).toContain(identifier)
    expect(learntIn(identifier, course)).toMatchObject({
      tier: tier?.id,
      version: course.taught,
      from: tier && lessonBefore(course, tier)?.from,
    })
    expect((await who.course().locator('body').innerText()).includes('/training/update')).toBe(true)
    expect((await runAxe(page)).faults).toEqual([])
    await page.context().close()
  },
)

/** How far each number on a picture of the part that is shown stands out from its disc, as it is painted: axe knows no fill of a drawing. */
const contrastOfNumbers = async (page: Page): Promise<number[]> => {
  const paints = await page.evaluate(() =>
    [...document.querySelectorAll('.part:not([hidden]) .spot')].map((spot) =>
      [...spot.children].map((drawn) => (getComputedStyle(drawn).fill.match(/\d+/g) ?? []).map(Number)),
    ),
  )
  const hex = (fill: readonly number[] = []): string => `#${fill.map((value) => value.toString(16).padStart(2, '0')).join('')}`
  return paints.map(([disc, number]) => contrast(hex(disc), hex(number)))
}

/** What stands in a part, by the classes and names of its elements: parts of one kind look alike. Runs in the page. */
const kindsShown = (): string[] =>
  [...document.querySelectorAll('.part:not([hidden]) *')].map(
    (e) => `${e.parentElement?.className} > ${e.localName} ${e.getAttribute('class')}`,
  )

/**
 * What axe finds on the part that is shown, the others put aside meanwhile: axe goes through what is hidden as well, which is nearly all of the
 * course. With all of them it is asked once, of ids that two parts share.
 */
const axeOfShown = async (page: Page): Promise<string[]> => {
  await page.evaluate(() => {
    const hidden = [...document.querySelectorAll('.part[hidden]')]
    const places = hidden.map((part) => document.createComment(part.id))
    for (const [at, part] of hidden.entries()) part.replaceWith(places[at] ?? '')
    Object.assign(window, { putBack: () => places.forEach((place, at) => void place.replaceWith(hidden[at] ?? '')) })
  })
  try {
    return (await runAxe(page)).faults
  } finally {
    await page.evaluate(() => (window as never as { putBack(): void }).putBack())
  }
}

test('no part has a fault, and none is cut off, on a phone and on a desktop', async () => {
  // The longest tier holds every part.
  const output = outputs.at(-1)
  if (!output) throw new Error('no package')
  await scorm.unpack(output)
  const page = await browser.open(narrow)
  await bringAxe(page)
  await page.goto(`${scorm.host().url}/course/index.html`)
  await page.waitForSelector('body.stepped')
  const course = page.mainFrame()
  const { faults } = await runAxe(page)
  const numbers: number[] = []
  const seen = new Set<string>()
  let [parts, wide] = [0, 0]
  do {
    if (await course.locator('.part:not([hidden]) form.check').count()) await answer(course, true)
    parts += 1
    const title = await course.locator('.part:not([hidden]) > h2').innerText()
    const kinds = await page.evaluate(kindsShown)
    // Wide, each kind of part once; with WAYMARK_ALL each part.
    const looks = all || kinds.some((kind) => !seen.has(kind)) ? [desktop, narrow] : [narrow]
    for (const kind of kinds) seen.add(kind)
    for (const look of [desktop, narrow]) {
      await page.setViewportSize(look.viewport)
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (tooWide > 0) faults.push(`${title}, ${look.name}: ${tooWide} px too wide`)
      if (!looks.includes(look)) continue
      if (look === desktop) wide += 1
      faults.push(...(await axeOfShown(page)).map((fault) => `${title}, ${look.name}: ${fault}`))
    }
    numbers.push(...(await contrastOfNumbers(page)))
  } while (await next(course))
  expect(faults).toEqual([])
  expect(numbers.length).toBeGreaterThan(0)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(7)
  expect(parts).toBe(realPack().course.tiers.at(-1)?.parts.length)
  expect(wide).toBeGreaterThan(3)
  await page.context().close()
})

test('who has passed prints a certificate on one sheet, which says what it is not worth', async () => {
  const [output] = outputs
  if (!output) throw new Error('no package')
  await scorm.unpack(output)
  const page = await browser.open(desktop)
  await page.addInitScript(() => {
    window.print = () => {}
  })
  await page.goto(`${scorm.host().url}/course/index.html`)
  await page.waitForSelector('body.stepped')
  const course = page.mainFrame()
  do if (await course.locator('.part:not([hidden]) form.check').count()) await answer(course, true)
  while (await next(course))
  await page.locator('.certificate input').fill('Ada Example')
  await page.locator('.certificate button').click()
  const [sheet, ...more] = (await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages
  expect(more).toEqual([])
  expect([sheet?.width, sheet?.height].map((size) => Math.floor((size ?? 0) / 10))).toEqual([84, 59])
  const said = sheet?.placed.map(({ text }) => text).join(' ')
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }))
  const { course: name, tier } = output.data
  for (const text of ['Ada Example', today, name, tier, realPack().course.taught, 'not registered', 'Demonstration'])
    expect(said).toContain(text)
  await page.reload()
  await page.waitForSelector('body.stepped')
  expect(await page.locator('.certificate input').inputValue()).toBe('')
  await page.context().close()
})

test('by keyboard alone: on from part to part, and what lacks an answer is said where the focus is', async () => {
  const [output] = outputs
  if (!output) throw new Error('no package')
  await scorm.unpack(output)
  const page = await browser.open(phone)
  await page.goto(`${scorm.host().url}/course/index.html#check`)
  await page.waitForSelector('body.stepped')
  expect(await page.locator('#kept').innerText()).toBe('We could not find a learning system, so your answers are not recorded.')
  await page.locator('form.check:visible button[type=submit]').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    'Answer every question. You have missed at least one.',
  )
  await page.locator('.part:not([hidden]) .onward a').last().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  await page.context().close()
})

test('without script the whole course can be read', async () => {
  const page = await browser.open({ ...phone, script: false })
  await page.goto(`${scorm.host().url}/course/index.html`)
  for (const part of await page.locator('section.part').all()) expect(await part.isVisible()).toBe(true)
  expect(await page.locator('noscript').count()).toBe(1)
  await page.context().close()
})
