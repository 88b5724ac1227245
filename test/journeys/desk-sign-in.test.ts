import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationToken } from '../../src/commands/people/invitation.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { dark, desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { type ServedDesk, serveTestDesk } from '../support/desk.ts'
import { codeAt, secretOf } from '../support/desk-visitor.ts'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'

/* Everybody's way in, in a browser. What no browser does: test/desk/sign-in.test.ts. */

const browser = useBrowser()
let desk: ServedDesk
let provider: IdentityProvider
beforeAll(async () => {
  provider = await startIdentityProvider([
    { login: 'ida', subject: 'ida-1', email: 'ida@work.example.org', emailVerified: true, name: 'Ida Towpath' },
    { login: 'stranger', subject: 'stranger-1', email: 'invited-only@example.org', emailVerified: true },
  ])
  const { issuer, clientId, clientSecret } = provider
  desk = await serveTestDesk({ provider: { issuer: new URL(issuer), clientId, clientSecret, name: 'Watford account' } })
})
afterAll(async () => {
  await desk.stop()
  await provider.close()
})

const invited = async (name: string, email: string): Promise<string> => {
  const administrator = await desk.somebody(['administrator'], { name: 'Ruth Milestone' })
  const outcome = await desk.as(administrator, invitePerson, { name, email, partner: 'watford', roles: ['spoc'] })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return `${desk.at}/desk/invited/${invitationToken(desk.parts, outcome.done.invitation).token}`
}

const signedOut = async (page: Page): Promise<void> => {
  await page.locator('form[action="/desk/sign-out"] button:visible').first().click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).filter({ visible: true })
const device = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
}

/** Cookies of the desk, whichever of its addresses they are for. */
const cookiesOf = async (page: Page): Promise<string[]> =>
  (await page.context().cookies()).filter(({ domain }) => domain === 'localhost').map(({ name }) => name)

const opened: BrowserContext[] = []
const open = async (look: Look): Promise<Page> => {
  const page = await browser.open(look)
  opened.push(page.context())
  return page
}
afterAll(() => Promise.all(opened.map((context) => context.close())))

test('someone who was invited accepts, adds a passkey, signs out and in by it, and keeps the last one', async () => {
  const page = await open(phone)
  await device(page)
  await page.goto(await invited('Asha Stile', 'asha@example.org'))
  await page.getByText('Ruth Milestone has invited you').waitFor()
  await button(page, 'Accept and continue').click()
  await page.getByRole('heading', { name: 'Choose how you will sign in next time' }).waitFor()
  await link(page, 'Add a passkey').click()
  await page.getByLabel('Name of this passkey').fill('Work phone')
  await button(page, 'Add a passkey').click()
  await page.getByText('Your passkey is saved.').waitFor()
  expect(await page.getByText('Choose how you will sign in next time').count()).toBe(0)
  // The device has one of hers already.
  await link(page, 'Add a passkey').click()
  await page.getByLabel('Name of this passkey').fill('Again')
  await button(page, 'Add a passkey').click()
  await page.getByText('If this device already has a passkey for you').waitFor()
  await signedOut(page)
  await page.goto(`${desk.at}/desk/account`)
  expect(new URL(page.url()).searchParams.get('to')).toBe('/desk/account')
  await button(page, 'Use a passkey').click()
  await page.getByRole('heading', { name: 'My account and sign-ins' }).waitFor()
  expect(await page.getByText('by passkey').count()).toBe(1)
  await page.getByRole('link', { name: /^Remove…\s*: Work phone/ }).click()
  await page.getByText('This is your only way to sign in').waitFor()
})

test('a password is set up with an app, signs in without script, and a recovery code does once', async () => {
  const one = await desk.somebody(['practitioner'], { name: 'Nell Byway' })
  const page = await open({ ...desktop, script: false })
  await page.context().addCookies([{ name: 'waymark-desk', value: one.token, url: desk.at }])
  await page.goto(`${desk.at}/desk/account/password`)
  const secret = secretOf((await page.locator('.authenticator code').textContent()) ?? '')
  await page.getByLabel('New password').fill('otter lamp quarry ninety')
  await page.getByLabel('Six-digit code').fill(codeAt(secret, Temporal.Now.instant()))
  await button(page, 'Save').click()
  await page.getByText('Your password and authenticator app are saved.').waitFor()
  await link(page, 'Make recovery codes').click()
  await button(page, 'Make new codes and show them').click()
  const codes = await page.locator('.codes code').allTextContents()
  expect(codes).toHaveLength(10)
  await link(page, 'I have kept them').click()
  await page.getByText('You have 10 codes left.').waitFor()
  await signedOut(page)
  // The step of the code that was used is over for the desk; an app shows the next one half a minute later.
  await desk.owner.updateTable('password').set({ last_step: 0 }).where('person_id', '=', one.person).execute()
  await link(page, 'Sign in with a password and a code').click()
  await page.getByLabel('Work email address').fill(one.email)
  await page.getByLabel('Password').fill('otter lamp quarry eighty')
  await button(page, 'Continue').click()
  await page.getByText('The email address or the password is not right.').first().waitFor()
  expect(await page.getByLabel('Work email address').inputValue()).toBe(one.email)
  await page.getByLabel('Password').fill('otter lamp quarry ninety')
  await button(page, 'Continue').click()
  await page.getByLabel('Six-digit code').fill(codeAt(secret, Temporal.Now.instant()))
  await button(page, 'Sign in').click()
  await page.waitForURL(`${desk.at}/desk`)
  await signedOut(page)
  const recover = async (): Promise<void> => {
    await page.goto(`${desk.at}/desk/sign-in/recovery`)
    await page.getByLabel('Work email address').fill(one.email)
    await page.getByLabel('Recovery code').fill(codes[3] ?? '')
    await button(page, 'Sign in').click()
  }
  await recover()
  await page.getByText('You have 9 codes left.').waitFor()
  await signedOut(page)
  await recover()
  await page.getByText('or the code has been used').first().waitFor()
})

test('a sign-in that is ended elsewhere is over at its next page', async () => {
  const one = await desk.somebody(['practitioner'])
  const [there, here] = [await open(phone), await open(desktop)]
  await there.context().addCookies([{ name: 'waymark-desk', value: one.token, url: desk.at }])
  await there.goto(`${desk.at}/desk/account`)
  const codes = there.getByRole('link', { name: 'Make recovery codes' })
  await codes.click()
  await button(there, 'Make new codes and show them').click()
  const code = (await there.locator('.codes code').first().textContent()) ?? ''
  await here.goto(`${desk.at}/desk/sign-in/recovery`)
  await here.getByLabel('Work email address').fill(one.email)
  await here.getByLabel('Recovery code').fill(code)
  await button(here, 'Sign in').click()
  await here.getByRole('button', { name: /^End\s*: Test, by passkey/ }).click()
  await here.getByText('That sign-in has ended.').waitFor()
  await there.goto(`${desk.at}/desk/account`)
  await there.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
})

// In `npm test` the provider and the way back alone: test/sign-in/work-account.test.ts, test/journeys/work-account.test.ts.
test.runIf(process.env.WAYMARK_ALL)(
  'a work account is linked by the link of an invitation, and signs in from then on; another one is told how',
  async () => {
    const page = await open(dark)
    await page.goto(await invited('Ida Towpath', 'ida@example.org'))
    await link(page, 'Accept with Watford account').click()
    await page.getByLabel('Account').fill('ida')
    await button(page, 'Sign in').click()
    await page.waitForURL(`${desk.at}/desk`)
    expect(await cookiesOf(page)).toEqual(['waymark-desk'])
    await page.goto(`${desk.at}/desk/account`)
    await page.getByText('Linked. You can sign in with the account that you use at work.').waitFor()
    await signedOut(page)
    await page.goto(`${desk.at}/desk/account`)
    await link(page, 'Continue with Watford account').click()
    await page.getByRole('heading', { name: 'My account and sign-ins' }).waitFor()
    // The organisation let her through without asking: to change how she signs in she shows there anew who she is.
    await link(page, 'Set up a password').click()
    await page.getByRole('heading', { name: 'Sign in again to go on' }).waitFor()
    await link(page, 'Continue with Watford account').click()
    await page.getByLabel('Account').fill('ida')
    await button(page, 'Sign in').click()
    await page.getByRole('heading', { name: 'Set a password and an authenticator app' }).waitFor()

    const other = await open(phone)
    // Whoever has the address of somebody who was invited is not that person yet.
    await invited('Someone Invited', 'invited-only@example.org')
    await other.goto(`${desk.at}/desk/sign-in`)
    await link(other, 'Continue with Watford account').click()
    await other.getByLabel('Account').fill('stranger')
    await button(other, 'Sign in').click()
    await other.getByRole('heading', { name: 'This work account is not linked to anyone here' }).waitFor()
    expect(await cookiesOf(other)).toEqual([])
    // The way back again, as from the browser's history: it was used.
    await other.goBack().catch(() => {})
    expect(await cookiesOf(other)).toEqual([])
  },
)

test.runIf(process.env.WAYMARK_ALL)(
  'somebody who signs in another way links their work account; who cancels, or finds it out of order, is told',
  async () => {
    const one = await desk.somebody(['practitioner'])
    const page = await open(phone)
    await page.context().addCookies([{ name: 'waymark-desk', value: one.token, url: desk.at }])
    await page.goto(`${desk.at}/desk/account`)
    await link(page, 'Link my work account').click()
    await button(page, 'Cancel').click()
    await page.getByText('Your organisation did not sign you in, or you cancelled.').waitFor()
    await page.goto(`${desk.at}/desk/account`)
    await link(page, 'Link my work account').click()
    await page.getByLabel('Account').fill('stranger')
    await button(page, 'Sign in').click()
    await page.getByText('Your work account is linked.').waitFor()
    await signedOut(page)
    await page.goto(`${desk.at}/desk/sign-in`)
    await link(page, 'Continue with Watford account').click()
    await page.waitForURL(`${desk.at}/desk`)
  },
)
