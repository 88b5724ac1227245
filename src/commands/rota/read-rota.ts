import { sql } from 'kysely'
import { isOver, type Span } from '../../domain/rota/shift.ts'
import { command, ofPartnership } from '../command.ts'
import { type OnCallNow, onCallNow, type RotaShift, shiftsDuring } from '../on-call-now.ts'
import { leavesFrom, type NamedLeave, todayOf } from './rota.ts'

/** Someone who may be asked to be on call. */
export type OnCallPerson = { person: string; name: string; partner: string; phone: string | null }

/** A shift that its holder asks someone else to take. */
export type OpenSwap = { id: string; shift: RotaShift; from: string; to: string; toName: string | null }

export type Rota = {
  now: OnCallNow
  /** Of the time that was asked for. */
  shifts: readonly RotaShift[]
  /** Those of whoever asks that are not over, and not refused. */
  mine: readonly RotaShift[]
  /** Those that whoever asks has asked, or is asked, to take. */
  swaps: readonly OpenSwap[]
  people: readonly OnCallPerson[]
  /** Their own; a coordinator's are everybody's. */
  leaves: readonly NamedLeave[]
}

/** How far ahead shifts of one's own are looked for. */
const ahead = 24 * 400

export const readRota = command<Span, Rota>({
  verb: 'read-rota',
  needs: { action: 'read', object: 'shift' },
  about: ofPartnership,
  run: async (work, within) => {
    const { tx, viewer, now } = work
    const people = await tx
      .selectFrom('on_call')
      .innerJoin('profile', 'profile.person_id', 'on_call.person_id')
      .innerJoin('partner', 'partner.id', 'profile.partner_id')
      .select(['on_call.person_id as person', 'profile.name', 'partner.name as partner', 'profile.phone'])
      .orderBy(sql`lower(profile.name)`)
      .orderBy('on_call.person_id')
      .execute()
    const coming = await shiftsDuring(tx, { starts: now, ends: now.add({ hours: ahead }) })
    const open = await tx
      .selectFrom('swap')
      .leftJoin('profile', 'profile.person_id', 'swap.to_person')
      .select(['swap.id', 'shift_id', 'from_person', 'to_person', 'profile.name'])
      .where('state', '=', 'asked')
      .execute()
    return {
      done: {
        now: await onCallNow(tx, now),
        shifts: await shiftsDuring(tx, within),
        mine: coming.filter(({ person, answer }) => person === viewer.person && answer !== 'refused'),
        swaps: open.flatMap(({ id, shift_id, from_person, to_person, name }) => {
          const shift = coming.find((one) => one.id === shift_id && one.answer !== 'refused' && !isOver(one, now))
          return shift ? [{ id, shift, from: from_person, to: to_person, toName: name }] : []
        }),
        people,
        leaves: await leavesFrom(tx, todayOf(work)),
      },
      entry: null,
    }
  },
})
