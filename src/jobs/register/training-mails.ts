import { sql } from 'kysely'
import type { Pack } from '../../content/pack.ts'
import { toSend } from '../../domain/register/asked.ts'
import { outdatedVersions } from '../../domain/register/outdated.ts'
import { registerLength } from '../../domain/register/register.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome, Queue } from '../queue.ts'

type Wanting = { db: Db; parts: { pack: Pack; now(): Temporal.Instant } }

/**
 * Each day: whom something is to be told of, by the lengths of the pack's register.yaml. Each of it once, however often it is looked for and by
 * however many desks: the table of mails takes no second one. Whoever looks after training at a partner hears once a month.
 */
export const wantTrainingMails =
  ({ db, parts }: Wanting) =>
  async (): Promise<Outcome> => {
    const { course, registerRules: rules, partnership } = parts.pack
    const now = parts.now().toZonedDateTimeISO(partnership.timezone)
    const today = now.toPlainDate()
    const [again, soon] = [registerLength(rules, 'update-again'), registerLength(rules, 'ends-soon')]
    const outdated = outdatedVersions(course, registerLength(rules, 'update-first'), today)
    await sql`select want_training_mails(${JSON.stringify(outdated)}::jsonb, ${today.toString()}::date,
      ${again ? now.subtract(again).toInstant().toString() : null}::timestamptz, ${soon ? today.add(soon).toString() : null}::date)`.execute(
      db,
    )
    const ended = toSend('half-year', rules, now)
    if (ended)
      await sql`select want_half_year_mails(${ended.after.toString()}::timestamptz, ${ended.until.toString()}::timestamptz)`.execute(db)
    await sql`select want_month_mails(${today.toPlainYearMonth().toString()})`.execute(db)
    return { code: 'done' }
  }

/** So many a minute: a mail server of a council takes no more from one sender. */
const batch = 100

/** Each minute: gives what waits to the queue. The queue takes the same id once, so that a process that dies in between sends nothing twice. */
export const queueTrainingMails =
  (db: Db, { sendMail }: Pick<Queue, 'sendMail'>) =>
  async (): Promise<Outcome> => {
    const { rows } = await sql<{ id: string }>`select id from training_mails_waiting(${batch})`.execute(db)
    for (const { id } of rows) await sendMail('training', id, id)
    if (rows.length) await sql`select training_mails_queued(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
    return { code: 'done' }
  }
