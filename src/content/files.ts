import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import { type MarkdownSource, readMarkdown } from './markdown-source.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

/** Everything that the files of a pack say, before it is checked against one another. Only this module opens content files. */
export type PackFiles = {
  /** Layers in order: national, then the local pack. */
  layers: readonly string[]
  yaml(name: string): YamlSource[]
  /** Markdown of a folder, the last layer's file of a name first counted. */
  markdown(folder: string): { source: MarkdownSource; head: string }[]
  drawings: ReadonlyMap<string, { file: string; svg: string }>
  allYaml: readonly YamlSource[]
  allMarkdown: readonly MarkdownSource[]
  findings: readonly Finding[]
}

/** Reads `<content>/national` and `<content>/<pack>`. A pack folder that is not there is a finding. */
export const readFiles = (content: string, pack: string): PackFiles => {
  const layers = pack === 'national' ? ['national'] : ['national', pack]
  const findings: Finding[] = []
  const yaml: YamlSource[] = []
  const markdown: { source: MarkdownSource; head: string }[] = []
  const drawings = new Map<string, { file: string; svg: string }>()
  for (const layer of layers) {
    if (!existsSync(join(content, layer))) {
      findings.push({
        severity: 'error',
        rule: 'schema',
        file: layer,
        line: 1,
        found: `there is no pack "${layer}"`,
        instead: `Make the folder content/${layer}, or correct the name.`,
      })
      continue
    }
    for (const path of filesUnder(content, layer)) {
      const text = readFileSync(join(content, path), 'utf8')
      if (path.endsWith('.yaml')) {
        const read = readYaml(path, text)
        findings.push(...read.findings)
        if (!read.findings.length) yaml.push(read.source)
      } else if (path.endsWith('.md') && /\/(pages|news)\//.test(path)) {
        const read = readMarkdown(path, text)
        findings.push(...read.findings)
        if (read.source && !read.findings.length) markdown.push({ source: read.source, head: headText(text) })
      } else if (path.endsWith('.svg')) {
        drawings.set(nameOf(path), { file: path, svg: text.trim() })
      }
    }
  }
  return {
    layers,
    yaml: (name) => yaml.filter((s) => layers.some((layer) => s.file === `${layer}/${name}`)),
    markdown: (folder) => [
      ...new Map(
        markdown.filter(({ source }) => layers.some((l) => source.file.startsWith(`${l}/${folder}/`))).map((m) => [m.source.id, m]),
      ).values(),
    ],
    drawings,
    allYaml: yaml,
    allMarkdown: markdown.map((m) => m.source),
    findings,
  }
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
