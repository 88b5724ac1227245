import { sql } from 'kysely'
import pLimit from 'p-limit'
import { readInbox } from '../../../commands/concerns/read-inbox.ts'
import type { IntakeParts } from '../../../commands/intake/parts.ts'
import type { Stage } from '../stage/stage.ts'
import { type Case, type CaseStage, sendReport } from './case.ts'
import { chainAnew, whileMoving } from './moments.ts'
import { daniel, imran } from './open-lives.ts'
import { madeUpPictures } from './pictures.ts'
import { plan } from './plan.ts'
import { putTogether } from './together.ts'
import { visitorSeed } from './visitor.ts'

/**
 * Two hundred concerns of the last four months, in every state that there is: each is sent as the form sends one, and dealt with by commands.
 * Gives the code of one of them, for whoever wants to see what a reporter sees.
 */
export const fillConcerns = (stage: Stage, intake: IntakeParts): Promise<readonly string[]> =>
  whileMoving(stage.owner, () => fillAll(stage, intake))

const fillAll = async (stage: Stage, intake: IntakeParts): Promise<readonly string[]> => {
  await stage.as(stage.who(daniel), readInbox, null)
  const all: CaseStage = { ...stage, intake }
  const drawn = await madeUpPictures()
  const now = stage.parts.now()
  const cases: { of: Case; life(c: Case): Promise<unknown> }[] = []
  // In the order in which they arrived.
  for (const { seed, daysAgo, answers, referred, pictures, desk, life } of plan()) {
    const arrived = now.subtract({ minutes: Math.round(daysAgo * 24 * 60) })
    const of = await sendReport(all, {
      ...{ seed, arrived, answers, referred, pictures: drawn.slice(0, pictures), desk },
      second: desk === imran ? daniel : imran,
    })
    cases.push({ of, life })
  }
  const few = pLimit(4)
  await Promise.all(cases.map(({ of, life }) => few(() => life(of))))
  const byName = new Map(cases.map(({ of }) => [of.seed, of]))
  const find = (seed: string): Case => {
    const found = byName.get(seed)
    if (!found) throw new Error(`No concern of the county is called ${seed}.`)
    return found
  }
  await putTogether(all, find)
  // Lists have arrival times of their own.
  await sql`select relist_all()`.execute(stage.owner)
  await chainAnew(stage.owner)
  return find(visitorSeed).code
}
