import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'

/** All that is kept about one person. Times and days as the database writes them. */
export type LearnerCopy = {
  /** As they stand in the register; more than one entry where two were joined. */
  person: readonly {
    name: string
    organisation: string
    sector: string
    group: string | null
    email: string | null
    /** By a keyed hash of a work email, or of an account of a learning system. */
    knownByEmail: boolean
    knownByAccount: boolean
    since: string
    mailStopped: boolean
  }[]
  taught: readonly {
    tier: string
    version: string | null
    on: string
    way: string
    known: string
    group: string | null
    organisation: string | null
    event: string | null
    place: string | null
    by: string | null
  }[]
  certificates: readonly {
    code: string
    tier: string
    version: string
    learnt: string
    ends: string | null
    issued: string
    withdrawn: string | null
    /** The code of the one that the short update made, and that this one is as good as. */
    renewedBy: string | null
    replacedBy: string | null
    demonstration: boolean
    by: string | null
    /** It is one of the short update; the whole course was taken on `wholeOn`, with `wholeBy` (null: alone). */
    byUpdate: boolean
    wholeOn: string | null
    wholeBy: string | null
    badge: string | null
  }[]
  /** Emails about training; `sent` null: not yet, if it still `waits`, or not at all. */
  mails: readonly { kind: string; sent: string | null; waits: boolean }[]
  /** Names on lists of events. */
  lists: readonly {
    name: string
    organisation: string | null
    email: string | null
    group: string | null
    accessNeeds: string | null
    state: string
    way: string
    at: string
    event: string
    starts: string
  }[]
  /** Where else a list, a learning system or an event named them. `stays`: somebody said that they do not work there. */
  moves: readonly { name: string; organisation: string; on: string; asked: string; state: 'open' | 'stays' }[]
  /** Other entries that may be theirs: `likeness` of the names, from 0 to 1, and what somebody said of it. Not whose they are. */
  alike: readonly { likeness: number; state: 'open' | 'joined' | 'parted'; decided: string | null }[]
}

/** Of those whom whoever asks answers for, by the id of each person as they are now. Nothing of anybody else. */
export const copiesOf = async (tx: Tx, learners: readonly string[]): Promise<{ one: string; copy: LearnerCopy }[]> => {
  const { rows } = await sql<{ one: string; copy: LearnerCopy }>`
    select one, copy from learner_copies(${[...learners]}::uuid[]) order by copy->'person'->0->>'name', one`.execute(tx)
  return rows
}
