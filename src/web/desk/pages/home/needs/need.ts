import type { Rota } from '../../../../../commands/rota/read-rota.ts'
import type { Need } from '../../../components/needs.tsx'
import type { Member } from '../../../context/page.ts'

/** How much something presses, as in every list: danger, a child, what may be going wrong at this moment, what is late, what is due today, what comes after. */
const ranks = ['danger', 'child', 'now', 'late', 'due', 'soon'] as const

/** Lines that are alike: of many that do not press, the first few are shown. */
const groups = ['unread', 'added', 'replies', 'feedback', 'sharing', 'requests', 'walls', 'invitations'] as const

/** A line of the home page. `by`: when it must be done, or when it began. */
export type HomeNeed = Need & {
  rank: (typeof ranks)[number]
  by: Temporal.Instant
  group?: (typeof groups)[number]
  /** There are more of them than were read. */
  cut?: boolean
  /** Its one action is to open this concern, because of that. */
  opens?: { concern: string; because: (typeof reasons)[number] }
}

/** Why somebody should open a concern: where several are true, the first says most. */
const reasons = ['taken-back', 'unclaimed', 'offered', 'unread', 'given', 'added'] as const

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

/** Lines of the page in its order: by themselves, or a group of many that are alike, which stands where the first of them would. */
export type Piece = { alone: HomeNeed[] } | { group: (typeof groups)[number]; needs: HomeNeed[] }

/** So many of a group are shown at once. One more would not be worth a fold. */
export const groupShown = 3

/** `needs`: in their order. */
export const piecesOf = (needs: readonly HomeNeed[]): Piece[] => {
  const alike = Map.groupBy(needs, ({ group, rank }) => (['late', 'due', 'soon'].includes(rank) ? group : undefined))
  const pieces: Piece[] = []
  for (const need of needs) {
    const { group } = need
    const its = (group && alike.get(group)) ?? []
    const last = pieces.at(-1)
    if (group && its.length > groupShown + 1 && its.includes(need)) {
      if (its[0] === need) pieces.push({ group, needs: its })
    } else if (last && 'alone' in last) last.alone.push(need)
    else pieces.push({ alone: [need] })
  }
  return pieces
}
