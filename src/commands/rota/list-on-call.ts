import { command } from '../command.ts'
import { aboutPerson } from '../people/about-person.ts'
import { oneAtATime } from './rota.ts'

/** Puts someone on the list of those who may be asked to be on call. */
export const listOnCall = command<{ person: string }, null, 'not-active' | 'listed-already'>({
  verb: 'list-on-call',
  needs: { action: 'add', object: 'on-call' },
  about: aboutPerson,
  conflicts: { on_call_pkey: 'listed-already' },
  run: async ({ tx, viewer }, { person }) => {
    await oneAtATime(tx)
    const found = await tx.selectFrom('person').select('state').where('id', '=', person).executeTakeFirst()
    if (found?.state !== 'active') return { fault: 'not-active' }
    await tx.insertInto('on_call').values({ person_id: person, added_by: viewer.person }).execute()
    return { done: null, entry: { object: 'on-call', id: person, owner: person } }
  },
})
