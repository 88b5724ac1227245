import { parse } from '@formatjs/icu-messageformat-parser'
import { z } from 'zod'
import { type Finding, show } from './finding.ts'
import { type WordId, wordIds } from './word-ids.ts'
import type { YamlSource } from './yaml-source.ts'

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

const file = z.looseObject({
  version: z.literal(1),
  language: z.string().min(2),
  words: z.record(z.string(), z.record(z.string(), z.string())),
})

/** Reads `words/<language>/interface.yaml` of every layer. Ids without words, words without ids and broken ICU are findings. */
export const readWords = (sources: readonly YamlSource[], findings: Finding[]): Words | null => {
  const before = findings.length
  const found = new Map<string, string>()
  let language = 'en'
  for (const source of sources) {
    const complain = (path: (string | number)[], what: string, instead: string) =>
      findings.push({ severity: 'error', rule: 'words', file: source.file, line: source.line(path), found: what, instead })
    const parsed = file.safeParse(source.data)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      complain(
        issue ? (issue.path as string[]) : [],
        `${issue?.path.join('.') ?? 'the file'} is not as it should be`,
        'Write `group:` and below it `id: words`, each a text.',
      )
      continue
    }
    language = parsed.data.language
    for (const [group, messages] of Object.entries(parsed.data.words)) {
      for (const [key, message] of Object.entries(messages)) {
        const id = `${group}.${key}`
        if (!isWordId(id)) {
          complain(
            ['words', group, key],
            `no page uses the words "${id}"`,
            `Take them out, or correct the id. Did you mean "${nearest(id)}"?`,
          )
          continue
        }
        const fault = icuFault(message)
        if (fault)
          complain(
            ['words', group, key],
            `${show(message)}: ${fault}`,
            'Mend the braces: {name} for a value, {count, plural, one {…} other {…}} for a number.',
          )
        found.set(id, message)
      }
    }
  }
  const first = sources[0]
  if (first && findings.length === before) {
    for (const id of wordIds) {
      if (found.has(id)) continue
      const [group = '', key] = id.split('.')
      findings.push({
        severity: 'error',
        rule: 'words',
        file: first.file,
        line: first.line(['words', group]),
        found: `"${id}" has no words`,
        instead: `Add \`${key}: …\` under \`${group}:\`.`,
      })
    }
  }
  if (findings.length !== before) return null
  return { language, messages: Object.freeze(Object.fromEntries(found)) as Record<WordId, string> }
}

const isWordId = (id: string): id is WordId => (wordIds as readonly string[]).includes(id)

const icuFault = (message: string): string | null => {
  try {
    parse(message)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The known id that shares most letter pairs with `id`. */
const nearest = (id: string): string => {
  const pairs = (s: string) => new Set(Array.from(s.slice(1), (c, i) => `${s[i]}${c}`))
  const mine = pairs(id)
  const score = (s: string) => [...pairs(s)].filter((p) => mine.has(p)).length / (s.length + id.length)
  return [...wordIds].sort((a, b) => score(b) - score(a))[0] ?? ''
}
