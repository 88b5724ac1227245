import { createHash } from 'node:crypto'
import { at as dateOf } from '../../../commands/instant.ts'
import { eventCode, eventWord } from '../../../domain/register/codes.ts'
import { nameKey, organisationKey } from '../../../domain/register/names.ts'
import type { Stage } from '../stage/stage.ts'
import { learnerName, typedPlaces } from './names.ts'
import { inRoom, trainers } from './plan.ts'

/** As PostgreSQL takes it: the same at each start, so that an address of a page stays what it was. */
export const drawn = (what: string): Buffer => createHash('sha256').update(`fallowshire ${what}`).digest()
export const idOf = (what: string): string => {
  const hex = drawn(what).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Places at tomorrow's event, and how many more want one. */
const [seats, waiting] = [12, 3]

/** An event that is being held now, its list open and to be confirmed, and one tomorrow. */
export const holdNow = async ({ owner, parts, today, timeZone, who }: Stage): Promise<void> => {
  const teaches = who(trainers[0])
  const now = parts.now()
  const { course } = parts.pack
  const tier = course.tiers[0]?.id ?? ''
  const tomorrow = today.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: '10:00' }).toInstant()
  const plan = { partner_id: teaches.partner, trainer_id: teaches.id, tier, version: course.taught, language: 'en', capacity: 20 }
  const began = now.subtract({ minutes: 40 })
  await owner
    .insertInto('training_event')
    .values([
      {
        ...{ ...plan, id: idOf('event now'), code: eventCode(drawn('code now')), word: eventWord(drawn('word now')) },
        ...{
          starts_at: dateOf(began),
          ends_at: dateOf(began.add({ minutes: 60 })),
          place: 'Saxelmere Library',
          audience: 'Library and front desk staff',
        },
      },
      {
        ...{
          ...plan,
          id: idOf('event tomorrow'),
          code: eventCode(drawn('code tomorrow')),
          word: eventWord(drawn('word tomorrow')),
          capacity: 12,
        },
        ...{ starts_at: dateOf(tomorrow), ends_at: dateOf(tomorrow.add({ hours: 1 })), place: 'Dunnockby Town Hall', audience: '' },
      },
    ])
    .execute()
  const { id: library } = await owner
    .selectFrom('organisation')
    .select('id')
    .where('partner_id', '=', 'saxelmere')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('event_entry')
    .values(
      Array.from({ length: inRoom }, (_, n) => {
        const name = learnerName(1700 + n)
        const typed = typedPlaces[n]
        return {
          ...{
            id: idOf(`entry ${n}`),
            event_id: idOf('event now'),
            trainer_id: teaches.id,
            name,
            name_key: nameKey(name),
            role_group: 'meets-public',
          },
          ...(n % 3 || !typed
            ? { organisation_id: library, sector: 'councils' }
            : { organisation: typed.name, organisation_key: organisationKey(typed.name), sector: typed.sector }),
          ...{ way: n === inRoom - 1 ? ('list' as const) : ('phone' as const), state: 'entered' as const },
          at: dateOf(began.add({ seconds: 40 * n })),
        }
      }),
    )
    .execute()
  await owner
    .insertInto('event_entry')
    .values(
      Array.from({ length: seats + waiting }, (_, n) => {
        const name = learnerName(1740 + n)
        return {
          ...{ id: idOf(`booking ${n}`), event_id: idOf('event tomorrow'), trainer_id: teaches.id, name, name_key: nameKey(name) },
          ...{
            organisation_id: library,
            sector: 'councils',
            way: 'booked' as const,
            state: n < seats ? ('booked' as const) : ('waiting' as const),
          },
          ...{
            access_needs: n === 4 ? 'A place near the door, please.' : null,
            at: dateOf(now.subtract({ hours: 24 * (seats + waiting - n) })),
          },
        }
      }),
    )
    .execute()
}
