import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { stopToken } from '../../src/commands/attend/stop-mail.ts'
import type { Pack } from '../../src/content/pack.ts'
import { grouped } from '../../src/domain/register/codes.ts'
import { askedIn, tierEndingWith } from '../../src/domain/training/course.ts'
import { passedCarrier } from '../../src/web/forms/passed.ts'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { post } from '../http/support.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { openTestIntake, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { certified, openTestAttend } from '../support/register.ts'
import { type ReportSite, receiving, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let attend: AttendParts & { close(): Promise<void> }
let site: ReportSite
let holders: Awaited<ReturnType<typeof certified>>
const newest = '111111111111'
/** The course after a change of two parts: one that has a question of the check, and one that has none. */
const changed = (pack: Pack): Pack => ({
  ...pack,
  course: {
    ...pack.course,
    taught: newest,
    releases: [
      {
        ...{ taught: newest, date: '2026-01-01', changes: ['A change.'] },
        learn: [
          { part: 'what-it-is', text: 'The law has a new word for it.', slides: ['five-terms'], asks: ['what-is-it'] },
          { part: 'signs', text: 'There is a new sign.' },
        ],
      },
      ...pack.course.releases,
    ],
  },
})
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  intake = openTestIntake(desk)
  const trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  holders = await certified(desk, attend, trainer, [{ name: 'Abi Lychgate', email: 'abi@example.org' }, { name: 'Ben Packhorse' }])
  site = await serveReports(intake, { pack: (pack) => changed(receiving(pack)) })
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await intake?.close()
  await attend?.close()
  await desk?.close()
})

const browser = useBrowser()
const heading = (page: Page): Promise<string | null> => page.textContent('h1')
const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name }).click()])
}
/** What axe finds, and whether anything is wider than the phone. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return [...(await runAxe(page)).faults, ...(wide ? ['wider than the phone'] : [])]
}
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.WAYMARK_LOOK
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const codeOn = async (page: Page): Promise<string> => (await page.textContent('main bdi'))?.replaceAll('-', '') ?? ''

test('without script, on a phone: a holder learns what is new, answers until all is right, and the certificate is renewed', async () => {
  const { code, learner_id } = holders.of('Abi Lychgate')
  const context = await browser.context({ ...phone, script: false })
  const page = await context.newPage()
  await page.goto(`http://${site.host}/training/update?c=${code}`)
  expect(await page.getByLabel('Code on your certificate').inputValue()).toBe(code)
  await press(page, 'See what is new')
  expect(await page.textContent('.govuk-error-summary')).toContain('Enter the name on your certificate')
  // Whoever hears the page is led there, without a script, and told which field it is.
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary')
  expect(await page.getByLabel('The name on your certificate').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('The name on your certificate').fill('Somebody Else')
  await press(page, 'See what is new')
  expect(await page.textContent('.govuk-error-summary')).toContain('no certificate with this code and this name')
  await page.getByLabel('The name on your certificate').fill('abi lychgate')
  await press(page, 'See what is new')
  expect(await heading(page)).toBe('What is new in Tier 1: everyone')
  expect(await page.getByText('The law has a new word for it.').count()).toBe(1)
  expect(await page.getByRole('heading', { name: 'Five terms you will hear' }).count()).toBe(1)
  await shoot(page, 'lesson')
  await press(page, 'Go to the questions')
  await press(page, 'Show my answers')
  expect(await page.textContent('.govuk-error-summary')).toContain('Choose an answer')
  await page.getByLabel('Someone has a job with low pay').check()
  await press(page, 'Show my answers')
  expect(await page.textContent('.govuk-error-summary')).toContain('Say that you have read all that is new')
  await page.getByLabel('I have read all that is new').check()
  await press(page, 'Show my answers')
  expect(await page.title()).toContain('Not all of your answers are right yet')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answers')
  expect(await page.getByRole('heading', { name: 'Not all of your answers are right yet' }).count()).toBe(1)
  await shoot(page, 'answers')
  await press(page, 'Read what is new again')
  await press(page, 'Go to the questions')
  await page.getByLabel('Threats keep a local man working').check()
  await page.getByLabel('I have read all that is new').check()
  await press(page, 'Show my answers')
  expect(await heading(page)).toBe('Your certificate is renewed')
  expect(await page.textContent('main dl')).toMatch(/abi lychgate[\s\S]*Took the whole course on [\s\S]* with Watford Borough Council/)
  await shoot(page, 'renewed')
  const fresh = await codeOn(page)
  // The same page sent again renews nothing twice.
  await page.reload()
  expect(await codeOn(page)).toBe(fresh)
  await page.getByRole('link', { name: 'Check the new certificate' }).click()
  expect(await page.textContent('#answer-heading')).toContain('Valid and current')
  const rows = await desk.owner.selectFrom('attendance').select('way').where('learner_id', '=', learner_id).orderBy('way').execute()
  expect(rows.map(({ way }) => way)).toEqual(['event', 'update'])
  // The question is counted, once, with the first answer; that all was read is no answer.
  const sums = await desk.owner.selectFrom('question_sum').select(['version', 'asked', 'wrong']).execute()
  expect(sums).toEqual([{ version: newest, asked: 1, wrong: 1 }])
  expect(await context.cookies()).toEqual([])
  await context.close()
}, 60_000)

test('without script, on a phone: whoever answered all at the end of the course may be counted; until then nothing is kept', async () => {
  const { course } = realPack()
  const last = course.parts.find((part) => tierEndingWith(course, part)?.id === 'everyone')
  if (!last) throw new Error('no check')
  const count = async () => (await desk.owner.selectFrom('attendance').select('id').where('way', '=', 'alone').execute()).length
  const context = await browser.context({ ...phone, script: false })
  const page = await context.newPage()
  await page.goto(`http://${site.host}/training/counted`)
  expect(await heading(page)).toBe('Take the course first')
  await page.goto(`http://${site.host}/training/${last.id}`)
  for (const { choices } of askedIn(course, last))
    await page.getByLabel(choices.find(({ right }) => right)?.text.replace(/\{.*/, '') ?? '').check()
  await press(page, 'Show my answers')
  expect(await count()).toBe(0)
  await press(page, 'Be counted')
  expect(await heading(page)).toBe('Be counted, and get a certificate')
  expect(await count()).toBe(0)
  await press(page, 'Count me')
  expect(await page.textContent('.govuk-error-summary')).toContain('Say that you have read every part')
  await page.getByLabel('Your name').fill('Una Fingerpost')
  await page.getByLabel('Where you work or volunteer').fill('A Corner Shop')
  await page.getByLabel('I have read every part').check()
  await press(page, 'Count me')
  await page.getByLabel('Businesses').check()
  await shoot(page, 'counted')
  await press(page, 'Count me')
  expect(await heading(page)).toBe('You are counted')
  expect(await count()).toBe(1)
  const code = await codeOn(page)
  await shoot(page, 'counted-done')
  await page.goto(`http://${site.host}/training/certificate?c=${code}`)
  expect(await page.textContent('#answer')).toContain('Learned alone on this website.')
  expect(await context.cookies()).toEqual([])
  await context.close()
}, 60_000)

test('the link of a mail stops nothing until the button is pressed', async () => {
  const { learner_id } = holders.of('Abi Lychgate')
  const stopped = async () =>
    (
      await desk.owner
        .selectFrom('learner')
        .select('mail_stopped_at')
        .where('id', '=', learner_id ?? '')
        .executeTakeFirstOrThrow()
    ).mail_stopped_at
  const page = await (await browser.context({ ...phone, script: false })).newPage()
  await page.goto(`http://${site.host}/training/stop?t=${'0'.repeat(64)}`)
  expect(await heading(page)).toBe('This link does not work')
  await page.goto(`http://${site.host}/training/stop?t=${stopToken(attend.pepper, learner_id ?? '')}`)
  expect(await stopped()).toBeNull()
  await press(page, 'Stop these emails')
  expect(await heading(page)).toBe('You will get no more emails about training')
  expect(await stopped()).not.toBeNull()
  await page.context().close()
}, 60_000)

test('no page of these has a fault that axe finds, or is wider than a phone', async () => {
  const page = await (await browser.context(phone)).newPage()
  await bringAxe(page)
  const found: string[] = []
  const look = async (): Promise<void> => void found.push(...(await faultsOf(page)))
  await page.goto(`http://${site.host}/training/update`)
  await look()
  await press(page, 'See what is new')
  await look()
  await page.getByLabel('Code on your certificate').fill(grouped(holders.of('Ben Packhorse').code))
  await page.getByLabel('The name on your certificate').fill('Ben Packhorse')
  await press(page, 'See what is new')
  await look()
  await press(page, 'Go to the questions')
  await look()
  await page.getByLabel('Someone has a job with low pay').check()
  await page.getByLabel('I have read all that is new').check()
  await press(page, 'Show my answers')
  await look()
  await page.getByLabel('Threats keep a local man working').check()
  await page.getByLabel('I have read all that is new').check()
  await press(page, 'Show my answers')
  await look()
  await page.goto(`http://${site.host}/training/counted`)
  await look()
  await page.goto(`http://${site.host}/training/stop`)
  await look()
  expect(found).toEqual([])
  await page.context().close()
}, 60_000)

test('whatever is sent to these forms is answered with a page, and leaves nothing in the register', async () => {
  const rows = async () => [
    (await desk.owner.selectFrom('attendance').select('id').execute()).length,
    (await desk.owner.selectFrom('learner').select('id').execute()).length,
    (await desk.owner.selectFrom('certificate').select('id').execute()).length,
  ]
  const before = await rows()
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('', 'begin', 'check', 'answer', 'count', 'lesson', '0'.repeat(64), "'; drop table learner; --", '\u0000', '\u202eabc'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/training/update', '/training/counted', '/training/stop'),
      fc.dictionary(fc.constantFrom('do', 'code', 'name', 'so-far', 'read', 't', 'organisation', 'email', 'sector', 'group'), text),
      async (path, fields) => {
        const answer = await post(site.port, path, fields as Record<string, string>)
        expect([200, 400]).toContain(answer.status)
        expect(answer.text).not.toMatch(/<script>|at .*\.ts:/)
      },
    ),
    { numRuns: 150 },
  )
  expect(await rows()).toEqual(before)
}, 120_000)

test('whoever holds a proof may type anything: they are counted or told what is wrong, and the register can always take it', async () => {
  const carrier = passedCarrier(testSealer())
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 140 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    fc.constantFrom('ﷺ'.repeat(120), 'Ltd', "O'Neill", '\u0000x', '\ud800'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.uuid(),
      typed,
      typed,
      fc.oneof(fc.constant(''), fc.emailAddress(), typed),
      async (entry, name, organisation, email) => {
        const sealed = carrier.keep({ entry, tier: 'everyone', taught: newest })
        const fields = { do: 'count', 'so-far': sealed, name, organisation, email, sector: 'business', group: 'volunteer', read: 'yes' }
        expect([200, 400]).toContain((await post(site.port, '/training/counted', fields)).status)
      },
    ),
    { numRuns: 120 },
  )
}, 120_000)
