import type { Child } from 'hono/jsx'
import type { Named } from '../../../../../commands/concerns/pressing.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import type { Member } from '../../../context/page.ts'
import { Flags } from '../../concerns/flags.tsx'
import type { HomeNeed } from './need.ts'

type Line = Omit<HomeNeed, 'mark'> & { mark: Child }

/** A line about a concern: flagged as in every list, and first for danger, then for a child, whatever else it is about. */
export const ofConcern = (member: Member, concern: Pick<Named, 'number' | 'danger' | 'child'>, line: Line): HomeNeed => ({
  ...line,
  rank: concern.danger ? 'danger' : concern.child ? 'child' : line.rank,
  mark: (
    <>
      <Flags member={member} concern={concern} />
      {line.mark}
      <span class="ref">{reference(concern.number)}</span>
    </>
  ),
})
