import { Button } from '../govuk/button.tsx'
import { Input } from '../govuk/input.tsx'

type Props = {
  action: string
  label: string
  hint: string
  go: string
  typed: string
  /** What is wrong, and what stands before it for who hears the page. */
  fault: { text: string; visuallyHiddenText: string } | null
}

/** Asks for the code of an event. */
export const CodeForm = ({ action, label, hint, go, typed, fault }: Props) => (
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
      {...(fault ? { errorMessage: fault } : {})}
    />
    <Button name="do" value="code" text={go} />
  </form>
)
