import type { Child } from 'hono/jsx'
import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { Member } from '../../context/page.ts'

/**
 * Where a part of a concern's page stands: across the top, on the reporter's side (paper), on the inside (what no reporter ever sees), or
 * beside both. The two sides are never mixed: nobody may send a note to a reporter by mistake.
 */
export type Side = 'top' | 'reporter' | 'inside' | 'beside'

/**
 * A part of a concern's page, in a file of its own, put into its place in parts.ts; null where there is nothing to show or to do for whoever
 * asks. It is given the concern opened, in the one command that wrote the entry of the reading: a part that shows more of its words, such as a
 * picture, runs a command of its own with an entry of its own. `id`: for the jumps, which lead to a part that has a `jump`. On the sides a part
 * begins with an h3, at the top and beside them with an h2 (components/page-head.tsx, Part). What it changes it posts to an address under
 * `/desk/concerns/ID/`, which leads back to the concern with `?told=` and a word that told.tsx knows.
 */
export type ConcernPart = (member: Member, concern: Concern) => Promise<{ side: Side; id: string; body: Child; jump?: string } | null>
