import { z } from 'zod'
import { type Flow, flowHead } from '../domain/flow/flow.ts'
import type { FlowWords } from '../domain/flow/words.ts'
import { type Collection, collect, type Layers } from './collection.ts'
import { knownKeys, readBlock } from './document.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import type { ListPart } from './lists/descriptor.ts'
import { flowParts, flowWordParts } from './lists/flows.ts'

const flowFile = /^flows\/([a-z0-9-]+)\.yaml$/
const wordsFile = /^words\/en\/flows\/([a-z0-9-]+)\.yaml$/

/** `flows/pathway.yaml` and `words/en/flows/pathway.yaml`: a new flow is a new file, and no code. */
export const isFlowFile = (name: string): boolean => flowFile.test(name) || wordsFile.test(name)

/** A flow of a pack: what it asks and in which words. */
export type PackFlow = { flow: Flow; words: FlowWords }

type CollectionsOf<Parts extends Record<string, ListPart>> = { [Name in keyof Parts]: Collection<z.infer<Parts[Name]['schema']>> }

/** The lists of a flow's two files, with the places of their rows. */
export type FlowLists = {
  id: string
  file: string
  head: z.infer<typeof flowHead>
  parts: CollectionsOf<typeof flowParts>
  words: CollectionsOf<typeof flowWordParts>
}

const partKeys = ['flow', ...Object.keys(flowParts)]
const wordKeys = Object.keys(flowWordParts)

/** Every flow of a pack, layer over layer. One whose files have faults is left out: what rests on it is not asked. */
export const readFlows = (files: PackFiles, expanded: (file: string) => Layers, findings: Finding[]): FlowLists[] => {
  const names = files.allYaml.map(({ file }) => file.replace(/^[^/]*\//, ''))
  const ids = [...new Set(names.flatMap((name) => flowFile.exec(name)?.[1] ?? []))]
  for (const { file } of files.allYaml) {
    const id = wordsFile.exec(file.replace(/^[^/]*\//, ''))?.[1]
    if (id && !ids.includes(id) && !files.yaml(`flows/${id}.yaml`).broken)
      findings.push({
        severity: 'error',
        rule: 'file',
        file,
        line: 1,
        found: `there is no flow "${id}"`,
        instead: `Use the name of a file in flows/.`,
      })
  }
  return ids.flatMap((id) => readFlow(id, files, expanded, findings) ?? [])
}

const readFlow = (id: string, files: PackFiles, expanded: (file: string) => Layers, findings: Finding[]): FlowLists | null => {
  const before = findings.length
  const file = `flows/${id}.yaml`
  const [own, words] = [files.yaml(file), files.yaml(`words/en/${file}`)]
  const first = own.sources[0]
  if (own.broken || words.broken || !first) return null
  for (const [at, source] of own.sources.entries()) knownKeys(source, partKeys, at === 0 ? 'questions' : null, findings)
  for (const source of words.sources) knownKeys(source, wordKeys, null, findings)
  if (findings.length > before) return null
  const head = readBlock(expanded(file), z.looseObject({ flow: flowHead }), findings)
  if (head && head.flow.id !== id)
    findings.push({
      severity: 'error',
      rule: 'flow',
      file: first.file,
      line: first.line(['flow', 'id']),
      found: `the flow calls itself "${head.flow.id}"`,
      instead: `Write \`id: ${id}\`, like the name of the file.`,
    })
  const parts = readParts(flowParts, expanded(file), findings)
  const texts = readParts(flowWordParts, expanded(`words/en/${file}`), findings)
  return head && findings.length === before ? { id, file: first.file, head: head.flow, parts, words: texts } : null
}

const readParts = <Parts extends Record<string, ListPart>>(parts: Parts, layers: Layers, findings: Finding[]): CollectionsOf<Parts> =>
  // `fromEntries` forgets which name has which rows; each is read by the schema of its name.
  Object.fromEntries(
    Object.entries(parts).map(([name, { key, schema }]) => [name, collect(layers, key, schema, findings)]),
  ) as unknown as CollectionsOf<Parts>
