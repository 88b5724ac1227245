import type { Child } from 'hono/jsx'
import type { ButtonLook } from './buttons.tsx'
import { Hidden } from './hidden.tsx'

type Props = {
  what: 'register' | 'sign-in'
  action: string
  /** What the page asks of the browser. */
  options: string
  hidden: Readonly<Record<string, string>>
  look?: ButtonLook | undefined
  big?: boolean | undefined
  button: string
  /** Stands in place of the button where there is no script, or a browser that knows no passkeys. */
  without: Child
  /** In sight once the person has cancelled, or the device would not. */
  failed: Child
  /** Fields before the button. */
  children?: Child
}

/** A form that a passkey answers: script passkey.ts brings its button out. */
export const PasskeyForm = ({ what, action, options, hidden, look = 'full', big, button, without, failed, children }: Props) => (
  <form method="post" action={action} class="form" data-passkey={what}>
    <Hidden fields={{ ...hidden, options, answer: '' }} />
    {children}
    <p data-passkey-without>{without}</p>
    <div class="message wrong" role="alert" data-passkey-failed hidden>
      <p>{failed}</p>
    </div>
    {big ? (
      <Button {...{ look, big, button }} />
    ) : (
      <div class="actions">
        <Button {...{ look, button }} />
      </div>
    )}
  </form>
)

/** It is brought out by the script. */
const Button = ({ look, big, button }: Pick<Props, 'look' | 'big' | 'button'>) => (
  <button type="submit" class={['button', look === 'full' ? '' : look, big ? 'big' : ''].filter(Boolean).join(' ')} hidden>
    <span>{button}</span>
  </button>
)
