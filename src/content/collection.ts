import { z } from 'zod'
import { type Finding, show } from './finding.ts'
import { schemaFindings } from './schema-findings.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** Where a row of a list stands: needed to say file and line of a fault found later. */
export type Origin = { source: YamlSource; path: Path }

/** Rows of one list, national first, each with its origin. A later layer's row with the same id is laid over the earlier one. */
export type Collection<T> = { rows: T[]; origin: (id: string) => Origin | undefined; complete: boolean }

/** Head values that stand in for a row's own: see ARCHITECTURE, "A content file's shape". */
const headDefaults = { source: 'source', checked: 'checked', review: 'review_default', owner: 'owner_default' } as const

const head = z.looseObject({
  version: z.literal(1),
  compiled: z.iso.date().optional(),
})

type Raw = { row: Record<string, unknown>; origins: Origin[] }

/** Reads the list `key` of the same file in every layer, lays them over one another, checks each row. */
export const collect = <T extends { id: string }>(
  sources: readonly YamlSource[],
  key: string,
  schema: z.ZodType<T>,
  findings: Finding[],
): Collection<T> => {
  const before = findings.length
  const raw = new Map<string, Raw>()
  for (const source of sources) {
    const defaults = readHead(source, schema, findings)
    const rows = listOf(source, key, findings)
    for (const [index, row] of rows.entries()) addRow(raw, source, [key, index], row, defaults, findings)
  }
  const rows = [...raw.values()].flatMap(({ row, origins }) => {
    const result = schema.safeParse(row)
    if (result.success) return [result.data]
    const last = origins.at(-1)
    if (!last) return []
    for (const issue of result.error.issues) {
      const origin = origins.toReversed().find((o) => has(o, issue.path)) ?? origins[0] ?? last
      findings.push(...schemaFindings([issue], row, origin.source, (path) => origin.source.line([...origin.path, ...path])))
    }
    return []
  })
  return { rows, origin: (id) => raw.get(id)?.origins.at(-1), complete: findings.length === before }
}

const has = (origin: Origin, path: readonly PropertyKey[]): boolean => {
  const key = path[0]
  const row = origin.path.reduce<unknown>((v, k) => (v && typeof v === 'object' ? Reflect.get(v, k) : undefined), origin.source.data)
  return key !== undefined && !!row && typeof row === 'object' && key in row
}

const addRow = (
  raw: Map<string, Raw>,
  source: YamlSource,
  path: Path,
  row: unknown,
  defaults: Record<string, unknown>,
  findings: Finding[],
): void => {
  const complain = (found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'schema', file: source.file, line: source.line(path), found, instead })
  if (!row || typeof row !== 'object' || Array.isArray(row)) {
    complain(`an entry is ${show(row)}`, 'Write a block of named values that begins with `id:`.')
    return
  }
  const id: unknown = Reflect.get(row, 'id')
  if (typeof id !== 'string') {
    complain(
      `an entry has ${id === undefined ? 'no id' : `the id ${show(id)}`}`,
      'Give it an id of lower-case words joined by hyphens, such as `id: car-wash`.',
    )
    return
  }
  const earlier = raw.get(id)
  if (earlier?.origins.some((o) => o.source === source)) {
    complain(`the id ${show(id)} stands twice in this list`, 'Give each entry an id of its own.')
    return
  }
  raw.set(id, {
    row: { ...(earlier ? {} : defaults), ...earlier?.row, ...row },
    origins: [...(earlier?.origins ?? []), { source, path }],
  })
}

const listOf = (source: YamlSource, key: string, findings: Finding[]): unknown[] => {
  const list: unknown = source.data && typeof source.data === 'object' ? Reflect.get(source.data, key) : undefined
  if (list === undefined) return []
  if (Array.isArray(list)) return list
  findings.push({
    severity: 'error',
    rule: 'schema',
    file: source.file,
    line: source.line([key]),
    found: `${key} is ${show(list)}`,
    instead: 'Write a list: each entry begins with a hyphen.',
  })
  return []
}

/** The head's defaults, only those that the row's schema knows. */
const readHead = <T>(source: YamlSource, schema: z.ZodType<T>, findings: Finding[]): Record<string, unknown> => {
  const parsed = head.safeParse(source.data)
  if (!parsed.success) {
    findings.push(...schemaFindings(parsed.error.issues, source.data, source, (path) => source.line(path)))
    return {}
  }
  const values: Record<string, unknown> = { ...parsed.data, checked: parsed.data.checked ?? parsed.data.compiled }
  const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  return Object.fromEntries(
    Object.entries(headDefaults)
      .filter(([field, from]) => shape.includes(field) && values[from] !== undefined)
      .map(([field, from]) => [field, values[from]]),
  )
}
