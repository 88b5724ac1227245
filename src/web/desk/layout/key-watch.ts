import { isFault } from '../../../commands/keys/fault.ts'
import { clock } from '../../../format/when.ts'
import type { Member } from '../context/page.ts'

/** Is the partnership's key open, as every page says it. */
export const watchKey = ({
  t,
  desk,
  now,
  local,
}: Pick<Member, 't' | 'desk' | 'now' | 'local'>): { label: string; value: string; href: string } => {
  const { keys } = desk.parts
  const said = (value: string) => ({ label: t('key-watch.label'), value, href: '/desk/keys' })
  const openings = keys.openings(now)
  if (openings.some(({ until }) => until === null)) return said(t('key-watch.open'))
  const until = openings
    .flatMap(({ until }) => until ?? [])
    .sort(Temporal.Instant.compare)
    .at(-1)
  if (until) return said(t('key-watch.open-until', { time: clock(until.toZonedDateTimeISO(local.timeZoneId)) }))
  const state = keys.ring.state()
  if (!isFault(state)) return said(t('key-watch.closed'))
  return said(t(state.fault === 'no-key' ? 'key-watch.none' : 'key-watch.damaged'))
}
