import { sql } from 'kysely'
import type { Told } from '../../domain/register/event.ts'
import type { Db } from '../../store/store.ts'
import type { Queue } from '../queue.ts'

const mails: Readonly<Record<Told, string>> = { place: 'place-free', moved: 'event-moved', cancelled: 'event-cancelled' }

/** Queues a mail for whoever booked with an email, and now has a place, or whose event was moved or called off. `can` false: none can go out. */
export const tellBooked =
  (db: Db, { sendMail }: Pick<Queue, 'sendMail'>, can: boolean) =>
  async (): Promise<{ code: string }> => {
    const { rows } = await sql<{ id: string; tell: Told }>`select id, tell from places_to_tell()`.execute(db)
    for (const { id, tell } of can ? rows : []) await sendMail(mails[tell], id)
    return { code: 'done' }
  }
