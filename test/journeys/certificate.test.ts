import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { openTestIntake, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { certified, openTestAttend } from '../support/register.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let intake: TestIntake
let site: ReportSite
let trainer: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  intake = openTestIntake(desk)
  site = await serveReports(intake)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await intake?.close()
  await attend?.close()
  await desk?.close()
})

const browser = useBrowser()
const check = async (page: Page, code: string, name = ''): Promise<string> => {
  await page.getByLabel('Code on the certificate').fill(code)
  await page.getByLabel('Name on the certificate').fill(name)
  await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name: 'Check' }).click()])
  return (await page.locator('#answer').textContent()) ?? ''
}

/** In `npm test` as it is with the least. */
test.each(process.env.WAYMARK_ALL ? [false, true] : [false])(
  'anyone checks a certificate, in each of its states; script: %s',
  async (script) => {
    const suffix = script ? ' Two' : ' One'
    const names = ['محمّد الأحمد', 'Ben', 'Cass', 'Dee', 'Eli', 'Fay'].map((name) => name + suffix) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const { of } = await certified(
      desk,
      attend,
      trainer,
      names.map((name) => ({ name })),
    )
    const [valid, old, ended, withdrawn, replaced, shown] = names.map(of) as [
      ReturnType<typeof of>,
      ReturnType<typeof of>,
      ReturnType<typeof of>,
      ReturnType<typeof of>,
      ReturnType<typeof of>,
      ReturnType<typeof of>,
    ]
    const set = (id: string, values: object) => desk.owner.updateTable('certificate').set(values).where('id', '=', id).execute()
    await set(old.id, { version: '0123456789ab' })
    await set(ended.id, { ends_on: '2026-05-09' })
    await set(withdrawn.id, { withdrawn_at: new Date('2026-07-02T10:00:00Z'), withdrawn_because: 'mistake' })
    await set(replaced.id, { replaced_by: valid.id })
    await set(shown.id, { demonstration: true })
    const context = await browser.context({ ...phone, script })
    const page = await context.newPage()
    if (script) await bringAxe(page)
    await page.goto(`http://${site.host}/training/certificate`)
    const states: [string, string, RegExp][] = [
      [valid.code.toLowerCase().replace(/.{4}/g, '$& '), '', /Valid and current.*trainer was from Watford/],
      [valid.code, names[0], /The name you typed is the name of its holder/],
      [valid.code, 'Somebody Else', /is not the name of its holder/],
      [old.code, '', /Needs the update.*the whole course again/],
      [ended.code, '', /Ended on 9 May 2026/],
      [withdrawn.code, '', /Withdrawn on 2 July 2026.*Ask Watford/],
      [replaced.code, '', /Replaced by a newer one/],
      [shown.code, '', /A demonstration, not a certificate/],
      ['0000000000000000', names[0], /We do not know this code/],
    ]
    for (const [n, [code, name, said]] of states.entries()) {
      const answer = await check(page, code, name)
      expect(answer).toMatch(said)
      // Nobody's name is on the page, not even the one that was typed.
      expect(await page.content()).not.toMatch(/الأحمد|Ben (?:One|Two)|Somebody Else/)
      if (process.env.WAYMARK_KEEP && !script) {
        mkdirSync(process.env.WAYMARK_KEEP, { recursive: true })
        await page.screenshot({ path: `${process.env.WAYMARK_KEEP}/check-${n}.png`, fullPage: true })
      }
    }
    await page.getByLabel('Code on the certificate').fill('K7TM')
    await page.getByRole('button', { name: 'Check' }).click()
    expect(await page.textContent('.govuk-error-summary')).toContain('four groups of four')
    if (script) expect((await runAxe(page)).faults).toEqual([])
    // As the square on the paper leads there.
    await page.goto(`http://${site.host}/training/certificate?c=${valid.code}`)
    expect(await page.locator('#answer').textContent()).toContain('Valid and current')
    expect(await context.cookies()).toEqual([])
    await context.close()
  },
)
