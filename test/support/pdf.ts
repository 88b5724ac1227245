import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text and the box that it fills, in points from the lower left corner of its page. */
export type Placed = { text: string; left: number; right: number; bottom: number; top: number; size: number }
export type ReadPage = { width: number; height: number; placed: Placed[]; roles: string[] }
export type ReadPdf = { title: string; language: string; marked: boolean; xmp: string; pages: ReadPage[]; text: string }

type Node = { role?: string; children?: Node[] }
const rolesOf = (node: Node | null): string[] => (node ? [node.role ?? '', ...(node.children ?? []).flatMap(rolesOf)].filter(Boolean) : [])

/** Reads a PDF back with another program than the one that made it. */
export const readPdf = (bytes: Uint8Array): Promise<ReadPdf> => inPdf(bytes, readIn)

/** Opens a PDF for as long as it is read: to open it takes about as long as to read it. */
export const inPdf = async <T>(bytes: Uint8Array, act: (document: PDFDocumentProxy) => Promise<T>): Promise<T> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true })
  try {
    return await act(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** The same, of a document that is open. */
export const readIn = async (document: PDFDocumentProxy): Promise<ReadPdf> => {
  const { info, metadata } = await document.getMetadata()
  const { Title: title, Language: language } = info as { Title: string; Language: string }
  const pages: ReadPage[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const placed = items.flatMap((item): Placed[] => {
      if (!('str' in item) || !item.str.trim()) return []
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
      const size = Math.hypot(a, b)
      const [along, across] = [a / size, b / size]
      // Its four corners: along the line, and from below the line it stands on to above the capitals. It may be turned.
      const corners = [0, item.width].flatMap((far) =>
        [-0.25, 0.75].map((up) => [x + along * far - across * up * size, y + across * far + along * up * size]),
      )
      const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)]
      return [{ text: item.str, left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys), size }]
    })
    pages.push({ width, height, placed, roles: rolesOf((await page.getStructTree()) as Node | null) })
  }
  const marked = ((await document.getMarkInfo()) as ReadonlyMap<string, boolean> | null)?.get('Marked') ?? false
  const xmp = String((metadata as { getRaw(): string } | null)?.getRaw() ?? '')
  return { title, language, marked, xmp, pages, text: pages.flatMap((page) => page.placed.map(({ text }) => text)).join(' ') }
}

/** A colour as it is painted, 0 to 255 each. */
export type Painted = readonly [number, number, number]
/** A text with the commonest colour of its box, which is its ground, and with the colour in it that stands out most, which is its ink. */
export type Inked = { text: string; ground: Painted; ink: Painted }

/** Paints the pages and looks at every text in them: what a reader sees, whatever was meant. `contrast` of two colours, 1 to 21. */
export const inksOf = async (bytes: Uint8Array, contrast: (a: Painted, b: Painted) => number): Promise<Inked[]> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const { pages } = await readPdf(bytes)
  const found: Inked[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const viewport = page.getViewport({ scale })
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(viewport.width, viewport.height)
    await page.render({ canvas, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
    for (const { text, left, right, bottom, top, size } of pages[n - 1]?.placed ?? []) {
      // A mark over a letter stands in a box of no width.
      if (right - left < size && top - bottom < size * 1.5) continue
      const [x, y] = [Math.floor(left * scale), Math.floor(viewport.height - top * scale)]
      const { data } = context.getImageData(x, y, Math.max(1, (right - left) * scale), Math.max(1, (top - bottom) * scale))
      const counts = new Map<string, number>()
      for (let i = 0; i < data.length; i += 4) {
        const key = `${data[i]},${data[i + 1]},${data[i + 2]}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const colours = [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key.split(',').map(Number) as unknown as Painted)
      const ground = colours[0] ?? [255, 255, 255]
      const ink = colours.reduce((best, colour) => (contrast(colour, ground) > contrast(best, ground) ? colour : best), ground)
      found.push({ text, ground, ink })
    }
  }
  await task.destroy()
  return found
}

/** The pages as a reader sees them, in pixels of four bytes. `fine`: pixels a point. */
export const picturesOf = async (
  bytes: Uint8Array,
  fine: number,
): Promise<{ data: Uint8ClampedArray; width: number; height: number }[]> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pictures = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const viewport = page.getViewport({ scale: fine })
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height)
    await page.render({ canvas, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
    pictures.push({ data: context.getImageData(0, 0, width, height).data, width, height })
  }
  await task.destroy()
  return pictures
}

/** Pixels a point: fine enough that the stem of a small letter is painted in its own colour. */
const scale = 3
type CanvasFactory = {
  create(
    width: number,
    height: number,
  ): { canvas: never; context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } } }
}
