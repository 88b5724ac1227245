import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onDisk } from '../../content/files.ts'
import { errorsOf } from '../../content/findings.ts'
import { loadPack, type Whole } from '../../content/load.ts'
import { readBounded } from '../../content/read-bounded.ts'
import { type readFile, rememberingRead } from '../../content/read-file.ts'
import { applyChanges, type Reader } from '../../content/translate/apply.ts'
import { type Change, judge } from '../../content/translate/judge.ts'
import { type ReviewText, reviewTexts } from '../../content/translate/review-texts.ts'
import { isoDate } from '../../domain/fact.ts'
import type { Language } from '../../domain/languages/language.ts'
import { contentFolder } from '../../processes/paths.ts'
import { printFindings } from '../../processes/print.ts'
import { mostOfSheet, readSheet, writeSheet } from './sheet.ts'

type Given = {
  pack: string
  /** Other than the installed content, and what may remember the files that it parsed before: for tests. */
  content?: string
  read?: typeof readFile
}

/** Writes the texts of a language into a spreadsheet for a reviewer. Exit code 0; 1 for a pack with faults; 2 for wrong use. */
export const exportTranslation = async (languageId: string, options: Given & { out?: string | undefined }): Promise<number> => {
  const asked = textsOf(languageId, options, options.read)
  if (typeof asked === 'number') return asked
  const out = options.out ?? `waymark-${languageId}.xlsx`
  writeFileSync(out, await writeSheet(asked.texts, asked.language))
  const count = (state: ReviewText['state']) => asked.texts.filter((text) => text.state === state).length
  console.log(
    `${out}: ${asked.texts.length} texts in ${asked.language.english}. Reviewed: ${count('reviewed')}. Draft: ${count('drafted')}. English changed: ${count('needs-review')}. Missing: ${count('untranslated')}.`,
  )
  return 0
}

export type ImportOptions = Given & { by?: string | undefined; date?: string | undefined; dryRun: boolean; today?: Temporal.PlainDate }

/**
 * Takes a reviewer's spreadsheet back. Rows that can be done are done, all together or, where the pack would be faulty, none; each other row is told with
 * its reason. Exit code 0; 1 where a row or the file was refused; 2 for wrong use.
 */
export const importTranslation = async (languageId: string, file: string, options: ImportOptions): Promise<number> => {
  const reader = readerOf(options)
  if (typeof reader === 'string') {
    console.error(reader)
    return 2
  }
  const opened = readBounded(file, mostOfSheet)
  if ('fault' in opened) {
    console.error(opened.fault)
    return 2
  }
  const rows = await readSheet(opened.bytes)
  if (typeof rows === 'string') {
    console.error(`${file} cannot be read. ${rows}`)
    return 1
  }
  // It is read twice, as it is and as it would be: most of its files are the same.
  const read = options.read ?? rememberingRead()
  const asked = textsOf(languageId, options, read)
  if (typeof asked === 'number') return asked
  const { changes, refusals, notes } = judge(rows, asked.texts, languageId)
  if (changes.some(({ reviewed }) => reviewed) && !options.by) {
    console.error('Say who has reviewed these texts, for example: --by "interpreter, county council".')
    return 2
  }
  const content = options.content ?? contentFolder
  const files = newFiles(content, changes, reader, languageId)
  const faults = files.length ? faultsWith(content, options.pack, files, read) : []
  for (const { row, text, reviewed, words } of changes)
    console.log(`row ${row}  ${text.id}: ${words === text.text ? '' : 'new text, '}${reviewed ? 'reviewed' : 'a draft'}`)
  for (const { row, id, note } of notes) console.log(`row ${row}  ${id}: the reviewer's note: ${note}`)
  for (const { row, id, reason } of refusals)
    console.error(`row ${row}  ${id || '(no text id)'}: not imported: ${reason.replace(/\.$/, '')}.`)
  if (faults.length) {
    printFindings(faults, console.error)
    console.error('Nothing was changed, because the pack would then have these errors.')
    return 1
  }
  if (!options.dryRun) writeAll(content, files)
  const done = options.dryRun ? 'would change (this was a dry run)' : 'changed'
  console.log(`${changes.length} ${changes.length === 1 ? 'text' : 'texts'} ${done}, ${refusals.length} refused.`)
  return refusals.length ? 1 : 0
}

const textsOf = (languageId: string, options: Given, read?: typeof readFile): { texts: ReviewText[]; language: Language } | number => {
  const content = options.content ?? contentFolder
  if (!/^[a-z0-9-]+$/.test(options.pack) || !existsSync(join(content, options.pack))) {
    console.error(`There is no pack content/${options.pack}.`)
    return 2
  }
  const loaded = loadPack(onDisk(content, read), options.pack)
  if (!loaded.pack) {
    printFindings(errorsOf(loaded.findings), console.error)
    return 1
  }
  const texts = reviewTexts(loaded as Whole, languageId)
  const language = loaded.languages.find((t) => t.language.id === languageId)?.language
  if (texts && language) return { texts, language }
  console.error(`There is no language "${languageId}". You can choose from: ${loaded.languages.map((t) => t.language.id).join(', ')}.`)
  return 2
}

const readerOf = ({ by, date, today }: ImportOptions): Reader | string => {
  const now = today ?? Temporal.Now.plainDateISO()
  const on = date ?? now.toString()
  if (!isoDate.safeParse(on).success) return `--date ${on}: write a date like ${now}.`
  if (Temporal.PlainDate.compare(on, now) > 0) return `--date ${on}: that date is in the future.`
  return { by: by ?? '', date: on }
}

type NewFile = { path: string; text: string }

const newFiles = (content: string, changes: readonly Change[], reader: Reader, language: string): NewFile[] =>
  [...Map.groupBy(changes, ({ text }) => text.file)].map(([path, own]) => {
    const place = join(content, path)
    return { path, text: applyChanges(existsSync(place) ? readFileSync(place, 'utf8') : null, own, reader, language) }
  })

/** What would be wrong with the pack if the files were as they are to be. */
const faultsWith = (content: string, pack: string, files: readonly NewFile[], read: typeof readFile) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-translate-'))
  try {
    for (const layer of ['national', pack]) cpSync(join(content, layer), join(folder, layer), { recursive: true })
    for (const { path, text } of files) put(join(folder, path), text)
    return errorsOf(loadPack(onDisk(folder, read), pack).findings)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes each file beside its place first, then puts all in place: one that cannot be written leaves none half done. */
const writeAll = (content: string, files: readonly NewFile[]): void => {
  const pairs = files.map(({ path, text }) => ({ place: join(content, path), beside: join(content, `${path}.${process.pid}.new`), text }))
  try {
    for (const { beside, text } of pairs) put(beside, text)
    for (const { beside, place } of pairs) renameSync(beside, place)
  } finally {
    for (const { beside } of pairs) rmSync(beside, { force: true })
  }
}

const put = (place: string, text: string): void => {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, text)
}
