import type { Readers } from '../../domain/style/readers.ts'
import { placeOf } from '../collection.ts'
import { type English, englishIn } from '../english.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'
import { placeOfText } from '../readers.ts'
import { type Reading, readingsOf } from '../readings.ts'
import { type Looked, lookThrough } from './look-through.ts'

/** How long a pattern may take for all texts of a pack, in ms. All of ours take 200. */
const mostTime = 5000

/** Every word and turn of phrase of style.yaml that a reader of the pack would meet, with what to write instead. */
export const styleFindings = ({ files, pack, lists }: Whole, most = mostTime): Finding[] => {
  const patterns = lists.style.rows
  const texts = englishIn(files).flatMap((said) => {
    const place = placeOfText(said, pack)
    return place ? [{ said, read: lookedOf(said, place.readers) }] : []
  })
  const { hits, slow } = lookThrough(
    patterns,
    texts.flatMap(({ read }) => read),
    most,
  )
  const advice = new Map(patterns.map((row) => [row.id, row.advice]))
  const found = texts.flatMap(({ said, read }) =>
    read.flatMap((one, form) =>
      hits(one).map(
        ({ id, from, to }): Finding => ({
          severity: 'warning',
          rule: 'style',
          file: said.file,
          line: plainReadings(said)[form]?.lineAt(from) ?? said.line,
          found: `"${one.text.slice(from, to).trim()}" (${id}): ${around(one.text, from, to)}`,
          instead: advice.get(id) ?? '',
        }),
      ),
    ),
  )
  const given = [...slow].map(
    (id): Finding => ({
      severity: 'error',
      rule: 'style',
      ...placeOf(lists.style.origins(id), ['pattern']),
      found: `the pattern "${id}" takes more than ${most / 1000} seconds to search the texts`,
      instead: 'Remove any repeat inside a repeat, such as (a+)+.',
    }),
  )
  // Two forms of a message have most of their words in common.
  return [...given, ...new Map(found.map((finding) => [`${finding.file}:${finding.line} ${finding.found}`, finding])).values()]
}

/** A text as patterns meet it: quotation marks are straight, and a number or value is a digit. */
export const plainReadings = (said: Pick<English, 'text' | 'path' | 'lineAt'>): Reading[] =>
  readingsOf(said, () => '0').map(({ text, lineAt }) => ({ text: text.replaceAll('’', "'").replace(/[“”]/g, '"'), lineAt }))

/** The same without their lines, once for each text: most checks of a test meet the same ones. */
const lookedOf = (said: English, readers: Readers): readonly Looked[] => {
  const kind = said.path[0] === 'words' ? 'message' : 'text'
  const texts = known[kind].get(readers) ?? new Map<string, Looked[]>()
  known[kind].set(readers, texts)
  const looked = texts.get(said.text) ?? plainReadings(said).map(({ text }) => ({ text, readers }))
  texts.set(said.text, looked)
  return looked
}
type Known = Map<Readers, Map<string, Looked[]>>
const known: { message: Known; text: Known } = { message: new Map(), text: new Map() }

/** The words around a hit, so that the sentence is found again. */
export const around = (text: string, from: number, to: number): string => {
  const start = from < 40 ? 0 : text.indexOf(' ', from - 40) + 1
  const behind = text.indexOf(' ', to + 40)
  const end = behind < 0 ? text.length : behind
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
