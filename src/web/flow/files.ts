import type { Answers } from '../../domain/flow/answers.ts'
import type { FieldPath } from '../../domain/flow/entered.ts'
import type { Entry, Question } from '../../domain/flow/flow.ts'
import type { Fields } from '../forms/fields.ts'
import type { SentFile } from '../http/read-multipart.ts'
import { flowButtons } from './buttons.ts'
import type { FileFault } from './flow-fault.ts'

/**
 * Keeps a file that was sent, and gives what it is kept under, in one line: answers hold that, and a file itself never travels in a page. It is
 * not told of a file that was taken off a page, or whose page is no longer on the way: an earlier page in someone's browser may still name
 * it. What no answers name in the end is the keeper's to throw away.
 */
export type FileKeeper = { put(file: SentFile): Promise<string> }

export const isFile = ({ record }: Entry): boolean => record?.as === 'file'

/** What an entry takes where it does not say. */
export const fileLimits = ({ record }: Entry): { files: number; megabytes: number } => ({
  files: record?.max_files ?? 1,
  megabytes: record?.max_megabytes ?? 10,
})

/** What files are kept under, one a line, as an answer holds it. */
export const keptFiles = (value: unknown): string[] => (typeof value === 'string' ? value.split('\n').filter(Boolean) : [])

type TakenFiles = {
  typed: Readonly<Record<string, string>>
  /** The answers from before with the files that are kept now. */
  kept: Answers
  faults: readonly FileFault[]
  removed: boolean
}

/**
 * The files of a page: those that were kept before stay, but for the one whose `remove-file` was pressed; those that are sent now are kept where
 * nothing is wrong with any of the same field. They are kept at once, whatever else is wrong with the page: a browser does not send a file
 * twice, and nobody should have to find and send them again because of a date.
 */
export const takeFiles = async (
  keeper: FileKeeper,
  { entries }: Question,
  answers: Answers,
  sent: ReadonlyMap<string, readonly SentFile[]>,
  fields: Fields,
): Promise<TakenFiles> => {
  const removed = fields.text(flowButtons.removeFile)
  const read = await Promise.all(
    entries.filter(isFile).map(async (entry) => {
      const kept = keptFiles(answers[entry.id]).filter((name) => `${entry.id} ${name}` !== removed)
      const files = sent.get(entry.id) ?? []
      const faults = faultsOf(entry, kept.length, files)
      const added = faults.length ? [] : await Promise.all(files.map((file) => put(keeper, file)))
      return { id: entry.id, names: [...kept, ...added].join('\n'), faults }
    }),
  )
  const typed = Object.fromEntries(read.map(({ id, names }) => [id, names]))
  return {
    typed,
    kept: Object.fromEntries(Object.entries({ ...answers, ...typed }).filter(([id, value]) => value !== '' || !(id in typed))),
    faults: read.flatMap(({ faults }) => faults),
    removed: removed !== null,
  }
}

const put = async (keeper: FileKeeper, file: SentFile): Promise<string> => {
  const name = await keeper.put(file)
  if (!name || name.includes('\n')) throw new Error('a file is kept under one line')
  return name
}

/** The first thing that is wrong with the files of a field. What a sender says of a file is not believed: its bytes tell its kind. */
const faultsOf = (entry: Entry, kept: number, files: readonly SentFile[]): FileFault[] => {
  const at: FieldPath = [entry.id]
  const limits = fileLimits(entry)
  const types = entry.record?.file_types
  if (files.length && kept + files.length > limits.files) return [{ at, code: 'too-many', most: limits.files }]
  if (files.some(({ bytes }) => bytes.length > limits.megabytes * 2 ** 20))
    return [{ at, code: 'file-too-large', megabytes: limits.megabytes }]
  if (files.some(({ bytes }) => !bytes.length)) return [{ at, code: 'file-empty' }]
  return types && files.some(({ bytes }) => !types.some((type) => isOfType(bytes, type))) ? [{ at, code: 'file-type', types }] : []
}

/** How files of a type begin (the numbers that `file` knows them by). Word's newer files are zips, its older ones compound files. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  doc: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  docx: [0x50, 0x4b, 0x03, 0x04],
}

export const knownTypes = Object.keys(beginnings)

const isOfType = (bytes: Uint8Array, type: string): boolean => beginnings[type]?.every((byte, at) => bytes[at] === byte) ?? false
