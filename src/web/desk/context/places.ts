import type { DeskId } from '../../../content/word-ids.ts'
import { holds } from '../../../domain/access/roles.ts'
import { type Action, mayAny, type ObjectKind } from '../../../domain/access/table.ts'
import type { Member } from './page.ts'

type Asked = Pick<Member, 'viewer' | 'me'>
type Place = {
  id: string
  href: string
  label: DeskId | ((asked: Asked) => DeskId)
  needs: readonly [Action, ObjectKind] | ((asked: Asked) => boolean)
}

/** Administrators and analysts read no concern, and have no inbox; but whoever holds one, as on call, finds it. */
export const hasInbox = ({ viewer, me }: Asked): boolean =>
  (['coordinator', 'spoc', 'practitioner'] as const).some((role) => holds(viewer, role)) || me.concerns.open > 0

/** Whoever sees what they deal with and what is offered to them alone. */
export const seesOwnAlone = ({ viewer }: Pick<Asked, 'viewer'>): boolean => !holds(viewer, 'coordinator') && !holds(viewer, 'spoc')

/** What the list of concerns is called for whoever asks: everywhere that leads to it. */
export const inboxLabel = (asked: Pick<Asked, 'viewer'>) =>
  (seesOwnAlone(asked) ? 'place.mine' : 'place.inbox') as 'place.mine' | 'place.inbox'

/** The places of the desk, in the order of the rail: the first three are under the thumb on a phone. Whoever may do nothing there is not led there. */
const places = [
  { id: 'home', href: '/desk', label: 'place.home', needs: ['read', 'partner'] },
  { id: 'inbox', href: '/desk/concerns', label: inboxLabel, needs: hasInbox },
  { id: 'rota', href: '/desk/rota', label: 'place.rota', needs: ['read', 'shift'] },
  { id: 'find', href: '/desk/concerns/find', label: 'place.find', needs: hasInbox },
  { id: 'events', href: '/desk/events', label: 'place.events', needs: ['read', 'training-event'] },
  { id: 'figures', href: '/desk/figures', label: 'place.figures', needs: ['read', 'register-release'] },
  { id: 'register', href: '/desk/register', label: 'place.register', needs: ['read', 'register-count'] },
  { id: 'facts', href: '/desk/facts', label: 'place.facts', needs: ['read', 'fact-check'] },
  { id: 'directory', href: '/desk/directory', label: 'place.directory', needs: ['read', 'partner'] },
  { id: 'people', href: '/desk/people', label: 'place.people', needs: ['read', 'invitation'] },
  { id: 'settings', href: '/desk/settings', label: 'place.settings', needs: ['read', 'settings'] },
] as const satisfies readonly Place[]

export type PlaceId = (typeof places)[number]['id']

export const placesOf = (asked: Asked): { id: PlaceId; href: string; label: DeskId }[] =>
  places.flatMap(({ id, href, label, needs }) => {
    const may = typeof needs === 'function' ? needs(asked) : mayAny(asked.viewer, needs[0], needs[1])
    return may ? [{ id, href, label: typeof label === 'function' ? label(asked) : label }] : []
  })
