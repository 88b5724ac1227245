import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invitationToken } from '../../src/commands/people/invitation.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { dark, desktop, largeTexts, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* Pages of signing in and of one's own account, as they are served. */

const browser = useBrowser()
let desk: ServedDesk
let page: Page
let one: Somebody
let [invitation, passkey] = ['', '']

beforeAll(async () => {
  const unasked = { issuer: new URL('http://127.0.0.1:9'), clientId: 'waymark', clientSecret: 'x', name: null }
  desk = await serveTestDesk({ provider: unasked })
  const administrator = await desk.somebody(['administrator'], { name: 'Ruth Milestone' })
  const outcome = await desk.as(administrator, invitePerson, {
    name: 'Ida Towpath',
    email: 'ida@example.org',
    partner: 'watford',
    roles: ['spoc'],
  })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  invitation = invitationToken(desk.parts, outcome.done.invitation).token
  one = await desk.somebody(['coordinator'], { name: 'Asha Stile' })
  const keys = ['Work phone', 'Security key'].map((name) => ({
    person_id: one.person,
    credential_id: Buffer.from(name).toString('base64url'),
    public_key: Buffer.alloc(8),
    counter: 0,
    name,
  }))
  const made = await desk.owner.insertInto('passkey').values(keys).returning('id').execute()
  passkey = made[0]?.id ?? ''
  const later = new Date(Date.now() + 3_600_000)
  await desk.owner
    .insertInto('sign_in')
    .values({
      token_hash: Buffer.alloc(4),
      person_id: one.person,
      method: 'passkey',
      device: 'Firefox on Linux',
      idle_ends_at: later,
      ends_at: later,
    })
    .execute()
  page = await browser.open(phone)
  await bringAxe(page)
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const fill = async (labels: Readonly<Record<string, string>>, button: string): Promise<void> => {
  for (const [label, text] of Object.entries(labels)) await page.getByLabel(label).fill(text)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button, exact: true }).filter({ visible: true }).click()])
}

/** `long`: with so much on it that its order by keyboard is tried. */
type View = { path(): string; signedIn?: boolean; long?: boolean; after?(): Promise<void> }
const views: Readonly<Record<string, View>> = {
  'all ways to sign in': { path: () => '/desk/sign-in?why=signed-out', long: true },
  'a wrong password': {
    path: () => '/desk/sign-in/password',
    after: () => fill({ 'Work email address': one.email, Password: 'wrong' }, 'Continue'),
  },
  'a recovery code, nothing entered': { path: () => '/desk/sign-in/recovery', after: () => fill({}, 'Sign in') },
  'a work account, out of order': { path: () => '/desk/sign-in/work-account' },
  'an invitation': { path: () => `/desk/invited/${invitation}` },
  'an invitation that is over': { path: () => '/desk/invited/x' },
  'my account': { path: () => '/desk/account?said=passkey-added', signedIn: true, long: true },
  'a passkey to add': { path: () => '/desk/account/passkeys', signedIn: true },
  'a passkey to remove': { path: () => `/desk/account/passkeys/${passkey}`, signedIn: true },
  'a password with a wrong code': {
    path: () => '/desk/account/password',
    signedIn: true,
    after: () => fill({ 'New password': 'short', 'Six-digit code': '000000' }, 'Save'),
  },
  'recovery codes': { path: () => '/desk/account/recovery-codes', signedIn: true, after: () => fill({}, 'Make new codes and show them') },
  'details that somebody else changed': {
    path: () => '/desk/account/details',
    signedIn: true,
    after: async () => {
      await desk.owner.updateTable('profile').set({ version: 7 }).where('person_id', '=', one.person).execute()
      await fill({ Name: 'Asha Lock', 'Telephone number': '01632 960001' }, 'Save')
    },
  },
}

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

describe.each(Object.entries(views))('%s', (_, { path, signedIn, long, after }) => {
  test('axe finds nothing by day and by night, nothing is out of sight, the HTML is valid, and a keyboard reaches all', async () => {
    await turnTo(page, phone)
    await page.context().clearCookies()
    if (signedIn) await page.context().addCookies([{ name: 'waymark-desk', value: one.token, url: desk.at }])
    const answer = await page.goto(desk.at + path())
    const html = after ? '' : ((await answer?.text()) ?? '')
    await after?.()
    await page.evaluate(() => document.fonts.ready)
    const faults: Record<string, string[]> = { html: html ? await htmlFaults(html) : [] }
    for (const look of [phone, desktop]) {
      await turnTo(page, look)
      faults[look.name] = [...(await runAxe(page)).faults, ...(await geometry())]
    }
    await turnTo(page, dark)
    faults.dark = await contrastFaults(page)
    for (const look of [zoomed, ...largeTexts.slice(0, 1)]) {
      await turnTo(page, look)
      faults[look.name] = await geometry()
    }
    if (long) {
      await turnTo(page, phone)
      faults.keyboard = await keyboardFaults(page)
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length))).toEqual({})
  })
})
