import { z } from 'zod'
import { id, isoDate } from '../domain/fact.ts'
import type { Finding } from './finding.ts'
import { show } from './findings.ts'
import { madeOnce } from './made-once.ts'
import { didYouMean } from './nearest.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** Where a row of a list stands: needed to say file and line of a fault found later. */
export type Origin = { source: YamlSource; path: Path }

/** A file in all its layers. `broken`: a layer of it could not be read, so what is not found here may stand there. */
export type Layers = { sources: readonly YamlSource[]; broken: boolean }

/** Rows of one list, national first. A later layer's row with the same id is laid over the earlier one. */
export type Collection<T> = {
  rows: readonly T[]
  /** The layers that say something of a row, the last one last. */
  origins: (id: string) => readonly Origin[]
  /** Ids of all rows, the faulty ones too. */
  ids: ReadonlySet<string>
  /** Every layer could be read and every row has an id: only then is an id that is not here a dangling one. */
  complete: boolean
}

/** Head values that stand in for a row's own: see docs/guide/content.md. */
const headDefaults = { source: 'source', checked: 'checked', review: 'review_default', owner: 'owner_default' } as const

const head = z.looseObject({
  version: z.literal(1),
  compiled: isoDate.optional(),
  checked: isoDate.optional(),
  review_default: isoDate.optional(),
  owner_default: id.optional(),
  source: z.string().min(1).optional(),
})

type Raw = { row: Record<string, unknown>; origins: Origin[] }

/** Reads the list `key` of the same file in every layer, lays them over one another, checks each row. */
export const collect = <T extends { id: string }>(
  layers: Layers,
  key: string,
  schema: z.ZodType<T>,
  findings: Finding[],
): Collection<T> => {
  const { collection, faults } = collected([...layers.sources, schema], `${key} ${layers.broken}`, () => {
    const faults: Finding[] = []
    return { collection: collectAnew(layers, key, schema, faults), faults }
  })
  findings.push(...faults)
  return collection as Collection<T>
}
const collected = madeOnce<{ collection: unknown; faults: readonly Finding[] }>()

const collectAnew = <T extends { id: string }>(
  { sources, broken }: Layers,
  key: string,
  schema: z.ZodType<T>,
  findings: Finding[],
): Collection<T> => {
  const raw = new Map<string, Raw>()
  const heads = new Map(sources.map((source) => [source, readHead(source, schema, findings)]))
  let complete = !broken
  for (const source of sources) {
    const rows = listOf(source, key, findings)
    if (rows === null) complete = false
    rows?.forEach((row, index) => {
      if (!addRow(raw, source, [key, index], row, heads.get(source) ?? {}, findings)) complete = false
    })
  }
  const judged = [...raw.values()].map((r) => ({ ...r, result: schema.safeParse(r.row) }))
  // What a broken layer would have said, or a faulty head would have lent, is not known: then nothing is missed.
  const partial = broken || [...heads.values()].includes(null)
  const lent = partial ? new Set<string>() : lentByHead(judged, heads, findings)
  const rows = judged.flatMap(({ row, origins, result }) => {
    if (result.success) return [result.data]
    const issues = result.error.issues.filter((issue) => {
      const lacks = missing(row, issue)
      return lacks === null || !(partial || lent.has(lacks))
    })
    if (issues.some((issue) => issue.path[0] === 'id')) complete = false
    findings.push(...rowFindings(row, origins, issues, raw))
    return []
  })
  return { rows, origins: (rowId) => raw.get(rowId)?.origins ?? [], ids: new Set(raw.keys()), complete }
}

/** File and line of a row's value: in the last layer that gives it, else where a file's head lends it, else where the row begins. */
export const placeOf = (origins: readonly Origin[], path: Path): { file: string; line: number } => {
  const own = origins.toReversed().find((o) => hasKey(o, path)) ?? null
  if (own) return { file: own.source.file, line: own.source.line([...own.path, ...path]) }
  const first = origins[0]
  if (!first) return { file: '', line: 1 }
  const field = path[0] as keyof typeof headDefaults
  const from = [headDefaults[field], field === 'checked' ? 'compiled' : undefined].find(
    (k) => k && valueAt(first.source.data, [k]) !== undefined,
  )
  return { file: first.source.file, line: first.source.line(from ? [from] : first.path) }
}

const hasKey = (origin: Origin, path: readonly PropertyKey[]): boolean => {
  const row = valueAt(origin.source.data, origin.path)
  return path[0] !== undefined && !!row && typeof row === 'object' && path[0] in row
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, k) => (v && typeof v === 'object' ? Reflect.get(v, k) : undefined), data)

type Issues = readonly z.core.$ZodIssue[]

const missing = (row: unknown, issue: Issues[number]): string | null =>
  issue.path.length === 1 && row && typeof row === 'object' && !(String(issue.path[0]) in row) ? String(issue.path[0]) : null

/** What the schema says of one row. A row that lacks nearly everything lacks something else: the row that it was to be laid over. */
const rowFindings = (
  row: Record<string, unknown>,
  origins: readonly Origin[],
  issues: Issues,
  raw: ReadonlyMap<string, Raw>,
): Finding[] => {
  const [first] = origins
  if (!first) return []
  const lacks = issues.flatMap((issue) => missing(row, issue) ?? [])
  const rest = lacks.length < 3 ? issues : issues.filter((issue) => missing(row, issue) === null)
  const findings = groupByLayer(rest, origins).flatMap(([origin, own]) =>
    schemaFindings(own, row, origin.source, (path) => origin.source.line([...origin.path, ...path])),
  )
  if (lacks.length < 3) return findings
  const rowId = String(row.id)
  const others = [...raw].filter(([, r]) => r.origins[0]?.source !== first.source).map(([other]) => other)
  return [
    {
      severity: 'error',
      rule: 'schema',
      file: first.source.file,
      line: first.source.line(first.path),
      found: `"${rowId}" does not have ${lacks.slice(0, 4).join(', ')}${lacks.length > 4 ? ` and ${lacks.length - 4} more` : ''}`,
      instead: `Add them. If this entry should change one in another file, use the id of that entry${didYouMean(rowId, others)}.`,
    },
    ...findings,
  ]
}

/** Each issue with the layer that gives the value; issues of one layer stay together, so that a misspelt name meets the missing one. */
const groupByLayer = (issues: Issues, origins: readonly Origin[]): [Origin, Issues][] => {
  const groups = new Map<Origin, z.core.$ZodIssue[]>()
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' && !issue.path.length ? issue.keys : [issue.path[0]]
    const origin = origins.toReversed().find((o) => keys.some((key) => key !== undefined && hasKey(o, [key]))) ?? origins[0]
    if (!origin) continue
    groups.set(origin, [...(groups.get(origin) ?? []), issue])
  }
  return [...groups]
}

/** Fields that every row lacks because the head should lend them: said once, at the head. */
const lentByHead = (
  rows: readonly (Raw & { result: z.ZodSafeParseResult<unknown> })[],
  heads: ReadonlyMap<YamlSource, Record<string, unknown> | null>,
  findings: Finding[],
): Set<string> => {
  const lent = new Set<string>()
  for (const [source, defaults] of heads) {
    const own = rows.filter((r) => r.origins[0]?.source === source)
    for (const [field, from] of Object.entries(headDefaults)) {
      const lacking = own.filter((r) => !r.result.success && r.result.error.issues.some((issue) => missing(r.row, issue) === field))
      if (lacking.length < 2 || lacking.length * 3 < own.length || defaults?.[field] !== undefined) continue
      lent.add(field)
      const key = from === 'checked' ? 'compiled' : from
      findings.push({
        severity: 'error',
        rule: 'schema',
        file: source.file,
        line: source.line([]),
        found: `${lacking.length} entries do not have ${field}, and neither does the top of the file`,
        instead: `Add \`${key}: …\` at the top of the file, or \`${field}: …\` to each entry.`,
      })
    }
  }
  return lent
}

/** Puts a row over its earlier layers. False where it has no id to be known by. */
const addRow = (
  raw: Map<string, Raw>,
  source: YamlSource,
  path: Path,
  row: unknown,
  defaults: Record<string, unknown>,
  findings: Finding[],
): boolean => {
  const complain = (at: Path, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'schema', file: source.file, line: source.line(at), found, instead })
  if (!row || typeof row !== 'object' || Array.isArray(row)) {
    complain(path, `an entry is ${show(row)}`, 'Write a block of named values that starts with `id:`.')
    return false
  }
  const rowId: unknown = Reflect.get(row, 'id')
  if (typeof rowId !== 'string') {
    const instead = 'Give it an id: lower-case words joined by hyphens, such as `id: car-wash`.'
    if (rowId === undefined) complain(path, 'an entry does not have an id', instead)
    else complain([...path, 'id'], `an entry has the id ${show(rowId)}`, instead)
    return false
  }
  const earlier = raw.get(rowId)
  const twin = earlier?.origins.find((o) => o.source === source)
  if (twin) {
    complain(
      [...path, 'id'],
      `the id ${show(rowId)} appears twice in this list (first on line ${source.line(twin.path)})`,
      'Give each entry a different id.',
    )
    return true
  }
  raw.set(rowId, {
    row: { ...(earlier ? {} : defaults), ...earlier?.row, ...row },
    origins: [...(earlier?.origins ?? []), { source, path }],
  })
  return true
}

const listOf = (source: YamlSource, key: string, findings: Finding[]): unknown[] | null => {
  const list: unknown = source.data && typeof source.data === 'object' ? Reflect.get(source.data, key) : undefined
  if (list === undefined) return []
  if (Array.isArray(list)) return list
  findings.push({
    severity: 'error',
    rule: 'schema',
    file: source.file,
    line: source.line([key]),
    found: `${key} is ${show(list)}`,
    instead: 'Write a list, with a hyphen before each entry.',
  })
  return null
}

/** The head's defaults, only those that the row's schema knows; null for a faulty head. A file that is no block of values is another check's. */
const readHead = <T>(source: YamlSource, schema: z.ZodType<T>, findings: Finding[]): Record<string, unknown> | null => {
  if (!source.data || typeof source.data !== 'object' || Array.isArray(source.data)) return null
  const parsed = head.safeParse(source.data)
  if (!parsed.success) {
    findings.push(...schemaFindings(parsed.error.issues, source.data, source, (path) => source.line(path)))
    return null
  }
  const values: Record<string, unknown> = { ...parsed.data, checked: parsed.data.checked ?? parsed.data.compiled }
  const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  return Object.fromEntries(
    Object.entries(headDefaults)
      .filter(([field, from]) => shape.includes(field) && values[from] !== undefined)
      .map(([field, from]) => [field, values[from]]),
  )
}
