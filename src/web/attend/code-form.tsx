import { fieldFault } from '../components/problems.tsx'
import type { Locale } from '../context/types.ts'
import { Button } from '../govuk/button.tsx'
import { Input } from '../govuk/input.tsx'

type Props = {
  t: Locale['t']
  action: string
  label: string
  hint: string
  go: string
  typed: string
  fault: string | null
}

/** Asks for the code of an event. */
export const CodeForm = ({ t, action, label, hint, go, typed, fault }: Props) => (
  <form method="post" action={action} autocomplete="off" novalidate>
    <Input
      name="code"
      id="code"
      value={typed}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      classes="govuk-input--width-10"
      label={{ text: label }}
      hint={{ text: hint }}
      {...fieldFault(t, fault)}
    />
    <Button name="do" value="code" text={go} />
  </form>
)
