import { randomUUID } from 'node:crypto'
import type { Work } from '../command.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { type Token, tokenOfBytes } from '../token.ts'

/** Days in which an invitation can be accepted. */
export const invitationDays = 3

/**
 * The link's secret. It is made from the invitation's id and a key that no copy of the database has: neither the queue of mails nor a backup
 * holds anything that lets somebody in.
 */
export const invitationToken = ({ keyed }: Pick<Parts, 'keyed'>, invitation: string): Token => tokenOfBytes(keyed('invitation', invitation))

/** Where whoever was invited goes, at the desk's own origin. */
export const invitationAddress = (parts: Pick<Parts, 'keyed'>, origin: string, invitation: string): string =>
  `${origin}/desk/invited/${invitationToken(parts, invitation).token}`

/** Ends the open invitation of a person; null: there is none. */
export const endInvitation = async ({ tx, now }: Work, person: string): Promise<string | null> => {
  const ended = await tx
    .updateTable('invitation')
    .set({ ended_at: at(now) })
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id ?? null
}

/** A new invitation of a person, with its mail; one that is still open ends. */
export const invite = async (work: Work, { person, partner }: { person: string; partner: string }): Promise<string> => {
  const { tx, viewer, now, parts } = work
  await endInvitation(work, person)
  const id = randomUUID()
  await tx
    .insertInto('invitation')
    .values({
      id,
      person_id: person,
      partner_id: partner,
      token_hash: invitationToken(parts, id).hash,
      made_by: viewer.person,
      expires_at: at(now.add({ hours: 24 * invitationDays })),
    })
    .execute()
  await parts.queue(tx, { name: 'mail', mail: 'invitation', invitation: id })
  return id
}
