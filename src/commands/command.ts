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
  // What is read is given to whoever asks each time, and never kept.
  if (key !== undefined && needs.action === 'read') throw new Error(`${verb} reads: it takes no key`)
  try {
    return await asSignedIn(parts.store, signIn, async (tx) => {
      const viewer = await viewerOf(tx)
      if (!viewer) throw new Undone('signed-out')
      // The same form with something else in it is another one.
      const sent =
        key === undefined ? null : { key, verb: `${verb} ${parts.keyed('receipt', JSON.stringify(input)).toString('hex', 0, 8)}` }
      const earlier = sent && (await receiptOf(tx, viewer, sent))
      if (earlier) return { done: earlier.result as Value }
      const outcome = await runFor({ tx, viewer, now: parts.now(), parts }, { needs, about, run }, input)
      if ('fault' in outcome) throw new Undone(outcome.fault)
      if (sent) await keepReceipt(tx, sent, verb, outcome.done)
      for (const entry of [outcome.entry ?? []].flat()) await writeEntry(tx, { verb, ...entry })
      return { done: outcome.done }
    })
  } catch (error) {
    return { fault: faultOf(parts, error, { verb, conflicts }) }
  }
}

/** A receipt lies open in the database for a day, and in its backups: it may hold ids, times, counts and codes, and no word that anybody wrote. */
const keepReceipt = async (tx: Tx, { key }: { key: string }, verb: string, done: unknown): Promise<void> => {
  const result = JSON.stringify(done ?? null)
  if (!isPlain(JSON.parse(result))) throw new Error(`what ${verb} gives is not for a receipt: it may hold ids, times, counts and codes`)
  await tx.updateTable('receipt').set({ result }).where('key', '=', key).execute()
}

const isPlain = (value: unknown): boolean => {
  if (typeof value === 'string') return /^[\w:.+-]{0,80}$/.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, one]) => /^[\w-]{1,40}$/.test(name) && isPlain(one))
}

/** May whoever asks, and if so the work itself. */
const runFor = async <Input, Value, Fault extends string>(
  work: Work,
  { needs, about, run }: Pick<Command<Input, Value, Fault>, 'needs' | 'about' | 'run'>,
  input: Input,
): Promise<Done<Value> | Refused<Fault>> => {
  const facts = await about(work, input)
  if (!facts) throw new Undone('not-found')
  if (!may(work.viewer, needs.action, needs.object, facts)) throw new Undone('not-allowed')
  return run(work, input)
}

/** Why the database, or the work, was against it; what neither has a word for is thrown on. */
const faultOf = <Fault extends string>(
  parts: Parts,
  error: unknown,
  { verb, conflicts = {} }: Pick<Command<never, unknown, Fault>, 'verb' | 'conflicts'>,
): Fault | CommonFault => {
  if (error instanceof Undone) return error.fault as Fault | CommonFault
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  const conflict = conflicts[code === '23505' ? constraint : (code ?? '')]
  if (conflict !== undefined) return conflict
  // An id that is none (invalid_text_representation, character_not_in_repertoire): whoever forged it learns no more than of one that is
  // nobody's.
  if (code === '22P02' || code === '22021') return 'not-found'
  if (code === '42501') {
    parts.tell(`The database refused ${verb}: the permission table and a command do not agree.`)
    return 'not-allowed'
  }
  throw error
}

/** Runs a command that only reads, within the transaction of others. */
export type Reading = <Input, Value, Fault extends string>(
  command: Command<Input, Value, Fault>,
  input: Input,
) => Promise<{ done: Value } | Refused<Fault>>

/**
 * Many readings of one person in one transaction: a page that asks a dozen things waits for a dozen answers, and not for who asks and for the
 * end of a transaction with each. `refused`: what comes of the whole where one may not be done. None may leave an entry: what is a read of
 * content, or changes something, is a command by itself.
 */
export const readTogether = async <Value>(
  parts: Parts,
  signIn: string,
  work: (read: Reading) => Promise<Value>,
  refused: (fault: CommonFault) => Error,
): Promise<Value> => {
  let verb = 'read-together'
  try {
    return await asSignedIn(parts.store, signIn, async (tx) => {
      const viewer = await viewerOf(tx)
      if (!viewer) throw new Undone('signed-out')
      const all: Work = { tx, viewer, now: parts.now(), parts }
      return work(async (command, input) => {
        ;({ verb } = command)
        const outcome = await runFor(all, command, input)
        if ('fault' in outcome) return outcome
        if (outcome.entry) throw new Error(`${verb} leaves an entry: it is no reading among others`)
        return { done: outcome.done }
      })
    })
  } catch (error) {
    throw refused(faultOf<never>(parts, error, { verb, conflicts: {} }))
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
const receiptOf = async (tx: Tx, { person }: Viewer, { key, verb }: { key: string; verb: string }): Promise<{ result: unknown } | null> => {
  const taken = await tx
    .insertInto('receipt')
    .values({ key, person_id: person, verb, result: null })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows) return null
  const earlier = await tx.selectFrom('receipt').select('result').where('key', '=', key).where('verb', '=', verb).executeTakeFirst()
  // A key of another person, of another form, or of the same one with something else in it, is nobody's.
  if (!earlier) throw new Undone('not-found')
  return earlier
}

/** For what is of everybody in the partnership: nothing about the object need be known. */
export const ofPartnership = async (): Promise<Facts> => ({})
/** For what is made anew by whoever asks, as their own. */
export const ofMyself = async ({ viewer }: Pick<Work, 'viewer'>): Promise<Facts> => ({ own: true, partner: viewer.partner })
