import { z } from 'zod'

/** Far more than any authenticator sends with no attestation. */
const most = 16_384
const bytes = z
  .string()
  .max(most)
  .regex(/^[A-Za-z0-9_-]+$/)

/** What the page's script puts into the field `answer` (web/script/passkey.ts), a subset of the JSON forms of Web Authentication Level 3, 5.1. */
const credential = <Response extends z.ZodRawShape>(response: Response) =>
  z.object({ id: bytes, rawId: bytes, type: z.literal('public-key'), response: z.object({ clientDataJSON: bytes, ...response }) })

export const registration = credential({ attestationObject: bytes })
export const signIn = credential({ authenticatorData: bytes, signature: bytes, userHandle: bytes })

/** What the browser itself says of the ceremony; the authenticator signs it. */
const clientData = z.object({ type: z.string(), challenge: z.string(), origin: z.string(), crossOrigin: z.boolean().optional() })

export const readAnswer = <Shape extends z.ZodType>(shape: Shape, answer: string): z.infer<Shape> | null => parsed(shape, answer)

/** What the browser says that it was asked, where and what for, against what is expected of it. */
export const clientDataFault = (
  encoded: string,
  expected: { type: 'webauthn.create' | 'webauthn.get'; challenge: string; origin: string },
): 'malformed' | 'challenge' | 'origin' | null => {
  const said = parsed(clientData, Buffer.from(encoded, 'base64url').toString())
  if (!said || said.type !== expected.type) return 'malformed'
  if (said.challenge !== expected.challenge) return 'challenge'
  // Nobody has a reason to show our pages inside their own, and our headers forbid it.
  return said.origin === expected.origin && !said.crossOrigin ? null : 'origin'
}

const parsed = <Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | null => {
  if (text.length > most * 4) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
