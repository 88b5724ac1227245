import { sql } from 'kysely'
import { instantOf } from '../../commands/instant.ts'
import type { Parts } from '../../commands/parts.ts'
import { invitationAddress } from '../../commands/people/invitation.ts'
import type { DeskId } from '../../content/word-ids.ts'
import type { ObjectKind } from '../../domain/access/table.ts'
import { writeHead } from '../../domain/audit/chain.ts'
import type { FormatMessage } from '../../format/messages.ts'
import { clock, fullDate } from '../../format/when.ts'
import type { Output } from '../../press/shared/output.ts'
import type { Db } from '../../store/store.ts'
import type { Letter } from './mailer.ts'
import { placeLetter } from './place-letters.ts'
import { training } from './training.ts'

/** What letters are made from. `db`: as role `waymark_jobs`. */
export type Desk = {
  db: Db
  parts: Pick<Parts, 'keyed' | 'pack' | 'now' | 'pepper'>
  t: FormatMessage<DeskId>
  /** Where the desk is, as browsers know it. */
  origin: string
  /** The public site. */
  site: string
  /** Who is sent the head of the audit each day. */
  headTo: string | undefined
  /** Draws what goes with a letter; null: nothing is drawn. */
  draw: ((output: Output) => Promise<Uint8Array>) | null
}

/** A letter, and what the audit says of it: which object it is about, and whose. */
export type Written = { letter: Letter; object: ObjectKind; id: string; owner: string | null }

/** Makes a letter, or null where there is nothing to say any more. */
type Writer = (desk: Desk, about: string) => Promise<Written | null>

const when = ({ parts }: Desk, date: Date): { time: string; day: string } => {
  const at = instantOf(date).toZonedDateTimeISO(parts.pack.partnership.timezone)
  return { time: clock(at), day: fullDate(at.toPlainDate()) }
}

/** Every letter begins and ends alike. No letter says anything of a concern: it may be read over a shoulder. */
const letterOf = (
  { t, parts }: Desk,
  kind: 'invitation' | 'invitation-ends' | 'shift' | 'shift-unanswered' | 'swap' | Waiting,
  to: string,
  name: string,
  values: Record<string, string>,
): Letter => {
  const { name: partnership } = parts.pack.partnership
  const all = { ...values, partnership, name }
  const paragraphs = [t('mail.hello', all), t(`mail.${kind}`, all), values.link ?? '', t(`mail.${kind}-after`, all), t('mail.end', all)]
  return { to, subject: t(`mail.${kind}-subject`, all), text: `${paragraphs.join('\n\n')}\n` }
}

const invitation =
  (kind: 'invitation' | 'invitation-ends'): Writer =>
  async (desk, id) => {
    const { rows } = await sql<{ person: string; name: string; email: string; inviter: string; ends: Date }>`
      select * from mail_invitation(${id}::uuid)`.execute(desk.db)
    const [row] = rows
    if (!row) return null
    // Made here and now, from a key that lies outside the database: the queue never holds what lets somebody in.
    const link = invitationAddress(desk.parts, desk.origin, id)
    const letter = letterOf(desk, kind, row.email, row.name, { link, inviter: row.inviter, ...when(desk, row.ends) })
    return { letter, object: 'invitation', id, owner: row.person }
  }

type ShiftRow = { person: string; name: string; email: string; starts: Date; ends: Date; rung: number }

const shiftValues = (desk: Desk, { starts, ends, rung }: Omit<ShiftRow, 'person' | 'name' | 'email'>): Record<string, string> => {
  const [from, until] = [when(desk, starts), when(desk, ends)]
  return {
    link: `${desk.origin}/desk/rota`,
    from: desk.t('mail.at', from),
    until: desk.t('mail.at', until),
    rung: desk.t(rung === 1 ? 'mail.first' : 'mail.second'),
  }
}

const shift =
  (kind: 'shift' | 'shift-unanswered'): Writer =>
  async (desk, id) => {
    const { rows } = await sql<ShiftRow>`select * from mail_shift(${id}::uuid)`.execute(desk.db)
    const [row] = rows
    return row
      ? { letter: letterOf(desk, kind, row.email, row.name, shiftValues(desk, row)), object: 'shift', id, owner: row.person }
      : null
  }

const swap: Writer = async (desk, id) => {
  const { rows } = await sql<ShiftRow & { asker: string }>`select * from mail_swap(${id}::uuid)`.execute(desk.db)
  const [row] = rows
  if (!row) return null
  const letter = letterOf(desk, 'swap', row.email, row.name, { ...shiftValues(desk, row), asker: row.asker })
  return { letter, object: 'swap', id, owner: row.person }
}

type Waiting = 'concern-waits' | 'concern-offered' | 'concern-given' | 'concern-answered'

/** Something waits on the desk: what, where and how urgent is not said. The link leads to the home page. */
const waiting =
  (kind: Waiting): Writer =>
  async (desk, id) => {
    const { rows } = await sql<{ person: string; name: string; email: string }>`select * from mail_alert(${id}::uuid)`.execute(desk.db)
    const [row] = rows
    if (!row) return null
    const letter = letterOf(desk, kind, row.email, row.name, { link: `${desk.origin}/desk` })
    return { letter, object: 'person', id: row.person, owner: row.person }
  }

/** To a place outside: whoever could write the chain anew cannot write this mail anew. It names nobody. */
const auditHead: Writer = async (desk) => {
  if (desk.headTo === undefined) return null
  const { rows } = await sql<{ seq: string; hash: string }>`select * from audit_head()`.execute(desk.db)
  const [row] = rows
  if (!row) return null
  const head = writeHead({ seq: Number(row.seq), hash: row.hash })
  const day = fullDate(desk.parts.now().toZonedDateTimeISO(desk.parts.pack.partnership.timezone).toPlainDate())
  const values = { day, partnership: desk.parts.pack.partnership.name }
  return {
    letter: { to: desk.headTo, subject: desk.t('mail.head-subject', values), text: `${desk.t('mail.head', values)}\n\n${head}\n` },
    object: 'audit',
    id: row.seq,
    owner: null,
  }
}

/** Every kind of mail. */
export const writers: Readonly<Record<string, Writer>> = {
  invitation: invitation('invitation'),
  'invitation-ends': invitation('invitation-ends'),
  'shift-asked': shift('shift'),
  'shift-unanswered': shift('shift-unanswered'),
  'swap-asked': swap,
  'audit-head': auditHead,
  training,
  'concern-waits': waiting('concern-waits'),
  'concern-offered': waiting('concern-offered'),
  'concern-given': waiting('concern-given'),
  'concern-answered': waiting('concern-answered'),
  'place-free': placeLetter('place-free'),
  'event-moved': placeLetter('event-moved'),
  'event-cancelled': placeLetter('event-cancelled'),
}
