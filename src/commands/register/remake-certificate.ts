import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { certificateCode } from '../../domain/register/codes.ts'
import { registerHash } from '../attend/parts.ts'
import { command } from '../command.ts'
import { aboutCertificate, certificatesBy } from './certificates.ts'

/**
 * Makes a certificate again, because its holder has another name or works elsewhere. It has a code of its own and ends on the same day; the first
 * says that it was replaced. Its badge is signed by the next run of the job.
 */
export const remakeCertificate = command<{ certificate: string }, { certificate: string }, 'unchanged' | 'over'>({
  verb: 'remake-certificate',
  // Whoever may put the holder's name right may have it stand on the certificate.
  needs: { action: 'change', object: 'learner' },
  about: aboutCertificate,
  run: async (work, { certificate }) => {
    const { tx, parts } = work
    const [found] = await certificatesBy(work, [certificate])
    if (!found?.holder?.changed) return { fault: 'unchanged' }
    const { rows: holders } = await sql<{
      name_key: string
    }>`select name_key from certificate_holders(array[${certificate}]::uuid[])`.execute(tx)
    const [id, code] = [randomUUID(), certificateCode(randomBytes(16))]
    const hash = registerHash(parts.pepper, 'holder', code + (holders[0]?.name_key ?? ''))
    const { rows } = await sql<{
      made: boolean
    }>`select remake_certificate(${certificate}::uuid, ${id}::uuid, ${code}, ${hash}) as made`.execute(tx)
    if (!rows[0]?.made) return { fault: 'over' }
    return {
      done: { certificate: id },
      entry: [
        { object: 'certificate', id: certificate },
        { object: 'certificate', id },
      ],
    }
  },
})
