import { entriesOf, type Flow } from '../../domain/flow/flow.ts'
import { type Size, sizeOfAnswers, sizeOfPage } from '../../domain/flow/size.ts'
import type { Carrier } from '../forms/carrier.ts'
import type { Upload } from '../forms/form.ts'
import { fieldName, nameFaults } from './field-names.ts'
import { fileLimits, isFile, knownTypes } from './files.ts'

/** Bytes that a code point may take at most: four of UTF-8, each three letters as a percent-escape; in JSON one that is written `\u0001`. */
const inForm = 12
const inJson = 6
/** What a name, quotes and separators may take besides, for each field. */
const around = 150
/** Hidden fields and the button that was pressed. */
const besides = 8

const bytesOf = ({ fields, characters, letters }: Size, perCharacter: number): number =>
  fields * around + letters + characters * perCharacter

/** Files that are taken with a form, besides what its flow says of them. */
export type FilesTaken = Omit<Upload, 'fileFields' | 'texts' | 'bytes'> & {
  /** Bytes of all files of one page together. */
  bytes: number
}

export type FlowLimits = { largest: number; upload: Upload | null }

/**
 * How much a form of this flow may send, so that whatever the flow allows someone to enter is read: the largest page, with what it carries.
 * A flow that cannot work as it is asked for throws here, at the start, and not while someone fills it in.
 */
export const limitsOf = (flow: Flow, carrier: Pick<Carrier<unknown>, 'most'>, files: FilesTaken | undefined): FlowLimits => {
  const faults = [...nameFaults(flow), ...shapeFaults(flow, files !== undefined)]
  const answers = bytesOf(sizeOfAnswers(flow), inJson)
  const { most } = carrier
  if (most !== undefined && answers > most)
    faults.push(`its answers may take ${answers} bytes, and ${most} travel in a page: give texts a smaller max_chars, or store answers`)
  if (faults.length) throw new Error(`the flow ${flow.head.id} cannot be a form: ${faults.join('; ')}`)
  // Base64 is a third longer. What is stored is carried as a key.
  const carried = most === undefined ? 1000 : 1000 + Math.ceil((answers * 4) / 3)
  const sizes = flow.questions.map(sizeOfPage)
  const largest = carried + besides * around + Math.max(...sizes.map((size) => bytesOf(size, inForm)))
  if (!files) return { largest, upload: null }
  const fileFields = entriesOf(flow)
    .filter(isFile)
    .map((entry) => ({ entry, ...fileLimits(entry) }))
    // One more than there may be is read, so that it can be told.
    .map(({ entry, files, megabytes }) => ({ name: fieldName(entry.id), most: files + 1, bytes: megabytes * 2 ** 20 }))
  const texts = { most: besides + Math.max(...sizes.map(({ fields }) => fields)), bytes: Math.max(carried, ...longestTexts(flow)) }
  return { largest, upload: { ...files, fileFields, texts, bytes: files.bytes + largest } }
}

const longestTexts = (flow: Flow): number[] =>
  flow.questions.map((question) => {
    const { characters, letters } = sizeOfPage(question)
    return characters * 4 + letters
  })

const shapeFaults = (flow: Flow, keepsFiles: boolean): string[] =>
  entriesOf(flow).flatMap((entry) => {
    const faults: string[] = []
    const { id, record, entries = [] } = entry
    if (isFile(entry) && !keepsFiles) faults.push(`"${id}" asks for files, and nothing keeps them`)
    if (isFile(entry) && entry.kind !== 'text') faults.push(`"${id}" asks for files, and is no text`)
    for (const type of record?.file_types ?? [])
      if (!knownTypes.includes(type)) faults.push(`"${id}" takes files of the kind "${type}", which is not known by its bytes`)
    for (const one of entries) {
      if (isFile(one) || one.kind === 'group') faults.push(`"${one.id}" stands in a row of "${id}": rows hold no files and no rows`)
      if (one.ask_if || one.options_if || one.variants)
        faults.push(`"${one.id}" in a row of "${id}" hangs on an answer: a row is the same for all`)
    }
    return faults
  })
