import { randomUUID } from 'node:crypto'
import { nameKey } from '../../src/domain/register/names.ts'
import { countRegister } from '../../src/jobs/register/count.ts'
import type { TestDesk } from './desk.ts'

type Attended = { tier?: string; version?: string | null; days: number }

/** Somebody of a partner, or of an organisation that was typed, who was taught something so many days ago. */
export const trained = async (
  desk: TestDesk,
  name: string,
  where: string,
  attended: readonly Attended[],
  more: { email_key?: Buffer; made_on?: string } = {},
): Promise<string> => {
  const today = desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const organisation = await desk.owner
    .selectFrom('organisation')
    .selectAll()
    .where((is) => is.or([is('partner_id', '=', where), is('name', '=', where)]))
    .executeTakeFirstOrThrow()
  const { partner_id, sector, id: organisation_id } = organisation
  const id = randomUUID()
  await desk.owner
    .insertInto('learner')
    .values({ id, organisation_id, partner_id, name, name_key: nameKey(name), ...more })
    .execute()
  for (const { tier = 'everyone', version = desk.parts.pack.course.taught, days } of attended)
    await desk.owner
      .insertInto('attendance')
      .values({
        ...{ id: randomUUID(), who: id, learner_id: id, organisation_id, partner_id, sector, tier, version },
        ...{ on_date: today.subtract({ days }).toString(), way: 'file' },
      })
      .execute()
  return id
}

/** The job that counts, now. */
export const counts = async (desk: TestDesk): Promise<void> => {
  await desk.owner.updateTable('register_counted').set({ asked_at: null, counted_at: null }).execute()
  await countRegister({ db: desk.jobsRole, parts: desk.parts })()
}
