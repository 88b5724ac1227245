import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Layers } from './collection.ts'
import type { Finding } from './finding.ts'
import type { MarkdownSource } from './markdown-source.ts'
import { type ReadFault, readBoundedText, sizeOf } from './read-bounded.ts'
import { type FileRead, readFile } from './read-file.ts'
import type { YamlSource } from './yaml-source.ts'

/** Everything that the files of a pack say, before it is checked against one another. Only this module opens content files. */
export type PackFiles = {
  /** Layers in order: national, then the local pack. */
  layers: readonly string[]
  /** The file `name` of every layer that could be read. `broken`: a layer of it could not. */
  yaml(name: string): Layers
  /** Every path within a layer that some layer has, such as `words/en/home.yaml`, readable or not. */
  names: readonly string[]
  /** The Markdown files of a folder. Where several layers have one of the same name, that of the last layer stands. */
  markdown(folder: string): { source: MarkdownSource; head: string }[]
  /** Is there a file at this path, such as `national/services.yaml`, readable or not? */
  has(path: string): boolean
  drawings: ReadonlyMap<string, { file: string; svg: string }>
  allYaml: readonly YamlSource[]
  allMarkdown: readonly MarkdownSource[]
  findings: readonly Finding[]
}

/** Where content lies. `read` may remember what it was asked before. */
export type ContentFolder = {
  /** The national files and the packs, by name. */
  layers(): string[]
  /** The files of a layer in the order of the alphabet, folder by folder; null where there is no such layer. */
  paths(layer: string): readonly string[] | null
  open(path: string): { text: string; size: number } | ReadFault
  read(path: string, text: string): FileRead
}

export const onDisk = (content: string, read = readFile): ContentFolder => ({
  layers: () => readdirSync(content, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
  paths: (layer) => (existsSync(join(content, layer)) ? filesUnder(content, layer) : null),
  open: (path) => {
    const opened = readBoundedText(join(content, path), mostText)
    return 'fault' in opened ? opened : { text: opened.text, size: opened.bytes.length }
  },
  read,
})

const folderOf = (content: string | ContentFolder): ContentFolder => (typeof content === 'string' ? onDisk(content) : content)

/** Reads `<content>/national` and `<content>/<pack>`. A pack folder that is not there is a finding. */
export const readFiles = (content: string | ContentFolder, pack: string): PackFiles =>
  readLayers(folderOf(content), pack === 'national' ? ['national'] : ['national', pack])

/** The local files of every other pack, each by itself: only what is compared between counties is asked of them. */
export const readOthers = (content: string | ContentFolder, pack: string): PackFiles[] => {
  const folder = folderOf(content)
  const others = folder.layers().filter((name) => name !== 'national' && name !== pack)
  return others.sort().map((name) => readLayers(folder, [name]))
}

const readLayers = (folder: ContentFolder, layers: readonly string[]): PackFiles => {
  const findings: Finding[] = []
  const there = new Set<string>()
  const broken = new Set<string>()
  const yaml: YamlSource[] = []
  const markdown: { source: MarkdownSource; head: string }[] = []
  const drawings = new Map<string, { file: string; svg: string }>()
  const complain = (file: string, found: string, instead: string, line = 1) =>
    findings.push({ severity: 'error', rule: 'file', file, line, found, instead })
  const paths = new Map(layers.map((layer) => [layer, folder.paths(layer)]))
  const missing = layers.filter((layer) => !paths.get(layer))
  for (const layer of missing) complain(layer, `there is no pack "${layer}"`, `Create the folder content/${layer}, or correct the name.`)
  // Without one of them it is no pack, whatever the others hold.
  for (const layer of missing.length ? [] : layers) {
    let [size, full] = [0, false]
    for (const path of paths.get(layer) ?? []) {
      const name = path.slice(layer.length + 1)
      there.add(path)
      const opened = size > mostOfLayer ? null : folder.open(path)
      if (!opened || 'fault' in opened) {
        broken.add(name)
        if (opened) complain(path, ...unreadable[opened.is])
        else if (!full)
          complain(
            layer,
            `the files of the pack are larger than ${sizeOf(mostOfLayer)} in total`,
            'Remove any file that is not part of the pack.',
          )
        full ||= !opened
        continue
      }
      size += opened.size
      const one = folder.read(path, opened.text)
      findings.push(...one.findings)
      if (one.broken) broken.add(name)
      if (one.yaml) yaml.push(one.yaml)
      if (one.markdown) markdown.push(one.markdown)
      if (one.drawing !== undefined) drawings.set(nameOf(path), { file: path, svg: one.drawing })
      if (path.endsWith('.yml') && !one.broken) {
        complain(path, 'a file whose name ends in .yml is never read', `Rename it to ${nameOf(path)}.yaml.`)
        there.add(path.replace(/yml$/, 'yaml'))
        broken.add(name.replace(/yml$/, 'yaml'))
      }
    }
  }
  const byPath = new Map(yaml.map((source) => [source.file, source]))
  return {
    layers,
    yaml: (name) => ({ sources: layers.flatMap((layer) => byPath.get(`${layer}/${name}`) ?? []), broken: broken.has(name) }),
    markdown: (folder) => [
      ...new Map(
        markdown.filter(({ source }) => layers.some((l) => source.file.startsWith(`${l}/${folder}/`))).map((m) => [m.source.id, m]),
      ).values(),
    ],
    names: [...new Set([...there].map((path) => path.replace(/^[^/]*\//, '')))],
    has: (path) => there.has(path),
    drawings,
    allYaml: yaml,
    allMarkdown: markdown.map((m) => m.source),
    findings,
  }
}

/** The longest file of ours is 80 KB, all of them are 1 MB (November 2026). */
export const mostText = 1_000_000
const mostOfLayer = 20_000_000

const unreadable: Readonly<Record<ReadFault['is'], readonly [string, string]>> = {
  'not-text': ['the file is not UTF-8 text', 'Save it as UTF-8.'],
  'too-large': [`the file is larger than ${sizeOf(mostText)}`, 'Split it, or remove anything that is not part of the pack.'],
  'no-file': ['it is not a file', 'Replace it with a text file, or remove it.'],
  missing: ['the file was removed while Waymark was reading the pack', 'Run the command again.'],
  unreadable: ['the file cannot be read', 'Change its permissions, so that the user who runs this command can read it.'],
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '')

const filesUnder = (content: string, folder: string): string[] =>
  readdirSync(join(content, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesUnder(content, path) : entry.isFile() ? [path] : []
    })
