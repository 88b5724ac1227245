import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { phone, type useBrowser } from './browser.ts'
import { attribute, elementsOf } from './html.ts'
import type { Step, View } from './views.ts'
import { lastOf, visit } from './visit.ts'
import { type Sent, weigh } from './wire.ts'

/** 1 KB is 1,024 bytes; sizes are bytes as sent, heads included (QUALITY.md). */
const KB = 1024
type Bar = { text: number; all: number; requests: number }
const barOf = ({ name, language }: View): Bar => {
  // Its pictures and its Easy Read version are pages of drawings, no first view.
  if (!/\/get-help(?: |$)/.test(name)) return { text: 20 * KB, all: 70 * KB, requests: 7 }
  const ours = (language?.face ?? 'atkinson') === 'atkinson'
  return ours ? { text: 14 * KB, all: 40 * KB, requests: 5 } : { text: 14 * KB, all: 60 * KB, requests: 6 }
}

export type Weight = {
  name: string
  bar: Bar
  html: number
  css: number
  script: number
  font: number
  image: number
  requests: number
  elsewhere: number
}

const allOf = (w: Weight): number => w.html + w.css + w.script + w.font + w.image

const kindOf = ({ head }: Sent): 'html' | 'css' | 'script' | 'font' | 'image' => {
  const type = /^content-type: (\S+)/im.exec(head)?.[1] ?? ''
  if (type.startsWith('text/html')) return 'html'
  if (type.startsWith('text/css')) return 'css'
  if (type.startsWith('text/javascript')) return 'script'
  return type.startsWith('font/') ? 'font' : 'image'
}

/** Weighs a page as a browser comes to it with nothing kept. `more`: addresses that are asked for besides. */
export type WeightOf = (origin: string, view: View, more?: readonly string[]) => Promise<Weight>

export const useScales = (browser: ReturnType<typeof useBrowser>): WeightOf => {
  let page: Page
  let asked: string[] = []
  beforeAll(async () => {
    page = await browser.open(phone)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) asked.push(request.url())
    })
  })

  /** What a browser asks for beside the page when it comes to it with nothing kept, and the icon, which one without a window leaves. */
  const besideOf = async (origin: string, steps: readonly Step[]): Promise<string[]> => {
    // An answer to a form is reached through other pages, whose files are asked for again here.
    if (steps.length > 1) await visit(page, origin, steps.slice(0, -1))
    asked = []
    await visit(page, origin, steps.slice(-1))
    await page.evaluate(() => document.fonts.ready)
    const icon = elementsOf(await page.content()).find((e) => attribute(e, 'rel') === 'icon')
    return [...asked, new URL(icon ? (attribute(icon, 'href') ?? '') : '/favicon.ico', origin).href].filter(
      (url) => !url.startsWith('data:'),
    )
  }

  return async (origin, view, more = []) => {
    const own = await weigh(origin, await lastOf(origin, view.steps))
    expect(own.status, view.name).toBe(view.status)
    const weight: Weight = {
      name: view.name,
      bar: barOf(view),
      html: own.bytes,
      css: 0,
      script: 0,
      font: 0,
      image: 0,
      requests: 1,
      elsewhere: 0,
    }
    for (const url of [...(await besideOf(origin, view.steps)), ...more]) {
      weight.requests += 1
      if (new URL(url).origin !== origin) {
        weight.elsewhere += 1
        continue
      }
      const sent = await weigh(origin, { path: new URL(url).pathname, form: null })
      weight[kindOf(sent)] += sent.bytes
    }
    return weight
  }
}

export const faultsOf = (w: Weight): string[] => {
  const { bar } = w
  return [
    ...(w.html + w.css > bar.text ? [`HTML and CSS ${w.html + w.css} > ${bar.text}`] : []),
    ...(allOf(w) > bar.all ? [`everything ${allOf(w)} > ${bar.all}`] : []),
    ...(w.requests > bar.requests ? [`${w.requests} requests > ${bar.requests}`] : []),
    ...(w.script > 6 * KB ? [`script ${w.script} > ${6 * KB}`] : []),
    ...(w.elsewhere ? [`${w.elsewhere} requests to other hosts`] : []),
  ].map((fault) => `${w.name}: ${fault}`)
}

/** Heaviest first. */
export const table = (weights: readonly Weight[]): string =>
  weights
    .toSorted((a, b) => b.html + b.css - a.html - a.css)
    .map(
      (w) =>
        [w.html, w.css, w.html + w.css, w.script, w.font, w.image, allOf(w), w.requests].map((n) => String(n).padStart(9)).join('') +
        `  ${w.name}`,
    )
    .reduce((text, row) => `${text}\n${row}`, '     html      css     both   script     font    image      all requests  page')
