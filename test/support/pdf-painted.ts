import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { inPdf } from './pdf.ts'

/** Points from the lower left corner of the page. */
export type Rectangle = { left: number; right: number; bottom: number; top: number }
type Point = readonly [x: number, y: number]
/** What a page paints, in its order. `told`: what it says without painting it: alternative texts, and where links lead. `lacking`: letters whose glyph its font does not have. */
export type PaintedShape = Rectangle & { kind: 'shape'; fill: string; outlines: Point[][] }
export type PaintedText = Rectangle & {
  kind: 'text'
  text: string
  ink: string
  size: number
  font: string
  embedded: boolean
  lacking: number
}
export type PaintedPage = { width: number; height: number; painted: (PaintedShape | PaintedText)[]; told: string[] }

type Matrix = readonly [number, number, number, number, number, number]
type Tagged = { alt?: string; children?: Tagged[] }
const altsOf = (node: Tagged | null): string[] => (node ? [node.alt ?? '', ...(node.children ?? []).flatMap(altsOf)].filter(Boolean) : [])

type Glyph = { originalCharCode: number; unicode: string; width: number }

/** Reads what a PDF paints from its operators: exactly where each run of letters and each shape stands. */
export const paintedOf = (bytes: Uint8Array): Promise<PaintedPage[]> => inPdf(bytes, paintedIn)

/** The same, of a document that is open. */
export const paintedIn = async (document: PDFDocumentProxy): Promise<PaintedPage[]> => {
  const pages: PaintedPage[] = []
  for (let n = 1; n <= document.numPages; n += 1) pages.push(await readPage(await document.getPage(n)))
  return pages
}

const readPage = async (page: PDFPageProxy): Promise<PaintedPage> => {
  const { width, height } = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  const painted: PaintedPage['painted'] = []
  let at: Matrix = [1, 0, 0, 1, 0, 0]
  let line: Matrix = at
  let font = { id: '', size: 0 }
  let fill = ''
  const kept: { at: Matrix; fill: string }[] = []
  for (const [i, operator] of fnArray.entries()) {
    const args = argsArray[i] as unknown[]
    if (operator === OPS.save) kept.push({ at, fill })
    else if (operator === OPS.restore) ({ at, fill } = kept.pop() ?? { at, fill })
    else if (operator === OPS.transform) at = product(at, args as unknown as Matrix)
    else if (operator === OPS.setFillRGBColor) fill = String(args[0])
    else if (operator === OPS.setTextMatrix) line = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix
    else if (operator === OPS.setFont) font = { id: args[0] as string, size: args[1] as number }
    else if (operator === OPS.constructPath && args[2]) {
      // A path that only bounds what comes after it is not painted.
      if (args[0] === OPS.endPath) continue
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = args[2] as ArrayLike<number> as number[]
      const outlines = outlinesOf(at, Array.from((args[1] as ArrayLike<number>[])[0] ?? []))
      painted.push({ kind: 'shape', fill: args[0] === OPS.stroke ? '' : fill, outlines, ...around(at, x0, y0, x1, y1) })
    } else if (operator === OPS.showText) {
      const glyphs = (args[0] as (Glyph | number)[]) ?? []
      const letters = glyphs.filter((one): one is Glyph => typeof one === 'object' && one !== null)
      const text = letters.map(({ unicode }) => unicode).join('')
      // Thousandths of the size; a number between letters moves them together.
      const across = glyphs.reduce<number>((sum, one) => sum + (typeof one === 'number' ? -one : (one?.width ?? 0)), 0) / 1000
      const { name, missingFile } = page.commonObjs.get(font.id) as { name: string; missingFile?: boolean }
      const all = product(at, line)
      painted.push({
        kind: 'text',
        text,
        ink: fill,
        size: font.size * Math.hypot(all[2], all[3]),
        font: name.replace(/^\w{6}\+/, ''),
        embedded: !missingFile,
        lacking: letters.filter(({ originalCharCode }) => originalCharCode === 0).length,
        ...around(all, 0, -below * font.size, across * font.size, above * font.size),
      })
    }
  }
  const told = [
    ...altsOf((await page.getStructTree()) as Tagged | null),
    ...(await page.getAnnotations()).map((one) => String(one.unsafeUrl ?? one.url ?? '')),
  ]
  return { width, height, painted, told }
}

/** Parts of the size that Latin letters stand above their line, and hang below it. */
const [above, below] = [0.7, 0.2]

const product = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix =>
  [...[a * g + c * h, b * g + d * h, a * i + c * j], ...[b * i + d * j, a * k + c * l + e, b * k + d * l + f]] as unknown as Matrix

const around = ([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Rectangle => {
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => [a * x + c * y + e, b * x + d * y + f] as const))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}

/** The corners of each line of a path; of a curve its ends. Numbers: 0 begins one, 1 a line, 2 and 3 curves, 4 closes. */
const outlinesOf = ([a, b, c, d, e, f]: Matrix, path: readonly number[]): Point[][] => {
  const outlines: Point[][] = []
  const lengths = [2, 2, 6, 4, 0]
  for (let i = 0; i < path.length; ) {
    const operator = path[i] ?? 4
    const length = lengths[operator] ?? 0
    const [x = 0, y = 0] = path.slice(i + length - 1, i + length + 1)
    if (operator === 0) outlines.push([])
    if (length) outlines.at(-1)?.push([a * x + c * y + e, b * x + d * y + f])
    i += length + 1
  }
  return outlines
}

/** Does the shape cover the point? Counted by the lines that a ray from it crosses. */
const covers = ({ outlines }: PaintedShape, x: number, y: number): boolean =>
  outlines.reduce(
    (crossed, points) =>
      crossed +
      points.filter(([x1, y1], i) => {
        const [x2, y2] = points[(i + 1) % points.length] ?? [x1, y1]
        return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
      }).length,
    0,
  ) %
    2 ===
  1

/** Letters without a glyph, and fonts that are not in the file or not of ours. */
export const glyphFaults = (pages: readonly PaintedPage[], ours: RegExp): string[] =>
  pages.flatMap(({ painted }) =>
    painted.flatMap((one) =>
      one.kind === 'text' && (one.lacking || !one.embedded || !ours.test(one.font)) ? [`"${one.text}" in ${one.font}`] : [],
    ),
  )

/** Texts that stand out of the panel, board or cell in which their middle lies, and texts that stand on one another. */
export const boxFaults = (pages: readonly PaintedPage[]): string[] =>
  pages.flatMap(({ painted }, n) => {
    const texts = painted.filter((one): one is PaintedText => one.kind === 'text' && /[\p{L}\p{N}]/u.test(one.text))
    const frames = painted.filter(
      (one): one is PaintedShape => one.kind === 'shape' && one.right - one.left > 12 && one.top - one.bottom > 6,
    )
    return texts.flatMap((text, i) => {
      const [x, y] = [(text.left + text.right) / 2, (text.bottom + text.top) / 2]
      const holding = frames.filter((frame) => covers(frame, x, y))
      // What is seen behind it; a shape that lies on one of its own colour is not seen.
      const inner = holding.findLast(({ fill }, at) => fill === '' || fill !== holding[at - 1]?.fill)
      const out = inner && outOf(text, inner)
      const other = texts.slice(i + 1).find((one) => meet(text, one))
      return [
        ...(out ? [`page ${n + 1}: "${text.text}" stands ${out.toFixed(1)} pt out of its box`] : []),
        ...(other ? [`page ${n + 1}: "${text.text}" and "${other.text}" stand on one another`] : []),
      ]
    })
  })

/** Points by which the first sticks out of the second, where they are more than the width of a line. */
const outOf = (inner: Rectangle, outer: Rectangle): number | null => {
  const most = Math.max(outer.left - inner.left, inner.right - outer.right, outer.bottom - inner.bottom, inner.top - outer.top)
  return most > 0.6 ? most : null
}

/** Dots and marks of Arabic letters are runs of their own, over or under the letter: they do not count. */
const isMark = ({ text }: PaintedText): boolean => /^\p{Script=Arabic}[\p{M}\s]*$/u.test(text)

const meet = (a: PaintedText, b: PaintedText): boolean => {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom)
  const least = Math.min(a.size, b.size)
  return wide > least * 0.3 && high > least * 0.3 && !isMark(a) && !isMark(b)
}

/** The colour of the shape that is seen behind the middle of a text; null where there is none. `at`: where the text stands among what is painted. */
export const groundOf = (painted: PaintedPage['painted'], at: number): string | null => {
  const text = painted[at]
  if (!text) return null
  const [x, y] = [(text.left + text.right) / 2, (text.bottom + text.top) / 2]
  const behind = painted
    .slice(0, at)
    .findLast((shape): shape is PaintedShape => shape.kind === 'shape' && shape.fill !== '' && covers(shape, x, y))
  return behind?.fill ?? null
}

/** Texts whose colour stands out too little from what is painted behind them. `contrast` of two colours, `#rrggbb`, 1 to 21. */
export const inkFaults = (pages: readonly PaintedPage[], contrast: (a: string, b: string) => number, least: number): string[] =>
  pages.flatMap(({ painted }, n) =>
    painted.flatMap((one, at) => {
      if (one.kind !== 'text' || !/[\p{L}\p{N}]/u.test(one.text)) return []
      const ground = groundOf(painted, at) ?? '#ffffff'
      const ratio = contrast(one.ink, ground)
      return ratio >= least ? [] : [`page ${n + 1}: "${one.text}" ${one.ink} on ${ground} is ${ratio.toFixed(2)} to 1`]
    }),
  )
