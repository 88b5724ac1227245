import { typedCertificateCode } from '../../domain/register/codes.ts'
import { nameKey } from '../../domain/register/names.ts'
import { command, ofMyself } from '../command.ts'
import { type Certificate, certificatesBy } from './certificates.ts'

/** So many are shown. */
const most = 25

/** By the code of a certificate, or by how a name begins, of those that whoever asks may see; the newest first. */
export const readCertificates = command<{ typed: string }, readonly Certificate[]>({
  verb: 'read-certificates',
  needs: { action: 'read', object: 'certificate' },
  about: ofMyself,
  run: async (work, { typed }) => {
    const [code, key] = [typedCertificateCode(typed), nameKey(typed)]
    if (!code && !key) return { done: [], entry: null }
    const all = work.tx.selectFrom('certificate as c').select('c.id').orderBy('c.issued_at', 'desc').limit(most)
    const rows = code
      ? await all.where('c.code', '=', code).execute()
      : await all
          .innerJoin('learner as l', 'l.id', 'c.learner_id')
          .where('l.name_key', 'like', `${key.replace(/[\\%_]/g, '')}%`)
          .execute()
    if (!rows.length) return { done: [], entry: null }
    const ids = rows.map(({ id }) => id)
    const found = new Map((await certificatesBy(work, ids)).map((one) => [one.id, one]))
    return { done: ids.flatMap((id) => found.get(id) ?? []), entry: null }
  },
})
