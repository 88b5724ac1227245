import { randomBytes } from 'node:crypto'
import { clearlyOther, eventCode, eventWord } from '../../domain/register/codes.ts'
import type { EventState } from '../../domain/register/event.ts'
import type { Tx } from '../../store/store.ts'
import { instantOf } from '../instant.ts'

/** An event as the desk shows it. */
export type TrainingEvent = {
  id: string
  code: string
  word: string
  tier: string
  taught: string
  language: string
  starts: Temporal.Instant
  ends: Temporal.Instant
  online: boolean
  place: string
  audience: string
  capacity: number
  state: EventState
  /** The word before it, while that counts too. */
  wordBefore: string | null
  wordAt: Temporal.Instant
  /** Places can be booked. */
  booking: boolean
  laterSentAt: Temporal.Instant | null
  confirmedAt: Temporal.Instant | null
  inRoom: number | null
  partner: string
  trainer: { id: string; name: string | null }
  version: number
}

export const newEventCode = (): string => eventCode(randomBytes(6))
/** Not to be mistaken for the one before. */
export const newEventWord = (before = ''): string => {
  for (;;) {
    const word = eventWord(randomBytes(3))
    if (clearlyOther(word, before)) return word
  }
}

/** Events with their trainer, as far as whoever asks may see them. */
export const eventsOf = (tx: Tx) =>
  tx
    .selectFrom('training_event as e')
    .leftJoin('profile as p', 'p.person_id', 'e.trainer_id')
    .select([
      ...([
        'e.id',
        'e.code',
        'e.word',
        'e.tier',
        'e.version as taught',
        'e.language',
        'e.starts_at',
        'e.ends_at',
        'e.online',
        'e.place',
      ] as const),
      ...([
        'e.audience',
        'e.capacity',
        'e.state',
        'e.confirmed_at',
        'e.in_room',
        'e.partner_id',
        'e.trainer_id',
        'p.name as trainer_name',
      ] as const),
      ...(['e.word_before', 'e.word_at', 'e.booking', 'e.later_sent_at', 'e.version_no'] as const),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof eventsOf>['executeTakeFirstOrThrow']>>

export const eventOf = (row: Row): TrainingEvent => ({
  ...{ id: row.id, code: row.code, word: row.word, tier: row.tier, taught: row.taught, language: row.language },
  ...{ starts: instantOf(row.starts_at), ends: instantOf(row.ends_at), online: row.online, place: row.place, audience: row.audience },
  ...{ capacity: row.capacity, state: row.state, confirmedAt: row.confirmed_at && instantOf(row.confirmed_at), inRoom: row.in_room },
  ...{ wordBefore: row.word_before, wordAt: instantOf(row.word_at), booking: row.booking },
  laterSentAt: row.later_sent_at && instantOf(row.later_sent_at),
  ...{ partner: row.partner_id, trainer: { id: row.trainer_id, name: row.trainer_name }, version: row.version_no },
})
