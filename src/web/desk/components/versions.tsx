import type { Child } from 'hono/jsx'
import type { FormatMessage } from '../../../format/messages.ts'
import { SubmitButton } from './buttons.tsx'
import { Hidden } from './hidden.tsx'
import { Tag, type TagState } from './tag.tsx'

export type VersionField = { label: string; theirs: Child; mine: Child; differs: boolean }

type Side = {
  heading: string
  /** Is it saved or not, in words. */
  state: string
  /** Who wrote it, and when. */
  by: Child
  /** What the button says, and what it sends as `name`. */
  keep: string
  value: string
}

type VersionsProps = {
  t: FormatMessage
  action: string
  /** The name under which the choice is sent. */
  name: string
  /** What travels with it: the version that was read, and what was entered. */
  hidden: Readonly<Record<string, string>>
  fields: readonly VersionField[]
  theirs: Side
  mine: Side
}

/**
 * Someone else changed this meanwhile: what is saved now and what was about to be, line beside line, with what differs marked. Nothing is
 * chosen beforehand, and neither is lost until one is.
 */
export const Versions = ({ t, action, name, hidden, fields, theirs, mine }: VersionsProps) => (
  <form method="post" action={action} class="versions">
    <Hidden fields={hidden} />
    <Version t={t} side={theirs} tag="done" name={name} fields={fields.map((field) => ({ ...field, value: field.theirs }))} />
    <Version t={t} side={mine} tag="asked" name={name} fields={fields.map((field) => ({ ...field, value: field.mine }))} />
  </form>
)

type VersionProps = {
  t: FormatMessage
  side: Side
  tag: TagState
  name: string
  fields: readonly { label: string; value: Child; differs: boolean }[]
}

const Version = ({ t, side, tag, name, fields }: VersionProps) => (
  <section aria-labelledby={`${name}-${side.value}`}>
    <header>
      <h2 id={`${name}-${side.value}`}>{side.heading}</h2>
      <p>
        <Tag state={tag}>{side.state}</Tag> <span class="small">{side.by}</span>
      </p>
    </header>
    <dl>
      {fields.map(({ label, value, differs }) => (
        <div class={differs ? 'differs' : undefined}>
          <dt>
            {label}
            {differs ? <b>{t('desk.changed')}</b> : null}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <SubmitButton look="quiet" name={name} value={side.value}>
      {side.keep}
    </SubmitButton>
  </section>
)
