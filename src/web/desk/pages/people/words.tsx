import type { PersonLine } from '../../../../commands/people/read-people.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { type Role, roles } from '../../../../domain/access/roles.ts'
import { clock, longDate } from '../../../../format/when.ts'
import type { Choice } from '../../components/fields.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Asked } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import type { DeskWords } from '../../context/words.ts'

/** What each role does, said beside its name wherever one is given. */
const roleWhat: Readonly<Record<Role, DeskId>> = {
  practitioner: 'role-what.practitioner',
  spoc: 'role-what.spoc',
  trainer: 'role-what.trainer',
  coordinator: 'role-what.coordinator',
  analyst: 'role-what.analyst',
  administrator: 'role-what.administrator',
}

export const roleChoices = (t: DeskWords, among: readonly Role[] = roles): Choice[] =>
  among.map((role) => ({ value: role, text: roleWord(t, role), hint: t(roleWhat[role]) }))

type When = Pick<Asked, 't' | 'local'>

export const dayOf = ({ local }: When, instant: Temporal.Instant): string =>
  longDate(instant.toZonedDateTimeISO(local.timeZoneId).toPlainDate())

export const timeOf = ({ local }: When, instant: Temporal.Instant): string => clock(instant.toZonedDateTimeISO(local.timeZoneId))

/** "30 November 2026 at 2:55am". */
export const minuteOf = (when: When, instant: Temporal.Instant): string =>
  when.t('person.minute', { day: dayOf(when, instant), time: timeOf(when, instant) })

/** Minutes in which someone who was seen is taken to be here. */
const here = 5

/** When someone was last here, by the days of the calendar. */
export const seenWords = ({ t, local }: When, seen: Temporal.Instant | null): string => {
  if (!seen) return t('seen.never')
  const then = seen.toZonedDateTimeISO(local.timeZoneId)
  if (then.until(local).total('minutes') < here) return t('seen.now')
  const days = then.toPlainDate().until(local.toPlainDate()).days
  if (days <= 0) return t('seen.today', { time: clock(then) })
  return days === 1 ? t('seen.yesterday') : t('seen.days', { days })
}

/** Where somebody stands: shape and words. */
export const StateTag = ({
  asked: { t, local },
  person: { state, leavesOn, inviteOpen, ended },
}: {
  asked: When
  person: Pick<PersonLine, 'state' | 'leavesOn' | 'inviteOpen' | 'ended'>
}) => {
  if (state === 'ended')
    return <Tag state="shut">{ended ? t('person-state.left-on', { day: dayOf({ t, local }, ended) }) : t('person-state.left')}</Tag>
  if (leavesOn !== null) {
    const last = Temporal.PlainDate.from(leavesOn)
    const order = Temporal.PlainDate.compare(last, local.toPlainDate())
    if (order < 0) return <Tag state="late">{t('person-state.late', { day: longDate(last) })}</Tag>
    return <Tag state="due">{order === 0 ? t('person-state.leaves-today') : t('person-state.leaves', { day: longDate(last) })}</Tag>
  }
  if (state === 'active') return <Tag state="in-time">{t('person-state.active')}</Tag>
  return inviteOpen ? <Tag state="asked">{t('person-state.invited')}</Tag> : <Tag state="late">{t('person-state.invite-over')}</Tag>
}
