import { organisationKey } from '../../domain/register/names.ts'
import type { Tx } from '../../store/store.ts'

/** Where somebody works, as the trainer typed it. `sector`: asked for only where no such organisation is known. */
export type TypedWorkplace = { organisation: string; sector: string | null }

/** What of it stands in an entry. */
export type PlacedEntry = {
  organisation_id: string | null
  organisation: string | null
  organisation_key: string | null
  sector: string | null
}

/** The organisations that are known by these names, by their keys; one that was merged is what it was merged into. */
export const knownWorkplaces = async (tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const keys = [...new Set(names.map(organisationKey).filter(Boolean))]
  if (!keys.length) return new Map()
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name_key', 'merged_into'])
    .where('name_key', 'in', keys)
    // One that stands for itself comes last, and so is what the map keeps.
    .orderBy('merged_into', (order) => order.asc().nullsLast())
    .execute()
  return new Map(rows.map(({ id, name_key, merged_into }) => [name_key, merged_into ?? id]))
}

/** Null: the organisation is not known, and nobody said of what kind it is. */
export const placed = (known: ReadonlyMap<string, string>, { organisation, sector }: TypedWorkplace): PlacedEntry | null => {
  const key = organisationKey(organisation)
  const id = known.get(key)
  if (id) return { organisation_id: id, organisation: null, organisation_key: null, sector: null }
  return sector ? { organisation_id: null, organisation, organisation_key: key, sector } : null
}
