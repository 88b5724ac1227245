import type { Parts } from '../../commands/parts.ts'
import type { Db } from '../../store/store.ts'
import { recordChecks } from './checks.ts'
import { setPast } from './past.ts'
import { invitePeople, movePeople } from './people.ts'
import { fillRota } from './rota.ts'
import { openStage } from './stage.ts'

/**
 * Puts the people of the made-up county at work, on a database that has nobody yet: each does by commands, signed in, what on a real desk they
 * would do, so that row security and audit hold here too. `firstLink`: by which the first of them comes.
 */
export const fill = async ({ parts, owner, firstLink }: { parts: Parts; owner: Db; firstLink: string }): Promise<void> => {
  // Nobody is sent a mail.
  const quiet: Parts = { ...parts, queue: async () => {} }
  const people = await invitePeople(quiet, firstLink)
  const stage = openStage(quiet, owner, people)
  await fillRota(stage)
  await recordChecks(stage)
  await movePeople(stage)
  await setPast(stage, people)
}
