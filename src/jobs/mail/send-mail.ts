import { writeEntryFor } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'
import { type Desk, writers } from './letters.ts'
import type { Mailer } from './mailer.ts'

/**
 * Sends one mail, and writes into the audit that it went out. A mail is sent at least once: where the process is killed after the server took
 * it and before that was written down, it goes out again.
 */
export const sendMail =
  (desk: Desk, mailer: Mailer | null) =>
  async (mail: string, about: string): Promise<Outcome> => {
    const written = await writers[mail]?.(desk, about)
    if (!written) return { code: 'nothing-to-say' }
    if (!mailer) return { failed: 'no-mail-server' }
    const { letter, object, id, owner } = written
    if ((await mailer.send(letter)) === 'refused') return { failed: 'mail-refused' }
    await desk.db.transaction().execute((tx) => writeEntryFor(tx, null, { verb: `mail-${mail}`, object, id, owner }))
    return { code: 'sent' }
  }
