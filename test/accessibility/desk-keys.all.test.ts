import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addKeyHolder } from '../../src/commands/keys/add-key-holder.ts'
import { allowKeyHolder } from '../../src/commands/keys/allow-key-holder.ts'
import { makeKey } from '../../src/commands/keys/make-key.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, type Look, largeTexts, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { phrases } from '../support/key-holders.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* Pages of the key and of settings as they are served, in every state of the key. */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }

const browser = useBrowser()
let desk: ServedDesk
let page: Page
beforeAll(async () => {
  desk = await serveTestDesk()
  page = await browser.open(phone)
  await bringAxe(page)
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)
const as = ({ token }: Somebody) => page.context().addCookies([{ name: 'waymark-desk', value: token, url: `${desk.at}/desk` }])

const faultsAt = async (path: string): Promise<string[]> => {
  await turnTo(page, phone)
  const answer = await page.goto(`${desk.at}${path}`)
  await page.evaluate(() => document.fonts.ready)
  const faults = [...(await htmlFaults((await answer?.text()) ?? ''))]
  for (const look of [phone, ...largeTexts.slice(0, 1), zoomed, desktop]) {
    await turnTo(page, look)
    faults.push(...(await geometry()).map((fault) => `${look.name}: ${fault}`))
  }
  const { faults: found, passed } = await runAxe(page)
  expect(passed).toBeGreaterThan(10)
  await turnTo(page, { ...desktop, dark: true })
  return [...faults, ...found, ...(await contrastFaults(page))]
}

test('in every state of the key axe finds nothing, contrast is 7:1, nothing is out of sight, targets have 24 px, the HTML is valid', async () => {
  const faults: Record<string, string[]> = {}
  const look = async (state: string, path: string): Promise<void> => {
    const found = await faultsAt(path)
    if (found.length) faults[state] = found
  }
  const anna = await desk.somebody(['coordinator', 'administrator'], { name: 'Anna Weir' })
  const ben = await desk.somebody(['coordinator'], { name: 'Ben Lock' })
  await as(anna)
  await look('settings, nothing decided', '/desk/settings')
  await look('no key', '/desk/keys')
  await look('to make it', '/desk/keys/make')
  await desk.as(anna, makeKey, { passphrase: phrases.first })
  await desk.as(anna, allowKeyHolder, { person: ben.person })
  await look('one holder, another allowed', '/desk/keys?told=allowed')
  await as(ben)
  await look('allowed', '/desk/keys')
  await desk.as(ben, addKeyHolder, { passphrase: phrases.second })
  await as(anna)
  await look('to remove someone', `/desk/keys/remove/${ben.person}`)
  await desk.owner
    .insertInto('receiving_key')
    .values({ seq: 2, id: '0123456789abcdef', public: randomBytes(32) })
    .execute()
  await desk.owner.updateTable('person').set({ state: 'ended' }).where('id', '=', ben.person).execute()
  await look('another public key, a holder who left', '/desk/keys')
  desk.parts.keys.close(() => true)
  await look('closed', '/desk/keys')
  expect(faults).toEqual({})
  await turnTo(page, phone)
  for (const path of ['/desk/keys', '/desk/settings']) {
    await page.goto(`${desk.at}${path}`)
    expect(await keyboardFaults(page)).toEqual([])
  }
})
