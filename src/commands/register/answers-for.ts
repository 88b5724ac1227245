import { holds, type Viewer } from '../../domain/access/roles.ts'

/** Does somebody look after the people of a partner? As answers_for of the database. */
export const answersFor = (viewer: Viewer, partner: string): boolean =>
  holds(viewer, 'coordinator') || viewer.grants.some((grant) => grant.role === 'spoc' && grant.partner === partner)

/** The partner whose people somebody looks after; null: those of all. */
export const partnerOf = (viewer: Viewer): string | null =>
  holds(viewer, 'coordinator') ? null : (viewer.grants.find(({ role }) => role === 'spoc')?.partner ?? viewer.partner)

/** What a list of people is to whoever asks: those of a partner that they name, or of their own. */
export const aboutPartner = async ({ viewer }: { viewer: Viewer }, { partner }: { partner: string | null }) => {
  const own = partner ?? partnerOf(viewer)
  return own === null ? {} : { partner: own }
}
