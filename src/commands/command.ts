import { sql } from 'kysely'
import type { Grant, Viewer } from '../domain/access/roles.ts'
import { type Action, type Facts, may, type ObjectKind } from '../domain/access/table.ts'
import { asSignedIn, type Entry, type Tx, writeEntry } from '../store/store.ts'
import type { Parts } from './parts.ts'
import { Undone } from './undone.ts'

/** What a command is given: a transaction that answers for this person alone, who they are, and the instant. */
export type Work = { tx: Tx; viewer: Viewer; now: Temporal.Instant; parts: Parts }

type Line = Omit<Entry, 'verb'>

/** What came of it: a value and the line of the audit (one for each thing that was changed), or why not, as a code that the pack has a sentence for. */
export type Done<Value> = { done: Value; entry: Line | readonly Line[] | null }
export type Refused<Fault extends string> = { fault: Fault }

/** What every command may answer besides its own faults. */
export type CommonFault = 'signed-out' | 'not-allowed' | 'not-found'
export type Outcome<Value, Fault extends string> = { done: Value } | Refused<Fault | CommonFault>

/** What a signed-in person can do: one verb, the permission that it needs, and the change. Made by `command`, run by `perform`. */
export type Command<Input, Value, Fault extends string> = {
  /** The verb, as the audit has it. */
  verb: string
  needs: { action: Action; object: ObjectKind }
  /** What the object is to whoever asks; null: there is none, or none that they may know of. */
  about(work: Work, input: Input): Promise<Facts | null>
  run(work: Work, input: Input): Promise<Done<Value> | Refused<Fault>>
  /** What it means where the database says that one is there already, by the name of its index; or refuses for a reason of ours, by its code. */
  conflicts?: Readonly<Record<string, Fault>>
}

export const command = <Input, Value, Fault extends string = never>(parts: Command<Input, Value, Fault>): Command<Input, Value, Fault> =>
  parts

/**
 * Runs a command: who asks, may they, the change, and the line of the audit last, in one transaction. What the database itself refuses
 * (row security) is `not-allowed` too. `key`: what the form carried; the same one again changes nothing and gives what came of it.
 */
export const perform = async <Input, Value, Fault extends string>(
  parts: Parts,
  signIn: string,
  { verb, needs, about, run, conflicts = {} }: Command<Input, Value, Fault>,
  input: Input,
  key?: string,
): Promise<Outcome<Value, Fault>> => {
  try {
    return await asSignedIn(parts.store, signIn, async (tx) => {
      const viewer = await viewerOf(tx)
      if (!viewer) throw new Undone('signed-out')
      if (key !== undefined) {
        const earlier = await receiptOf(tx, viewer, verb, key)
        if (earlier) return { done: earlier.result as Value }
      }
      const work = { tx, viewer, now: parts.now(), parts }
      const facts = await about(work, input)
      if (!facts) throw new Undone('not-found')
      if (!may(viewer, needs.action, needs.object, facts)) throw new Undone('not-allowed')
      const outcome = await run(work, input)
      if ('fault' in outcome) throw new Undone(outcome.fault)
      if (key !== undefined)
        await tx
          .updateTable('receipt')
          .set({ result: JSON.stringify(outcome.done ?? null) })
          .where('key', '=', key)
          .execute()
      for (const entry of [outcome.entry ?? []].flat()) await writeEntry(tx, { verb, ...entry })
      return { done: outcome.done }
    })
  } catch (error) {
    if (error instanceof Undone) return { fault: error.fault as Fault }
    const { code, constraint = '' } = error as { code?: string; constraint?: string }
    const conflict = conflicts[code === '23505' ? constraint : (code ?? '')]
    if (conflict !== undefined) return { fault: conflict }
    // An id that is none (invalid_text_representation, character_not_in_repertoire): whoever forged it learns no more than of one that is
    // nobody's.
    if (code === '22P02' || code === '22021') return { fault: 'not-found' }
    if (code === '42501') {
      parts.tell(`The database refused ${verb}: the permission table and a command do not agree.`)
      return { fault: 'not-allowed' }
    }
    throw error
  }
}

/** Who is signed in by this transaction's sign-in; null: nobody any more. */
export const viewerOf = async (tx: Tx): Promise<Viewer | null> => {
  const { rows } = await sql<{ id: string; partner_id: string; grants: Grant[] | null }>`
    select p.id, p.partner_id,
      (select json_agg(json_build_object('role', role, 'partner', partner_id)) from role_grant where person_id = p.id and ended_at is null) as grants
    from person p where p.id = (select me())`.execute(tx)
  const [row] = rows
  return row ? { person: row.id, partner: row.partner_id, grants: row.grants ?? [] } : null
}

/** Takes the key for this transaction, or gives what came of it before. Whoever sends it twice at once waits for the first. */
const receiptOf = async (tx: Tx, { person }: Viewer, verb: string, key: string): Promise<{ result: unknown } | null> => {
  const taken = await tx
    .insertInto('receipt')
    .values({ key, person_id: person, verb, result: null })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows) return null
  const earlier = await tx.selectFrom('receipt').select('result').where('key', '=', key).where('verb', '=', verb).executeTakeFirst()
  // A key of another person, or of another form, is nobody's.
  if (!earlier) throw new Undone('not-found')
  return earlier
}

/** For what is of everybody in the partnership: nothing about the object need be known. */
export const ofPartnership = async (): Promise<Facts> => ({})
/** For what is made anew by whoever asks, as their own. */
export const ofMyself = async ({ viewer }: Pick<Work, 'viewer'>): Promise<Facts> => ({ own: true, partner: viewer.partner })
