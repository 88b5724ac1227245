import type { Rota } from '../../../../../commands/rota/read-rota.ts'
import type { Need } from '../../../components/needs.tsx'
import type { Member } from '../../../context/page.ts'

/** How much something presses: danger to somebody, what may be going wrong at this moment, a child, what is late, what is due today, what comes after. */
const ranks = ['danger', 'now', 'child', 'late', 'due', 'soon'] as const

/** A line of the home page. `by`: when it must be done, or when it began. */
export type HomeNeed = Need & {
  rank: (typeof ranks)[number]
  by: Temporal.Instant
  /** Its one action is to open this concern, because of that. */
  opens?: { concern: string; because: (typeof reasons)[number] }
}

/** Why somebody should open a concern: where several are true, the first says most. */
const reasons = ['unclaimed', 'offered', 'unread', 'given', 'added'] as const

/** What more than one part of the page is made of, read once. */
export type HomeReads = { rota: Rota }

/** What one part of the desk has for whoever is signed in, each in a file of its own. Nothing for whoever cannot act on it. */
export type Provider = (member: Member, reads: HomeReads) => Promise<readonly HomeNeed[]>

/** One line for each thing: of lines that all ask to open one concern the one that says most stays, as pressing as the most pressing of them. */
export const oneEach = (needs: readonly HomeNeed[]): HomeNeed[] => {
  const asking = Map.groupBy(needs, (need) => need.opens?.concern ?? need)
  return [...asking.values()].flatMap((its) => {
    const most = its.toSorted((one, two) => strength(one) - strength(two))[0]
    const first = inOrder(its)[0]
    return most && first ? { ...most, rank: first.rank, by: first.by } : []
  })
}

const strength = ({ opens }: HomeNeed): number => (opens ? reasons.indexOf(opens.because) : 0)

/** One order for everybody: by how much it presses, then by its time. */
export const inOrder = (needs: readonly HomeNeed[]): HomeNeed[] =>
  needs.toSorted((one, two) => ranks.indexOf(one.rank) - ranks.indexOf(two.rank) || Temporal.Instant.compare(one.by, two.by))
