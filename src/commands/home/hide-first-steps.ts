import { command, ofMyself } from '../command.ts'

/** Puts the first steps on one's own home page away, for good. */
export const hideFirstSteps = command<object, null>({
  verb: 'hide-first-steps',
  needs: { action: 'change', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    await tx.updateTable('profile').set({ steps_hidden: true }).where('person_id', '=', viewer.person).execute()
    return { done: null, entry: { object: 'profile', id: viewer.person, owner: viewer.person } }
  },
})
