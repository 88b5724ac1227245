import type { z } from 'zod'
import type { Finding } from './finding.ts'
import { show } from './findings.ts'
import { nearest } from './nearest.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/**
 * What a schema says of a value, as findings at the line where it stands; `line` looks a path up in the source. A name
 * that is not known and a value that is missing are one fault where the one is the other misspelt.
 */
export const schemaFindings = (issues: readonly Issue[], value: unknown, source: YamlSource, line: (path: Path) => number): Finding[] => {
  const all = issues.flatMap(narrow).map((issue) => ({ issue, path: issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p)) }))
  const make = (path: Path, message: { found: string; instead: string }): Finding => ({
    severity: 'error',
    rule: 'schema',
    file: source.file,
    line: line(path),
    ...message,
  })
  const missing = all.filter(({ path }) => path.length > 0 && valueAt(value, path) === undefined).map(({ path }) => path.join('\n'))
  const explained = new Set<string>()
  const unknown = all.flatMap(({ issue, path }) =>
    issue.code !== 'unrecognized_keys'
      ? []
      : issue.keys.map((key) => {
          const here = missing
            .filter((m) => m.split('\n').slice(0, -1).join('\n') === path.join('\n'))
            .map((m) => m.split('\n').at(-1) ?? '')
          const meant = nearest(key, here, 4, 2)
          if (meant) explained.add([...path, meant].join('\n'))
          return make([...path, key], {
            found: `"${key}" is not a field here`,
            instead: meant ? `Write \`${meant}:\`.` : 'Correct its spelling, or remove it.',
          })
        }),
  )
  const rest = all
    .filter(({ issue, path }) => issue.code !== 'unrecognized_keys' && !explained.has(path.join('\n')))
    .map(({ issue, path }) => make(path, messageOf(issue, path, valueAt(value, path))))
  return [...unknown, ...rest]
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, key) => (v && typeof v === 'object' ? Reflect.get(v, key) : undefined), value)

/** Of a union's branches, the one that came nearest: the deepest first fault, then the fewest faults. */
const narrow = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.map((branch) => branch.flatMap(narrow))
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map((i) => i.path.length + (i.code === 'unrecognized_keys' ? 1 : 0)))
  const best = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
  if (!best || depth(best) === 0) return [issue]
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

const messageOf = (issue: Issue, path: Path, value: unknown): { found: string; instead: string } => {
  const name = path.filter((p) => typeof p === 'string').at(-1) ?? 'this'
  const found = `${path.join('.') || 'the file'} is ${show(value)}`
  if (value === undefined) return { found: `${name} is missing`, instead: `Add \`${name}: …\` (${hints[name] ?? wanted(issue)}).` }
  return { found, instead: `Write ${(value === null ? hints[name] : undefined) ?? wanted(issue)}.` }
}

/** What belongs into a value that is missing, where its type alone says little. */
const hints: Record<string, string> = {
  source: 'where the fact comes from',
  checked: 'the date when someone last compared it with its source, like 2026-11-24',
  review: 'the date by when someone must check it again, like 2027-02-24',
  owner: 'the role responsible for it, like `national-editor`',
  alt: 'what the picture shows, in one plain sentence',
  exit: 'the address of another site, starting with https://, or true or false at the top of a page',
  adopted:
    '`null` until the partnership has adopted the pack. After that, the role of the person who decided, the partner they decided for and the date: `{role: …, organisation: …, date: …}`',
}

/** What the schema would take, as the end of the sentence "Write …". */
const wanted = (issue: Issue): string => {
  if (issue.code === 'invalid_value') return issue.values.map((v) => `\`${String(v)}\``).join(' or ')
  if (issue.code === 'invalid_type') return article(issue.expected)
  if (issue.code === 'invalid_union' && issue.errors.length) return [...new Set(issue.errors.flat().map(wanted))].join(', or ')
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'at least one entry' : 'something here, because it is empty'
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'an address that starts with https://'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'an email address, such as name@example.org'
  return examples(issue.message)
}

/** `a date is written year-month-day, like 2026-11-24` -> `a date: year-month-day, like 2026-11-24`. */
const examples = (message: string): string => message.replace(/^(an? [\w ]+?) is (?:written )?/, '$1: ')

const article = (expected: string): string =>
  ({
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a block of named values',
    record: 'a block of named values',
    null: 'null',
  })[expected] ?? expected
