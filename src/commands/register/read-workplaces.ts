import { organisationKey } from '../../domain/register/names.ts'
import { command, ofPartnership } from '../command.ts'
import { knownWorkplaces } from './workplace.ts'

/** Which of these organisations are known, by their keys. */
export const readKnownWorkplaces = command<{ names: readonly string[] }, readonly string[], never>({
  verb: 'read-known-workplaces',
  needs: { action: 'read', object: 'organisation' },
  about: ofPartnership,
  run: async ({ tx }, { names }) => {
    const known = await knownWorkplaces(tx, names)
    return { done: names.map(organisationKey).filter((key) => known.has(key)), entry: null }
  },
})
