import type { ConcernState } from '../../domain/concerns/concern.ts'
import { type Outside, outsides } from '../../domain/concerns/sharing.ts'
import type { Door, Passed } from '../../store/intake/door.ts'
import { openWith, type PrivateKey } from '../../store/pairs/private-key.ts'
import { instantOf } from '../instant.ts'
import { keysOf } from './code.ts'
import type { IntakeParts } from './parts.ts'

export type ReplyToRead = { id: string; at: Temporal.Instant; text: string }

/** What was said of who it is about: not shown, but decides whose number stands on the page and what becomes of a report that is taken back. */
type About = { danger: boolean; child: boolean; young: boolean; self: boolean }

/** What whoever has the code may know: never what was reported, for whoever finds the words could read it. */
export type ByCode = About & {
  state: ConcernState
  received: Temporal.Instant
  /** When somebody had first read it; null: nobody has. */
  readAt: Temporal.Instant | null
  /** By when somebody was to have read it, as the form said. */
  readBy: Temporal.Instant
  /** By when we said that we write again, in the newest reply that has gone out. */
  answerBy: Temporal.Instant | null
  /** By when a professional who referred someone hears what happened; null once they have. */
  feedbackBy: Temporal.Instant | null
  outcome: string | null
  closedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  /** It was taken back, and somebody must read it and say what they did all the same: a child, or danger. */
  waits: boolean
  /** It was joined to others, and is kept as long as they are. */
  together: boolean
  /** How many came with it. */
  pictures: number
  /** How often they added something, and when last: not a word of it. */
  added: { count: number; last: Temporal.Instant } | null
  /** Who else has something of it, each once: where somebody who is no coordinator owns it or did; a partner by name, or somebody outside by their kind. Not what it would put somebody in danger to tell. */
  shared: { partners: readonly string[]; outside: readonly Outside[]; owners: readonly string[] }
  /** The newest first. */
  replies: readonly ReplyToRead[]
}

type State = About & {
  concern_id: string
  state: ConcernState
  received_at: Date
  read_at: Date | null
  read_by: Date
  answer_by: Date | null
  feedback_by: Date | null
  outcome: string | null
  closed_at: Date | null
  /** A count, as a bigint comes. */
  added: string
  added_at: Date | null
  waits: boolean
  together: boolean
  pictures: string
  withdrawn_at: Date | null
}
type Shared = { partner: string | null; outside: Outside | null; owned: boolean }
type Row = { id: string; at: Date; sealed: Buffer }

/** `gone`: the database did not answer. `unknown`: no report has this code. */
export type CodeFault = 'gone' | 'unknown'

/** One asking by a code, however it ends: the keys are derived, and the same statements are asked. What differs comes after, for whoever has the code. */
export const openByCode = async (parts: IntakeParts, code: readonly string[]): Promise<ByCode | { fault: CodeFault }> => {
  const door = parts.door()
  const { hash, pair } = await keysOf(code, parts.pepper)
  if (!door) return { fault: 'gone' }
  const found = await lookedUp(door, hash)
  if ('fault' in found) return found
  const { row, shared, sealed } = found
  if (!row) return { fault: 'unknown' }
  return { ...stateOf(row), shared: sharedOf(shared), replies: row.state === 'withdrawn' ? [] : await openedWith(pair, sealed) }
}

type Found = { row: State | undefined; shared: readonly Shared[]; sealed: readonly Row[] }

const lookedUp = async (door: Door, hash: Buffer): Promise<Found | { fault: 'gone' }> => {
  const [state, shared, replies] = await Promise.all([
    door.reporter<State>('select * from code_state($1)', [hash]),
    door.reporter<Shared>('select partner, outside, owned from code_shared($1)', [hash]),
    door.reporter<Row>('select * from code_replies($1)', [hash]),
  ])
  // After all: a reply that comes between is not called seen before it was given out.
  const seen: Passed<object> = await door.reporter('select code_seen($1)', [hash])
  if ('fault' in state || 'fault' in shared || 'fault' in replies || 'fault' in seen) return { fault: 'gone' }
  return { row: state.rows[0], shared: shared.rows, sealed: replies.rows }
}

const partnersOf = (rows: readonly Shared[]): string[] => [...new Set(rows.flatMap(({ partner }) => partner ?? []))].sort()

const sharedOf = (rows: readonly Shared[]): ByCode['shared'] => ({
  partners: partnersOf(rows.filter(({ owned }) => !owned)),
  owners: partnersOf(rows.filter(({ owned }) => owned)),
  outside: outsides.filter((kind) => rows.some(({ outside }) => outside === kind)),
})

const stateOf = (row: State): Omit<ByCode, 'replies' | 'shared'> => ({
  state: row.state,
  received: instantOf(row.received_at),
  readAt: row.read_at && instantOf(row.read_at),
  readBy: instantOf(row.read_by),
  answerBy: row.answer_by && instantOf(row.answer_by),
  feedbackBy: row.feedback_by && instantOf(row.feedback_by),
  outcome: row.outcome,
  closedAt: row.closed_at && instantOf(row.closed_at),
  withdrawnAt: row.withdrawn_at && instantOf(row.withdrawn_at),
  ...{ waits: row.waits, together: row.together, pictures: Number(row.pictures) },
  ...{ danger: row.danger, child: row.child, young: row.young, self: row.self },
  added: row.added_at && { count: Number(row.added), last: instantOf(row.added_at) },
})

const openedWith = async (pair: PrivateKey, sealed: readonly Row[]): Promise<ReplyToRead[]> => {
  const read: ReplyToRead[] = []
  for (const { id, at, sealed: box } of sealed) {
    const content = await openWith(pair, box, { kind: 'reply', id })
    if (content) read.push({ id, at: instantOf(at), text: Buffer.from(content).toString('utf8') })
  }
  return read
}
