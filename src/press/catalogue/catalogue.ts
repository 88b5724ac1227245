import type { Pack } from '../../content/pack.ts'
import type { Edition, Output } from '../shared/output.ts'
import { outputsOf } from './kinds.ts'

/** An output as a list shows it: all but what it prints. */
export type CatalogueEntry = Omit<Output, 'data'> & {
  /** Names its bytes before they are made: the hash of all that it prints and of what draws it. */
  key: string
  /** In words that no person has checked; the sheet itself says so. */
  draft: boolean
}

/** All that can be made of a pack, without the data. */
export const catalogueOf = (pack: Pack, edition: Edition, keyOf: (output: Output) => string): CatalogueEntry[] =>
  entriesOf(outputsOf(pack, edition), keyOf)

export const entriesOf = (outputs: readonly Output[], keyOf: (output: Output) => string): CatalogueEntry[] =>
  outputs.map((output) => {
    const { data, ...rest } = output
    return { ...rest, key: keyOf(output), draft: isDraft(data) }
  })

const isDraft = (data: unknown): boolean => isRecord(data) && isRecord(data.setting) && isRecord(data.setting.draft)

const isRecord = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object'
