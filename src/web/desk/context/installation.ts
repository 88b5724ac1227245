/** How this desk is set up, as far as the page of settings may say it. Nothing secret: no password, no address of a server with one in it. */
export type Installation = {
  version: string
  commit: string | null
  database: 'own' | 'server'
  /** Null where no mail is sent. `from`: null where nobody has said it. */
  mail: { from: string | null } | null
  /** The host of the organisation's identity provider. */
  workAccount: string | null
  /** The public site, as it was said. */
  site: string
  /** When `waymark backup` last made a copy with this folder of data; null: never. */
  lastBackup(): Temporal.Instant | null
  /** Copies of the keys that `waymark backup-keys` made with it: when, and their last day. */
  keyCopies(): readonly { made: Temporal.Instant; until: Temporal.PlainDate }[]
}
