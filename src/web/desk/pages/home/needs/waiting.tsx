import { readWaiting, type Waiting } from '../../../../../commands/concerns/read-waiting.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { titleOf } from '../../concerns/words.ts'
import type { HomeNeed, Provider } from './need.ts'

/** Reporters and professionals who wait to hear from whoever is signed in. */
export const waitingNeeds: Provider = async (member) => (await member.perform(readWaiting, null)).done.map((one) => needOf(member, one))

const needOf = (member: Member, waiting: Waiting): HomeNeed => {
  const { t, now, local } = member
  const { id, by, number } = waiting
  const late = Temporal.Instant.compare(by, now) < 0
  const today = by.toZonedDateTimeISO(local.timeZoneId).toPlainDate().equals(local.toPlainDate())
  const name = `${reference(number)}, ${titleOf(member, waiting)}`
  const href = `/desk/concerns/${id}#${waiting.for === 'feedback' ? 'feedback' : 'replies'}`
  const when = momentWords(member, by)
  return {
    rank: late ? 'late' : today ? 'due' : 'soon',
    by,
    mark: <Tag state={late ? 'late' : today ? 'due' : 'in-time'}>{t(late ? 'waiting.since' : 'waiting.by', { when })}</Tag>,
    title: t(`waiting.${waiting.for}`, { name }),
    href,
    why: t(`waiting.${waiting.for}-why`),
    act: (
      <LinkButton href={href} look="quiet" of={name}>
        {t(waiting.for === 'feedback' ? 'waiting.act-feedback' : 'waiting.act')}
      </LinkButton>
    ),
  }
}
