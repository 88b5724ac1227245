import { receivingNeeds } from '../../domain/data-protection/receiving-needs.ts'
import { command, ofMyself } from '../command.ts'
import { keyStanding } from '../keys/key-standing.ts'

/** What a new administrator does first, and has done; null: they have put it away. */
export type FirstSteps = { coordinator: boolean; key: boolean; controllers: boolean } | null

export const readFirstSteps = command<object, FirstSteps>({
  verb: 'read-first-steps',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer, now, parts }) => {
    const { steps_hidden } = await tx
      .selectFrom('profile')
      .select('steps_hidden')
      .where('person_id', '=', viewer.person)
      .executeTakeFirstOrThrow()
    if (steps_hidden) return { done: null, entry: null }
    const coordinators = await tx
      .selectFrom('role_grant')
      .select('id')
      .where('role', '=', 'coordinator')
      .where('ended_at', 'is', null)
      .limit(1)
      .execute()
    const { data_protection, timezone } = parts.pack.partnership
    const needs = receivingNeeds(data_protection, await keyStanding(tx, parts), now.toZonedDateTimeISO(timezone).toPlainDate())
    const ofKey = needs.filter((need) => need.includes('key') || need === 'second-holder')
    const done = { coordinator: coordinators.length > 0, key: !ofKey.length, controllers: needs.length === ofKey.length }
    return { done, entry: null }
  },
})
