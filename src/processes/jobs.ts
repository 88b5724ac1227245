import { join } from 'node:path'
import type { Parts } from '../commands/parts.ts'
import type { Pack } from '../content/pack.ts'
import type { DeskId } from '../content/word-ids.ts'
import { acceptWithin } from '../domain/concerns/handing-over.ts'
import type { FormatMessage } from '../format/messages.ts'
import { openMailer } from '../jobs/mail/mailer.ts'
import { sendMail } from '../jobs/mail/send-mail.ts'
import { openQueue, type Queue, type Work } from '../jobs/queue.ts'
import { issueCertificates } from '../jobs/register/certificates.ts'
import { countRegister } from '../jobs/register/count.ts'
import { queueTrainingMails, wantTrainingMails } from '../jobs/register/training-mails.ts'
import { alertPeople } from '../jobs/scheduled/alert.ts'
import { publishHead } from '../jobs/scheduled/audit-head.ts'
import { climbConcerns } from '../jobs/scheduled/climb.ts'
import { endAccess } from '../jobs/scheduled/end-access.ts'
import { eraseDueConcerns } from '../jobs/scheduled/erase-due.ts'
import { eraseFromRegister } from '../jobs/scheduled/erase-from-register.ts'
import { remind } from '../jobs/scheduled/remind.ts'
import { removeOld } from '../jobs/scheduled/remove-old.ts'
import { tellBooked } from '../jobs/scheduled/tell-booked.ts'
import type { Output } from '../press/shared/output.ts'
import type { Database } from '../store/database.ts'
import type { CertificateKey } from '../store/keys/certificate-key.ts'
import { type Db, tablesOf } from '../store/store.ts'
import type { Log } from '../web/http/log.ts'
import { appendLine } from './append-line.ts'
import type { Environment } from './environment.ts'

/** Connections of jobs: the queue's own statements, and what a job asks. */
const connections = 4

/** A queue, with the role that works it. */
export type JobsQueue = Queue & { db: Db }

export const openJobsQueue = async (database: Pick<Database, 'poolOf'>, pack: Pack, log: Log): Promise<JobsQueue> => {
  const pool = database.poolOf('waymark_jobs', connections)
  const queue = await openQueue({
    pool,
    timezone: pack.partnership.timezone,
    tell: (sentence) => log.warn({}, sentence),
    failed: (job, err) => log.error({ job, err }, 'A job failed. It is tried again.'),
  })
  return { ...queue, db: tablesOf(pool) }
}

type Tools = {
  queue: JobsQueue
  settings: Pick<Environment, 'SMTP_URL' | 'SMTP_FROM' | 'AUDIT_HEAD_TO' | 'WAYMARK_DATA'>
  parts: Parts
  t: FormatMessage<DeskId>
  origin: string
  /** Of the public site, where whoever runs it has said it. */
  site: string | undefined
  certificateKey: CertificateKey | null
  /** Draws the certificate that goes with a mail. */
  draw(output: Output): Promise<Uint8Array>
  /** The audit's head is no warning. */
  tellHead(line: string): void
}

/** What waits and moves on by itself, and who is told of it: each minute, and at once when the database says that something came. */
export const minding =
  ({ queue, settings, parts }: Pick<Tools, 'queue' | 'settings' | 'parts'>) =>
  async (): Promise<{ code: string }> => {
    // Read anew each time: the pack may have been.
    const within = () => acceptWithin(parts.pack.partnership.handing_over)
    await climbConcerns(queue.db, { now: parts.now, within })()
    return alertPeople(queue.db, queue, settings.SMTP_URL !== undefined)()
  }

const idle = async (): Promise<{ code: string }> => ({ code: 'done' })

/** All that is done after a change is kept, and by the clock of the partnership. */
export const workOf = ({ queue, settings, parts, t, origin, site, certificateKey, draw, tellHead }: Tools): Work => {
  const { db } = queue
  const { SMTP_URL: url, SMTP_FROM: from, AUDIT_HEAD_TO: headTo, WAYMARK_DATA: data } = settings
  const { now, pack } = parts
  const { timezone } = pack.partnership
  const mailer = url && from ? openMailer({ url, from, name: new URL(origin).hostname }) : null
  return {
    mail: sendMail({ db, parts, t, origin, site: site ?? origin, headTo, draw }, mailer),
    scheduled: {
      concerns: { when: '* * * * *', run: minding({ queue, settings, parts }) },
      'tell-booked': { when: '* * * * *', run: tellBooked(db, queue, url !== undefined) },
      'end-access': { when: '1 * * * *', run: endAccess(db, { now, timezone }) },
      remind: { when: '7 * * * *', run: remind(db, queue) },
      'remove-old': { when: '30 3 * * *', run: removeOld(db, { now, timezone }) },
      'erase-concerns': { when: '45 3 * * *', run: eraseDueConcerns(db, parts) },
      'erase-learners': { when: '15 4 * * *', run: eraseFromRegister(db, parts) },
      certificates: { when: '* * * * *', run: issueCertificates({ db, parts, origin: site, key: certificateKey }) },
      // Where nothing can be sent, or nobody knows where the site is, they wait.
      'training-mails': { when: '* * * * *', run: mailer && site ? queueTrainingMails(db, queue) : idle },
      'training-news': { when: '15 7 * * *', run: wantTrainingMails({ db, parts }) },
      'count-register': { when: '* * * * *', run: countRegister({ db, parts }) },
      'audit-head': {
        when: '0 4 * * *',
        run: publishHead({
          db,
          queue,
          append: (line) => appendLine(join(data, 'audit-heads'), line),
          now,
          mailed: headTo !== undefined,
          tell: tellHead,
        }),
      },
    },
  }
}
