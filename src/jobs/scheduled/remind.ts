import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { Outcome, Queue } from '../queue.ts'

/** Reminds of what ends or begins within a day: once each, however often and by how many processes it is looked for. */
export const remind =
  (db: Db, { sendMail }: Pick<Queue, 'sendMail'>) =>
  async (): Promise<Outcome> => {
    const { rows } = await sql<{ mail: string; about: string }>`select mail, about from reminders_due()`.execute(db)
    for (const { mail, about } of rows) await sendMail(mail, about, idOf(mail, about))
    return { code: 'done' }
  }

/** Always the same one: the queue takes no second job of an id while it has the first, which is longer than anything is due. */
const idOf = (mail: string, about: string): string => {
  const hex = createHash('sha256').update(`${mail} ${about}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
