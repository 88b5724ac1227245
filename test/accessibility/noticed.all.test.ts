import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { dark, desktop, type Look, largeTexts, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { lacking, shownText, strangeFonts } from '../support/letters.ts'
import { realPack } from '../support/real-pack.ts'
import { startWorlds } from '../support/site.ts'
import { allViews, type View } from '../support/views.ts'
import { visit } from '../support/visit.ts'
import { barOf, faultsOf, watchFiles, weightOf } from '../support/weight.ts'
import { ask } from './ask.ts'
import { endOfPage } from './probes/end-of-page.ts'
import { first999, firstView } from './probes/first-view.ts'
import { bringIbm, ibmFaults } from './probes/ibm.ts'
import { jumpFaults } from './probes/jumps.ts'
import { keyboardFaults } from './probes/keyboard.ts'
import { lettersSent } from './probes/letters.ts'
import { mirrored } from './probes/mirrored.ts'
import type { Probe } from './probes/probe.ts'
import { inlineIn, listen, policyFaults, troubleIn } from './probes/quiet.ts'
import { reflow, targets } from './probes/reflow.ts'
import { wayOut } from './probes/way-out.ts'
import { errorLinks } from './states.ts'

/* What the probes ask (visits.ts) can go wrong: each is shown a page on which it does. */

const browser = useBrowser()
const world = startWorlds()
let page: Page
beforeAll(async () => {
  page = await browser.open(desktop)
})

test('axe would notice: a picture without words, contrast of 5:1, a list item outside a list', async () => {
  const own = await browser.open(desktop)
  await bringAxe(own)
  await own.goto(`${(await world('evening')).url}/get-help`)
  await own.evaluate(() => {
    const bad = document.createElement('div')
    bad.innerHTML = '<img src="/favicon.ico"><p class="weak">weak</p><li>alone</li>'
    document.querySelector('main')?.append(bad)
    document.querySelector<HTMLElement>('.weak')?.style.setProperty('color', '#66706a')
  })
  const { faults } = await runAxe(own)
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'listitem']))
  await own.context().close()
})

test('the skip link leads past everything to the main part', async () => {
  await page.goto(`${(await world('evening')).url}/signs`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
})

describe('the walk would notice', () => {
  const spoil = async (how: () => void): Promise<string> => {
    await turnTo(page, phone)
    await page.goto(`${(await world('evening')).url}/get-help`)
    await page.evaluate(how)
    return (await keyboardFaults(page)).join('\n')
  }

  test('a bar that covers what has the focus', async () => {
    expect(await spoil(() => document.documentElement.style.setProperty('scroll-padding', '0'))).toContain('covered or out of sight')
  })
  test('a link without a ring', async () => {
    expect(
      await spoil(() =>
        document.styleSheets[0]?.insertRule('.board:focus-visible { outline: none }', document.styleSheets[0].cssRules.length),
      ),
    ).toContain('no ring: a Call')
  })
  test('an order of its own, and a thing that Tab does not reach', async () => {
    const faults = await spoil(() => {
      document.querySelector<HTMLElement>('main a')?.setAttribute('tabindex', '1')
      document.querySelector<HTMLElement>('footer a')?.setAttribute('tabindex', '-1')
    })
    expect(faults).toMatch(/the first stop is a (?!Skip)/)
    expect(faults).toContain('the way out does not come before the main part')
    expect(faults).toMatch(/\d+ stops, but \d+ things to use/)
  })
})

describe('the look would notice', () => {
  const spoiled = async (css: string): Promise<string> => {
    await turnTo(page, zoomed)
    await page.goto(`${(await world('evening')).url}/get-help`)
    await page.evaluate((rule) => document.styleSheets[0]?.insertRule(rule, document.styleSheets[0].cssRules.length), css)
    return [...(await page.evaluate(outOfSight)), ...(await page.evaluate(smallTargets))].join('\n')
  }

  test('a page too wide', async () => {
    expect(await spoiled('main { inline-size: 400px }')).toContain('the page is 400 px wide in a window of 320')
  })
  test('text cut off by its box', async () => {
    const faults = await spoiled('.about { block-size: 1rem; overflow: hidden }')
    expect(faults).toContain('cut off: ')
    expect(await spoiled('.about p { overflow: hidden; white-space: nowrap }')).toContain('cut off at the side: ')
  })
  test('a number cut off by its board', async () => {
    expect(await spoiled('.board { inline-size: 5rem !important }')).toMatch(/cut off by a shape: 0[\d ]+/)
  })
  test('a small target', async () => {
    expect(await spoiled('.menu { padding: 0; line-height: 1; border: 0 }')).toMatch(/\d+ x 1\d px: <a class="menu"/)
  })
})

describe('what is asked in the page, all at once, would notice', () => {
  /** What these probes say of a page that rules of style, or nothing, spoil. */
  const saidOf =
    (path: string) =>
    async (...rules: string[]): Promise<Record<string, string>> => {
      const { url: origin } = await world('evening')
      await page.goto(origin + path)
      await page.evaluate((given) => {
        for (const rule of given) document.styleSheets[0]?.insertRule(rule, document.styleSheets[0].cssRules.length)
      }, rules)
      const view: View = { name: path, world: 'evening', steps: [{ get: path }], status: 200 }
      // Without their notes: what is spoilt here is not for the accessibility statement.
      const probes = { endOfPage, firstView, mirrored, reflow: { ...reflow, note: undefined }, targets: { ...targets, note: undefined } }
      const found = await ask({ page, view, origin, sending: { path, form: null }, files: [], said: [] }, Object.values(probes) as Probe[])
      return Object.fromEntries(
        Object.entries(probes).map(([name, probe]) => [
          name,
          Object.values(found.get(probe as Probe)?.faults ?? {})
            .flat()
            .join('\n'),
        ]),
      )
    }

  const said = saidOf('/get-help')

  test('nothing on a page as it is', async () => {
    expect(await said()).toEqual({ endOfPage: '', firstView: '', mirrored: '', reflow: '', targets: '' })
  })
  test('a page from right to left whose mark and icon are as in English', async () => {
    const spoilt = ['.top { direction: ltr !important }', '.govuk-exit-this-page svg { transform: none !important }']
    expect((await saidOf('/ar/get-help')(...spoilt)).mirrored).toMatch(/mark is not on the right[\s\S]*icon of the way out/)
  })
  test('a bar over the end, a first view without 999, a page that does not mirror, one too wide, a small target', async () => {
    const found = await said(
      'footer { padding-block-end: 0 !important }',
      'main { padding-block-start: 30rem; inline-size: 1400px }',
      '.top { direction: ltr !important }',
      '.menu { padding: 0; line-height: 1; border: 0 }',
    )
    expect(found.endOfPage).toContain('covers the end')
    expect(found.firstView).toContain('not in sight: 999')
    expect(found.mirrored).toContain('the mark does not change sides')
    expect(found.reflow).toContain('px wide in a window of')
    expect(found.targets).toMatch(/class="menu"/)
  })
  test('an error that leads to no field, a first view without 999', async () => {
    const [origin, view]: [string, View] = ['about:blank', { name: '', world: 'evening', steps: [{ get: '/' }], status: 200 }]
    const saidOn = async (main: string): Promise<string[]> => {
      await page.setContent(`<main id="main">${main}</main>`)
      const found = await ask({ page, view, origin, sending: { path: '', form: null }, files: [], said: [] }, [errorLinks, first999])
      return [...found.values()].flatMap(({ faults }) => Object.values(faults).flat())
    }
    const field = (id: string) => `<form><input id="${id}"></form><div class="govuk-error-summary"><a href="#a">Enter it</a></div>`
    expect(await saidOn(`<a href="tel:999">999</a>${field('a')}`)).toEqual([])
    expect((await saidOn(`${'<br>'.repeat(80)}<a href="tel:999">999</a>${field('b')}`)).join()).toMatch(
      /999 is not.*leads to no field|leads to no field.*999 is not/,
    )
  })
  test('a probe that cannot look is no probe that found nothing', async () => {
    const { url: origin } = await world('evening')
    const broken: Probe = { name: 'x', asks: () => true, looks: () => [phone], look: () => Promise.reject(new Error('could not look')) }
    const view: View = { name: '/', world: 'evening', steps: [{ get: '/' }], status: 200 }
    await page.goto(origin)
    const found = await ask({ page, view, origin, sending: { path: '/', form: null }, files: [], said: [] }, [broken])
    expect(String(found.get(broken)?.error)).toContain('could not look')
  })
})

describe('by a reader’s own settings it would be noticed', () => {
  /** `/get-help`, or a form with a fault, spoilt by one rule more. */
  const spoiled = async (own: Page, css: string, look: Look, steps: View['steps'] = [{ get: '/get-help' }]): Promise<void> => {
    await turnTo(own, look)
    await visit(own, (await world('evening')).url, steps)
    await own.evaluate((rule) => document.styleSheets[0]?.insertRule(rule, document.styleSheets[0].cssRules.length), css)
  }

  test('large text that runs out of the page: its size is that of the window’s settings, for the layout too', async () => {
    const [twice = phone] = largeTexts
    await spoiled(page, '.aside svg { inline-size: 12rem }', twice)
    expect(
      await page.evaluate(() => [getComputedStyle(document.documentElement).fontSize, matchMedia('(max-width: 12em)').matches]),
    ).toEqual(['32px', true])
    expect((await page.evaluate(outOfSight)).join()).toContain('px wide in a window of 360')
  })
  test('a way out that takes a third of the window, or is half outside it', async () => {
    const faults = async () => page.evaluate(wayOut.inPage as () => string[])
    await spoiled(page, '.govuk-exit-this-page__button { min-block-size: 17rem !important }', phone)
    expect((await faults()).join()).toMatch(/2\d\d px of 844/)
    await spoiled(page, '.out { inset-block-end: -1rem !important }', phone)
    expect(await faults()).toEqual(['the way out is not whole in the window'])
  })
  test('a fault that is not seen beside its field', async () => {
    const steps = [{ get: '/signs/check' }, { press: 'Continue' }]
    await spoiled(page, '.govuk-error-message { margin-block-end: 20rem !important }', zoomed, steps)
    expect((await jumpFaults(page)).join()).toMatch(/#place: (the field|its message) is at/)
  })
  test('grey on dark', async () => {
    const own = await browser.open(phone)
    await bringAxe(own)
    await spoiled(own, '.small { color: #41514a }', dark)
    expect((await contrastFaults(own)).join()).toMatch(/color-contrast: .*class="small/)
    await own.context().close()
  })
  test('what IBM’s checker knows: a picture without words', async () => {
    const own = await browser.open(phone)
    await bringIbm(own)
    await spoiled(own, 'p { margin: 0 }', phone, [{ get: '/accessibility' }])
    await own.evaluate(() => document.querySelector('main')?.append(new Image()))
    expect((await ibmFaults(own)).join()).toContain('img_alt_valid')
    await own.context().close()
  })
})

test('a letter that no font has would be noticed, and one that only the machine has', async () => {
  await turnTo(page, phone)
  const { url, locale } = await world('evening')
  await page.goto(`${url}/get-help`)
  const fonts = await lettersSent(page, locale)
  await page.evaluate(() => document.querySelector('h1')?.append(' ☃ ብ'))
  expect(lacking(await shownText(page), fonts)).toEqual(['☃', 'ብ'])
  await page.evaluate(() => {
    const [h1] = document.querySelectorAll<HTMLElement>('h1')
    if (h1) h1.style.setProperty('font-family', 'sans-serif')
  })
  expect((await strangeFonts(page)).join()).toContain('<h1')
})

test('every page in another language is looked at in every check', async () => {
  const languages = realPack().translations.map(({ language }) => language.id)
  const seen = allViews().flatMap(({ steps: [step], language }) => (language && step && 'get' in step ? [step.get] : []))
  for (const name of ['evening', 'demo'] as const) {
    const { locale } = await world(name)
    const translated = [...pagesOf(locale).keys()].filter((path) => languages.includes(path.split('/')[1] ?? ''))
    expect(translated.length).toBeGreaterThanOrEqual(languages.length)
    expect(translated.filter((path) => !seen.includes(path))).toEqual([])
  }
})

describe('it would be noticed', () => {
  const troubleOn = async (own: Page, view: View): Promise<string[]> => {
    const ears = listen(own)
    await visit(own, (await world(view.world)).url, view.steps)
    return troubleIn(own, view, ears.said())
  }
  const home: View = { name: '/', world: 'evening', steps: [{ get: '/' }], status: 200 }

  test('script and style in the page', async () => {
    const bad = '<style>p{}</style><script>1</script><p style="color:red" onclick="x()"><a href="javascript:x()">x</a>'
    expect(inlineIn(bad)).toEqual(['<style>', '<script>', 'p style', 'p onclick', 'a href'])
    const own = await browser.open(desktop)
    await own.route('**/', async (route) => route.fulfill({ response: await route.fetch(), body: bad }))
    expect((await troubleOn(own, home)).join('\n')).toMatch(/violates the following Content Security Policy directive/)
    await own.context().close()
  })
  test('a cookie, and something put into storage', async () => {
    const own = await browser.open(desktop)
    await own.addInitScript(() => {
      document.cookie = 'seen=1'
      sessionStorage.setItem('seen', '1')
    })
    expect(await troubleOn(own, home)).toEqual(['cookie seen', 'cookies: seen=1', 'session: 1'])
    await own.context().close()
  })
  test('a policy that lets too much through', () => {
    expect(
      policyFaults(new Headers({ 'content-security-policy': "default-src 'self' 'unsafe-inline'", 'set-cookie': 'a=b' })),
    ).toHaveLength(3)
  })
})

test('the icon in the page is a picture that the policy lets through', async () => {
  const fresh = await browser.open(desktop)
  await fresh.goto((await world('evening')).url)
  const width = await fresh.evaluate(async () => {
    const picture = new Image()
    picture.src = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? ''
    await picture.decode()
    return picture.naturalWidth
  })
  expect(width).toBeGreaterThan(0)
  await fresh.context().close()
})

test('a page over its bars would be noticed', async () => {
  const { url } = await world('evening')
  const view: View = { name: '/get-help', world: 'evening', steps: [{ get: '/get-help' }], status: 200 }
  const much = [...Array.from({ length: 8 }, () => `${url}/signs`), 'https://example.org/']
  const own = await browser.open(phone)
  const files = await (await watchFiles(own))(url, () => visit(own, url, view.steps))
  const { name, status } = view
  const bar = barOf(name, 'atkinson')
  const faults = faultsOf(await weightOf({ name, bar, status }, url, { path: '/get-help', form: null }, [...files, ...much])).join()
  await own.context().close()
  expect(faults).toMatch(/HTML and CSS \d+ > 14336/)
  expect(faults).toMatch(/everything \d+ > 40960/)
  expect(faults).toMatch(/\d+ requests > 5/)
  expect(faults).toContain('1 requests to other hosts')
})
