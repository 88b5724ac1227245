import type { Document } from 'yaml'
import { type Checked, confirming, type Holds, isDenied, type Way } from '../../domain/facts/checks.ts'
import { nextReview } from '../../domain/facts/next-review.ts'
import type { PackFact } from '../../domain/facts/pack-fact.ts'
import { applied, type Change, editsOf } from './edit.ts'
import { mapOf, parsed, yamlIn } from './head.ts'
import { patchOf } from './patch.ts'

/** A check that goes into the pack. `by`: the organisation of whoever recorded it; no person. */
export type CheckToExport = { checkedOn: string; way: Way; asked: string; said: string; holds: Holds; by: string }

/** A fact with its checks, newest first. `others`: all that is known of it, in this export or not, for what is denied elsewhere is not confirmed. */
export type FactToExport = { fact: PackFact; checks: readonly CheckToExport[]; others: readonly Checked[] }

/**
 * What becomes of a fact. `new`: its days from then on. `held`: somebody else denies what is confirmed here. `left`: its file has changed so that a
 * person must do it.
 */
export type ExportLine = FactToExport & { new: { checked: string; review: string } | null; held: boolean; left: boolean }

export type PackExport = { lines: readonly ExportLine[]; files: readonly { path: string; text: string }[]; patch: string }

/** Checks as the change to the pack's files. `read`: a file as it is served, by its path from the content folder. */
export const exportOf = (facts: readonly FactToExport[], read: (file: string) => string | null): PackExport => {
  const lines: ExportLine[] = []
  const files: { path: string; text: string }[] = []
  let patch = ''
  for (const [file, own] of [...Map.groupBy(facts, ({ fact }) => fact.place.file)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = read(file)
    const doc = parsed(text === null ? '' : yamlIn(file, text).yaml)
    const made = own.map((one) => ({ one, change: changeOf(one, doc) }))
    const changes = made.flatMap(({ change }) => change ?? [])
    const { edits, left } = text === null ? { edits: [], left: changes } : editsOf(file, text, changes)
    for (const { one, change } of made) {
      const set = change?.set
      const fresh = set?.review !== undefined ? { checked: set.checked ?? '', review: set.review } : null
      lines.push({ ...one, new: fresh, held: yesOf(one) === 'held', left: !change || left.includes(change) })
    }
    if (text === null || !edits.length) continue
    files.push({ path: file, text: applied(text, edits) })
    patch += patchOf(file, text, edits)
  }
  return { lines, files, patch }
}

/** The check that confirms the fact; none, or one that another denies. */
const yesOf = ({ checks, others }: FactToExport): CheckToExport | 'held' | null => {
  const yes = confirming(checks.map((check) => ({ ...check, exported: false })))
  return yes && isDenied(yes.checkedOn, others) ? 'held' : yes
}

/** Null where the file does not have the fact any more. */
const changeOf = (one: FactToExport, doc: Document): Change | null => {
  const { fact, checks } = one
  const map = mapOf(doc, fact.place, fact.id)
  if (!map) return null
  const value = (key: string): string | null => {
    const there: unknown = map.get(key)
    return typeof there === 'string' ? there : null
  }
  const judged = yesOf(one)
  const yes = judged === 'held' ? null : judged
  const denied = checks.filter(({ holds }) => holds !== 'yes')
  const comment = [...denied.flatMap(deniedLines), ...(yes && yes.way !== 'source' && !fact.place.says ? [`${confirmedBy(yes)}.`] : [])]
  const set: Record<string, string> = {}
  if (yes) {
    const known = { checked: value('checked') ?? fact.checked, review: value('review') ?? fact.review }
    if (fact.checked !== null) set.checked = yes.checkedOn
    // A file as a whole may lend its day to its rows under another name.
    set[map.has('review_default') && !map.has('review') ? 'review_default' : 'review'] = nextReview(known, yes.checkedOn)
    if (yes.way !== 'source' && fact.place.says) {
      set.source = sourceWith(value('source') ?? fact.sources[0]?.text ?? '', yes)
      set.source_date = yes.checkedOn
    }
  }
  return { place: fact.place, id: fact.id, set, comment }
}

const ways: Readonly<Record<Way, string>> = {
  telephone: 'by telephone with',
  email: 'by email with',
  'in-person': 'in person with',
  source: 'by comparing it with',
}

/** What no screen shows, or what directs others (content/hidden.ts). */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffd]/gu

/** Letters that a role or a name of an organisation may have in a source: no sign of YAML, of a reference or of an address, and no number. */
const plain = (text: string): string =>
  text
    .replace(unseen, ' ')
    .replace(/[^\p{L}\p{M} ,'’()/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A line of what was said, as a comment can have it: all of it is seen, and nothing in it is read as another sign. */
const shown = (line: string): string =>
  line
    .replaceAll('\t', ' ')
    .replace(unseen, '?')
    .replaceAll('\\', '/')
    .replace(/&(?=#|\p{L}+;)/gu, '+')
    .trimEnd()

const confirmedBy = ({ way, asked, by }: CheckToExport): string => `confirmed ${ways[way]} ${plain(asked)}, recorded by ${plain(by)}`

/** The confirmation stands after what the fact rested on before, in place of an earlier one. */
const sourceWith = (source: string, check: CheckToExport): string => {
  const rest = source.replace(/(?:^|; )confirmed (?:by telephone|by email|in person) with [^;]*, recorded by [^;]*$/, '')
  return rest ? `${rest}; ${confirmedBy(check)}` : confirmedBy(check)
}

/** What was said, for a person to put into words. Each line is a comment, and shows what a screen would hide. */
const deniedLines = ({ checkedOn, holds, way, asked, said, by }: CheckToExport): string[] => [
  `CHECKED ${checkedOn} ${ways[way]} ${way === 'source' ? 'its source' : plain(asked)}, recorded by ${plain(by)}: ${holds === 'no' ? 'this does not hold' : 'this holds in part'}. What was said:`,
  ...said.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => `  ${shown(line)}`.trimEnd()),
  'Put into words what has changed, set `checked` and `review`, and remove this comment.',
]
