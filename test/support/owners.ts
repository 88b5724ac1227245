import { acceptWithin } from '../../src/domain/concerns/handing-over.ts'
import { alertPeople } from '../../src/jobs/scheduled/alert.ts'
import { climbConcerns } from '../../src/jobs/scheduled/climb.ts'
import type { TestDesk } from './desk.ts'

/** Puts somebody on the list of who may be on call, and on a turn that they have agreed to, from an hour ago for ten hours. */
export const onCall = async (
  { owner, parts }: TestDesk,
  { person }: { person: string },
  rung: 1 | 2,
  hours: { from: number; to: number } = { from: -1, to: 9 },
): Promise<void> => {
  const now = parts.now().epochMilliseconds
  await owner
    .insertInto('on_call')
    .values({ person_id: person })
    .onConflict((on) => on.doNothing())
    .execute()
  const starts_at = new Date(now + hours.from * 3_600_000)
  const ends_at = new Date(now + hours.to * 3_600_000)
  const { id } = await owner
    .insertInto('shift')
    .values({ person_id: person, starts_at, ends_at, rung })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner.insertInto('shift_answer').values({ shift_id: id, person_id: person, answer: 'agreed' }).execute()
}

/** What the desk does each minute with who owns what. */
export const climbNow = ({ jobsRole, parts }: TestDesk) =>
  climbConcerns(jobsRole, { now: parts.now, within: () => acceptWithin(parts.pack.partnership.handing_over) })()

/** Whoever is mailed, and how: what would have gone into the queue, in order. */
export const alerted = async ({ jobsRole, owner }: TestDesk): Promise<{ mail: string; person: string }[]> => {
  const mails: { mail: string; about: string }[] = []
  await alertPeople(jobsRole, { sendMail: async (mail, about) => void mails.push({ mail, about }) }, true)()
  const rows = await owner.selectFrom('concern_alert').select(['id', 'person_id']).execute()
  return mails.map(({ mail, about }) => ({ mail, person: rows.find(({ id }) => id === about)?.person_id ?? '' }))
}

export const ownerOf = async ({ owner }: TestDesk, id: string): Promise<string> =>
  (await owner.selectFrom('concern').select('owner_id').where('id', '=', id).executeTakeFirstOrThrow()).owner_id

/** Open offers of a concern. */
export const offersOf = ({ owner }: TestDesk, id: string) =>
  owner
    .selectFrom('concern_offer')
    .select(['id', 'to_person', 'rung', 'until', 'flagged_at', 'cause'])
    .where('concern_id', '=', id)
    .where('answer', 'is', null)
    .execute()

/** Open concerns that are nobody's who may see them. */
export const unowned = async ({ owner }: TestDesk): Promise<string[]> => {
  const rows = await owner
    .selectFrom('concern')
    .select('id')
    .where('state', 'in', ['new', 'open'])
    .where((is) => is.not(is.fn<boolean>('may_own', ['id', 'owner_id'])))
    .execute()
  return rows.map(({ id }) => id)
}
