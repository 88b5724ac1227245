import { expect, test } from 'vitest'
import { bringAxe, runAxe } from '../support/axe.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { everyView } from '../support/every.ts'
import { startSite } from '../support/site.ts'
import { axeFindsNothing } from './axe-suite.ts'

axeFindsNothing(
  'axe-get-help',
  everyView().filter((view) => view.name.includes('/get-help')),
)

const browser = useBrowser()

test('axe would notice: a picture without words, contrast of 5:1, a list item outside a list', async () => {
  const site = await startSite()
  const page = await browser.open(desktop)
  await bringAxe(page)
  await page.goto(`${site.url}/get-help`)
  await page.evaluate(() => {
    const bad = document.createElement('div')
    bad.innerHTML = '<img src="/favicon.ico"><p class="weak">weak</p><li>alone</li>'
    document.querySelector('main')?.append(bad)
    document.querySelector<HTMLElement>('.weak')?.style.setProperty('color', '#66706a')
  })
  const { faults } = await runAxe(page)
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'listitem']))
  await page.context().close()
  await site.close()
})
