import type { DeskId } from '../../../content/word-ids.ts'
import type { Viewer } from '../../../domain/access/roles.ts'
import { type Action, mayAny, type ObjectKind } from '../../../domain/access/table.ts'

/** The places of the desk, in the order of the rail: the first three are under the thumb on a phone. Whoever may do nothing there is not led there. */
const places = [
  { id: 'home', href: '/desk', label: 'place.home', needs: ['read', 'partner'] },
  { id: 'inbox', href: '/desk/concerns', label: 'place.inbox', needs: ['read', 'concern'] },
  { id: 'rota', href: '/desk/rota', label: 'place.rota', needs: ['read', 'shift'] },
  { id: 'facts', href: '/desk/facts', label: 'place.facts', needs: ['read', 'fact-check'] },
  { id: 'directory', href: '/desk/directory', label: 'place.directory', needs: ['read', 'partner'] },
  { id: 'people', href: '/desk/people', label: 'place.people', needs: ['read', 'invitation'] },
  { id: 'settings', href: '/desk/settings', label: 'place.settings', needs: ['read', 'settings'] },
] as const satisfies readonly { id: string; href: string; label: DeskId; needs: readonly [Action, ObjectKind] }[]

export type PlaceId = (typeof places)[number]['id']

export const placesOf = (viewer: Viewer): { id: PlaceId; href: string; label: DeskId }[] =>
  places.flatMap(({ needs: [action, object], ...place }) => (mayAny(viewer, action, object) ? [place] : []))
