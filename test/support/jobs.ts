import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { messagesIn } from '../../src/format/messages.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { openQueue, type Queue, type Work } from '../../src/jobs/queue.ts'
import type { Db } from '../../src/store/store.ts'
import { tablesOf } from '../../src/store/store.ts'
import type { TestDesk } from './desk.ts'

/** The queue of a desk under test: it looks twice a second, and tries a mail again at once. */
export const openTestQueue = async ({ database, parts }: Pick<TestDesk, 'database' | 'parts'>, times = 1): Promise<Queue & { db: Db }> => {
  const pool = database.poolOf('waymark_jobs', 4)
  const pace = { poll: 0.5, monitor: 1, mail: { first: 1, longest: 1, times } }
  const queue = await openQueue({ pool, timezone: parts.pack.partnership.timezone, tell: parts.tell, pace })
  return { ...queue, db: tablesOf(pool) }
}

export const deskOfMail = ({ parts }: Pick<TestDesk, 'parts'>, db: Db) => ({
  db,
  parts,
  t: messagesIn(parts.pack.deskWords),
  origin: 'https://desk.example.org',
  site: 'https://waymark.example.org',
  headTo: 'records@example.org',
  draw: null,
})

/** Only mails, through this server; null: none is set up. */
export const mailWork = (desk: Pick<TestDesk, 'parts'>, db: Db, url: string | null): Work => ({
  mail: sendMail(
    deskOfMail(desk, db),
    url === null ? null : openMailer({ url, from: 'Desk <desk@example.org>', name: 'desk.example.org' }),
  ),
  scheduled: {},
})

export type JobRow = { state: string; code: string | null; mail: string; tried: number }

/** All jobs of mails, as the owner sees them. */
export const mailJobs = async (owner: Db): Promise<JobRow[]> => {
  const { rows } = await sql<JobRow>`select state::text, output->>'code' as code, data->>'mail' as mail, retry_count as tried
    from pgboss.job where name = 'mail' order by created_on, id`.execute(owner)
  return rows
}

/** Asks until it is so. */
export const until = async (is: () => Promise<boolean> | boolean, ms = 20_000): Promise<void> => {
  const end = performance.now() + ms
  while (!(await is())) {
    if (performance.now() > end) throw new Error('It did not come to be so in time.')
    await pause(40)
  }
}

/** Somebody has a passkey to come back with. */
export const giveWay = async (owner: Db, person: string): Promise<void> => {
  await owner
    .insertInto('passkey')
    .values({ person_id: person, credential_id: person, public_key: Buffer.alloc(32), counter: 0, name: 'Phone' })
    .execute()
}
