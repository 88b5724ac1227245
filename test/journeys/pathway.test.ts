import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { chooseByArrows, tabTo } from '../support/keys.ts'
import { startSite } from '../support/site.ts'
import { elsewhereInUk, onPathway } from '../support/views.ts'
import { visit, walk } from '../support/visit.ts'
import { personas } from './personas.ts'

const browser = useBrowser()
let url = ''
let label: (entry: string, option: string) => string
beforeAll(async () => {
  const served = await startSite({ now: '2026-11-28T21:10:00+00:00' })
  url = served.url
  label = (entry, option) => served.locale.pack.flows.get('pathway')?.words.entries.get(entry)?.options?.[option] ?? option
  return served.close
})

/** The page of the test that runs: one with script and one without serve all of them, each in the window that the test asks for. */
let page: Page
const opened = new Map<boolean, Page>()
const use = async (look: Look, script = true): Promise<void> => {
  const known = opened.get(script) ?? (await browser.open({ ...look, script }))
  opened.set(script, known)
  known.removeAllListeners('framenavigated')
  await known.setViewportSize(look.viewport)
  page = known
}
afterAll(() => Promise.all([...opened.values()].map((own) => own.context().close())))

const heading = (): Promise<string> => page.locator('h1').innerText()
const actions = (): Promise<string[]> => page.locator('.acts-list > li').evaluateAll((items) => items.map(({ id }) => id))

const chosen = (entry: string) =>
  page.evaluate((name) => document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value, entry)

/** Answers one question with the keyboard: where somebody works by typing where a script runs, ticks one by one, all else by the arrows. */
const answer = async (entry: string, given: string | readonly string[], places: readonly (readonly [string, string])[]): Promise<void> => {
  if (typeof given !== 'string') {
    for (const option of given) {
      await tabTo(page, `input[value="${option}"]`)
      await page.keyboard.press('Space')
    }
  } else if (await page.locator('#find').isVisible()) {
    await tabTo(page, '#find')
    await page.keyboard.type(label(entry, given))
    await page.keyboard.press('Enter')
    // The button that fits has the focus, and none is chosen yet: what was typed alone answers nothing.
    expect(await chosen(entry)).toBeUndefined()
    await chooseByArrows(page, entry, given)
  } else {
    const named = await page.locator(`details input[value="${given}"]`).count()
    if (named) {
      await tabTo(page, 'main form summary')
      await page.keyboard.press('Enter')
    }
    await tabTo(page, `${named ? 'details ' : ''}input[name="${entry}"]`)
    await chooseByArrows(page, entry, given)
  }
  if (entry === 'organisation')
    for (const [place, nation] of places) {
      await tabTo(page, `select[name="${place}"]`)
      await page.keyboard.type(label(place, nation))
    }
  await tabTo(page, 'main form .govuk-button')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

describe('personas by keyboard only', () => {
  // Every way of answering is among the first three: typing, arrows, ticks, a closed list, two nations. Each other ending goes the same ways (WAYMARK_ALL);
  // what each persona is told is in personas.test.ts.
  const names = [
    'nurse-at-night',
    'case-belfast-social-worker',
    'danger-now',
    'case-teacher-missing-twice',
    'constable-cannabis-house',
    'case-nurse-partner-present',
    'case-social-worker-two-men',
    'ersou-refuses',
    'case-letting-agent',
    'case-scottish-child',
  ]
  const picked = names.slice(0, process.env.WAYMARK_ALL ? undefined : 3).map((name) => {
    const persona = personas.find((known) => known.name === name)
    if (!persona) throw new Error(`there is no persona ${name}`)
    return persona
  })
  test.each(picked.map((persona, index) => ({ ...persona, script: index % 2 === 0 })))(
    '$name, script: $script',
    async ({ answers, actions: wanted, script }) => {
      await use(script ? desktop : phone, script)
      const addresses: string[] = []
      page.on('framenavigated', (frame) => addresses.push(frame.url()))
      await page.goto(`${url}/pathway`)
      const isPlace = (id: string) => ['nation', 'person-in'].includes(id)
      const places = Object.entries(answers).flatMap(([id, given]) => (isPlace(id) ? [[id, String(given)] as const] : []))
      for (const [entry, given] of Object.entries(answers)) if (!isPlace(entry)) await answer(entry, given, places)
      expect(await actions()).toEqual(wanted)
      // Nothing of what was answered stands in an address.
      expect([...new Set(addresses)]).toEqual([`${url}/pathway`])
    },
  )
})

describe('where somebody works', () => {
  const fitting = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.govuk-radios__item input')]
        .filter((e) => e.closest('.govuk-radios__item')?.checkVisibility())
        .map(({ value }) => value),
    )
  const type = async (text: string): Promise<string[]> => {
    await page.locator('#find').fill(text)
    return fitting()
  }

  test('is found by what people call themselves', async () => {
    await use(phone)
    await visit(page, url, onPathway('no'))
    const wanted: Record<string, string> = {
      gp: 'gp',
      Doctor: 'gp',
      'A&E': 'hospital',
      'housing officer': 'council-district',
      'social worker': 'council-county',
      'police off': 'police-force',
      prison: 'prison-probation',
      salvation: 'salvation-army',
      constabulary: 'hertfordshire-constabulary',
      teacher: 'school',
      neighbour: 'no-organisation',
    }
    for (const [text, kind] of Object.entries(wanted).filter((_, nth) => process.env.WAYMARK_ALL || nth % 3 === 0)) {
      const found = await type(text)
      expect([text, found]).toEqual([text, expect.arrayContaining([kind])])
      expect([text, found.length]).toEqual([text, expect.toSatisfy((n: number) => n <= 8)])
    }
    await expect.poll(() => page.locator('.find [role="status"]').innerText()).toBe('1 choice matches.')
    await type('')
    await expect.poll(() => page.locator('.find [role="status"]').innerText()).toBe('')
  })

  test('nothing is sent unseen, and nothing that fits nothing leaves somebody without a choice', async () => {
    await use(desktop)
    await visit(page, url, onPathway('no'))
    const all = await fitting()
    await page.locator('input[value="hospital"]').check()
    expect(await type('school')).toEqual(['hospital', 'school'])
    const every = await type('zzyzx')
    expect(every).toEqual(expect.arrayContaining(all))
    await expect.poll(() => page.locator('.find [role="status"]').innerText()).toContain('the whole list')
  })

  test('what is typed is not sent', async () => {
    await use(desktop)
    await visit(page, url, onPathway('no'))
    await type('hospital')
    await page.locator('input[value="hospital"]').check()
    const [request] = await Promise.all([page.waitForRequest(`${url}/pathway`), page.getByRole('button', { name: 'Continue' }).click()])
    expect([...new URLSearchParams(request.postData() ?? '').keys()].sort()).toEqual([
      'at',
      'nation',
      'organisation',
      'person-in',
      'so-far',
    ])
  })
})

describe('going back and changing', () => {
  const answers = ['no', 'council', 'no', 'refuses', ['hospital', 'care-needs']] as const

  test('the browser’s own Back comes from the outcome to every question, and forward again from each', async () => {
    await use(desktop, false)
    await walk(page, url, onPathway(...answers))
    const titles: string[] = []
    for (let back = 0; back < answers.length; back += 1) {
      const answered = await page.goBack()
      expect(answered?.status() ?? 200).toBe(200)
      titles.unshift(await heading())
    }
    expect(titles.map((title) => title.split('\n')[0])).toEqual(['Question 1', 'Question 2', 'Question 3', 'Question 4', 'Question 5'])
    await page.goForward()
    await page.locator('input[value="nhs"]').check()
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continue' }).click()])
    expect(await heading()).toContain('under 18')
  })

  test('the page’s own Back shows the answer that was given', async () => {
    await use(phone, false)
    await visit(page, url, [...onPathway('no', 'council', 'no', 'agrees'), { press: 'Back' }, { press: 'Back' }])
    expect(await page.locator('input:checked').getAttribute('value')).toBe('no')
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Back' }).click()])
    expect(await chosen('organisation')).toBe('council')
  })

  test('a changed answer keeps all that is still on the way, and drops what is not', async () => {
    await use(desktop, false)
    await visit(page, url, [...onPathway(...answers), { press: 'Change: Is the person under 18?' }])
    await page.locator('input[value="yes"]').check()
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continue' }).click()])
    const shown = await page.locator('main').innerText()
    expect(await heading()).toContain('A child')
    expect(shown).toContain(label('organisation', 'council'))
    expect(shown).toContain(label('situation', 'hospital'))
    expect(shown).not.toContain('explained the NRM')
    expect(await actions()).not.toContain('adult-safeguarding')
    expect(await actions()).toContain('nrm-by-you')
  })

  test('the place is changed beside the outcome, and the person follows until another place is said', async () => {
    await use(phone, false)
    await visit(page, url, [...onPathway(...answers), elsewhereInUk('scotland')])
    expect(await actions()).toContain('in-scotland')
    expect(await page.locator('select[name="person-in"]').inputValue()).toBe('')
    await page.locator('select[name="person-in"]').selectOption('wales')
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Change the place' }).click()])
    expect(await actions()).toEqual(expect.arrayContaining(['in-scotland', 'in-wales']))
  })

  test('a line of the summary leads to its card, and the card stands clear of the way out', async () => {
    // A phone has least room; with WAYMARK_ALL wide too.
    for (const look of process.env.WAYMARK_ALL ? [phone, desktop] : [phone]) {
      await use(look)
      await visit(page, url, onPathway(...answers))
      const links = page.locator('.summary dd a')
      expect(await links.count()).toBeLessThanOrEqual(5)
      await links.last().click()
      const id = new URL(page.url()).hash
      const card = await page.locator(id).evaluate((e) => {
        const box = e.getBoundingClientRect()
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + 12)
        return { top: box.y, height: innerHeight, seen: e.contains(at) }
      })
      expect(card.seen).toBe(true)
      expect(card.top).toBeLessThan(card.height)
      await page.getByRole('link', { name: 'Back to what to do first' }).click()
      expect(await page.locator('#first-things').evaluate((e) => e.getBoundingClientRect().y)).toBeGreaterThan(0)
    }
  })

  // What was answered stands in each page, and nowhere else: test/promises/nothing-kept.test.ts.
  test.runIf(process.env.WAYMARK_ALL)('two tabs go their own ways', async () => {
    await use(desktop, false)
    const other = await page.context().newPage()
    await visit(page, url, onPathway('no', 'nhs', 'yes'))
    await visit(other, url, onPathway('no', 'council', 'no', 'refuses'))
    for (const tab of [page, other]) {
      await tab.locator('input[value="hospital"]').check()
      await Promise.all([tab.waitForNavigation(), tab.getByRole('button', { name: 'Continue' }).click()])
    }
    expect(await actions()).toContain('nrm-child-through')
    expect(await other.locator('#duty-to-notify').count()).toBe(1)
    await other.close()
  })

  test('sent twice it is answered twice alike', async () => {
    await use(desktop, false)
    await visit(page, url, onPathway(...answers))
    const first = await actions()
    await page.reload()
    expect(await actions()).toEqual(first)
  })
})
