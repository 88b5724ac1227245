import type { Page } from 'playwright-core'
import { phone } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { attribute, elementsOf } from '../../support/html.ts'
import type { View } from '../../support/views.ts'
import { fetchSent } from '../../support/visit.ts'
import { among, type Probe } from './probe.ts'

/** Notes what the browser says about a page: in its console, and of what it was refused. */
export const listen = (page: Page): { begin(): void; said(): readonly string[] } => {
  let said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`))
  return {
    begin: () => {
      said = []
    },
    said: () => said,
  }
}

/** What the browser was told, kept or refused while it showed the page. An answer of 4xx or 5xx is said in the console: that is meant. */
export const troubleIn = async (page: Page, view: View, said: readonly string[]): Promise<string[]> => {
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
export const inlineIn = (html: string): string[] =>
  elementsOf(html).flatMap((e) => [
    ...(e.tagName === 'style' ? ['<style>'] : []),
    ...(e.tagName === 'script' && !attribute(e, 'src') && attribute(e, 'type') !== 'application/ld+json' ? ['<script>'] : []),
    ...e.attrs.filter(({ name }) => name === 'style' || name.startsWith('on')).map(({ name }) => `${e.tagName} ${name}`),
    ...e.attrs.filter(({ value }) => /^\s*javascript:/i.test(value)).map(({ name }) => `${e.tagName} ${name}`),
  ])

export const policyFaults = (headers: Headers): string[] => {
  const policy = headers.get('content-security-policy') ?? ''
  return [
    ...(policy.includes("default-src 'none'") ? [] : ['no policy that begins with nothing']),
    ...(/unsafe|\*|https?:/.test(policy) ? [`a policy that is too wide: ${policy}`] : []),
    ...(headers.has('set-cookie') ? ['a cookie'] : []),
  ]
}

export const quiet: Probe = {
  name: 'nothing is kept in the browser, nothing stands inline, nothing is refused',
  asks: among(everyTemplate()),
  looks: () => [phone],
  look: async ({ page, view, origin, sending, said }) => {
    const { html, headers } = await fetchSent(origin, sending)
    return [...inlineIn(html), ...policyFaults(headers), ...(await troubleIn(page, view, said))]
  },
}
