import type { z } from 'zod'
import { type Finding, show } from './finding.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/**
 * What a schema says of a value, as findings at the line where it stands. `base` is the value's path in the source;
 * `line` may look the path up elsewhere (a row of one layer laid over another).
 */
export const schemaFindings = (issues: readonly Issue[], value: unknown, source: YamlSource, line: (path: Path) => number): Finding[] =>
  issues.flatMap(narrow).map((issue) => {
    const path = issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p))
    return { severity: 'error', rule: 'schema', file: source.file, line: line(path), ...say(issue, path, valueAt(value, path)) }
  })

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, key) => (v && typeof v === 'object' ? Reflect.get(v, key) : undefined), value)

/** Of a union's branches, the one that came nearest: the deepest first fault, then the fewest faults. */
const narrow = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.map((branch) => branch.flatMap(narrow))
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map((i) => i.path.length))
  const best = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
  if (!best || depth(best) === 0) return [issue]
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

const say = (issue: Issue, path: Path, value: unknown): { found: string; instead: string } => {
  const name = path.filter((p) => typeof p === 'string').at(-1) ?? 'this'
  const found = `${path.join('.') || 'the file'} is ${show(value)}`
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((k) => `"${k}"`).join(', ')
    return { found: `${keys} is not a field here`, instead: 'Correct its spelling, or take it out.' }
  }
  if (value === undefined) return { found: `${name} is missing`, instead: `Add \`${name}: …\`${example(issue)}.` }
  if (issue.code === 'invalid_value') return { found, instead: `Write ${issue.values.map((v) => `\`${String(v)}\``).join(' or ')}.` }
  if (issue.code === 'invalid_type') return { found, instead: `Write ${article(issue.expected)}.` }
  if (issue.code === 'invalid_union') return { found, instead: `Write ${issue.errors.flat().map(short).filter(Boolean).join(', or ')}.` }
  return { found, instead: `${issue.message[0]?.toUpperCase() ?? ''}${issue.message.slice(1)}.` }
}

const example = (issue: Issue): string =>
  issue.code === 'invalid_value'
    ? ` (${issue.values.map(String).join(' or ')})`
    : issue.code === 'invalid_type'
      ? ` (${article(issue.expected)})`
      : ''

const short = (issue: Issue): string =>
  issue.code === 'invalid_value'
    ? issue.values.map((v) => `\`${String(v)}\``).join(' or ')
    : issue.code === 'invalid_type'
      ? article(issue.expected)
      : issue.message

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
