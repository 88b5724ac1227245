import type { Pack } from '../../src/content/pack.ts'
import { type CatalogueEntry, entriesOf } from '../../src/press/catalogue/catalogue.ts'
import type { SitePress } from '../../src/press/run/site-press.ts'
import { outputsOfPack } from './outputs.ts'

/** The bytes of a made-up file. */
export const madeUp = ({ id }: CatalogueEntry): Uint8Array => new TextEncoder().encode(`the file ${id} `.repeat(4000))

/** In place of the press, where a test looks at pages and links and not into files: each file is a line of text. */
export const fakePress = (pack: Pack): SitePress => ({
  list: async (edition) => entriesOf(outputsOfPack(pack, edition), ({ id }) => id),
  ensure: async () => {},
  read: async (_edition, entry) => madeUp(entry),
  keyOf: ({ id }) => id,
  sizeOf: (entry) => madeUp(entry).length,
  tidy: () => {},
  close: async () => {},
})
