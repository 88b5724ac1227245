import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LogFields } from '../../src/web/http/log.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { dumpOf, phrases, tellsOf } from '../support/key-holders.ts'

/* The partnership's key from its pages: a coordinator makes it, a second one joins, and the desk says what is still missing. */

let desk: ServedDesk
const logged: string[] = []
const note = (fields: LogFields, message?: string): void => void logged.push(`${JSON.stringify(fields)} ${message}`)
const browser = useBrowser()
beforeAll(async () => {
  desk = await serveTestDesk({ log: { info: note, warn: note, error: note, fatal: note } as never })
})
afterAll(() => desk.stop())

const signedIn = async ({ token }: Somebody): Promise<{ context: BrowserContext; page: Page; seen: string[] }> => {
  const context = await browser.context({ ...desktop, script: false })
  await context.addCookies([{ name: 'waymark-desk', value: token, domain: 'localhost', path: '/desk', httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const seen: string[] = []
  page.on('response', async (response) => void seen.push(await response.text().catch(() => '')))
  return { context, page, seen }
}

test('two coordinators, each with a passphrase of their own, make the desk ready but for what the pack lacks', async () => {
  const [anna, ben] = [
    await desk.somebody(['coordinator'], { name: 'Anna Weir' }),
    await desk.somebody(['coordinator'], { name: 'Ben Lock' }),
  ]
  const a = await signedIn(anna)
  await a.page.goto(`${desk.at}/desk/settings`)
  const needs = () => a.page.locator('#needs ~ ul li b, section[aria-labelledby=needs] li b').allInnerTexts()
  const fromThePack = [
    'Who is the controller',
    'Who people contact about their data',
    'A data protection impact assessment',
    'How long concerns are kept',
    'How long attendances of training are kept',
    'How long the record of who did what is kept',
  ]
  expect(await needs()).toEqual(['A key', ...fromThePack])
  expect(await a.page.locator('.watch').innerText()).toContain('Key: not made yet')
  await a.page.goto(`${desk.at}/desk/keys`)
  await a.page.getByRole('link', { name: 'Make the key' }).click()

  // What is lost is said before anything is done; the six words are typed as they were written down.
  expect(await a.page.locator('#lost').isVisible()).toBe(true)
  const words = (await a.page.locator('.codes code').allInnerTexts()).join(' ')
  expect(words.split(' ')).toHaveLength(6)
  const before = a.seen.length
  const type = async (page: Page, passphrase: string, again = passphrase): Promise<void> => {
    await page.getByLabel('New passphrase').fill(passphrase)
    await page.getByLabel('The same passphrase again').fill(again)
    await page.locator('main form button').click()
  }
  await type(a.page, words, phrases.wrong)
  expect(await a.page.locator('.govuk-error-summary').innerText()).toContain('Enter the same passphrase in both fields.')
  expect(await a.page.getByLabel('New passphrase').inputValue()).toBe('')
  await type(a.page, 'short')
  expect(await a.page.locator('.govuk-error-summary').innerText()).toContain('Enter at least five different words')
  await type(a.page, words.toUpperCase())
  expect(await a.page.locator('h2#told').innerText()).toBe('The key is made, and open')
  expect(await a.page.locator('main').innerText()).toContain('Only one person can open it')

  await a.page.getByLabel('Who?').selectOption({ label: 'Ben Lock' })
  await a.page.getByRole('button', { name: 'Let them join' }).click()
  expect(await a.page.locator('.pending').innerText()).toContain('Ben Lock can join now')
  const b = await signedIn(ben)
  await b.page.goto(`${desk.at}/desk/keys`)
  await b.page.getByRole('link', { name: 'Choose your passphrase' }).click()
  await type(b.page, phrases.second)
  expect(await b.page.locator('h2#told').innerText()).toBe('You can open the key now')

  await a.page.goto(`${desk.at}/desk/settings`)
  expect(await needs()).toEqual(fromThePack)
  expect(await a.page.locator('.watch').innerText()).toMatch(/Key: open until \d/)

  await a.page.goto(`${desk.at}/desk/keys`)
  await a.page.getByRole('button', { name: 'Close the key now' }).click()
  expect(await a.page.locator('.watch').innerText()).toContain('Key: closed: nothing can be read')
  await b.page.goto(`${desk.at}/desk/keys`)
  await b.page.locator('#passphrase').fill(phrases.wrong)
  await b.page.getByRole('button', { name: 'Open the key' }).click()
  expect(await b.page.locator('.govuk-error-summary').innerText()).toContain('That passphrase does not open the key.')
  await b.page.locator('#passphrase').fill(phrases.second)
  await b.page.getByRole('button', { name: 'Open the key' }).click()
  expect(await b.page.locator('h2#told').innerText()).toBe('The key is open')

  // What was typed is on no page, in no row and in no line of the log.
  const pages = [...a.seen.slice(before), ...b.seen.slice(0, 1), ...b.seen.slice(2)].join('\n')
  const all = `${pages}\n${await dumpOf(desk.owner)}\n${logged.join('\n')}\n${desk.told.join('\n')}`
  for (const secret of [words, words.toUpperCase(), phrases.second, phrases.wrong]) expect(tellsOf(all, secret)).toEqual([])
  expect(pages.length).toBeGreaterThan(20_000)
  await a.context.close()
  await b.context.close()
})

const ask = (who: Somebody, path: string, sent?: Record<string, string>) =>
  fetch(`${desk.at}${path}`, {
    redirect: 'manual',
    headers: { cookie: who.cookie, origin: desk.at },
    ...(sent ? { method: 'POST', body: new URLSearchParams(sent) } : {}),
  })

test('every member sees whether it is open and who can open it; nobody but a coordinator is offered more', async () => {
  const nurse = await desk.somebody(['practitioner'])
  const html = await (await ask(nurse, '/desk/keys')).text()
  expect(html).toContain('Opened by Ben Lock')
  expect(html).not.toMatch(/Remove…|Let them join|Close the key now|name="passphrase"/)
  const administrator = await desk.somebody(['administrator'])
  expect(await (await ask(administrator, '/desk/keys')).text()).not.toMatch(/Let them join|Close the key now|name="passphrase"/)
  expect((await ask(administrator, '/desk/keys/make')).headers.get('location')).toBe('/desk/keys')
  expect((await ask(nurse, '/desk/keys/open', { passphrase: phrases.second })).status).toBe(403)
  expect((await ask(nurse, '/desk/keys/close', {})).status).toBe(403)
  expect((await ask(nurse, `/desk/keys/remove/${nurse.person}`)).status).toBe(403)
  expect((await ask(administrator, '/desk/keys/remove/nobody')).status).toBe(404)
})

test('whoever signed in a while ago proves again who they are before they choose a passphrase, and loses nothing typed', async () => {
  const ben = await desk.somebody(['coordinator'])
  const [holder] = await desk.owner.selectFrom('profile').select('person_id').where('name', '=', 'Ben Lock').execute()
  await desk.owner
    .updateTable('sign_in')
    .set({ person_id: holder?.person_id ?? '', made_at: new Date(Date.now() - 16 * 60_000) } as never)
    .where('id', '=', ben.signIn)
    .execute()
  const answer = await ask(ben, '/desk/keys/passphrase')
  expect(answer.headers.get('location')).toBe('/desk/sign-in?to=%2Fdesk%2Fkeys%2Fpassphrase&why=again')
})

test('too many wrong ones wait, with the seconds in a header', async () => {
  const cara = await desk.somebody(['coordinator'])
  const statuses: number[] = []
  for (let tries = 0; tries < 7; tries++) statuses.push((await ask(cara, '/desk/keys/open', { passphrase: phrases.wrong })).status)
  expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 429])
  const answer = await ask(cara, '/desk/keys/open', { passphrase: phrases.wrong })
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
})
