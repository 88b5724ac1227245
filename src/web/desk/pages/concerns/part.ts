import type { Child } from 'hono/jsx'
import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { Member } from '../../context/page.ts'

/**
 * Where a part of a concern's page stands: across the top, on the reporter's side (paper), on the inside (what no reporter ever sees), or
 * beside both. The two sides are never mixed: nobody may send a note to a reporter by mistake.
 */
export type Side = 'top' | 'reporter' | 'inside' | 'beside'

/** A part of a concern's page, in a file of its own; null where there is nothing to show or to do for whoever asks. `id`: for the jumps. */
export type ConcernPart = (member: Member, concern: Concern) => Promise<{ side: Side; id: string; body: Child; jump?: string } | null>
