import type { Child } from 'hono/jsx'
import type { DeskWords } from '../context/words.ts'
import { SubmitButton } from './buttons.tsx'
import { Hidden } from './hidden.tsx'
import { Tag } from './tag.tsx'

export type VersionField = { label: string; theirs: Child; mine: Child; differs: boolean }

type Side = {
  heading: string
  /** Is it saved or not, in words. */
  state: string
  /** Who wrote it, and when. */
  by: Child
  /** What the button says. */
  keep: string
}

type VersionsProps = {
  t: DeskWords
  caption: string
  action: string
  /** What travels with the choice: the version that was read, and what was entered. */
  hidden: Readonly<Record<string, string>>
  fields: readonly VersionField[]
  theirs: Side
  mine: Side
}

/**
 * Someone else changed this meanwhile: what is saved now and what was about to be, line beside line, with what differs marked. Nothing is
 * chosen beforehand, and neither is lost until one is: `keep` is sent as `theirs` or `mine`.
 */
export const Versions = ({ t, caption, action, hidden, fields, theirs, mine }: VersionsProps) => (
  <form method="post" action={action} class="room">
    <Hidden fields={hidden} />
    <table class="versions">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          <Head side={theirs} tag="done" />
          <Head side={mine} tag="due" />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr class={field.differs ? 'differs' : undefined}>
            <th scope="row">
              {field.label} {field.differs ? <span>{t('desk.changed')}</span> : null}
            </th>
            <Value of={theirs} value={field.theirs} />
            <Value of={mine} value={field.mine} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>
            <SubmitButton look="quiet" name="keep" value="theirs">
              {theirs.keep}
            </SubmitButton>
          </td>
          <td>
            <SubmitButton look="quiet" name="keep" value="mine">
              {mine.keep}
            </SubmitButton>
          </td>
        </tr>
      </tfoot>
    </table>
  </form>
)

const Head = ({ side, tag }: { side: Side; tag: 'done' | 'due' }) => (
  <th scope="col">
    <b>{side.heading}</b>
    <Tag state={tag}>{side.state}</Tag>
    <span class="small">{side.by}</span>
  </th>
)

const Value = ({ of, value }: { of: Side; value: Child }) => (
  <td>
    <span class="label">{of.heading}</span>
    {value}
  </td>
)
