import type { Child } from 'hono/jsx'
import { Hidden } from './hidden.tsx'

/**
 * `full`: the one thing to do on a page, once. `quiet`: the rest. `stop`: cannot simply be undone; it has a bar before its words, which end
 * in "…", and leads to a page that says what will happen. `final`: does it, on that page alone. `text`: looks like a link. `sends`: what it is
 * pressed for leaves the desk, or is about to; a board, that nothing else looks like.
 */
export type ButtonLook = 'full' | 'quiet' | 'stop' | 'final' | 'text' | 'sends'

type Props = {
  look?: ButtonLook | undefined
  /** As wide as its column, and higher: for one thing alone, and for what is decided on a phone. */
  big?: boolean | undefined
  /** What it is done to, for who hears the button without its row. */
  of?: string | undefined
  children: Child
}

const classOf = ({ look = 'full', big }: Props): string =>
  ['button', look === 'full' ? null : look, big ? 'big' : null].filter(Boolean).join(' ')

const Words = ({ children, of }: Props) => (
  <span>
    {children}
    {of ? <span class="govuk-visually-hidden">: {of}</span> : null}
  </span>
)

type SubmitProps = Props & { name?: string | undefined; value?: string | undefined; form?: string | undefined }

/** Sends the form that it is in, or the one with this id. */
export const SubmitButton = ({ name, value, form, ...props }: SubmitProps) => (
  <button type="submit" class={classOf(props)} name={name} value={value} form={form}>
    <Words {...props} />
  </button>
)

/** Leads somewhere, and changes nothing. */
export const LinkButton = ({ href, ...props }: Props & { href: string }) => (
  <a class={classOf(props)} href={href}>
    <Words {...props} />
  </a>
)

/** Changes something by itself: a form of one button. `fields`: what it sends. */
export const PostButton = ({ action, fields = {}, ...props }: Props & { action: string; fields?: Readonly<Record<string, string>> }) => (
  <form method="post" action={action} class="one">
    <Hidden fields={fields} />
    <SubmitButton {...props} />
  </form>
)

/** Buttons and links beside one another. */
export const Actions = ({ children }: { children: Child }) => <div class="actions">{children}</div>
