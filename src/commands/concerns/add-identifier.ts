import { randomUUID } from 'node:crypto'
import { type IdentifierKind, normalise } from '../../domain/concerns/identifier.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

type Adding = { concern: string; kind: IdentifierKind; text: string }

/**
 * Adds a registration, number or address to a concern: as it was typed under the concern's own key, and a keyed token of its one way of writing,
 * by which the same is found in another. `not-one`: it is none of its kind.
 */
export const addIdentifier = command<Adding, null, SealedFault | 'not-one' | 'there-already'>({
  verb: 'add-identifier',
  needs: { action: 'add', object: 'concern-identifier' },
  about: aboutConcern,
  conflicts: { concern_identifier_concern_id_token_key: 'there-already' },
  run: async (work, { concern, kind, text }) => {
    const plain = normalise(kind, text)
    if (plain === null) return { fault: 'not-one' }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const id = randomUUID()
    const token = work.parts.keyed(`seen ${kind}`, plain)
    await work.tx
      .insertInto('concern_identifier')
      .values({ id, concern_id: concern, kind, token, sealed: key.seal('identifier', id, text) })
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
