import { holds, type Viewer } from '../../domain/access/roles.ts'

/** The partner whose people somebody looks after; null: those of all. */
export const partnerOf = (viewer: Viewer): string | null =>
  holds(viewer, 'coordinator') ? null : (viewer.grants.find(({ role }) => role === 'spoc')?.partner ?? viewer.partner)

/** What a list of people is to whoever asks: those of a partner that they name, or of their own. */
export const aboutPartner = async ({ viewer }: { viewer: Viewer }, { partner }: { partner: string | null }) => {
  const own = partner ?? partnerOf(viewer)
  return own === null ? {} : { partner: own }
}
