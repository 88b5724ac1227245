import type { IntakeParts } from '../../commands/intake/parts.ts'
import type { Parts } from '../../commands/parts.ts'
import type { Db } from '../../store/store.ts'
import { recordChecks } from './checks.ts'
import { fillConcerns } from './concerns/fill-concerns.ts'
import { setPast } from './past.ts'
import { invitePeople, movePeople } from './people.ts'
import { fillRegister } from './register/fill-register.ts'
import { fillRota } from './rota.ts'
import { openStage } from './stage/stage.ts'

type Filling = { parts: Parts; owner: Db; intake: IntakeParts; firstLink: string }

/**
 * Puts the people of the made-up county at work, on a database that has nobody yet: each does by commands, signed in, what on a real desk they
 * would do, so that row security and audit hold here too. `intake`: what the site has, by which reports come. `firstLink`: by which the first of
 * them comes. Gives the code of one report.
 */
export const fill = async ({ parts, owner, intake, firstLink }: Filling): Promise<readonly string[]> => {
  // Nobody is sent a mail.
  const quiet: Parts = { ...parts, queue: async () => {} }
  const people = await invitePeople(quiet, firstLink)
  const stage = openStage(quiet, owner, people)
  await fillRota(stage)
  await recordChecks(stage)
  await movePeople(stage)
  await fillRegister(stage)
  const code = await fillConcerns(stage, intake)
  await setPast(stage, people)
  return code
}
