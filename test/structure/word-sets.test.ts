import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFiles } from '../../src/content/files.ts'
import type { Finding } from '../../src/content/finding.ts'
import type { WordSet } from '../../src/content/word-ids.ts'
import { readWords, wordLayers } from '../../src/content/words.ts'
import { idsByFile, moduleOf } from '../../tools/word-ids.ts'

/*
 * A second set of words is a folder and its generated ids: words for another audience than the public's. Here one is made up, as the desk's will be.
 */

const content = mkdtempSync(join(tmpdir(), 'waymark-words-'))
afterAll(() => rmSync(content, { recursive: true, force: true }))
const write = (file: string, words: string) => {
  mkdirSync(dirname(join(content, file)), { recursive: true })
  writeFileSync(join(content, file), `version: 1\nlanguage: en\nwords:\n${words}`)
}
write('national/words/en/home.yaml', '  home:\n    ways: "Ways"\n')
write('national/words/en/inner/cases.yaml', '  case:\n    open: "Open {name}"\n    close: "Close"\n')
write('national/words/en/inner/tasks.yaml', '  task:\n    due: "Due"\n')
write('county/words/en/inner/anything.yaml', '  case:\n    close: "Close the case"\n')

const setOf = (folder: string): WordSet => ({ folder, files: Object.fromEntries(idsByFile(join(content, 'national'), folder)) })
const read = (set: WordSet) => {
  const findings: Finding[] = []
  const files = readFiles(content, 'county')
  return { words: readWords(set, wordLayers(set, files, files.yaml), 'national', findings), findings }
}

test('each set has the ids of its own folder, and a type for them', () => {
  expect(setOf('words/en').files).toEqual({ 'home.yaml': ['home.ways'] })
  expect(setOf('words/en/inner').files).toEqual({ 'cases.yaml': ['case.open', 'case.close'], 'tasks.yaml': ['task.due'] })
  expect(moduleOf({ name: 'inner', folder: 'words/en/inner' }, idsByFile(join(content, 'national'), 'words/en/inner'))).toContain(
    'export type InnerId = (typeof innerSet.files)[keyof typeof innerSet.files][number]',
  )
})

test('each is read by itself, with what a local pack lays over it in a file of any name', () => {
  expect(read(setOf('words/en'))).toMatchObject({ words: { messages: { 'home.ways': 'Ways' } }, findings: [] })
  expect(read(setOf('words/en/inner'))).toMatchObject({
    words: { messages: { 'case.open': 'Open {name}', 'case.close': 'Close the case', 'task.due': 'Due' } },
    findings: [],
  })
})

test('words of one set are none of another, and a set without its words is told of', () => {
  const { files } = setOf('words/en/inner')
  const { words, findings } = read({ folder: 'words/en/inner', files: { ...files, 'tasks.yaml': ['task.due', 'task.done', 'home.ways'] } })
  expect(words).toBeNull()
  expect(findings.map(({ file, line, found }) => `${file}:${line} ${found}`)).toEqual([
    'national/words/en/inner/tasks.yaml:4 "task.done" does not have any words',
    'national/words/en/inner/tasks.yaml:3 the group "home" does not have any words',
  ])
})
