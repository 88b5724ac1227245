import type { Pack } from '../../src/content/pack.ts'
import { type CatalogueEntry, catalogueOf, type Press } from '../../src/press/catalogue/press.ts'

/** The bytes of a made-up file. */
export const madeUp = ({ id }: CatalogueEntry): Uint8Array => new TextEncoder().encode(`the file ${id} `.repeat(4000))

/** In place of the press, where a test looks at pages and links and not into files: each file is a line of text. */
export const fakePress = (pack: Pack): Press => ({
  list: async (edition) => catalogueOf(pack, edition, ({ id }) => id),
  ensure: async () => {},
  read: async (_edition, offer) => madeUp(offer),
  keyOf: ({ id }) => id,
  sizeOf: (offer) => madeUp(offer).length,
  tidy: () => {},
  close: async () => {},
})
