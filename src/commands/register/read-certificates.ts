import { sql } from 'kysely'
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
    const rows = code
      ? await work.tx.selectFrom('certificate').select('id').where('code', '=', code).execute()
      : (await sql<{ id: string }>`select id from certificates_named(${key}, ${most}::int)`.execute(work.tx)).rows
    if (!rows.length) return { done: [], entry: null }
    const ids = rows.map(({ id }) => id)
    const found = new Map((await certificatesBy(work, ids)).map((one) => [one.id, one]))
    return { done: ids.flatMap((id) => found.get(id) ?? []), entry: null }
  },
})
