import { fieldFault } from '../components/problems.tsx'
import type { Locale } from '../context/types.ts'
import { Button } from '../govuk/button.tsx'
import { Input } from '../govuk/input.tsx'

export type CertificateTyped = { code: string; name: string }
type CertificateField = keyof CertificateTyped
export type CertificateFault = { field: CertificateField; text: string }

type Props = {
  t: Locale['t']
  action: string
  typed: CertificateTyped
  /** What is wrong with which of the two. */
  faults: readonly CertificateFault[]
  labels: Record<CertificateField, string>
  nameHint: string
  /** Its holder fills it in: their browser may offer their name, which it must not do to whoever was shown a certificate. */
  own: boolean
  go: { text: string; name?: string; value?: string }
}

/** Asks for the code of a certificate and the name on it. */
export const CertificateForm = ({ t, action, typed, faults, labels, nameHint, own, go }: Props) => {
  const errorOf = (field: CertificateField) => fieldFault(t, faults.find((fault) => fault.field === field)?.text)
  return (
    <form method="post" action={action} autocomplete="off" novalidate>
      <Input
        name="code"
        id="code"
        value={typed.code}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        classes="govuk-input--width-20"
        label={{ text: labels.code }}
        hint={{ text: t('certificate.code-hint') }}
        {...errorOf('code')}
      />
      <Input
        name="name"
        id="name"
        value={typed.name}
        autocomplete={own ? 'name' : 'off'}
        spellcheck={false}
        label={{ text: labels.name }}
        hint={{ text: nameHint }}
        {...errorOf('name')}
      />
      <Button {...go} />
    </form>
  )
}
