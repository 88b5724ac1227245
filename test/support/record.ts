import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AccessibilityResult } from '../../src/web/context/types.ts'

/** The files whose notes make the accessibility statement, in its order, and what each looks for. */
const noted = {
  'axe-get-help': 'axe-core on the page of numbers, at many moments',
  'axe-check': 'axe-core on signs and the check, each step and error',
  'axe-pages': 'axe-core on every other page',
  structure: 'One first heading, no level skipped, landmarks, language, a title of its own',
  reflow: 'At 320 px and at 400 % zoom: no scrolling sideways, no text cut off',
  'large-text': 'With text at 130, 150 and 200 %, on phones: nothing cut off, no scrolling sideways',
  spacing: 'With letters, words, lines and paragraphs set wide apart: nothing cut off',
  'way-out': 'The way out takes a fifth of the window at most',
  jumps: 'At 400 % zoom: each link within a page, and from an error to its field, leaves in sight what it leads to',
  dark: 'axe-core: contrast of text at least 7 to 1 in dark colours',
  ibm: "IBM's accessibility-checker-engine, every page (in the long run of the tests)",
  keyboard: 'By keyboard: each stop seen and not covered, the way out before the content',
  targets: 'Targets of 24 px or more',
  html: 'Valid HTML (html-validate)',
  nu: 'Valid HTML (the Nu checker)',
} as const
export type NoteFile = keyof typeof noted

/** What one test file found. `states`: pages times the windows in which they were looked at. `unable`: why it did not look. */
export type Note = { pages: number; states: number; violations: number; unable?: string }

export const writeNote = (folder: string, file: NoteFile, note: Note): void =>
  writeFileSync(join(folder, `${file}@${randomUUID()}.json`), JSON.stringify(note))

const inWords = ({ pages, states, violations, unable }: Note): string => {
  if (unable) return `not run: ${unable}`
  const faults = violations === 0 ? 'nothing found' : violations === 1 ? '1 fault' : `${violations} faults`
  return `${faults} (${pages} pages, looked at ${states} times)`
}

const files = Object.keys(noted) as NoteFile[]

/** Test files that look at different pages for the same fault. */
const together = (sum: Note & { file: NoteFile }, { pages, states, violations, unable }: Note): Note & { file: NoteFile } => ({
  ...sum,
  pages: sum.pages + pages,
  states: sum.states + states,
  violations: sum.violations + violations,
  ...(unable && { unable }),
})

/** Writes docs/accessibility.json from a whole run. A run of some files only, or one that broke off, leaves the last one's standing. */
export const writeStatement = (folder: string): void => {
  const written = readdirSync(folder)
  const notesOf = (file: NoteFile): Note[] =>
    written.filter((name) => name.startsWith(`${file}@`)).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Note)
  const missing = files.filter((file) => !notesOf(file).length)
  if (missing.length) {
    console.error(`docs/accessibility.json stays as it is: nothing from ${missing.join(', ')}.`)
    return
  }
  const notes = files.map((file) => notesOf(file).reduce(together, { file, pages: 0, states: 0, violations: 0 }))
  const sum = (of: 'pages' | 'states' | 'violations', among: typeof notes) => among.reduce((total, note) => total + note[of], 0)
  const axe = notes.filter((note) => note.file.startsWith('axe'))
  const result: AccessibilityResult = {
    date: Temporal.Now.plainDateISO('Europe/London').toString(),
    pages: sum('pages', axe),
    states: sum('states', axe),
    violations: sum('violations', notes),
    checks: notes.map((note) => ({ name: noted[note.file], result: inWords(note) })),
  }
  writeFileSync(fileURLToPath(new URL('../../docs/accessibility.json', import.meta.url)), `${JSON.stringify(result, null, 2)}\n`)
}
