import { json } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'
import { phone, useBrowser } from '../support/browser.ts'
import { quickCobrandedPress } from '../support/cobranded-press.ts'
import { logoFile } from '../support/logo.ts'
import { serveSite } from '../support/server.ts'

const browser = useBrowser()
const logo = { name: 'our logo.png', mimeType: 'image/png', buffer: Buffer.from(logoFile().png, 'base64') }

test.each([true, false])('somebody fills in the form, mends what is wrong and saves one file; script: %s', async (script) => {
  const served = await serveSite({ assets: inject('assets'), cobrandedPress: quickCobrandedPress() })
  try {
    const page = await browser.open({ ...phone, script })
    await page.goto(`${served.url}/training`)
    await page.locator('a[href="/resources/your-pack"]').click()
    const make = page.getByRole('button', { name: served.locale.t('your-pack.make') })
    await page.getByLabel(served.locale.t('your-pack.name')).fill('Old Mill & Sons')
    await page.getByLabel(served.locale.t('your-pack.lead')).first().fill('Ann Example')
    await page.locator('#number').fill('999')
    await page.locator('#logo').setInputFiles(logo)
    await make.click()
    const summary = page.locator('.govuk-error-summary')
    await summary.waitFor()
    expect(await summary.locator('a').allTextContents()).toEqual([served.locale.t('own-fault.emergency')])
    if (script) expect(await summary.evaluate((shown) => shown === document.activeElement)).toBe(true)
    expect(page.url()).toBe(`${served.url}/resources/your-pack`)
    expect(await page.locator('#name').inputValue()).toBe('Old Mill & Sons')
    expect(await page.locator('#logo-hint').textContent()).toContain(served.locale.t('your-pack.logo-again'))
    await summary.locator('a').click()
    await page.locator('#number').fill('01632 960 001')
    await page.locator('#logo').setInputFiles(logo)
    const [download] = await Promise.all([page.waitForEvent('download'), make.click()])
    expect(download.suggestedFilename()).toBe('training-pack.zip')
    if (script)
      await page
        .getByRole('status')
        .filter({ hasText: served.locale.t('your-pack.made') })
        .waitFor()
    expect(await json(await download.createReadStream())).toMatchObject({ name: 'Old Mill & Sons', logo: { width: 280 } })
    await page.context().close()
  } finally {
    await served.close()
  }
})
