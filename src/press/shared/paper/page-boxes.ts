/** In millimetres: how far the edge of the cut sheet is from the edge of the page, and how far the ground goes on beyond it. */
export type Cut = { around: number; bleed: number }

const points = (millimetres: number): number => (millimetres * 72) / 25.4
const decimal = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** The object of the first page, from its number to its end. */
const pageOf = (text: string): string | undefined => {
  const type = text.indexOf('/Type /Page\n')
  const start = text.lastIndexOf('\n', text.lastIndexOf(' 0 obj\n<<', type)) + 1
  const object = text.slice(start, text.indexOf('\nendobj', start) + '\nendobj'.length)
  return type >= 0 && object.includes('/Type /Page\n') ? object : undefined
}

/**
 * Says in a PDF where its one page is cut (TrimBox) and how far its ground goes (BleedBox, ISO 32000-2, 14.11.2), which a printer's program reads. Typst
 * has no words for it, so the page is written once more at the end of the file, as an incremental update (7.5.6).
 */
export const withPageBoxes = (pdf: Uint8Array, { around, bleed }: Cut): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1')
  const page = pageOf(text)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page ?? '') ?? []
  const trailer = /^trailer\n<<([\s\S]*?)>>\s*startxref\n(\d+)\n%%EOF\s*$/.exec(text.slice(Math.max(0, text.lastIndexOf('trailer\n<<'))))
  if (!page || !width || !height || !trailer) throw new Error('a PDF of another make: its page was not found')
  const box = (inset: number): string => `[${[inset, inset, Number(width) - inset, Number(height) - inset].map(decimal).join(' ')}]`
  const boxes = `/TrimBox ${box(points(around))}\n  /BleedBox ${box(points(around - bleed))}\n  /MediaBox`
  const start = text.endsWith('\n') ? '' : '\n'
  const offset = text.length + start.length
  const object = `${page.replace('/MediaBox', boxes)}\n`
  const [number = ''] = /^\d+/.exec(page) ?? []
  const table = `xref\n${number} 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<<${(trailer[1] ?? '').trimEnd()}\n  /Prev ${trailer[2]}\n>>\nstartxref\n${offset + object.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(`${start}${object}${table}`, 'latin1')])
}
