import { z } from 'zod'
import {
  type Action,
  actionSchema,
  type Flow,
  flowHead,
  type Given,
  givenSchema,
  type Invariant,
  invariantSchema,
  type Leaving,
  leavingSchema,
  type OptionSet,
  type Outcome,
  outcomeSchema,
  type Question,
  questionSchema,
  setSchema,
} from '../domain/flow/flow.ts'
import {
  type ActionWords,
  actionWordsSchema,
  type EntryWords,
  entryWordsSchema,
  type FlowWords,
  type OutcomeWords,
  outcomeWordsSchema,
  type QuestionWords,
  questionWordsSchema,
  type RuleWords,
  ruleWordsSchema,
  type SectionWords,
  type SetWords,
  sectionWordsSchema,
  setWordsSchema,
} from '../domain/flow/words.ts'
import { type Collection, collect, type Layers } from './collection.ts'
import { knownKeys, readBlock } from './document.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'

const flowFile = /^flows\/([a-z0-9-]+)\.yaml$/
const wordsFile = /^words\/en\/flows\/([a-z0-9-]+)\.yaml$/

/** `flows/pathway.yaml` and `words/en/flows/pathway.yaml`: a new flow is a new file, and no code. */
export const isFlowFile = (name: string): boolean => flowFile.test(name) || wordsFile.test(name)

/** A flow of a pack: what it asks and in which words. */
export type PackFlow = { flow: Flow; words: FlowWords }

/** The lists of a flow's two files, with the places of their rows. */
export type FlowLists = {
  id: string
  file: string
  head: z.infer<typeof flowHead>
  parts: {
    givens: Collection<Given>
    sets: Collection<OptionSet>
    questions: Collection<Question>
    outcomes: Collection<Outcome>
    actions: Collection<Action>
    leaving: Collection<Leaving>
    invariants: Collection<Invariant>
  }
  words: {
    questions: Collection<QuestionWords>
    entries: Collection<EntryWords>
    outcomes: Collection<OutcomeWords>
    actions: Collection<ActionWords>
    sections: Collection<SectionWords>
    sets: Collection<SetWords>
    rules: Collection<RuleWords>
  }
}

const parts = ['flow', 'givens', 'sets', 'questions', 'outcomes', 'actions', 'leaving', 'invariants'] as const
const wordParts = ['questions', 'entries', 'outcomes', 'actions', 'sections', 'sets', 'rules'] as const

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
        instead: `Name it after a file of flows/.`,
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
  for (const [at, source] of own.sources.entries()) knownKeys(source, parts, at === 0 ? 'questions' : null, findings)
  for (const source of words.sources) knownKeys(source, wordParts, null, findings)
  if (findings.length > before) return null
  const head = readBlock(expanded(file), z.looseObject({ flow: flowHead }), findings)
  if (head && head.flow.id !== id)
    findings.push({
      severity: 'error',
      rule: 'flow',
      file: first.file,
      line: first.line(['flow', 'id']),
      found: `the flow calls itself "${head.flow.id}"`,
      instead: `Write \`id: ${id}\`, as the file is named.`,
    })
  const list = <T extends { id: string }>(key: string, schema: z.ZodType<T>) => collect(expanded(file), key, schema, findings)
  const said = <T extends { id: string }>(key: string, schema: z.ZodType<T>) => collect(expanded(`words/en/${file}`), key, schema, findings)
  const lists = {
    givens: list('givens', givenSchema),
    sets: list('sets', setSchema),
    questions: list('questions', questionSchema),
    outcomes: list('outcomes', outcomeSchema),
    actions: list('actions', actionSchema),
    leaving: list('leaving', leavingSchema),
    invariants: list('invariants', invariantSchema),
  }
  const texts = {
    questions: said('questions', questionWordsSchema),
    entries: said('entries', entryWordsSchema),
    outcomes: said('outcomes', outcomeWordsSchema),
    actions: said('actions', actionWordsSchema),
    sections: said('sections', sectionWordsSchema),
    sets: said('sets', setWordsSchema),
    rules: said('rules', ruleWordsSchema),
  }
  return head && findings.length === before ? { id, file: first.file, head: head.flow, parts: lists, words: texts } : null
}
