import { checkCertificate } from '../../../commands/attend/check-certificate.ts'
import { grouped, typedCertificateCode } from '../../../domain/register/codes.ts'
import { certificateAddress } from '../../context/training-addresses.ts'
import type { Form, FormAnswer } from '../../forms/form.ts'
import type { CertificateTyped } from '../certificate-form.tsx'
import type { AttendTools } from '../tools.ts'
import { type CheckFault, certificatePage, type Found } from './pages.tsx'

const longestName = 120

/** What /training/certificate gives and takes: a code, and a name where it is to be compared. Nothing of it is kept. */
export const certificatePages = ({
  parts,
  frame,
  context,
}: Pick<AttendTools, 'parts' | 'frame' | 'context'>): { ask(code: string | null): Promise<FormAnswer>; form: Form } => {
  const say = (status: number, typed: CertificateTyped, more: { fault?: CheckFault; found?: Found } = {}): FormAnswer => ({
    ...{ status, page: frame(certificatePage(context(), { typed, ...more })) },
    ...(status === 503 ? { retryAfter: 60 } : {}),
  })
  const check = async (typed: CertificateTyped): Promise<FormAnswer> => {
    const code = typedCertificateCode(typed.code)
    if (!code) return say(400, typed, { fault: { field: 'code', fault: 'code' } })
    if ([...typed.name].length > longestName) return say(400, typed, { fault: { field: 'name', fault: 'name-long' } })
    const found = await checkCertificate(parts, { code, name: typed.name })
    if (!('fault' in found))
      return say(200, { code: found.named === false ? grouped(code) : '', name: '' }, { found: { code, certificate: found } })
    if (found.fault === 'gone') return say(503, typed, { fault: { field: 'code', fault: 'gone' } })
    // A name that was typed with a code that is none is not shown again: the page is left as it is for anybody.
    return say(200, { code: grouped(code), name: '' }, { found: { code, certificate: null } })
  }
  return {
    ask: async (code) => (code === null ? say(200, { code: '', name: '' }) : check({ code: code.slice(0, 40), name: '' })),
    form: {
      ...{ path: certificateAddress, cacheControl: 'no-store' },
      answer: ({ fields }) => check({ code: fields.text('code', 40) ?? '', name: (fields.text('name', 400) ?? '').trim() }),
    },
  }
}
