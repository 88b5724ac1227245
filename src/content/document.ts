import type { z } from 'zod'
import type { Layers } from './collection.ts'
import type { Finding } from './finding.ts'
import { show } from './findings.ts'
import { madeOnce } from './made-once.ts'
import { didYouMean } from './nearest.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Path, Text, YamlSource } from './yaml-source.ts'

/** Reads values of a file that are no list of entries (partnership, brand): a later layer's replace an earlier one's. Null when faulty. */
export const readBlock = <T>(layers: Layers, schema: z.ZodType<T>, findings: Finding[]): T | null => {
  const { value, faults } = blocks([...layers.sources, schema], `${layers.broken}`, () => {
    const faults: Finding[] = []
    return { value: readAnew(layers, schema, faults), faults }
  })
  findings.push(...faults)
  return value as T | null
}
const blocks = madeOnce<{ value: unknown; faults: readonly Finding[] }>()

const readAnew = <T>({ sources, broken }: Layers, schema: z.ZodType<T>, findings: Finding[]): T | null => {
  const last = sources.at(-1)
  if (broken || !last || !sources.every((s) => isMap(s.data))) return null
  const merged = Object.assign({}, ...sources.map((s) => s.data))
  const result = schema.safeParse(merged)
  if (result.success) return result.data
  const groups = new Map<YamlSource, z.core.$ZodIssue[]>()
  for (const issue of result.error.issues) {
    const key = issue.code === 'unrecognized_keys' && !issue.path.length ? issue.keys[0] : issue.path[0]
    const source = sources.toReversed().find((s) => isMap(s.data) && key !== undefined && key in s.data) ?? last
    groups.set(source, [...(groups.get(source) ?? []), issue])
  }
  for (const [source, issues] of groups) findings.push(...schemaFindings(issues, merged, source, (path) => source.line(path)))
  return null
}

/** A file in its layers, where a later layer's value takes the place of an earlier one's. */
export type Laid = {
  /** Where the value at `path` stands: in the last layer that gives its first name. */
  at(path: Path): { file: string; line: number }
  /** Every text that holds. */
  texts(): (Text & { file: string })[]
}

/** The layers of a file as one. */
export const laid = (sources: readonly YamlSource[]): Laid => {
  const giver = (key: Path[number] | undefined) =>
    sources.toReversed().find(({ data }) => data && typeof data === 'object' && key !== undefined && key in data) ?? sources[0]
  return {
    at: (path) => {
      const source = giver(path[0])
      return { file: source?.file ?? '', line: source?.line(path) ?? 1 }
    },
    texts: () =>
      sources.flatMap((source) =>
        source
          .strings()
          .filter(({ path }) => giver(path[0]) === source)
          .map((text) => ({ ...text, file: source.file })),
      ),
  }
}

const isMap = (data: unknown): data is object => !!data && typeof data === 'object' && !Array.isArray(data)

const headKeys = ['version', 'compiled', 'source', 'source_date', 'checked', 'review_default', 'owner_default', 'sure']

/** Refuses a file that is no block of values. */
export const holdsValues = (source: YamlSource, first: readonly string[], findings: Finding[]): boolean => {
  if (isMap(source.data)) return true
  findings.push({
    severity: 'error',
    rule: 'schema',
    file: source.file,
    line: source.line([]),
    found: source.data === null ? 'the file is empty' : `the file only has ${show(source.data)} in it`,
    instead: `Start with \`version: 1\`, then ${first.map((k) => `\`${k}:\``).join(', ')}.`,
  })
  return false
}

/** Refuses top-level names that the file does not have, and the want of `needed`. */
export const knownKeys = (source: YamlSource, keys: readonly string[], needed: string | null, findings: Finding[]): void => {
  if (!holdsValues(source, keys, findings) || !isMap(source.data)) return
  const complain = (path: string[], found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'schema', file: source.file, line: source.line(path), found, instead })
  const strange = Object.keys(source.data).filter((key) => !keys.includes(key) && !headKeys.includes(key))
  for (const key of strange)
    complain(
      [key],
      `"${key}" does not belong in this file${didYouMean(key, [...keys, ...headKeys])}`,
      `Correct the spelling, or remove it. This file can have ${keys.map((k) => `\`${k}\``).join(', ')}.`,
    )
  if (needed && !(needed in source.data) && !strange.length)
    complain([], `the file does not have \`${needed}\``, `Add \`${needed}:\` and its entries.`)
}
