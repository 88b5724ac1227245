import type { WithdrawReason } from '../../domain/register/withdrawing.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutCertificate } from './certificates.ts'

/** A coordinator takes a certificate back: whoever checks it is told so from then on. It cannot be given back; another one can be earned. */
export const withdrawCertificate = command<{ certificate: string; because: WithdrawReason }, null, 'already'>({
  verb: 'withdraw-certificate',
  needs: { action: 'change', object: 'certificate' },
  about: aboutCertificate,
  run: async ({ tx, now }, { certificate, because }) => {
    const { numUpdatedRows } = await tx
      .updateTable('certificate')
      .set({ withdrawn_at: at(now), withdrawn_because: because })
      .where('id', '=', certificate)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { fault: 'already' }
    return { done: null, entry: { object: 'certificate', id: certificate } }
  },
})
