import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WorkAccounts, type WorkAccountVisit, workAccounts } from '../../src/commands/sign-in/methods/work-account.ts'
import { safetyHeaders } from '../../src/web/http/headers.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'

const browser = useBrowser()
let [provider, server, accounts, here] = [
  null as unknown as IdentityProvider,
  null as unknown as Server,
  null as unknown as WorkAccounts,
  '',
]
const visits = new Map<string, WorkAccountVisit>()

const page = `<!DOCTYPE html><html lang="en"><title>Sign in</title>
<a href="/go">Work account</a><form method="post" action="/go"><button>Work account, by a form</button></form>`

/** The least that the desk does: it leads there, and says who came back. The visit is kept by a cookie as the desk sets it. */
beforeAll(async () => {
  provider = await startIdentityProvider([{ login: 'sam', subject: 'a1', email: 'sam@example.org', name: 'Sam Example' }])
  const { issuer, clientId, clientSecret } = provider
  accounts = workAccounts({ issuer: new URL(issuer), clientId, clientSecret, name: null })
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', here)
    const headers = { ...safetyHeaders, 'content-type': 'text/html; charset=utf-8', connection: 'close' }
    if (url.pathname === '/go') {
      const begun = await accounts.begin(new URL('/done', here))
      if ('fault' in begun) return void response.writeHead(503, headers).end(begun.fault)
      visits.set(begun.visit.state, begun.visit)
      const cookie = `visit=${begun.visit.state}; HttpOnly; SameSite=Lax; Path=/done`
      return void response.writeHead(303, { ...headers, location: begun.to.href, 'set-cookie': cookie }).end()
    }
    if (url.pathname !== '/done') return void response.writeHead(200, headers).end(page)
    const visit = visits.get(/visit=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '')
    const said = visit ? await accounts.finish(url.search, visit) : { fault: 'no-visit' }
    response.writeHead(200, headers).end(`<p>${'fault' in said ? said.fault : said.name}</p>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  here = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await provider.close()
})

test('a person signs in at the provider and comes back known; another says no', async () => {
  for (const [button, said] of [
    ['Cancel', 'refused'],
    ['Sign in', 'Sam Example'],
  ] as const) {
    const tab = await browser.open(phone)
    await tab.goto(here)
    await tab.getByRole('link').click()
    await tab.getByLabel('Account').fill('sam')
    await tab.getByRole('button', { name: button }).click()
    await tab.getByText(said).waitFor()
    await tab.context().close()
  }
})

test('a form does not lead there: what a page may send is held to this site, after a redirect too', async () => {
  const tab = await browser.open(phone)
  await tab.goto(here)
  const refused = tab.waitForEvent('console', (message) => /form-action/.test(message.text()))
  await tab.getByRole('button').click()
  expect((await refused).type()).toBe('error')
  expect(tab.url()).toBe(`${here}/`)
  await tab.context().close()
})
