import type { Pack } from '../content/pack.ts'
import type { Redraw } from '../domain/pictures/picture.ts'
import type { Protector } from '../domain/register/disclosure/protect.ts'
import type { ReadSheet } from '../domain/register/sheet/sheet.ts'
import type { ErasedList } from '../store/files/erased-list.ts'
import type { DataKeys } from '../store/keys/data-keys.ts'
import type { DeskKeys } from '../store/keys/desk-keys.ts'
import type { Store, Tx } from '../store/store.ts'
import type { Hashing } from './sign-in/methods/password.ts'

/** Work that is done after a change is kept. It names what it is about, and holds nothing of it: the queue is no place for content. */
export type Job =
  | { name: 'mail'; mail: 'invitation'; invitation: string }
  | { name: 'mail'; mail: 'shift-asked'; shift: string }
  | { name: 'mail'; mail: 'swap-asked'; swap: string }

/** What the process knows of how it runs, since it started: the database cannot say it. */
export type Health = {
  /** The clock was set, or the machine slept: from when to when. */
  clockStep: { from: Temporal.Instant; to: Temporal.Instant } | null
  /** When a connection to the database was last lost. */
  databaseLost: Temporal.Instant | null
}

/** What commands are given by the process that runs them. */
export type Parts = {
  store: Store
  pack: Pack
  now(): Temporal.Instant
  /** A file of the pack as it lies there now, by its path from the content folder; null where it cannot be read. */
  readPackFile(path: string): string | null
  /** Has a job done once the transaction is kept, and never if it is undone. */
  queue(tx: Tx, job: Job): Promise<void>
  /** HMAC-SHA256 of a text with a key of the desk that lies outside the database, one key a purpose. */
  keyed(purpose: string, text: string): Buffer
  /** The secret that the site has too (WAYMARK_DATA/intake/pepper): hashes of the register are made with it (attend/parts.ts). */
  pepper: Uint8Array
  /** Can mail be sent? Without, whoever invites someone is given the link to pass on. */
  mails: boolean
  health(): Health
  /** The key of what signing in keeps: secrets of authenticator apps (store/keys/sign-in-key.ts). */
  signInKey: Buffer
  /** How passwords are stretched; set by tests alone. */
  hashing: Hashing
  /** The partnership's keys, in this process. */
  keys: DeskKeys
  /** The keys of concerns, one each. */
  dataKeys: DataKeys
  /** People of the register who were erased, in a file beside the keys (WAYMARK_DATA/keys/learners/erased). */
  erasedLearners: ErasedList
  /** Draws a picture anew, in a process of its own (processes/pictures). */
  redraw: Redraw
  /** Hides figures that would say something of one person, in a process of its own (processes/disclosure). */
  protect: Protector
  /** Reads a list that somebody sent, in a process of its own (processes/sheets). */
  readSheet: ReadSheet
  /** A sentence for whoever runs the server. Nothing that somebody typed. */
  tell(sentence: string): void
}
