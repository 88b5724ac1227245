import { z } from 'zod'

const hex = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour such as #174a3e, with six digits or lower-case letters')

/**
 * What a partnership may set of the look. Deep, sun and sky are its own; the rest is derived (palette.ts) and may be
 * set where the derived colour does not do. Ink, muted, brick, states, focus and type are the same everywhere: people
 * learn the way out once.
 */
export const brandSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  deep: hex,
  sun: hex,
  sky: hex,
  deeper: hex.optional(),
  link: hex.optional(),
  ground: hex.optional(),
  post: hex.optional(),
  moss: hex.optional(),
  'sun-pale': hex.optional(),
  'sun-soft': hex.optional(),
})
export type Brand = z.infer<typeof brandSchema>
