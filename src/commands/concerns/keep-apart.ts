import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'
import { command, type Work } from '../command.ts'
import { isPartner } from '../people/holders.ts'
import { aboutConcern } from './about-concern.ts'

/** Must a coordinator be left who may see it: yes, or nobody could ever put it right. */
export const isCoordinatorLeft = async (tx: Tx, concern: string, partner: string | null, person: string | null): Promise<boolean> =>
  (await sql<{ left: boolean }>`select coordinator_left(${concern}::uuid, ${partner}, ${person}::uuid) as left`.execute(tx)).rows[0]
    ?.left === true

/** Whoever knows the people declares it: another owns it at once, and they see it no more. They cannot undo it. */
export const stepOut = command<{ concern: string }, null, 'nobody-left'>({
  verb: 'step-out',
  needs: { action: 'add', object: 'concern-apart' },
  about: aboutConcern,
  run: async ({ tx, viewer }, { concern }) => {
    if (!(await isCoordinatorLeft(tx, concern, null, viewer.person))) return { fault: 'nobody-left' }
    await tx.insertInto('concern_apart').values({ concern_id: concern, partner_id: null, person_id: viewer.person }).execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
  conflicts: { WM012: 'nobody-left' },
})

/** Whoever it is only offered to has not read it. */
export const aboutRead = async (work: Work, input: { concern: string }) => {
  const facts = await aboutConcern(work, input)
  return facts && { ...facts, offered: false }
}

/** It is about somebody who works for a partner: whoever works there is kept out of it, its coordinators too. */
export const keepPartnerOut = command<{ concern: string; partner: string }, null, 'no-partner' | 'nobody-left' | 'kept-out-already'>({
  verb: 'keep-partner-out',
  needs: { action: 'add', object: 'concern-apart' },
  about: aboutRead,
  run: async ({ tx }, { concern, partner }) => {
    if (!(await isPartner(tx, partner))) return { fault: 'no-partner' }
    if (!(await isCoordinatorLeft(tx, concern, partner, null))) return { fault: 'nobody-left' }
    await tx.insertInto('concern_apart').values({ concern_id: concern, partner_id: partner, person_id: null }).execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
  conflicts: { WM012: 'nobody-left', concern_apart_partner: 'kept-out-already' },
})
