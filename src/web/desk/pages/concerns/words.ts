import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { Member } from '../../context/page.ts'

/** What people there call the town or district of a report. */
export const townName = ({ desk }: Pick<Member, 'desk'>, town: string): string =>
  desk.locale.pack.partnership.towns?.areas.find(({ id }) => id === town)?.name ?? town

/** What a concern is called on the desk: what kind of place, and where. No word of the reporter. */
export const titleOf = (
  { desk, t }: Pick<Member, 'desk' | 't'>,
  { sector, town }: { sector: string | null; town: string | null },
): string => {
  const place = sector === null ? null : (desk.locale.pack.sectors.find(({ id }) => id === sector)?.name ?? sector)
  const where = town === null ? null : townName({ desk }, town)
  if (place && where) return t('concern.place-and-town', { place, town: where })
  return place ?? where ?? t('concern.no-place')
}

export const pathOf = ({ id }: { id: string }): string => `/desk/concerns/${id}`

/** Who did something, for whoever reads it. */
export const nameOf = ({ t, viewer }: Pick<Member, 't' | 'viewer'>, { id, name }: { id: string | null; name: string | null }): string =>
  id === viewer.person ? t('concern-head.you') : (name ?? t('concern-head.someone'))

/** The name of an outcome; its id, where the pack has it no more. */
export const outcomeOf = ({ desk }: Pick<Member, 'desk'>, { outcome }: Pick<Concern, 'outcome'>): string | null =>
  outcome === null ? null : (desk.locale.pack.concernOutcomes.find(({ id }) => id === outcome)?.name ?? outcome)

/** The sentence of an outcome that its reporter reads; its id, where the pack has it no more. */
export const reporterReads = ({ desk }: Pick<Member, 'desk'>, outcome: string): string =>
  desk.locale.pack.concernOutcomes.find(({ id }) => id === outcome)?.reporter ?? outcome

export const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).filter((paragraph) => paragraph.trim())
