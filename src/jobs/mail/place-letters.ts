import { sql } from 'kysely'
import { instantOf } from '../../commands/instant.ts'
import { clock, fullDate } from '../../format/when.ts'
import type { Desk, Written } from './letters.ts'

type PlaceRow = {
  event: string
  name: string
  email: string
  tier: string
  place: string
  partner: string
  starts: Date
  ends: Date
  place_state: 'booked' | 'waiting'
  event_state: 'planned' | 'cancelled'
}

/** To whoever booked a place and left an email for this alone; nothing where it is not so any more. */
export const placeLetter =
  (kind: 'place-free' | 'event-moved' | 'event-cancelled') =>
  async ({ db, parts, t, site }: Desk, entry: string): Promise<Written | null> => {
    const { rows } = await sql<PlaceRow>`select * from mail_place(${entry}::uuid)`.execute(db)
    const [row] = rows
    if (!row || (row.event_state === 'cancelled') !== (kind === 'event-cancelled')) return null
    if (kind === 'place-free' && row.place_state !== 'booked') return null
    const { partnership, course } = parts.pack
    const [from, to] = [row.starts, row.ends].map((at) => instantOf(at).toZonedDateTimeISO(partnership.timezone)) as [
      Temporal.ZonedDateTime,
      Temporal.ZonedDateTime,
    ]
    const values = {
      tier: course.tiers.find(({ id }) => id === row.tier)?.name ?? row.tier,
      place: row.place,
      when: t('register.when', { day: fullDate(from.toPlainDate()), from: clock(from), to: clock(to) }),
    }
    const paragraphs = [
      t('mail.hello', { name: row.name }),
      t(`place-mail.${kind}`, values),
      ...(kind === 'event-cancelled' ? [] : [t('place-mail.see'), `${site}/in/place?b=${entry}`]),
      t('place-mail.end', { partner: row.partner, partnership: partnership.name }),
    ]
    const letter = { to: row.email, subject: t(`place-mail.${kind}-subject`), text: `${paragraphs.join('\n\n')}\n` }
    return { letter, object: 'training-event', id: row.event, owner: null }
  }
