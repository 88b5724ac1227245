import { createHash } from 'node:crypto'
import { type Added, addedSchema } from '../../domain/concerns/report.ts'
import { seal } from '../../store/seal/seal.ts'
import type { CodeFault } from './by-code.ts'
import { keysOf } from './code.ts'
import type { IntakeParts } from './parts.ts'
import { uuidFrom } from './raise-concern.ts'
import { readIntakeState } from './read-state.ts'

export type Adding = {
  code: readonly string[]
  /** Random bytes of the page: the same page sent twice adds once. */
  once: Uint8Array
  text: string
}

/** `withdrawn`: it was taken back. `full`: more in one day than a person writes. */
export type AddFault = CodeFault | 'withdrawn' | 'full' | 'too-large'

/** An answer, or something more, sealed to the partnership. It is kept, to the disk, before this resolves with `done`. */
export const addByCode = async (parts: IntakeParts, { code, once, text }: Adding): Promise<{ done: true } | { fault: AddFault }> => {
  const door = parts.door()
  const to = (await readIntakeState(parts))?.key
  if (!door || !to) return { fault: 'gone' }
  const { hash } = await keysOf(code, parts.pepper)
  const added: Added = { version: 1, text }
  const id = uuidFrom(createHash('sha256').update(once).update(text).update(hash).digest())
  const sealed = await seal(Buffer.from(JSON.stringify(addedSchema.parse(added))), to, { kind: 'concern', id })
  if (sealed === 'too-large') return { fault: 'too-large' }
  const passed = await door.reporter<{ came: 'kept' | AddFault }>('select code_add($1, $2, $3) as came', [hash, id, Buffer.from(sealed)])
  if ('fault' in passed) return { fault: 'gone' }
  const came = passed.rows[0]?.came ?? 'gone'
  return came === 'kept' ? { done: true } : { fault: came }
}
