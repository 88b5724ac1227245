/** How a text file may be written. The first of them is what most programs write. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'windows-1250', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

/**
 * How a file seems to be written: by its mark; else every other byte nought is UTF-16; else UTF-8 where it is without fault; else as Windows
 * writes in England, which any bytes are: so that is shown, and can be changed.
 */
export const encodingOf = (file: Uint8Array): Encoding => {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return 'utf-8'
  const looked = Math.min(file.length, 4096)
  const noughts = [0, 0]
  for (let at = 0; at < looked; at++) if (file[at] === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  const many = (looked / 2) * 0.3
  if (odd > many && odd > even) return 'utf-16le'
  if (even > many) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Its text, without its mark and without noughts, which no database takes. What is not of this way of writing becomes U+FFFD, and is seen in the preview. */
export const decoded = (file: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(file).replaceAll('\0', '')

const separators = [',', ';', '\t', '|'] as const

/**
 * What stands between the cells of a text: what its first line says (`sep=;`, as Excel reads it), else that which most lines have equally many
 * of. Marks within quotation marks do not count.
 */
export const separatorOf = (text: string): { separator: string; from: number } => {
  const said = /^sep=(.)\r?\n/.exec(text)
  if (said?.[1]) return { separator: said[1], from: said[0].length }
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim())
    .slice(0, 60)
  // Nobody types a tab into a cell; a comma stands in each date of a report of Teams.
  if (lines.length && lines.filter((line) => line.includes('\t')).length * 2 >= lines.length) return { separator: '\t', from: 0 }
  let best = { separator: ',', alike: 0, each: 0 }
  for (const separator of separators) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(separator).length - 1
      if (count) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    for (const [each, alike] of counts)
      if (alike > best.alike || (alike === best.alike && each > best.each)) best = { separator, alike, each }
  }
  return { separator: best.separator, from: 0 }
}
