import type { Page } from 'playwright-core'
import { attribute, elementsOf } from './html.ts'
import type { Sending } from './visit.ts'
import { type Sent, weigh } from './wire.ts'

/** 1 KB is 1,024 bytes; sizes are bytes as sent, heads included (QUALITY.md). */
const KB = 1024
type Bar = { text: number; all: number; requests: number }

/** `face`: the one that the page is set in. */
export const barOf = (name: string, face: string): Bar => {
  // Its pictures and its Easy Read version are pages of drawings, no first view.
  if (!/\/get-help(?: |$)/.test(name)) return { text: 20 * KB, all: 70 * KB, requests: 7 }
  return face === 'atkinson' ? { text: 14 * KB, all: 40 * KB, requests: 5 } : { text: 14 * KB, all: 60 * KB, requests: 6 }
}

type Kind = 'html' | 'css' | 'script' | 'font' | 'image'
export type Weight = Record<Kind, number> & { name: string; bar: Bar; requests: number; elsewhere: number }

export const allOf = (w: Weight): number => w.html + w.css + w.script + w.font + w.image

/** Notes what a browser asks for beside the page when it comes to it with nothing kept, and the icon, which one without a window leaves. */
export const watchFiles = async (page: Page): Promise<(origin: string, load: () => Promise<unknown>) => Promise<string[]>> => {
  let asked: string[] = []
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) asked.push(request.url())
  })
  return async (origin, load) => {
    asked = []
    await load()
    const icon = await page.evaluate(async () => {
      await document.fonts.ready
      return document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.getAttribute('href') ?? '/favicon.ico'
    })
    return [...asked, new URL(icon, origin).href].filter((url) => !url.startsWith('data:'))
  }
}

/** The files that a page names in its HTML. A browser asks for these and for the fonts that its stylesheets name for letters of it. */
export const filesNamed = (origin: string, html: string): string[] => {
  const named = elementsOf(html).flatMap((e) => {
    const isFile =
      e.tagName === 'link' ? /^(?:stylesheet|preload|icon)$/.test(attribute(e, 'rel') ?? '') : /^(?:script|img)$/.test(e.tagName)
    const address = isFile && (attribute(e, 'href') ?? attribute(e, 'src'))
    return address && !address.startsWith('data:') ? [new URL(address, origin).href] : []
  })
  return [...new Set(named)]
}

const kindOf = ({ head }: Sent): Kind => {
  const type = /^content-type: (\S+)/im.exec(head)?.[1] ?? ''
  if (type.startsWith('text/html')) return 'html'
  if (type.startsWith('text/css')) return 'css'
  if (type.startsWith('text/javascript')) return 'script'
  return type.startsWith('font/') ? 'font' : 'image'
}

const known = new Map<string, Promise<Sent>>()

/** What is sent of a file: many pages ask for the same, and it is weighed once. */
const sentAt = (url: string): Promise<Sent> => {
  const { origin, pathname } = new URL(url)
  const sent = known.get(url) ?? weigh(origin, { path: pathname, form: null })
  known.set(url, sent)
  return sent
}

/** Weighs a page and the files that it asks for. `status` is what the page must answer with. */
export const weightOf = async (
  { name, bar, status }: { name: string; bar: Bar; status: number },
  origin: string,
  sending: Sending,
  files: readonly string[],
): Promise<Weight> => {
  const own = await weigh(origin, sending)
  if (own.status !== status) throw new Error(`${name} answers ${own.status}`)
  const weight: Weight = { name, bar, html: own.bytes, css: 0, script: 0, font: 0, image: 0, requests: 1, elsewhere: 0 }
  for (const url of files) {
    weight.requests += 1
    if (new URL(url).origin !== origin) {
      weight.elsewhere += 1
      continue
    }
    const sent = await sentAt(url)
    weight[kindOf(sent)] += sent.bytes
  }
  return weight
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
