import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { askToRegister, askToSignIn, checkRegistration, checkSignIn, type Passkey } from '../../src/commands/sign-in/methods/passkey.ts'
import { passkeysAt, type RelyingParty } from '../../src/commands/sign-in/methods/passkey-address.ts'
import { safetyHeaders } from '../../src/web/http/headers.ts'
import { phone, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const person = { handle: 'b7c9d2e1', email: 'sam@example.org', name: 'Sam Example' }
let at: RelyingParty
let passkey: Passkey | null = null
let challenge = ''

const page = (what: string, options: string): string => `<!DOCTYPE html><html lang="en"><title>Passkey</title>
<script type="module" src="/passkey.js"></script>
<form data-passkey="${what}" method="post">
<p data-passkey-without>Not in this browser.</p>
<p data-passkey-failed role="alert" hidden>It did not work.</p>
<input type="hidden" name="options" value="${options.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
<input type="hidden" name="answer">
<button hidden>Go on</button></form>`

/** The least that a page of the desk does: it asks, and says what came of the answer. */
const serve = async (): Promise<Server> => {
  const server = createServer(async (request, response) => {
    response.writeHead(200, {
      ...safetyHeaders,
      'content-type': request.url === '/passkey.js' ? 'text/javascript' : 'text/html',
      connection: 'close',
    })
    response.end(await answerTo(request.url ?? '', request.method === 'POST' ? await text(request) : null))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const answerTo = async (url: string, body: string | null): Promise<string> => {
  if (url === '/passkey.js') return readFileSync(join(inject('assets'), 'passkey.js'), 'utf8')
  const isRegistration = url === '/register'
  if (body === null) {
    const asked = isRegistration ? await askToRegister(at, 'Waymark', person, passkey ? [passkey.id] : []) : await askToSignIn(at)
    challenge = asked.challenge
    return page(url.slice(1), asked.options)
  }
  const answer = new URLSearchParams(body).get('answer') ?? ''
  const said = isRegistration
    ? await checkRegistration(answer, { at, challenge, handle: person.handle })
    : await checkSignIn(answer, { at, challenge }, async (id) => (id === passkey?.id ? passkey : null))
  challenge = ''
  if (!('fault' in said)) passkey = said
  return `<p>${'fault' in said ? said.fault : `done, ${said.counter}`}</p>`
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port
const servers: Server[] = []
let [here, elsewhere] = ['', '']
let [tab, devtools, authenticatorId] = [null as unknown as Page, null as unknown as CDPSession, '']

beforeAll(async () => {
  servers.push(await serve(), await serve())
  ;[here = '', elsewhere = ''] = servers.map((server) => `http://localhost:${portOf(server)}`)
  const place = passkeysAt(here)
  if ('fault' in place) throw new Error(place.fault)
  at = place
  tab = await browser.open(phone)
  // As in a browser where a password manager stands in between.
  await tab.addInitScript(() => {
    PublicKeyCredential.prototype.toJSON = () => {
      throw new TypeError('Illegal invocation')
    }
  })
  devtools = await tab.context().newCDPSession(tab)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  ;({ authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options }))
})
afterAll(() => {
  for (const server of servers) server.close()
})

/** Opens a page and goes through its ceremony: what the server says, or the sentence of one that came to nothing. */
const goOn = async (address: string): Promise<string> => {
  await tab.goto(address)
  expect(await tab.getByText('Not in this browser.').isVisible()).toBe(false)
  await tab.getByRole('button').click()
  return (await tab.locator('p').filter({ visible: true }).textContent()) ?? ''
}

/** One after the other, with the passkey of the first. */
test('a person registers a passkey and signs in with it', async () => {
  expect(await goOn(`${here}/register`)).toBe('done, 1')
  expect(await goOn(`${here}/sign-in`)).toBe('done, 2')
  expect(await goOn(`${here}/sign-in`)).toBe('done, 3')
})

test('a device that has a passkey of the person makes no second one', async () => {
  expect(await goOn(`${here}/register`)).toBe('It did not work.')
})

test('who cancels sees it said, sends nothing, and can try again', async () => {
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  expect(await goOn(`${here}/sign-in`)).toBe('It did not work.')
  expect(tab.url()).toBe(`${here}/sign-in`)
  expect(await tab.locator('[name=answer]').inputValue()).toBe('')
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await tab.getByRole('button').click()
  await tab.getByText('done').waitFor()
})

test('an answer made at another origin is refused', async () => {
  expect(await goOn(`${elsewhere}/sign-in`)).toBe('origin')
})

test('at an IP address the browser refuses, and the address that works is known', async () => {
  const numbers = here.replace('localhost', '127.0.0.1')
  expect(await goOn(`${numbers}/sign-in`)).toBe('It did not work.')
  expect(passkeysAt(numbers)).toMatchObject({ openInstead: here })
})

test('a copy of a passkey is seen by its counter', async () => {
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
  const [copied] = credentials
  if (!copied) throw new Error('the device has no passkey')
  expect(await goOn(`${here}/sign-in`)).toMatch(/^done/)
  await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId: copied.credentialId })
  await devtools.send('WebAuthn.addCredential', { authenticatorId, credential: copied })
  expect(await goOn(`${here}/sign-in`)).toBe('counter')
})

test.each([
  ['without script', false],
  ['in a browser that knows no passkeys', true],
])('%s the sentence stands in the place of the button', async (_, script) => {
  const other = await browser.open({ ...phone, script })
  await other.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential')
  })
  await other.goto(`${here}/sign-in`)
  expect(await other.getByText('Not in this browser.').isVisible()).toBe(true)
  expect(await other.getByRole('button').isVisible()).toBe(false)
  await other.context().close()
})
