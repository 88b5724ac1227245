import type { ConcernState } from '../../domain/concerns/concern.ts'
import type { IdentifierKind } from '../../domain/concerns/identifier.ts'
import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** Another concern that has the same, as a list shows it. */
export type SeenIn = {
  id: string
  number: number
  state: ConcernState
  town: string | null
  sector: string | null
  received: Temporal.Instant
}
/** `text`: as it was typed; null where it cannot be opened. */
export type Identifier = { id: string; kind: IdentifierKind; text: string | null; seen: readonly SeenIn[] }

/** Concerns that are named for one identifier: more tell nothing more. */
const most = 10

/**
 * What was added to a concern, and where else each is. Only concerns that whoever asks may see: the database shows no row of others. It has no
 * entry of its own: it is a part of the page of a concern, whose opening has one (readConcern).
 */
export const readIdentifiers = command<{ concern: string }, readonly Identifier[], SealedFault>({
  verb: 'read-identifiers',
  needs: { action: 'read', object: 'concern-identifier' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx } = work
    const rows = await tx
      .selectFrom('concern_identifier')
      .selectAll()
      .where('concern_id', '=', concern)
      .orderBy('at')
      .orderBy('id')
      .execute()
    if (!rows.length) return { done: [], entry: null }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const others = await tx
      .selectFrom('concern_identifier')
      .innerJoin('concern', 'concern.id', 'concern_identifier.concern_id')
      .select(['token', 'concern.id', 'number', 'state', 'town', 'sector', 'received_at'])
      .where(
        'token',
        'in',
        rows.map(({ token }) => token),
      )
      .where('concern_id', '<>', concern)
      .orderBy('received_at', 'desc')
      .execute()
    const done = rows.map(({ id, kind, token, sealed }) => ({
      ...{ id, kind, text: key.openText('identifier', id, sealed) },
      seen: others
        .filter((other) => other.token.equals(token))
        .slice(0, most)
        .map(({ id, number, state, town, sector, received_at }) => ({ id, number, state, town, sector, received: instantOf(received_at) })),
    }))
    return { done, entry: null }
  },
})
