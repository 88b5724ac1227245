import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from './buttons.tsx'
import { Hidden } from './hidden.tsx'

type Listed = { heading: string; items: readonly Child[] }

type ConfirmProps = {
  will: Listed
  cannot: Listed
  /** Who takes over what is left. */
  after?: Listed | undefined
  action: string
  hidden?: Readonly<Record<string, string>> | undefined
  /** A reason, or a passphrase, where one is asked for. */
  children?: Child
  /** Does it: says again what is done, to whom. */
  final: string
  keep: { href: string; text: string }
}

/**
 * Where a dangerous button leads: nothing has happened yet. What will happen, what cannot be undone and who takes over is said before the one
 * button that does it.
 */
export const Confirm = ({ will, cannot, after, action, hidden = {}, children, final, keep }: ConfirmProps) => (
  <div class="confirm">
    <Listing {...will} />
    <Listing {...cannot} look="cannot" />
    {after ? <Listing {...after} /> : null}
    <form method="post" action={action}>
      <Hidden fields={hidden} />
      {children}
      <div class="actions">
        <SubmitButton look="final">{final}</SubmitButton>
        <LinkButton href={keep.href} look="quiet">
          {keep.text}
        </LinkButton>
      </div>
    </form>
  </div>
)

const Listing = ({ heading, items, look }: Listed & { look?: string }) => (
  <section class={look}>
    <h2>{heading}</h2>
    <ul class="points">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  </section>
)
