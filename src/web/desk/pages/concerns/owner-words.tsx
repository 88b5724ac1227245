import type { Ownership } from '../../../../commands/concerns/read-owner.ts'
import { clock } from '../../../../format/when.ts'
import type { Member } from '../../context/page.ts'

/** What somebody is called; whoever left may have no name any more. */
export const nameIn = ({ t }: Pick<Member, 't'>, { name }: { name: string | null }): string => name ?? t('owner.someone')

/** "13 minutes left". */
export const leftWords = ({ t, now }: Pick<Member, 't' | 'now'>, until: Temporal.Instant): string => {
  const minutes = Math.ceil(now.until(until).total('minutes'))
  return minutes > 0 ? t('owner.left', { minutes }) : t('owner.over')
}

/** "2:20am". */
export const timeIn = ({ local }: Pick<Member, 'local'>, instant: Temporal.Instant): string =>
  clock(instant.toZonedDateTimeISO(local.timeZoneId))

export const concernPath = (member: Pick<Member, 'param'>, rest = ''): string => `/desk/concerns/${member.param('id')}${rest}`

export type OpenOffer = NonNullable<Ownership['offer']>

type ChosenProps = { member: Member; ownership: Pick<Ownership, 'coordinatorsOnly' | 'exception'>; who: 'hand' | 'offered' }

/** The reporter chose coordinators only: who may have it all the same, and why, for whoever offers it and for whoever it is offered to. */
export const ChosenWords = ({ member: { t }, ownership: { coordinatorsOnly, exception }, who }: ChosenProps) => {
  if (!coordinatorsOnly) return null
  return <p>{t(exception ? `${who}.chosen-${exception}` : `${who}.chosen`)}</p>
}
