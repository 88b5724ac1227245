import { command } from '../command.ts'
import { aboutCertificate, type Certificate, certificatesBy } from './certificates.ts'

/** One certificate, for its holder's SPOC, whoever taught it, and coordinators. */
export const readCertificate = command<{ certificate: string }, Certificate>({
  verb: 'read-certificate',
  needs: { action: 'read', object: 'certificate' },
  about: aboutCertificate,
  run: async (work, { certificate }) => {
    const [found] = await certificatesBy(work, [certificate])
    if (!found) throw new Error('a certificate that was there a moment ago is not')
    return { done: found, entry: { object: 'certificate', id: certificate } }
  },
})
