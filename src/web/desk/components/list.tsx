import type { Child } from 'hono/jsx'
import type { DeskWords } from '../context/words.ts'
import { LinkButton, SubmitButton } from './buttons.tsx'
import { TextField } from './fields.tsx'

export type View = { href: string; label: string; count?: string | undefined; here?: boolean | undefined }

/** The ways to look at a list, each with how many are in it. */
export const Views = ({ t, views }: { t: DeskWords; views: readonly View[] }) => (
  <nav class="views" aria-label={t('desk.views')}>
    <ul>
      {views.map(({ href, label, count, here }) => (
        <li>
          <a href={href} aria-current={here ? 'true' : undefined}>
            {label} {count === undefined ? null : <span class="count">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type FilterProps = {
  t: DeskWords
  action: string
  /** Is one set? Then it is open on a phone too. */
  set: boolean
  show: string
  clear: { href: string; text: string }
  /** What can be looked for, and what cannot. */
  note?: Child
  children: Child
}

/** Asks for less of a list: by GET, so that what was asked for is in the address. Closed on a phone until it is opened, without script. */
export const Filter = ({ t, action, set, show, clear, note, children }: FilterProps) => (
  <details class="filter" open={set}>
    <summary>{t('desk.filter')}</summary>
    <form method="get" action={action}>
      {children}
      <div class="actions">
        <SubmitButton look="quiet">{show}</SubmitButton>
        {set ? (
          <LinkButton href={clear.href} look="text">
            {clear.text}
          </LinkButton>
        ) : null}
      </div>
    </form>
    {note ? <p class="small">{note}</p> : null}
  </details>
)

type SearchProps = {
  action: string
  label: string
  value: string
  go: string
  /** Where all are shown again, once something was searched for. */
  clear: { href: string; text: string }
}

/** Looks for something in a list, by GET: the one thing that a long list is opened for, so it is never folded away. */
export const Search = ({ t, action, label, value, go, clear }: SearchProps & { t: DeskWords }) => (
  <form method="get" action={action} role="search" class="search">
    <TextField t={t} name="q" label={label} value={value} autocomplete="off" />
    <div class="actions">
      <SubmitButton look="quiet">{go}</SubmitButton>
      {value ? (
        <LinkButton href={clear.href} look="text">
          {clear.text}
        </LinkButton>
      ) : null}
    </div>
  </form>
)

type Page = { href: string; text: string }
/** Which part of the list is shown, and the ways on. `said`: "1 to 20 of 31", or without the whole where nobody counts it. */
export const Paging = ({ t, said, earlier, later }: { t: DeskWords; said: string; earlier?: Page | null; later?: Page | null }) => (
  <div class="paging">
    <p>{said}</p>
    {earlier || later ? (
      <nav aria-label={t('desk.pages')} class="actions">
        {earlier ? (
          <LinkButton href={earlier.href} look="quiet">
            {earlier.text}
          </LinkButton>
        ) : null}
        {later ? (
          <LinkButton href={later.href} look="quiet">
            {later.text}
          </LinkButton>
        ) : null}
      </nav>
    ) : null}
  </div>
)

/** Nothing is there: what was asked for, and the way out of it. */
export const Empty = ({ heading, children, ways }: { heading: string; children?: Child; ways?: Child }) => (
  <div class="empty">
    <h2>{heading}</h2>
    {children}
    {ways ? <div class="actions">{ways}</div> : null}
  </div>
)
