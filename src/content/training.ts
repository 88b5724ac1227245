import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type CourseHead, courseSchema } from '../domain/training/course.ts'
import { type Part, type PartText, partSchema } from '../domain/training/part.ts'
import type { Slide } from '../domain/training/slide.ts'
import { taughtVersion, type Wording } from '../domain/training/taught.ts'
import type { Layers } from './collection.ts'
import { holdsValues, type Laid, laid, readBlock } from './document.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { courseReferences, partReferences } from './lists/training.ts'
import type { Named } from './named.ts'
import { nearest } from './nearest.ts'
import type { NamesIn } from './references.ts'
import type { Path } from './yaml-source.ts'

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
    const instead = near ? `Write \`${near}\`, or rename the file.` : 'Add the file, or remove the part from every tier.'
    complain(from.at(place), `there is no part "${id}", because there is no file ${fileOf(id)}`, instead)
  }
  for (const file of strays)
    if (!nearest(nameOf(file), missing))
      complain(
        { file, line: 1 },
        'no tier of the course lists this part',
        'Add its name to the parts of a tier in course.yaml, or remove the file.',
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
export const courseNames = ({ head, from, parts }: ReadCourse, namesIn: NamesIn): Named[] => [
  ...namesIn(head, courseReferences, from.at),
  ...parts.flatMap(({ part, from }) => [
    ...namesIn(part, partReferences, from.at),
    ...part.slides.flatMap((slide, i) =>
      keysNamed(slide).map(({ kind, name, path }) => ({ kind, name, place: () => from.at(['slides', i, ...path]) })),
    ),
  ]),
]

/** What a slide names otherwise than by a value of its own: services as keys of labels, a step together with its outcome. */
const keysNamed = (slide: Slide): { kind: string; name: string; path: Path }[] => {
  if (slide.type === 'pathway')
    return slide.lanes.flatMap(({ outcome, steps }, l) =>
      steps.map((step, s) => ({
        kind: 'step of the pathway',
        name: `${outcome}: ${typeof step === 'string' ? step : step.id}`,
        path: ['lanes', l, 'steps', s],
      })),
    )
  if (slide.type === 'signs') return Object.keys(slide.labels ?? {}).map((name) => ({ kind: 'sign', name, path: ['labels', name] }))
  if (slide.type !== 'numbers' && slide.type !== 'end') return []
  return Object.keys(slide.labels ?? {}).flatMap((name) => ['service', 'words'].map((kind) => ({ kind, name, path: ['labels', name] })))
}
