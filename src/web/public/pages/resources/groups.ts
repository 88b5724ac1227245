import type { CatalogueEntry } from '../../../../press/catalogue/catalogue.ts'
import type { KindName } from '../../../../press/shared/output.ts'

/** For what files are taken, in the order in which the page shows them. */
export const groupIds = ['help', 'wall', 'places', 'training', 'campaigns', 'professionals'] as const
export type GroupId = (typeof groupIds)[number]

const groups: Record<KindName, GroupId> = {
  card: 'help',
  leaflet: 'places',
  poster: 'wall',
  deck: 'training',
  handbook: 'training',
  guide: 'training',
  elearning: 'training',
  certificate: 'training',
  campaign: 'campaigns',
  flowchart: 'professionals',
  booklet: 'professionals',
}

/** For what a file is taken: the leaflet of the lines to call is for whoever needs them, the others are for the staff of a place. */
export const groupOf = ({ kind, id }: Pick<CatalogueEntry, 'kind' | 'id'>): GroupId =>
  id.startsWith('leaflet-get-help-') ? 'help' : groups[kind]

/** The files of a kind that belong together, by what their ids share: `poster-places` for A4 and A3. */
export const together = (entries: readonly CatalogueEntry[]): CatalogueEntry[][] => [
  ...Map.groupBy(entries, ({ id }) => id.replace(/-(?:word|a\d(?:-mono)?|scorm-[\d.]+)$/, '')).values(),
]
