import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type CourseHead, courseSchema } from '../domain/training/course.ts'
import { type Part, type PartText, partSchema } from '../domain/training/part.ts'
import { taughtVersion, type Wording } from '../domain/training/taught.ts'
import type { Layers } from './collection.ts'
import type { Named } from './cross-check.ts'
import { holdsValues, readBlock } from './document.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { nearest } from './nearest.ts'
import type { Path, Text, YamlSource } from './yaml-source.ts'

/** The course of a pack: a folder with its head and one file for each part. */
export const courseId = 'basic'
const folder = `training/${courseId}`
export const courseFile = `${folder}/course.yaml`
const fileOf = (part: string): string => `${folder}/${part}.yaml`

/** Is it a file of the course's folder? Whether a tier lists it is asked later. */
export const isPartFile = (name: string): boolean => name !== courseFile && new RegExp(`^${folder}/[^/]+\\.yaml$`).test(name)

/** A course with the places of its values. */
export type ReadCourse = {
  head: CourseHead
  from: Laid
  parts: { part: Part; from: Laid }[]
}

/** A file in its layers, where a later layer's value takes the place of an earlier one's. */
export type Laid = {
  /** Where the value at `path` stands: in the last layer that gives its first name. */
  at(path: Path): { file: string; line: number }
  /** Every text that holds. */
  texts(): (Text & { file: string })[]
}

const laid = (sources: readonly YamlSource[]): Laid => {
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

/** Reads the head and every part that a tier lists. Null where one of them is faulty. `layers` gives a file with its references filled in. */
export const readCourse = (files: PackFiles, layers: (file: string) => Layers, findings: Finding[]): ReadCourse | null => {
  const before = findings.length
  const at = layers(courseFile)
  const head = readBlock(at, courseSchema, findings)
  if (!head) return null
  const from = laid(at.sources)
  const complain = (place: { file: string; line: number }, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'file', ...place, found, instead })
  const listed = partIds(head)
  const strays = [...new Set(files.allYaml.map(({ file }) => file))].filter((file) => {
    const name = file.replace(/^[^/]*\//, '')
    return isPartFile(name) && !listed.some((id) => fileOf(id) === name)
  })
  const missing = listed.filter((id) => !files.yaml(fileOf(id)).sources.length && !files.yaml(fileOf(id)).broken)
  for (const id of missing) {
    const place: Path =
      head.tiers.flatMap((t, i): Path[] => (t.parts.includes(id) ? [['tiers', i, 'parts', t.parts.indexOf(id)]] : []))[0] ?? []
    const near = nearest(id, strays.map(nameOf))
    const instead = near ? `Write \`${near}\`, or name the file so.` : 'Add the file, or take the part out of every tier.'
    complain(from.at(place), `there is no part "${id}": no file ${fileOf(id)}`, instead)
  }
  for (const file of strays)
    if (!nearest(nameOf(file), missing))
      complain(
        { file, line: 1 },
        'no tier of the course lists this part',
        'Add its name to the parts of a tier in course.yaml, or take it out.',
      )
  const parts = listed.flatMap((id) => readPart(id, layers(fileOf(id)), findings))
  return findings.length > before || parts.length < listed.length ? null : { head, from, parts }
}

const readPart = (id: string, layers: Layers, findings: Finding[]): ReadCourse['parts'] => {
  if (!layers.sources.length || !layers.sources.every((s) => holdsValues(s, ['title', 'slides'], findings))) return []
  const text = readBlock(layers, partSchema as z.ZodType<PartText>, findings)
  return text ? [{ part: { ...text, id }, from: laid(layers.sources) }] : []
}

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '')

/** Every part once: those of the longest tier in its order, then what only a shorter one has. */
const partIds = ({ tiers }: CourseHead): string[] => [
  ...new Set(tiers.toSorted((a, b) => b.parts.length - a.parts.length).flatMap((t) => t.parts)),
]

/** The version of what is taught, from the files as they stand: `plain` gives them with their references not filled in. */
export const versionOf = ({ parts }: ReadCourse, plain: (file: string) => Layers, wording: Wording): string => {
  const raw = parts.map(({ part }): Part => {
    const text = readBlock(plain(fileOf(part.id)), partSchema as z.ZodType<PartText>, [])
    return text ? { ...text, id: part.id } : part
  })
  return taughtVersion(raw, wording, (text) => createHash('sha256').update(text).digest('hex'))
}

/** Every place of a course that names an id of another list. */
export const courseNames = ({ head, from: own, parts }: ReadCourse): Named[] => {
  const named: Named[] = []
  const add = (from: Laid, kind: Named['kind'], path: Path, names: string | readonly string[] | undefined) => {
    const each = typeof names === 'string' ? [[names, path] as const] : (names ?? []).map((name, i) => [name, [...path, i]] as const)
    for (const [name, at] of each) named.push({ kind, name, place: () => from.at(at) })
  }
  for (const [i, { id }] of head.tiers.entries()) add(own, 'tier', ['tiers', i, 'id'], id)
  for (const [r, { learn }] of head.releases.entries())
    for (const [l, { part }] of learn.entries()) add(own, 'part', ['releases', r, 'learn', l, 'part'], part)
  for (const { part, from } of parts) {
    add(from, 'drawing', ['drawing'], part.drawing)
    for (const [i, item] of (part.check ?? []).entries()) add(from, 'outcome', ['check', i, 'checks'], item.checks)
    for (const [i, slide] of part.slides.entries()) {
      const put = (kind: Named['kind'], path: Path, names: string | readonly string[] | undefined) =>
        add(from, kind, ['slides', i, ...path], names)
      put('outcome', ['teaches'], slide.teaches)
      if ('drawing' in slide) put('drawing', ['drawing'], slide.drawing)
      if (slide.type === 'kinds') put('exploitation type', ['kinds'], slide.kinds)
      if (slide.type === 'signs') put('sign', ['signs'], slide.signs)
      if (slide.type === 'scenario') put('outcome', ['checks'], slide.checks)
      if (slide.type === 'question') put('check question', ['item'], slide.item)
      if (slide.type === 'figures') for (const [r, row] of slide.rows.entries()) put('figure', ['rows', r, 'figure'], row.figure)
      const numbers =
        slide.type === 'numbers' || slide.type === 'end'
          ? [
              { path: ['services'] as Path, ids: slide.services },
              ...Object.keys(slide.labels ?? {}).map((id) => ({ path: ['labels', id] as Path, ids: id })),
            ]
          : []
      if (slide.type === 'pathway') {
        put('way of the pathway', ['first'], slide.first)
        for (const [l, { outcome, steps }] of slide.lanes.entries()) {
          put('way of the pathway', ['lanes', l, 'outcome'], outcome)
          for (const [s, step] of steps.entries())
            put('step of the pathway', ['lanes', l, 'steps', s], `${outcome}: ${typeof step === 'string' ? step : step.id}`)
        }
      }
      for (const { path, ids } of numbers) for (const kind of ['service', 'words'] as const) put(kind, path, ids)
    }
  }
  return named
}
