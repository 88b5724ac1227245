import { strFromU8, unzipSync } from 'fflate'
import { testPack } from '../../src/content/fixtures.ts'
import type { Pack } from '../../src/content/pack.ts'
import type { PaintedPage } from './pdf-painted.ts'

/** The number of the helpline and the days of the recovery period, as they stand in the pack and as they stand here instead. */
export const facts = {
  phone: { file: 'national/services.yaml', old: '08000 121 700', fresh: '08000 345 678' },
  days: { file: 'national/figures.yaml', old: 30, fresh: 37 },
} as const

/** The pack with these facts changed where each is defined, and nowhere else: both spans of 30 days, that of rest and that in which to ask again. */
export const packOfOtherFacts = (): Pack => {
  other ??= readOther()
  return other
}

let other: Pack | undefined

const readOther = (): Pack => {
  const content = testPack()
  try {
    const { phone, days } = facts
    const bare = (number: string) => number.replaceAll(' ', '')
    const services = content.read(phone.file)
    const at = services.indexOf(`phone: {dial: "${bare(phone.old)}"`)
    const line = services.slice(at, services.indexOf('\n', at))
    const figures = content.read(days.file)
    const edits = [
      {
        file: phone.file,
        text: services.replace(
          line,
          `phone: {dial: "${bare(phone.fresh)}", e164: "+44${bare(phone.fresh).slice(1)}", display: "${phone.fresh}"}`,
        ),
      },
      { file: days.file, text: figures.replace(/(- id: (?:recovery|look-again)-days\n[^\n]*\n {2}value: )30/g, `$1${days.fresh}`) },
    ]
    const { pack, findings } = content.load(edits)
    if (!pack) throw new Error(JSON.stringify(findings[0]))
    return pack
  } finally {
    content.remove()
  }
}

/** With whatever stands between the digits: spaces of any width, dashes, strokes, brackets; with 0, +44 or 0044 before them. */
const written = (number: string): RegExp => new RegExp([...number.replace(/\D/g, '').slice(1)].join('[^\\p{L}\\p{N}]{0,4}'), 'u')
const digitWords = ['(?:zero|oh|o|nought)', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const spoken = (number: string): RegExp =>
  new RegExp([...number.replace(/\D/g, '')].map((digit) => digitWords[Number(digit)]).join('[\\s,-]+'), 'i')
const inDays = (count: number, word: string): RegExp =>
  new RegExp(`\\b(?:${count}|${word})[\\s\\u00a0\\u202f-]*(?:calendar\\s+)?days?\\b`, 'i')

/** What of the old facts a text still says. */
export const oldFactsIn = (text: string): string[] =>
  [written(facts.phone.old), spoken(facts.phone.old), inDays(facts.days.old, 'thirty')].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

/** Which of the new ones it says. */
export const freshFactsIn = (text: string): string[] =>
  [written(facts.phone.fresh), inDays(facts.days.fresh, 'thirty-seven')].flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

/** Everything that a sheet says, shown or not: words, alternative texts, where links lead. */
export const saidOn = (pages: readonly PaintedPage[]): string =>
  pages
    .map(({ painted, told }) => {
      const texts = painted.flatMap((one) => (one.kind === 'text' ? [one.text] : []))
      return [texts.join(''), texts.join(' '), ...told].join('\n')
    })
    .join('\n')

/**
 * Everything that a package or an Office file says: words, notes, names, properties, scripts; packages in it too. XML as it stands, and
 * without its marks, for they may part a number.
 */
export const saidInPackage = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, content]) => {
      if (/\.(?:xlsx|zip|docx|pptx)$/.test(name)) return saidInPackage(content)
      if (/\.(?:png|jpe?g|ttf|woff2?|pdf)$/.test(name)) return name
      const text = strFromU8(content)
      return [name, text, /\.(?:xml|rels|html)$/.test(name) ? text.replace(/<[^>]*>/g, '') : ''].join('\n')
    })
    .join('\n')
