import type { z } from 'zod'
import { type Finding, show } from './finding.ts'
import { schemaFindings } from './schema-findings.ts'
import type { YamlSource } from './yaml-source.ts'

/** Reads a file that is one block of values (partnership, brand): later layers' values replace earlier ones. Null when faulty. */
export const readBlock = <T>(sources: readonly YamlSource[], schema: z.ZodType<T>, file: string, findings: Finding[]): T | null => {
  const last = sources.at(-1)
  if (!last) {
    findings.push({
      severity: 'error',
      rule: 'schema',
      file,
      line: 1,
      found: `there is no ${file}`,
      instead: 'Add the file to the local pack.',
    })
    return null
  }
  const merged = Object.assign({}, ...sources.map((s) => s.data))
  const result = schema.safeParse(merged)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const key = issue.path[0]
    const source = sources.toReversed().find((s) => s.data && typeof s.data === 'object' && key !== undefined && key in s.data) ?? last
    findings.push(...schemaFindings([issue], merged, source, (path) => source.line(path)))
  }
  return null
}

/** Refuses top-level keys that the file does not have. */
export const knownKeys = (source: YamlSource, keys: readonly string[], findings: Finding[]): void => {
  if (!source.data || typeof source.data !== 'object' || Array.isArray(source.data)) {
    findings.push({
      severity: 'error',
      rule: 'schema',
      file: source.file,
      line: 1,
      found: `the file holds ${show(source.data)}`,
      instead: `Begin with \`version: 1\`, then ${keys.map((k) => `\`${k}:\``).join(', ')}.`,
    })
    return
  }
  const common = ['version', 'compiled', 'source', 'source_date', 'checked', 'review_default', 'owner_default', 'sure']
  for (const key of Object.keys(source.data)) {
    if (keys.includes(key) || common.includes(key)) continue
    findings.push({
      severity: 'error',
      rule: 'schema',
      file: source.file,
      line: source.line([key]),
      found: `"${key}" is not a part of this file`,
      instead: `Its parts are ${keys.map((k) => `\`${k}\``).join(', ')}. Correct the spelling, or take it out.`,
    })
  }
}
