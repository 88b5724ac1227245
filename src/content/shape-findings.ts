import { textSets } from '../domain/languages/language.ts'
import { holdsValues, knownKeys } from './document.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { isFlowFile } from './flows.ts'
import type { ListFile } from './lists/descriptor.ts'
import { listFiles } from './lists/index.ts'
import { brand, lineLists, partnership } from './lists/values.ts'
import { nearest } from './nearest.ts'
import { pageIds } from './page-ids.ts'
import { courseFile, isPartFile } from './training.ts'
import { wordSets } from './word-ids.ts'
import { isWordFile } from './words.ts'

/** A file that a pack must have: in which layers, and which keys it may hold at its top; null where its schema says. */
type Expected = { name: string; layers: readonly ('national' | 'local')[]; keys: readonly string[] | null; first: string | null }

const listed = ({ file, layer, optional, lists, values = [] }: ListFile): Expected => {
  const keys = [...Object.values(lists).map(({ key }) => key), ...values]
  return { name: file, layers: optional ? [] : [layer ?? 'national'], keys, first: keys[0] ?? null }
}

const values = (name: string, layers: Expected['layers'] = ['national']): Expected => ({ name, layers, keys: null, first: null })

const expected: readonly Expected[] = [
  ...listFiles.map(listed),
  { ...values(lineLists.file, lineLists.layers), keys: Object.keys(lineLists.schema.shape) },
  values(partnership.file, partnership.layers),
  values(brand.file, brand.layers),
  ...wordSets.flatMap(({ folder, files }) => Object.keys(files).map((name) => values(`${folder}/${name}`))),
  values(courseFile),
]

/** Pages that a local pack brings; the others are national. */
const localPages: readonly string[] = ['about']

/** `words/ar/get-help.yaml`: a set of texts in a language of languages.yaml. */
const isTranslation = (name: string): boolean => textSets.some((set) => new RegExp(`^words/[a-z-]+/${set}\\.yaml$`).test(name))

const isWords = (name: string): boolean => wordSets.some((set) => isWordFile(set, name))

/** The paths of every file that a pack must have. */
const needed = ({ layers }: PackFiles): { path: string; name: string }[] => {
  const folder = { national: layers[0] ?? '', local: layers.at(-1) ?? '' }
  return [
    ...expected.flatMap(({ name, layers: at }) => at.map((layer) => ({ path: `${folder[layer]}/${name}`, name }))),
    ...pageIds.map((id) => ({
      path: `${localPages.includes(id) ? folder.local : folder.national}/pages/${id}.md`,
      name: `pages/${id}.md`,
    })),
  ]
}

/** Names of files that a local pack brings, read or not: of a pack without one they are awaited. */
export const localFiles: readonly string[] = [
  ...listFiles.flatMap(({ file, layer }) => (layer === 'local' ? [file] : [])),
  ...[lineLists, partnership, brand].flatMap(({ file, layers }) => (layers.includes('local') ? [file] : [])),
  ...localPages.map((id) => `pages/${id}.md`),
]

/** Files that are missing, that nothing reads, or that are not of the shape they should have. Gives the names of those whose rows cannot be judged. */
export const shapeFindings = (files: PackFiles, findings: Finding[]): Set<string> => {
  const faulty = new Set<string>()
  const complain = (file: string, found: string, instead: string, line = 1) =>
    findings.push({ severity: 'error', rule: 'file', file, line, found, instead })
  const pages = pageIds.map((page) => `pages/${page}.md`)
  const absent = needed(files).filter(({ path }) => !files.has(path))
  const known = new Set([...expected.map(({ name }) => name), ...pages])
  const strays = [...files.allYaml, ...files.allMarkdown.filter((m) => m.file.includes('/pages/'))].flatMap(({ file }) => {
    const name = file.replace(/^[^/]*\//, '')
    return known.has(name) || isTranslation(name) || isPartFile(name) || isFlowFile(name) || isWords(name) ? [] : [{ file, name }]
  })
  for (const { file, name } of strays) {
    const meant = nearest(
      name,
      absent.map((one) => one.name),
    )
    complain(file, 'a file with this name is never read', meant ? `Rename it to ${meant}.` : 'Correct its name, or remove it.')
    if (meant) faulty.add(meant)
  }
  for (const { path, name } of absent) {
    if (!faulty.has(name)) complain(path, 'this file is missing', 'Add it.')
    faulty.add(name)
  }
  for (const { name, keys, first } of expected) {
    const before = findings.length
    const { sources, broken } = files.yaml(name)
    sources.forEach((source, layer) => {
      if (!keys) holdsValues(source, name.includes('words') ? ['language', 'words'] : [], findings)
      else knownKeys(source, keys, layer === 0 && !broken ? first : null, findings)
    })
    if (findings.length > before) faulty.add(name)
  }
  return faulty
}
