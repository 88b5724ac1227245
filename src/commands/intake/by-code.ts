import { createHash } from 'node:crypto'
import type { ConcernState } from '../../domain/concerns/concern.ts'
import { type Added, addedSchema } from '../../domain/concerns/report.ts'
import { openWith } from '../../store/pairs/private-key.ts'
import { seal } from '../../store/seal/seal.ts'
import type { PublicKey } from '../../store/seal/suite.ts'
import { instantOf } from '../instant.ts'
import { keysOf } from './code.ts'
import type { IntakeParts } from './parts.ts'
import { uuidFrom } from './raise-concern.ts'

export type ReplyToRead = { id: string; at: Temporal.Instant; text: string }

/** What whoever has the code may know. */
export type ByCode = {
  state: ConcernState
  read: boolean
  readBy: Temporal.Instant
  answerBy: Temporal.Instant | null
  outcome: string | null
  /** The newest first. */
  replies: readonly ReplyToRead[]
}

type State = {
  concern_id: string
  state: ConcernState
  read_at: Date | null
  read_by: Date
  answer_by: Date | null
  outcome: string | null
}
type Row = { id: string; at: Date; sealed: Buffer }

/** `unknown`: no report has this code. Both ways take the same steps, so that the time tells nothing. */
export const openByCode = async (parts: IntakeParts, code: readonly string[]): Promise<ByCode | { fault: 'gone' | 'unknown' }> => {
  const door = parts.door()
  if (!door) return { fault: 'gone' }
  const { hash, pair } = await keysOf(code, parts.pepper)
  const [state, replies] = await Promise.all([
    door.reporter<State>('select * from code_state($1)', [hash]),
    door.reporter<Row>('select * from code_replies($1)', [hash]),
  ])
  if ('fault' in state || 'fault' in replies) return { fault: 'gone' }
  const [row] = state.rows
  if (!row) return { fault: 'unknown' }
  const read: ReplyToRead[] = []
  for (const { id, at, sealed } of replies.rows) {
    const content = await openWith(pair, sealed, { kind: 'reply', id })
    if (content) read.push({ id, at: instantOf(at), text: Buffer.from(content).toString('utf8') })
  }
  return {
    state: row.state,
    read: row.read_at !== null,
    readBy: instantOf(row.read_by),
    answerBy: row.answer_by && instantOf(row.answer_by),
    outcome: row.outcome,
    replies: read,
  }
}

/** An answer, or something more; `once`: random bytes of the page, so that one sent twice is kept once. */
export const addByCode = async (
  parts: IntakeParts,
  { code, once, text, to }: { code: readonly string[]; once: Uint8Array; text: string; to: PublicKey },
): Promise<{ done: true } | { fault: 'gone' | 'unknown' | 'too-large' }> => {
  const door = parts.door()
  if (!door) return { fault: 'gone' }
  const { hash } = await keysOf(code, parts.pepper)
  const added: Added = { version: 1, text }
  const id = uuidFrom(createHash('sha256').update(once).update(text).update(hash).digest())
  const sealed = await seal(Buffer.from(JSON.stringify(addedSchema.parse(added))), to, { kind: 'concern', id })
  if (sealed === 'too-large') return { fault: 'too-large' }
  const passed = await door.reporter<{ kept: boolean }>('select code_add($1, $2, $3) as kept', [hash, id, Buffer.from(sealed)])
  if ('fault' in passed) return { fault: 'gone' }
  return passed.rows[0]?.kept ? { done: true } : { fault: 'unknown' }
}
