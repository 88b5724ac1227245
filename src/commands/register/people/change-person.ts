import { sql } from 'kysely'
import { nameKey, plainName } from '../../../domain/register/names.ts'
import { command } from '../../command.ts'
import { aboutLearner } from '../about-learner.ts'

/** Another name, as they write it. `version`: of what was read, so that nobody undoes what another has put right. */
export const correctName = command<{ person: string; name: string; version: number }, null, 'changed' | 'name'>({
  verb: 'correct-name',
  needs: { action: 'change', object: 'learner' },
  about: aboutLearner,
  run: async ({ tx }, { person, name, version }) => {
    const plain = plainName(name)
    if (!plain || plain.length > 120) return { fault: 'name' }
    const { numUpdatedRows } = await tx
      .updateTable('learner')
      .set({ name: plain, name_key: nameKey(plain), version: version + 1 })
      .where('id', '=', person)
      .where('version', '=', version)
      .executeTakeFirst()
    return numUpdatedRows ? { done: null, entry: { object: 'learner', id: person } } : { fault: 'changed' }
  },
})

/** They work elsewhere now, and are that organisation's to look after from then on. */
export const moveLearner = command<{ person: string; organisation: string }, null, 'no-organisation'>({
  verb: 'move-learner',
  needs: { action: 'change', object: 'learner' },
  about: aboutLearner,
  run: async ({ tx }, { person, organisation }) => {
    const { rows } = await sql<{ moved: boolean }>`select move_learner(${person}::uuid, ${organisation}::uuid) as moved`.execute(tx)
    return rows[0]?.moved ? { done: null, entry: { object: 'learner', id: person } } : { fault: 'no-organisation' }
  },
})

/** No mail about training is sent to them any more, as when they press the link in one: wherever else they or their address stand in the register. */
export const stopTrainingMail = command<{ person: string }, null>({
  verb: 'stop-training-mail',
  needs: { action: 'change', object: 'learner' },
  about: aboutLearner,
  run: async ({ tx }, { person }) => {
    const { rows } = await sql<{ stopped: boolean }>`select stop_learner_mail(${person}::uuid) as stopped`.execute(tx)
    return { done: null, entry: rows[0]?.stopped ? { object: 'learner', id: person } : null }
  },
})

/** What was joined is two people after all. */
export const partLearner = command<{ person: string }, { from: string }, 'not-joined'>({
  verb: 'part-people',
  needs: { action: 'change', object: 'learner' },
  about: aboutLearner,
  run: async ({ tx }, { person }) => {
    const { rows } = await sql<{ from: string | null }>`select part_learner(${person}::uuid) as "from"`.execute(tx)
    const from = rows[0]?.from
    return from ? { done: { from }, entry: { object: 'learner', id: person } } : { fault: 'not-joined' }
  },
})
