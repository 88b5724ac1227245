import type { Member } from '../../context/page.ts'

/** What a concern is called on the desk: what kind of place, and where. No word of the reporter. */
export const titleOf = (
  { desk, t }: Pick<Member, 'desk' | 't'>,
  { sector, town }: { sector: string | null; town: string | null },
): string => {
  const place = sector === null ? null : (desk.locale.pack.sectors.find(({ id }) => id === sector)?.name ?? sector)
  const where = town
  if (place && where) return t('concern.place-and-town', { place, town: where })
  return place ?? where ?? t('concern.no-place')
}
