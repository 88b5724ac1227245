import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { z } from 'zod'
import type { Layers } from './collection.ts'
import { type Finding, show } from './finding.ts'
import { didYouMean } from './nearest.ts'
import { withoutRefs } from './references.ts'
import { schemaFindings } from './schema-findings.ts'
import { type WordId, wordIds } from './word-ids.ts'
import type { Path } from './yaml-source.ts'

/** Interface words of one language: every id has its ICU message. */
export type Words = { language: string; messages: Readonly<Record<WordId, string>> }

/** A service in words for the public. Facts (number, hours, cost) stay in services.yaml. */
export const serviceWords = z.strictObject({
  id: z.string(),
  /** As a heading; shorter and plainer than the official name where that helps. */
  name: z.string().min(1),
  /** Who answers, what they ask, what happens. Two or three short sentences. */
  about: z.string().min(1),
  /** Answers to "Will they ask my name?", in a few words. */
  your_name: z.string().min(1).optional(),
  languages: z.string().min(1).optional(),
  /** What to say where the line is not confirmed. */
  unconfirmed: z.string().min(1).optional(),
})
export type ServiceWords = z.infer<typeof serviceWords>
/** Words as they are said. Of a service for some places only `name` holds these; `served` has both by themselves. */
export type SaidService = ServiceWords & { served?: { name: string; places: string } }

const file = z.looseObject({
  version: z.literal(1),
  language: z.string().min(2),
  words: z.record(z.string(), z.record(z.string(), z.string())),
})

/** Reads `words/<language>/interface.yaml` of every layer. Ids without words, words without ids and broken ICU are findings. */
export const readWords = ({ sources, broken }: Layers, findings: Finding[]): Words | null => {
  const before = findings.length
  const found = new Map<string, string>()
  let language = 'en'
  for (const source of sources) {
    const parsed = file.safeParse(source.data)
    if (!parsed.success) {
      findings.push(...schemaFindings(parsed.error.issues, source.data, source, (path) => source.line(path)))
      continue
    }
    language = parsed.data.language
    const complain = (path: Path, what: string, instead: string) =>
      findings.push({ severity: 'error', rule: 'words', file: source.file, line: source.line(path), found: what, instead })
    for (const [group, messages] of Object.entries(parsed.data.words)) {
      if (!wordIds.some((id) => id.startsWith(`${group}.`))) {
        const groups = new Set(wordIds.map((id) => id.split('.')[0] ?? ''))
        complain(
          ['words', group],
          `no page uses words of the group "${group}"`,
          `Take them out, or correct the name${didYouMean(group, groups)}.`,
        )
        continue
      }
      for (const [key, message] of Object.entries(messages)) {
        const id = `${group}.${key}`
        if (!isWordId(id)) {
          complain(
            ['words', group, key],
            `no page uses the words "${id}"`,
            `Take them out, or correct the id. Did you mean "${nearestId(id)}"?`,
          )
          continue
        }
        const { fault, names } = readIcu(withoutRefs(message))
        const earlier = found.get(id)
        const strange = earlier === undefined ? [] : [...names].filter((name) => !readIcu(withoutRefs(earlier)).names.has(name))
        if (fault) complain(['words', group, key], `${show(message)}: ${fault}`, mendBraces)
        else if (strange.length)
          complain(
            ['words', group, key],
            `${show(message)}: the page gives no ${strange.join(', ')}`,
            `Use only what stands in the national words: ${show(earlier)}.`,
          )
        found.set(id, message)
      }
    }
  }
  const first = sources[0]
  if (first && !broken && findings.length === before) {
    const lacking = wordIds.filter((id) => !found.has(id))
    for (const group of new Set(lacking.map((id) => id.split('.')[0] ?? ''))) {
      const own = lacking.filter((id) => id.startsWith(`${group}.`))
      const whole = !wordIds.some((id) => id.startsWith(`${group}.`) && found.has(id))
      for (const id of whole ? own.slice(0, 1) : own)
        findings.push({
          severity: 'error',
          rule: 'words',
          file: first.file,
          line: first.line(['words', group]),
          found: whole ? `the group "${group}" has no words` : `"${id}" has no words`,
          instead: whole
            ? `Add \`${group}:\` with its ${own.length} texts.`
            : `Add \`${id.slice(group.length + 1)}: …\` under \`${group}:\`.`,
        })
    }
  }
  if (broken || !first || findings.length !== before) return null
  return { language, messages: Object.freeze(Object.fromEntries(found)) as Record<WordId, string> }
}

const mendBraces = 'Mend the braces: {name} for a value, {count, plural, one {…} other {…}} for a number.'

const isWordId = (id: string): id is WordId => (wordIds as readonly string[]).includes(id)

/** What is wrong with a message, and the names of its values and marks. */
const readIcu = (message: string): { fault: string | null; names: Set<string> } => {
  try {
    const names = new Set<string>()
    const walk = (elements: readonly MessageFormatElement[]): boolean =>
      elements.every((element) => {
        if (isLiteralElement(element)) return !/[{}]/.test(element.value)
        if (isPoundElement(element)) return true
        names.add(element.value)
        if (isTagElement(element)) return walk(element.children)
        if (isPluralElement(element) || isSelectElement(element))
          return Object.values(element.options).every((option) => walk(option.value))
        return true
      })
    return { fault: walk(parse(message)) ? null : 'a } closes nothing', names }
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error)
    return { fault: icuFaults[code] ?? code.toLowerCase().replaceAll('_', ' '), names: new Set() }
  }
}

const icuFaults: Record<string, string> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: 'a { is not closed',
  EMPTY_ARGUMENT: 'nothing stands between { and }',
  MALFORMED_ARGUMENT: 'what stands between { and } is no name',
  UNCLOSED_TAG: 'a <…> is not closed',
  UNMATCHED_CLOSING_TAG: 'a </…> closes nothing',
  INVALID_TAG: 'a < begins no tag',
  MISSING_OTHER_CLAUSE: 'a plural has no `other {…}`',
}

/** A translation takes the same values and marks as its English. */
export const placeholderFault = (text: string, english: string): { key: string; found: string; instead: string } | null => {
  const [own, original] = [readIcu(withoutRefs(text)), readIcu(withoutRefs(english))]
  if (own.fault) return { key: 'text', found: `${show(text)}: ${own.fault}`, instead: mendBraces }
  const [strange, lacking] = [own.names.difference(original.names), original.names.difference(own.names)]
  if (!strange.size && !lacking.size) return null
  const say = (names: ReadonlySet<string>) => [...names].join(', ')
  const found = strange.size ? `the English takes no ${say(strange)}` : `${say(lacking)} of the English is missing`
  return { key: 'text', found, instead: `Use the values and marks of the English: ${show(english)}.` }
}

/** The known id that shares most letter pairs with `id`. */
const nearestId = (id: string): string => {
  const pairs = (s: string) => new Set(Array.from(s.slice(1), (c, i) => `${s[i]}${c}`))
  const mine = pairs(id)
  const score = (s: string) => [...pairs(s)].filter((p) => mine.has(p)).length / (s.length + id.length)
  return [...wordIds].sort((a, b) => score(b) - score(a))[0] ?? ''
}
