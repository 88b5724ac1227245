import { createHmac } from 'node:crypto'
import type { IntakeParts } from '../intake/parts.ts'

/** What the public's commands of the register are given by the site: the way to the database, and the secret that hashes are made with. */
export type AttendParts = Pick<IntakeParts, 'door' | 'pepper' | 'pack' | 'now'>

/**
 * A keyed hash for the register (HMAC-SHA256, 32 bytes): of an email, of a holder's name, of an account of a learning system, of a statement, of who was
 * asked a question, of the link that asks somebody half a year on; `stop` signs the link that stops emails. The desk makes the same (parts.pepper): who has only a copy of the database can try no
 * email against it.
 */
export const registerHash = (
  pepper: Uint8Array,
  purpose: 'email' | 'holder' | 'account' | 'statement' | 'answer' | 'link' | 'stop',
  text: string,
): Buffer =>
  createHmac('sha256', pepper)
    .update(JSON.stringify(['register', purpose, text]))
    .digest()
