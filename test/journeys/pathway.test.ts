import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { desktop, phone, useBrowser } from '../support/browser.ts'
import { startSite } from '../support/site.ts'
import { onPathway } from '../support/views.ts'
import { walk } from '../support/visit.ts'
import { personas } from './personas.ts'

const browser = useBrowser()
let url = ''
let label: (entry: string, option: string) => string
beforeAll(async () => {
  const served = await startSite({ now: '2026-11-28T21:10:00+00:00' })
  url = served.url
  label = (entry, option) => served.site.pack.flows.get('pathway')?.words.entries.get(entry)?.options?.[option] ?? option
  return served.close
})

let page: Page
afterEach(() => page.context().close())

const tabTo = async (selector: string): Promise<void> => {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab does not come to ${selector}`)
}

const heading = (): Promise<string> => page.locator('h1').innerText()
const actions = (): Promise<string[]> => page.locator('.acts-list > li').evaluateAll((items) => items.map(({ id }) => id))

/** Answers one question with the keyboard: a list by typing its words, round buttons by the arrows. */
const answer = async (entry: string, option: string): Promise<void> => {
  if (await page.locator(`select[name="${entry}"]`).count()) {
    await tabTo(`select[name="${entry}"]`)
    await page.keyboard.type(label(entry, option))
  } else {
    await tabTo(`input[name="${entry}"]`)
    await page.keyboard.press('Space')
    const chosen = () => page.evaluate((name) => document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value, entry)
    for (let pressed = 0; pressed < 5 && (await chosen()) !== option; pressed += 1) await page.keyboard.press('ArrowDown')
    expect(await chosen()).toBe(option)
  }
  // Enter on a list would open it.
  await tabTo('main form .govuk-button')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

describe('ten personas by keyboard only', () => {
  const names = [
    'nurse-at-night',
    'housing-officer',
    'teacher-county-lines',
    'constable-cannabis-house',
    'danger-now',
    'gp-not-explained',
    'social-worker-capacity',
    'ersou-refuses',
    'friend-who-agrees',
    'border-force-refuses',
  ]
  const chosen = names.map((name) => {
    const persona = personas.find((known) => known.name === name)
    if (!persona) throw new Error(`there is no persona ${name}`)
    return persona
  })
  test.each(chosen.map((persona, index) => ({ ...persona, script: index % 2 === 0 })))(
    '$name, script: $script',
    async ({ answers, actions: wanted, script }) => {
      page = await browser.open({ ...(script ? desktop : phone), script })
      const addresses: string[] = []
      page.on('framenavigated', (frame) => addresses.push(frame.url()))
      await page.goto(`${url}/pathway`)
      for (const [entry, option] of Object.entries(answers)) await answer(entry, option)
      expect(await actions()).toEqual(wanted)
      // Nothing of what was answered stands in an address.
      expect([...new Set(addresses)]).toEqual([`${url}/pathway`])
    },
  )
})

describe('going back and changing', () => {
  const answers = ['no', 'council', 'no', 'no', 'no', 'yes'] as const

  test('the browser’s own Back comes from the outcome to every question, and forward again from each', async () => {
    page = await browser.open({ ...desktop, script: false })
    await walk(page, url, onPathway(...answers))
    const titles: string[] = []
    for (let back = 0; back < answers.length; back += 1) {
      const answered = await page.goBack()
      expect(answered?.status() ?? 200).toBe(200)
      titles.unshift(await heading())
    }
    expect(titles.map((title) => title.split('\n')[0])).toEqual([
      'Question 1',
      'Question 2',
      'Question 3',
      'Question 4',
      'Question 5',
      'Question 6',
    ])
    await page.goForward()
    await page.locator('select').selectOption('nhs')
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continue' }).click()])
    expect(await heading()).toContain('under 18')
  })

  test('the page’s own Back shows the answer that was given', async () => {
    page = await browser.open({ ...phone, script: false })
    await walk(page, url, [...onPathway('no', 'council', 'no', 'yes'), { press: 'Back' }, { press: 'Back' }])
    expect(await page.locator('input:checked').getAttribute('value')).toBe('no')
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Back' }).click()])
    expect(await page.locator('select').inputValue()).toBe('council')
  })

  test('a changed answer keeps all that is still on the way, and drops what is not', async () => {
    page = await browser.open({ ...desktop, script: false })
    await walk(page, url, [...onPathway(...answers), { press: 'Change: Is the person under 18?' }])
    await page.locator('input[value="yes"]').check()
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continue' }).click()])
    const shown = await page.locator('main').innerText()
    expect(await heading()).toContain('A child')
    expect(shown).toContain('Another council')
    expect(shown).not.toContain('No, after it was explained')
    expect(await actions()).toContain('nrm-by-you')
  })

  test('two tabs go their own ways', async () => {
    const context = await browser.context({ ...desktop, script: false })
    page = await context.newPage()
    const other = await context.newPage()
    await walk(page, url, onPathway('no', 'nhs', 'yes'))
    await walk(other, url, onPathway('no', 'council', 'no', 'no', 'no'))
    for (const tab of [page, other]) {
      await tab.locator('input[value="yes"]').check()
      await Promise.all([tab.waitForNavigation(), tab.getByRole('button', { name: 'Continue' }).click()])
    }
    expect(await actions()).toContain('nrm-child-through')
    expect(await other.locator('#duty-to-notify').count()).toBe(1)
  })

  test('sent twice it is answered twice alike', async () => {
    page = await browser.open({ ...desktop, script: false })
    await walk(page, url, onPathway(...answers))
    const first = await actions()
    await page.reload()
    expect(await actions()).toEqual(first)
  })
})
