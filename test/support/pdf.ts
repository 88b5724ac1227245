import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text and the box that it fills, in points from the lower left corner of its page. */
export type Placed = { text: string; left: number; right: number; bottom: number; top: number; size: number }
export type ReadPage = { width: number; height: number; placed: Placed[]; roles: string[] }
export type ReadPdf = { title: string; language: string; marked: boolean; xmp: string; pages: ReadPage[]; text: string }

type Node = { role?: string; children?: Node[] }
const rolesOf = (node: Node | null): string[] => (node ? [node.role ?? '', ...(node.children ?? []).flatMap(rolesOf)].filter(Boolean) : [])

/** Reads a PDF back with another program than the one that made it. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
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
  await task.destroy()
  return { title, language, marked, xmp, pages, text: pages.flatMap((page) => page.placed.map(({ text }) => text)).join(' ') }
}
