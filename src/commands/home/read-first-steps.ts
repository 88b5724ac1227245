import { command, ofMyself } from '../command.ts'

/** What a new administrator does first, and has done; null: they have put it away. */
export type FirstSteps = { coordinator: boolean } | null

export const readFirstSteps = command<object, FirstSteps>({
  verb: 'read-first-steps',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
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
    return { done: { coordinator: coordinators.length > 0 }, entry: null }
  },
})
