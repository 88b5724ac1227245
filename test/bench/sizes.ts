import { chromium } from 'playwright-core'
import { chromiumArguments, findChromium } from '../../tools/chromium.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { allOf, barOf, faultsOf, type Weight, watchFiles, weightOf } from '../support/weight.ts'

const text = async (url: string): Promise<string> => (await fetch(url)).text()

/** Every address of the sitemap, and "get help" in every language, drafts too. */
const pathsOf = async (origin: string): Promise<string[]> => {
  const listed = [...(await text(`${origin}/sitemap.xml`)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
  const languages = [...(await text(`${origin}/get-help`)).matchAll(/href="(\/[a-z-]+\/get-help)"/g)].map(([, path = '']) => path)
  return [...new Set([...listed, ...languages])]
}

/** The face of a page is the font that it asks for first. */
const faceOf = (html: string): string => {
  const font = elementsOf(html).find((e) => attribute(e, 'as') === 'font')
  return /([a-z]+)\.[0-9a-f]+\.woff2$/.exec((font && attribute(font, 'href')) ?? '')?.[1] ?? ''
}

/** Pages with the bytes of HTML and styles, of all that a browser asks for, and the requests: as test/accessibility/probes/bytes.ts weighs them. */
export const sizes = async (port: number): Promise<string[][]> => {
  const origin = `http://127.0.0.1:${port}`
  const { path: executablePath, env } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments], env: { ...process.env, ...env } })
  const weights: Weight[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const filesOf = await watchFiles(page)
    for (const path of await pathsOf(origin)) {
      const files = await filesOf(origin, () => page.goto(origin + path))
      const bar = barOf(path, faceOf(await text(origin + path)))
      weights.push(await weightOf({ name: path, bar, status: 200 }, origin, { path, form: null }, files))
    }
  } finally {
    await browser.close()
  }
  const kb = (bytes: number): string => (bytes / 1024).toFixed(1)
  const first = ({ html, css }: Weight): number => html + css
  return weights
    .toSorted((a, b) => first(b) - first(a))
    .map((w) => [
      w.name,
      `${kb(first(w))} / ${kb(w.bar.text)}`,
      `${kb(allOf(w))} / ${kb(w.bar.all)}`,
      `${w.requests} / ${w.bar.requests}`,
      faultsOf(w).length ? 'NO' : 'yes',
    ])
}
