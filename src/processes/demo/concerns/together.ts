import { linkConcern } from '../../../commands/concerns/link-concern.ts'
import { mergeConcern } from '../../../commands/concerns/merge-concern.ts'
import { recordIntelligence } from '../../../commands/concerns/record-intelligence.ts'
import { type Case, type CaseStage, skew } from './case.ts'
import { movedTo } from './moments.ts'
import { daniel, imran, seen } from './open-lives.ts'
import { seenAgain } from './stories.ts'

/** What several concerns have to do with one another. `of`: one by its seed. */
export const putTogether = async (stage: CaseStage, of: (seed: string) => Case): Promise<void> => {
  // Of two that are joined each has its line in the audit.
  const both = async (command: typeof linkConcern | typeof mergeConcern, hours: number, one: string, other: string): Promise<void> => {
    const since = stage.parts.now().subtract(skew)
    await of(one).as(hours, daniel, command as typeof linkConcern, { other: of(other).id })
    await movedTo(stage.owner, of(other).id, of(one).after(hours), since)
  }
  for (const [one, other] of pairs.linked) await both(linkConcern, 70, one, other)
  // Two reports of one event.
  for (const { by, of: first } of seenAgain) await both(mergeConcern, 30, by, first)
  for (const [kind, text, seeds] of identifiers) for (const seed of seeds) await seen(of(seed), 40, daniel, kind, text)
  for (const [days, sector, grading, text] of intelligence) {
    const since = stage.parts.now().subtract(skew)
    const when = since.subtract({ hours: days * 24 })
    const who = days > 20 ? imran : daniel
    const { concern } = await stage.as(stage.who(who), recordIntelligence, { concern: null, sector, grading, text })
    await movedTo(stage.owner, concern, when, since)
    await stage.owner
      .updateTable('concern')
      .set({ read_by: new Date(when.epochMilliseconds) })
      .where('id', '=', concern)
      .execute()
  }
}

const pairs = {
  linked: [
    ['asked 0', 'asked and seen 1'],
    ['talked 1', 'talked 2'],
    ['promised 0', 'promised 1'],
    ['for visitors', 'talked 0'],
  ],
} as const

/** A registration that no vehicle has (no year is written 00, no area QX), and numbers of the range that Ofcom keeps for drama. */
const identifiers = [
  ['vehicle', 'QX00 FAL', ['talked 0', 'talked 4', 'asked and seen 0', 'promised 2', 'for visitors']],
  ['vehicle', 'QX00 OWS', ['asked and seen 2', 'with intelligence 0']],
  ['phone', '07700 900321', ['talked 2', 'promised, late 0', 'asked 3']],
  ['email', 'jobs@work-today.example', ['promised 3', 'asked and seen 4']],
] as const

const grading = (source: string, assessment: string) => ({ source, assessment, handling: 'P' })

/** With nobody to help yet. */
const intelligence = [
  [
    3,
    'car-wash',
    grading('2', 'B'),
    'A trader says that three hand car washes in the county are run by one man, who moves workers between them each week.',
  ],
  [
    9,
    'private-housing',
    grading('2', 'D'),
    'Rooms are offered online for people who “work with us”, with no deposit. Two of the addresses have been reported before.',
  ],
  [
    26,
    'agriculture',
    grading('1', 'A'),
    'A labour provider’s licence ran out in the summer. Its minibuses still bring workers to the glasshouses.',
  ],
  [
    41,
    null,
    grading('3', 'E'),
    'Someone who did not want to give a name says that a new nail bar is to open with the same owner as the old one.',
  ],
] as const
