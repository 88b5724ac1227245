import type { Answers } from '../../domain/flow/answers.ts'
import type { TypedRow } from '../../domain/flow/entered.ts'
import type { Entry, Question } from '../../domain/flow/flow.ts'
import type { Fields } from '../forms/fields.ts'
import type { SentFile } from '../http/read-multipart.ts'
import { flowButtons } from './buttons.ts'

/** Keeps a file that was sent. Answers hold what it gives back, one a line: a file itself never travels in a page. */
export type FileKeeper = { put(file: SentFile): Promise<string> }

export type FileFault = { at: readonly string[] } & (
  | { code: 'file-too-large' | 'too-many'; most: number }
  | { code: 'file-type'; types: readonly string[] }
)

const isFile = ({ record }: Entry): boolean => record?.as === 'file'

/**
 * The files of a page: those that were kept before stay, but the one whose `remove-file` was pressed; those that are sent now are kept where
 * nothing is wrong with any of them. What a sender says of a file is not believed: its bytes tell its kind.
 */
export const withFiles = async (
  keeper: FileKeeper,
  { entries }: Question,
  typed: TypedRow,
  answers: Answers,
  sent: ReadonlyMap<string, readonly SentFile[]>,
  fields: Fields,
): Promise<{ typed: TypedRow; faults: readonly FileFault[] }> => {
  const read = await Promise.all(
    entries.filter(isFile).map(async (entry) => {
      const before = answers[entry.id]
      const removed = fields.text(flowButtons.removeFile)
      const kept = typeof before === 'string' ? before.split('\n').filter((name) => name && name !== removed) : []
      const files = sent.get(entry.id) ?? []
      const faults = faultsOf(entry, kept.length, files)
      const added = faults.length ? [] : await Promise.all(files.map((file) => keeper.put(file)))
      return { id: entry.id, names: [...kept, ...added].join('\n'), faults }
    }),
  )
  return {
    typed: { ...typed, ...Object.fromEntries(read.map(({ id, names }) => [id, names])) },
    faults: read.flatMap(({ faults }) => faults),
  }
}

const faultsOf = ({ id, record = { data: ['none'], dtn: 'not-asked' } }: Entry, kept: number, files: readonly SentFile[]): FileFault[] => {
  const { max_files, max_megabytes, file_types } = record
  const at = [id]
  if (max_files !== undefined && kept + files.length > max_files) return [{ at, code: 'too-many', most: max_files }]
  const most = (max_megabytes ?? Number.POSITIVE_INFINITY) * 1024 * 1024
  if (files.some(({ bytes }) => bytes.length > most)) return [{ at, code: 'file-too-large', most }]
  const types = file_types
  return types && files.some(({ bytes }) => !types.some((type) => isOfType(bytes, type))) ? [{ at, code: 'file-type', types }] : []
}

/** How files of a type begin (the numbers that `file` knows them by). Word's newer files are zips, its older ones compound files. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
  pdf: [0x25, 0x50, 0x44, 0x46],
  doc: [0xd0, 0xcf, 0x11, 0xe0],
  docx: [0x50, 0x4b, 0x03, 0x04],
}

const isOfType = (bytes: Uint8Array, type: string): boolean => {
  const begins = beginnings[type]
  return begins?.every((byte, at) => bytes[at] === byte) ?? false
}
