import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Layers } from './collection.ts'
import type { Finding } from './finding.ts'
import { hiddenFindings } from './hidden.ts'
import { type MarkdownSource, readMarkdown } from './markdown-source.ts'
import { type ReadFault, readBoundedText, sizeOf } from './read-bounded.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

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

/** Reads `<content>/national` and `<content>/<pack>`. A pack folder that is not there is a finding. */
export const readFiles = (content: string, pack: string, parse = readYaml): PackFiles =>
  readLayers(content, pack === 'national' ? ['national'] : ['national', pack], parse)

/** The local files of every other pack, each by itself: only what is compared between counties is asked of them. */
export const readOthers = (content: string, pack: string, parse = readYaml): PackFiles[] =>
  readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'national' && entry.name !== pack)
    .map(({ name }) => name)
    .sort()
    .map((name) => readLayers(content, [name], parse))

const readLayers = (content: string, layers: readonly string[], parse: typeof readYaml): PackFiles => {
  const findings: Finding[] = []
  const paths = new Set<string>()
  const broken = new Set<string>()
  const yaml: YamlSource[] = []
  const markdown: { source: MarkdownSource; head: string }[] = []
  const drawings = new Map<string, { file: string; svg: string }>()
  const complain = (file: string, found: string, instead: string, line = 1) =>
    findings.push({ severity: 'error', rule: 'file', file, line, found, instead })
  const missing = layers.filter((layer) => !existsSync(join(content, layer)))
  for (const layer of missing) complain(layer, `there is no pack "${layer}"`, `Make the folder content/${layer}, or correct the name.`)
  // Without one of them it is no pack, whatever the others hold.
  for (const layer of missing.length ? [] : layers) {
    let [size, full] = [0, false]
    for (const path of filesUnder(content, layer)) {
      const name = path.slice(layer.length + 1)
      paths.add(path)
      const opened = size > mostOfLayer ? null : readBoundedText(join(content, path), mostText)
      if (!opened || 'fault' in opened) {
        broken.add(name)
        if (opened) complain(path, ...unreadable[opened.is])
        else if (!full)
          complain(layer, `the files of the pack hold more than ${sizeOf(mostOfLayer)}`, 'Take out what is no text of the pack.')
        full ||= !opened
        continue
      }
      const { text, bytes } = opened
      size += bytes.length
      const unseen = hiddenFindings(path, text)
      if (unseen.length) {
        broken.add(name)
        findings.push(...unseen)
        // A drawing stays known by its name.
        if (!path.endsWith('.svg')) continue
      }
      if (path.endsWith('.yaml')) {
        const read = parse(path, text)
        findings.push(...read.findings)
        if (read.findings.length) broken.add(name)
        else yaml.push(read.source)
      } else if (path.endsWith('.md') && /\/(pages|news)\//.test(path)) {
        const read = readMarkdown(path, text)
        findings.push(...read.findings)
        if (read.source && !read.findings.length) markdown.push({ source: read.source, head: headText(text) })
      } else if (path.endsWith('.svg')) {
        drawings.set(nameOf(path), { file: path, svg: text.trim() })
      } else if (path.endsWith('.yml')) {
        complain(path, 'nothing reads a file whose name ends in .yml', `Name it ${nameOf(path)}.yaml.`)
        paths.add(path.replace(/yml$/, 'yaml'))
        broken.add(name.replace(/yml$/, 'yaml'))
      }
    }
  }
  return {
    layers,
    yaml: (name) => ({ sources: yaml.filter((s) => layers.some((layer) => s.file === `${layer}/${name}`)), broken: broken.has(name) }),
    markdown: (folder) => [
      ...new Map(
        markdown.filter(({ source }) => layers.some((l) => source.file.startsWith(`${l}/${folder}/`))).map((m) => [m.source.id, m]),
      ).values(),
    ],
    names: [...new Set([...paths].map((path) => path.replace(/^[^/]*\//, '')))],
    has: (path) => paths.has(path),
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
  'too-large': [`the file holds more than ${sizeOf(mostText)}`, 'Divide it, or take out what is no text of the pack.'],
  'no-file': ['it is no file', 'Put a text in its place, or take it away.'],
  missing: ['the file was taken away while the pack was read', 'Run this again.'],
  unreadable: ['the file cannot be read', 'Let whoever runs this read it.'],
}

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '')

export const headText = (text: string): string =>
  /^\ufeff?(?:---|```ya?ml)[ \t]*\r?\n([\s\S]*?)^(?:---|```)[ \t]*(?:\r?\n|$)/m.exec(text)?.[1] ?? ''

const filesUnder = (content: string, folder: string): string[] =>
  readdirSync(join(content, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesUnder(content, path) : entry.isFile() ? [path] : []
    })
