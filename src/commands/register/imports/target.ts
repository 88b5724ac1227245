import type { Facts } from '../../../domain/access/table.ts'
import type { Work } from '../../command.ts'
import { aboutEvent } from '../about-event.ts'

/** Whose people an import is of: a partner's; whoever its rows name (both null: coordinators alone); or who was at an event. */
export type ImportTarget = { partner: string | null; event: string | null }

/** It is always of whoever makes it. The database holds them to the partners and events that they answer for (record_attendances, list_names). */
export const aboutTarget = async (work: Work, { partner, event }: ImportTarget): Promise<Facts | null> => {
  if (event !== null) {
    const facts = await aboutEvent(work, { event })
    return facts && { ...facts, own: true }
  }
  return partner === null ? { own: true } : { own: true, partner }
}
