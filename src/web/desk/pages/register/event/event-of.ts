import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import { type EventWithEntries, readEvent } from '../../../../../commands/register/read-event.ts'
import { may } from '../../../../../domain/access/table.ts'
import type { Member } from '../../../context/page.ts'
import { tierName } from '../words.ts'

export const addressOf = (event: string): string => `/desk/events/${event}`

/** May whoever looks keep its list? Others of its partner see that there is an event, and no name. */
export const leads = ({ viewer }: Pick<Member, 'viewer'>, { trainer, partner }: TrainingEvent): boolean =>
  may(viewer, 'change', 'training-event', { own: trainer.id === viewer.person, partner })

export const readEventOf = async (member: Member): Promise<EventWithEntries> =>
  (await member.perform(readEvent, { event: member.param('id') })).done

export const titleOf = (member: Member, event: TrainingEvent): string => `${tierName(member, event.tier)}, ${event.place}`

/** The public site without its scheme, as people type it. */
export const siteOf = ({ desk }: Pick<Member, 'desk'>): string => desk.installation.site.replace(/^https?:\/\//, '')

/** Where people put themselves on a list, as they type it. */
export const checkInPage = (member: Pick<Member, 'desk'>): string => `${siteOf(member)}/in`

/** What the code to scan leads to. */
export const checkInAt = ({ desk }: Pick<Member, 'desk'>, { code }: TrainingEvent): string => `${desk.installation.site}/in?e=${code}`

/** The whole number in the address under this name, for what was just done; 0 where there is none. */
export const countIn = (member: Member, name = 'n'): number => {
  const typed = member.query(name) ?? ''
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0
}
