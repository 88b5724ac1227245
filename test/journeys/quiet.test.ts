import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { desktop, useBrowser } from '../support/browser.ts'
import { everyTemplate } from '../support/every.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { startWorlds } from '../support/site.ts'
import type { View } from '../support/views.ts'
import { fetchView, visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
let page: Page
let said: string[] = []

beforeAll(async () => {
  page = await browser.open(desktop)
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`))
})

/** What the browser was told, kept or refused while it showed the page. An answer of 4xx or 5xx is said in the console: that is meant. */
const troubleIn = async (view: View): Promise<string[]> => {
  said = []
  await visit(page, (await world(view.world)).url, view.steps)
  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }))
  const status = /^error: Failed to load resource: the server responded with a status of (\d+)/
  const meant = (line: string) => status.exec(line)?.[1] === String(view.status)
  return [
    ...said.filter((line) => !meant(line)),
    ...(await page.context().cookies()).map((cookie) => `cookie ${cookie.name}`),
    ...Object.entries(kept).flatMap(([where, what]) => (what ? [`${where}: ${what}`] : [])),
  ]
}

/** Script or style that stands in the page itself. Data blocks are neither. */
const inlineIn = (html: string): string[] =>
  elementsOf(html).flatMap((e) => [
    ...(e.tagName === 'style' ? ['<style>'] : []),
    ...(e.tagName === 'script' && !attribute(e, 'src') && attribute(e, 'type') !== 'application/ld+json' ? ['<script>'] : []),
    ...e.attrs.filter(({ name }) => name === 'style' || name.startsWith('on')).map(({ name }) => `${e.tagName} ${name}`),
    ...e.attrs.filter(({ value }) => /^\s*javascript:/i.test(value)).map(({ name }) => `${e.tagName} ${name}`),
  ])

const policyFaults = (headers: Headers): string[] => {
  const policy = headers.get('content-security-policy') ?? ''
  return [
    ...(policy.includes("default-src 'none'") ? [] : ['no policy that begins with nothing']),
    ...(/unsafe|\*|https?:/.test(policy) ? [`a policy that is too wide: ${policy}`] : []),
    ...(headers.has('set-cookie') ? ['a cookie'] : []),
  ]
}

describe('nothing is kept in the browser, nothing stands inline, nothing is refused', () => {
  test.for(everyTemplate())('$name', async (view, { expect }) => {
    const { html, headers } = await fetchView((await world(view.world)).url, view.steps)
    expect([...inlineIn(html), ...policyFaults(headers), ...(await troubleIn(view))]).toEqual([])
  })
})

describe('it would be noticed', () => {
  const home: View = { name: '/', world: 'evening', steps: [{ get: '/' }], status: 200 }

  test('script and style in the page', async () => {
    const bad = '<style>p{}</style><script>1</script><p style="color:red" onclick="x()"><a href="javascript:x()">x</a>'
    expect(inlineIn(bad)).toEqual(['<style>', '<script>', 'p style', 'p onclick', 'a href'])
    await page.route('**/', async (route) => route.fulfill({ response: await route.fetch(), body: bad }))
    expect((await troubleIn(home)).join('\n')).toMatch(/violates the following Content Security Policy directive/)
    await page.unroute('**/')
  })
  test('a cookie, and something put into storage', async () => {
    await page.addInitScript(() => {
      document.cookie = 'seen=1'
      sessionStorage.setItem('seen', '1')
    })
    expect(await troubleIn(home)).toEqual(['cookie seen', 'cookies: seen=1', 'session: 1'])
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
