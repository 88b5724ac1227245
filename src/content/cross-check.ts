import type { Collection } from './collection.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import type { Pack } from './pack.ts'
import type { Path } from './yaml-source.ts'

type Lists = Record<string, Collection<{ id: string }>>

/** References between files: every id that is named must be there, every list entry must have its words. */
export const crossCheck = (pack: Pack, lists: Lists, files: PackFiles): Finding[] => {
  const findings: Finding[] = []
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map((r) => r.id))
  const [services, types, categories, indicators, sectors, bodies, sources] = [
    ids(pack.services),
    ids(pack.types),
    ids(pack.categories),
    ids(pack.indicators),
    ids(pack.sectors),
    ids(pack.bodies),
    ids(pack.sources),
  ]
  const need = (
    list: string,
    row: string,
    path: Path,
    named: readonly string[],
    known: ReadonlySet<string>,
    what: string,
    where: string,
  ) => {
    const origin = lists[list]?.origin(row)
    named.forEach((name, i) => {
      if (known.has(name) || !origin) return
      const at = named.length > 1 || Array.isArray(valueAtPath(origin.source.data, [...origin.path, ...path])) ? [...path, i] : path
      findings.push({
        severity: 'error',
        rule: 'reference',
        file: origin.source.file,
        line: origin.source.line([...origin.path, ...at]),
        found: `"${name}" is not a known ${what}`,
        instead: `Use an id of ${where}${suggestion(name, known)}.`,
      })
    })
  }
  for (const s of pack.services) if (s.instead) need('services', s.id, ['instead'], s.instead, services, 'service', 'services.yaml')
  for (const s of pack.services) {
    const ended = s.schedule === 'unknown' ? -1 : s.schedule.findIndex((row) => row.valid_to === 'unknown')
    const origin = lists.services?.origin(s.id)
    if (ended < 0 || s.doubt_from || !origin) continue
    findings.push({
      severity: 'error',
      rule: 'reference',
      file: origin.source.file,
      line: origin.source.line([...origin.path, 'schedule', ended, 'valid_to']),
      found: 'valid_to is unknown, and the service has no doubt_from: its hours would be called sure for ever',
      instead: 'Add `doubt_from:` with the day from which the hours must be shown as not confirmed.',
    })
  }
  for (const w of pack.wrongNumbers) need('wrongNumbers', w.id, ['service'], [w.service], services, 'service', 'services.yaml')
  for (const w of lists.serviceWords?.rows ?? []) need('serviceWords', w.id, ['id'], [w.id], services, 'service', 'services.yaml')
  for (const i of pack.indicators) {
    need('indicators', i.id, ['category'], [i.category], categories, 'category', 'the categories in this file')
    need('indicators', i.id, ['exploitation'], i.exploitation, types, 'exploitation type', 'exploitation-types.yaml')
    need('indicators', i.id, ['sectors'], i.sectors, new Set([...sectors, 'any']), 'sector', 'sectors.yaml, or `any`')
    need('indicators', i.id, ['sources'], i.sources, sources, 'source', 'sources.yaml')
  }
  for (const s of pack.sectors) {
    need('sectors', s.id, ['exploitation'], s.exploitation, types, 'exploitation type', 'exploitation-types.yaml')
    need('sectors', s.id, ['indicators'], s.indicators, indicators, 'sign', 'indicators.yaml')
    need('sectors', s.id, ['report_also'], s.report_also, bodies, 'body', 'bodies.yaml')
    need('sectors', s.id, ['sources'], s.sources, sources, 'source', 'sources.yaml')
    need('sectors', s.id, ['id'], [s.id], new Set(pack.drawings.keys()), 'drawing', 'a drawing in drawings/, named after the sector')
  }
  for (const b of pack.bodies) {
    if (b.service) need('bodies', b.id, ['service'], [b.service], services, 'service', 'services.yaml')
    if (b.instead) need('bodies', b.id, ['instead'], b.instead, services, 'service', 'services.yaml')
  }
  for (const t of pack.types) need('types', t.id, ['drawing'], [t.drawing], new Set(pack.drawings.keys()), 'drawing', 'drawings/')
  for (const f of pack.figures) need('figures', f.id, ['source'], [f.source], sources, 'source', 'sources.yaml')
  for (const w of pack.reportWays) need('reportWays', w.id, ['services'], w.services, services, 'service', 'services.yaml')
  for (const w of pack.support) need('support', w.id, ['services'], w.services, services, 'service', 'services.yaml')

  const order = files.yaml('lists.yaml').at(-1)
  for (const [key, named] of [
    ['get_help', pack.getHelp],
    ['tell_somebody', pack.tellSomebody],
    ['tell_about_child', pack.tellAboutChild],
  ] as const) {
    named.forEach((name, i) => {
      const complain = (found: string, instead: string) =>
        order && findings.push({ severity: 'error', rule: 'reference', file: order.file, line: order.line([key, i]), found, instead })
      if (!services.has(name)) complain(`"${name}" is not a known service`, `Use an id of services.yaml${suggestion(name, services)}.`)
      else if (!pack.serviceWords.has(name)) complain(`"${name}" has no words`, `Add an entry \`id: ${name}\` to words/en/services.yaml.`)
    })
  }
  for (const [page, { drawing }] of pack.pages) {
    const source = files.markdown('pages').find((m) => m.source.id === page)?.source
    if (drawing && source && !pack.drawings.has(drawing)) {
      findings.push({
        severity: 'error',
        rule: 'reference',
        file: source.file,
        line: source.head.line(['drawing']),
        found: `"${drawing}" is not a known drawing`,
        instead: 'Use the name of a file in drawings/.',
      })
    }
  }
  return findings
}

const valueAtPath = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, k) => (v && typeof v === 'object' ? Reflect.get(v, k) : undefined), data)

/** ` (did you mean "…"?)` where a known id is one or two letters away. */
const suggestion = (name: string, known: ReadonlySet<string>): string => {
  const near = [...known].map((k) => [k, distance(name, k)] as const).sort((a, b) => a[1] - b[1])[0]
  return near && near[1] <= 3 ? ` (did you mean "${near[0]}"?)` : ''
}

/** Levenshtein distance, in letters. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
