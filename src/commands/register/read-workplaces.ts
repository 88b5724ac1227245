import { alikeOf } from '../../domain/register/alike.ts'
import { organisationKey } from '../../domain/register/names.ts'
import { command, ofPartnership } from '../command.ts'
import { knownWorkplaces } from './workplace.ts'

/** Which of these organisations are known, by their keys; and which of the others are like one that is. */
export const readKnownWorkplaces = command<
  { names: readonly string[] },
  { known: readonly string[]; alike: ReadonlyMap<string, string> },
  never
>({
  verb: 'read-known-workplaces',
  needs: { action: 'read', object: 'organisation' },
  about: ofPartnership,
  run: async ({ tx }, { names }) => {
    const known = await knownWorkplaces(tx, names)
    const unknown = [...new Map(names.map((name) => [organisationKey(name), name]))].filter(([key]) => key && !known.has(key))
    const all = unknown.length ? await tx.selectFrom('organisation').select('name').where('merged_into', 'is', null).execute() : []
    const others = all.map(({ name }) => name)
    const alike = unknown.flatMap(([key, name]): [string, string][] => {
      const found = alikeOf(name, others)
      return found ? [[key, found]] : []
    })
    return { done: { known: [...known.keys()], alike: new Map(alike) }, entry: null }
  },
})
