import { sql } from 'kysely'
import type { AcceptWithin } from '../../domain/concerns/climb.ts'
import { acceptWithin } from '../../domain/concerns/handing-over.ts'
import type { Tx } from '../../store/store.ts'
import type { Work } from '../command.ts'
import { at } from '../instant.ts'

/**
 * What the functions of ownership (store/migrations/0014-owners.ts) answer. `not-on-call`: the reporter chose coordinators only, and they are
 * neither a coordinator nor on call at that moment.
 */
export type OwnerAnswer = 'done' | 'over' | 'closed' | 'offered-already' | 'not-themselves' | 'may-not-read' | 'not-on-call'

/** Somebody who may own a concern at this moment. */
export type MayOwn = {
  person: string
  rung: 1 | 2 | null
  coordinator: boolean
  name: string | null
  phone: string | null
  partner: string | null
}

export const answerOf = async (tx: Tx, call: ReturnType<typeof sql<{ answer: OwnerAnswer }>>): Promise<OwnerAnswer> =>
  (await call.execute(tx)).rows[0]?.answer ?? 'over'

/** In which order they would be asked: on call now first, then coordinators. Nobody who is kept apart. */
export const whoMayOwn = async ({ tx, now }: Pick<Work, 'tx' | 'now'>, concern: string): Promise<MayOwn[]> => {
  const { rows } = await sql<MayOwn>`
    select m.person, m.rung, m.coordinator, p.name, p.phone, partner.name as partner
      from may_own_now(${concern}::uuid, '{}', ${at(now)}) with ordinality as m (person, rung, coordinator, place)
      left join profile p on p.person_id = m.person left join partner on partner.id = p.partner_id order by m.place`.execute(tx)
  return rows
}

export const withinOf = ({ parts }: Pick<Work, 'parts'>): AcceptWithin => acceptWithin(parts.pack.partnership.handing_over)
