import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import type { ServedDesk, Somebody } from './desk.ts'
import { giveWay, openTestQueue } from './jobs.ts'

/** A desk on which all has gone wrong that its home can tell of, for looking at it. Gives who sees it: one person in both roles, and one in none. */
export const troublesIn = async (desk: ServedDesk): Promise<{ both: Somebody; practitioner: Somebody }> => {
  const { owner, parts } = desk
  const now = parts.now()
  const both = await desk.somebody(['administrator', 'coordinator'], { name: 'Ruth Milestone' })
  const practitioner = await desk.somebody(['practitioner'], { name: 'Dev Bridleway' })
  await giveWay(owner, practitioner.person)
  const at = (hours: number): Date => new Date(now.add({ minutes: Math.round(hours * 60) }).epochMilliseconds)
  for (const [name, hours] of [
    ['Ida Towpath', 5],
    ['Tom Kissing-Gate', -30],
  ] as const) {
    const invited = await desk.as(both, invitePerson, { name, email: `${randomUUID()}@example.org`, partner: 'watford', roles: ['spoc'] })
    if ('fault' in invited) throw new Error(invited.fault)
    await owner
      .updateTable('invitation')
      .set({ expires_at: at(hours) })
      .where('id', '=', invited.done.invitation)
      .execute()
  }
  await owner.insertInto('alarm').values({ kind: 'many-reads', person_id: practitioner.person, count: 43 }).execute()
  await owner.insertInto('on_call').values({ person_id: both.person, added_by: null }).execute()
  await owner
    .insertInto('shift')
    .values({ person_id: both.person, starts_at: at(8), ends_at: at(20), rung: 1, asked_by: practitioner.person })
    .execute()
  const queue = await openTestQueue(desk)
  for (const mail of ['invitation', 'invitation', 'shift-asked', 'swap-asked']) await queue.sendMail(mail, randomUUID())
  await queue.close()
  await sql`update pgboss.job set created_on = now() - interval '26 hours', started_on = now() - interval '3 hours', retry_count = 14,
    state = 'failed', completed_on = now() - interval '3 hours', output = '{"code":"mail-login"}' where data->>'mail' = 'invitation'`.execute(
    owner,
  )
  await sql`update pgboss.job set started_on = now() - interval '1 hour', retry_count = 3, state = 'retry', start_after = now() + interval '2 hours',
    output = '{"code":"mail-unreachable"}' where data->>'mail' = 'shift-asked'`.execute(owner)
  parts.health = () => ({
    clockStep: { from: now.subtract({ hours: 9 }), to: now.subtract({ hours: 2 }) },
    databaseLost: now.subtract({ hours: 4 }),
  })
  return { both, practitioner }
}
