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

/** Makes what a site hands out, beside the work of its process, and keeps it. */
export type Press = {
  /** All that there is. Finding it out takes longer than making a page. */
  list(edition: Edition): Promise<readonly CatalogueEntry[]>
  /** Makes its file where there is none: once, however many ask for it. Rejects where it cannot be made. */
  ensure(edition: Edition, offer: CatalogueEntry): Promise<void>
  /** The file itself, made where there is none. Rejects as `ensure` does. */
  read(edition: Edition, offer: CatalogueEntry): Promise<Uint8Array>
  keyOf(output: Output): string
  /** How many bytes it has; null while it is not made. */
  sizeOf(offer: CatalogueEntry): number | null
  /** Takes away what was made long ago and is none of these. */
  tidy(current: readonly CatalogueEntry[]): void
  close(): Promise<void>
}

/** All that can be made of a pack, without the data. */
export const catalogueOf = (pack: Pack, edition: Edition, keyOf: Press['keyOf']): CatalogueEntry[] =>
  outputsOf(pack, edition).map((output) => {
    const { data, ...rest } = output
    return { ...rest, key: keyOf(output), draft: isDraft(data) }
  })

const isDraft = (data: unknown): boolean => isRecord(data) && isRecord(data.setting) && isRecord(data.setting.draft)

const isRecord = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object'
