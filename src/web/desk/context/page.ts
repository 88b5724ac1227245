import type { Child } from 'hono/jsx'
import type { Command, Refused } from '../../../commands/command.ts'
import type { Me } from '../../../commands/home/read-me.ts'
import type { Parts } from '../../../commands/parts.ts'
import type { WorkAccounts } from '../../../commands/sign-in/methods/work-account.ts'
import type { WordId } from '../../../content/word-ids.ts'
import type { Viewer } from '../../../domain/access/roles.ts'
import type { EventPress } from '../../../press/run/event-press.ts'
import type { Output } from '../../../press/shared/output.ts'
import type { Locale } from '../../context/types.ts'
import type { Fields } from '../../forms/fields.ts'
import type { FormAnswer, Upload } from '../../forms/form.ts'
import type { Sealer } from '../../forms/seal.ts'
import type { SentFile } from '../../http/read-multipart.ts'
import type { FieldFault } from './entered.ts'
import type { Installation } from './installation.ts'
import type { PlaceId } from './places.ts'
import type { DeskWords } from './words.ts'

/** What the whole desk is made from. */
export type Desk = {
  locale: Locale
  t: DeskWords
  parts: Parts
  sealer: Sealer
  /** Where the desk is, as browsers know it: `https://desk.example.org`. */
  origin: string
  /** The data is made up: every page says so. */
  madeUp: boolean
  /** How many proxies in front are ours (http/network.ts). */
  hops: number
  /** The organisation's identity provider, where one is set up; `name` is for the button. */
  workAccounts: { name: string | null; issuer: string; accounts: WorkAccounts } | null
  installation: Installation
  /** Draws a file of the press that is made for one person, and keeps nothing of it. Rejects with a PressFault where it cannot be drawn. */
  draw(output: Output): Promise<Uint8Array>
  /** Anybody may try it as somebody made up, or as whoever sent one report, whose code this is; it says so where one signs in (pages/demo). */
  tryAs: { code: readonly string[] | null } | null
  /** Makes files of a training event; without it none are made. */
  eventPress: EventPress | null
}

/** Somebody asks for a page: who they are is not known. */
export type Asked = {
  desk: Desk
  t: DeskWords
  now: Temporal.Instant
  /** The minute on the clocks of the partnership. */
  local: Temporal.ZonedDateTime
  param(name: string): string
  query(name: string): string | null
  header(name: string): string | undefined
  /** The query of the address, as it was written. */
  search: string
  /** The network that they ask from; null where it cannot be told. */
  network: string | null
}

/** Somebody who is signed in asks. */
export type Member = Asked & {
  me: Me
  viewer: Viewer
  /** For a form: the same one sent twice is done once. */
  key: string
  /** Runs a command as them. Where they may not, or there is no such thing, the page that says so answers in place of this one. */
  perform<Input, Value, Fault extends string>(
    command: Command<Input, Value, Fault>,
    input: Input,
    key?: string,
  ): Promise<{ done: Value } | ([Fault] extends [never] ? never : Refused<Fault>)>
  /** Does work that only reads lists in one transaction: for a page that asks many things. */
  together<Made>(work: (member: Member) => Promise<Made>): Promise<Made>
}

/** A page as it is shown: within the places of the desk where somebody is signed in, else alone. */
/** `retryAfter`: seconds after which the same may be sent again. */
export type Shown = {
  status?: number
  title: string
  /** What is wrong with the form that was sent. The title and a summary say it, and the status is 400 where no other is given. */
  faults?: readonly FieldFault[]
  script?: string
  /** Nothing of the desk stands around it: for a wall that others look at. */
  alone?: true
  body: Child
  headers?: Readonly<Record<string, string>>
  retryAfter?: number
}

export type Answer = Shown | Extract<FormAnswer, { to: unknown } | { file: unknown }> | { refused: WordId }

type Common = {
  /** As Hono reads it: `/desk/people/:id`. */
  path: string
}

/** A page for whoever comes: to sign in, or by a link that works once. */
export type OpenPage = Common & {
  open: true
  show?(asked: Asked): Promise<Answer>
  send?(asked: Asked, fields: Fields): Promise<Answer>
}

/** A page for those who are signed in. */
export type MemberPage = Common & {
  open?: false
  /** The place of the desk that it belongs to. */
  here: PlaceId | null
  /**
   * Files that may come with what is sent to it. Before any is read, whoever sends them is signed in and `admit` has let them: it turns away by
   * what a command answers, or gives what they see in place of being read.
   */
  upload?: Omit<Upload, 'admit'> & { admit(member: Member): Promise<Answer | null> }
  /** As of its form (forms/form.ts). */
  patience?: number
  show?(asked: Member): Promise<Answer>
  send?(asked: Member, fields: Fields, files: SentFiles): Promise<Answer>
}

/** Files of a form, by their field. */
export type SentFiles = ReadonlyMap<string, readonly SentFile[]>

export type DeskPage = OpenPage | MemberPage
