import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { phone, useBrowser } from '../support/browser.ts'
import { attribute, type Element, elementsOf, textOf, under } from '../support/html.ts'
import { serveSite } from '../support/server.ts'
import { withBuilt } from '../support/static.ts'

/** When Beacon had hours. */
const built = withBuilt({ made: '2019-07-30T08:00:00+01:00' })
const browser = useBrowser()
let page: Page

/** What stands in each line's place, by line: the state, and the hours beneath. */
const pills = (of: Page): Promise<Record<string, string>> =>
  of.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('.svc')].map((line) => [line.id, line.querySelector('.state')?.textContent ?? ''])),
  )

/** The same of a page as it is served. */
const pillsIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    elementsOf(html)
      .filter((e) => classed(e, 'svc'))
      .map((line) => [attribute(line, 'id') ?? '', under(line).find((e) => classed(e, 'state'))] as const)
      .map(([id, state]) => [id, state ? textOf(state) : '']),
  )
const classed = (e: Element, name: string): boolean => attribute(e, 'class')?.split(' ').includes(name) ?? false

const openAt = async (time: string): Promise<void> => {
  page = await browser.open(phone)
  await page.clock.install({ time: new Date(time) })
  await page.goto(`${built().host.url}/get-help`)
}

describe('with script a page written as a file says what a served one says', () => {
  test.each([
    ['a Saturday, half an hour before closing', '2019-08-03T16:30:00+01:00'],
    ['the same Saturday, at closing time', '2019-08-03T17:00:00+01:00'],
    ['the summer bank holiday', '2019-08-26T10:00:00+01:00'],
    ['the night of the autumn clock change', '2019-10-27T01:30:00+00:00'],
    ['the Monday after it', '2019-10-28T08:00:00+00:00'],
    ['the Monday after the spring clock change', '2020-03-30T07:59:00+01:00'],
  ])('%s', async (_name, time) => {
    const served = await serveSite({ assets: inject('assets'), now: time })
    await openAt(time)
    const here = await pills(page)
    const there = pillsIn(await (await fetch(`${served.url}/get-help`)).text())
    await page.context().close()
    await served.close()
    expect(Object.keys(there).length).toBeGreaterThan(5)
    expect(here).toEqual(there)
  })

  test('and goes on saying it: a page that stays open never shows a state that has passed', async () => {
    await openAt('2019-08-03T16:58:30+01:00')
    expect((await pills(page)).beacon).toBe('Open until 5pm today')
    await page.clock.runFor(91_000)
    expect((await pills(page)).beacon).toBe('Closed. Opens Monday at 8am')
    await page.context().close()
  })

  test.each([
    ['past all that is known, that hours are not confirmed', '2021-01-04T10:00:00+00:00', 'Hours not confirmed'],
    ['by a clock that cannot be right, nothing', '2001-01-01T10:00:00+00:00', ''],
  ])('%s', async (_name, time, said) => {
    await openAt(time)
    expect((await pills(page)).beacon).toBe(said)
    expect(await page.locator('#beacon [data-now]').textContent()).toContain('Monday to Friday 8am to 8pm')
    await page.context().close()
  })
})

describe('without script', () => {
  let without: Page
  beforeAll(async () => {
    without = await browser.open({ ...phone, script: false })
    await without.goto(`${built().host.url}/get-help`)
  })
  afterAll(() => without.context().close())

  test('a page written as a file gives the hours and does not say what is so now', async () => {
    expect(await without.locator('#beacon').innerText()).toContain(
      'Monday to Friday 8am to 8pm. Saturday 9am to 5pm. Bank holiday in England: hours not confirmed.',
    )
    expect(await without.locator('main').innerText()).not.toMatch(/Open until|Closed|Open 24 hours|Open now/)
  })
})
