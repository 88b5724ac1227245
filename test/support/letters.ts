import fontverter from 'fontverter'
import { Blob, Face } from 'harfbuzzjs'
import type { Page } from 'playwright-core'

const known = new Map<string, ReadonlySet<number>>()

/** The letters that a font file has a shape for, as code points. Read with HarfBuzz, which draws them in the browser too. */
export const lettersOfFont = async (path: string, woff2: Buffer): Promise<ReadonlySet<number>> => {
  const letters = known.get(path) ?? new Set(new Face(new Blob(await fontverter.convert(woff2, 'sfnt'))).collectUnicodes())
  known.set(path, letters)
  return letters
}

/** Letters of a text that none of the fonts has. White space and marks that steer (direction, joining) have no shape. */
export const lacking = (text: string, fonts: readonly ReadonlySet<number>[]): string[] => [
  ...new Set(
    [...text].filter(
      (letter) => !/[\s\p{Default_Ignorable_Code_Point}]/u.test(letter) && !fonts.some((f) => f.has(letter.codePointAt(0) ?? 0)),
    ),
  ),
]

/**
 * All words that a page can show, with what stylesheets put before and after them. The row of languages is left out: each
 * name there is for who reads that language, and stands in their own machine's type, or a page would carry every face.
 */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const parts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const pseudo of ['::before', '::after']) parts.push(/^"(.*)"$/.exec(getComputedStyle(node, pseudo).content)?.[1] ?? '')
      } else if (!node.parentElement?.closest('.langs, script, style')) parts.push(node.nodeValue ?? '')
    }
    return parts.join(' ')
  })

/** Paths of the fonts that the page was sent and draws with: the faces of its stylesheets that have been loaded. */
export const fontsOf = async (page: Page): Promise<string[]> => {
  return page.evaluate(async () => {
    // A face is asked for once what it draws has been laid out.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await document.fonts.ready
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSFontFaceRule)
    const faces = [...document.fonts]
    if (rules.length !== faces.length) throw new Error('the faces of the page are not those of its stylesheets')
    return faces.flatMap((face, index) => {
      const source = rules[index]?.style.getPropertyValue('src') ?? ''
      return face.status === 'loaded' ? [new URL(/url\("([^"]+)"\)/.exec(source)?.[1] ?? '', location.href).pathname] : []
    })
  })
}

/** Where the browser drew words in a font that was not sent, as `the font: the words`. */
export const strangeFonts = async (page: Page): Promise<string[]> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  await page.evaluate(() => {
    const own = (e: Element) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim())
    for (const e of document.querySelectorAll('body *'))
      if (own(e) && e.checkVisibility() && !e.closest('.langs')) e.setAttribute('data-words', '')
    // What was just changed has its fonts once it is laid out.
    document.body.getBoundingClientRect()
  })
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-words]' })
  const found = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
      const strange = fonts.filter((font) => !font.isCustomFont)
      if (!strange.length) return []
      const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId })
      return strange.map(({ familyName }) => `${familyName}: ${outerHTML.slice(0, 120)}`)
    }),
  )
  await devtools.detach()
  await page.evaluate(() => {
    for (const e of document.querySelectorAll('[data-words]')) e.removeAttribute('data-words')
  })
  return found.flat()
}
