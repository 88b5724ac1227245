import { readWaiting, type Waiting, waitingShown } from '../../../../../commands/concerns/read-waiting.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import type { Member } from '../../../context/page.ts'
import { PromiseOf } from '../../concerns/list-columns.tsx'
import { titleOf } from '../../concerns/words.ts'
import { moreNeed } from './more.tsx'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** Reporters and professionals who wait to hear from whoever is signed in. */
export const waitingNeeds: Provider = async (member) => {
  const { t } = member
  const all = (await member.perform(readWaiting, null)).done
  const cut = all.length > waitingShown
  return [
    ...all.slice(0, waitingShown).map((one) => ({ ...needOf(member, one), cut })),
    ...(cut ? [moreNeed(member, { title: t('waiting.more'), why: t('waiting.more-why', { count: waitingShown }) })] : []),
  ]
}

const needOf = (member: Member, waiting: Waiting): HomeNeed => {
  const { t, now, local } = member
  const { id, by, number, received } = waiting
  const late = Temporal.Instant.compare(by, now) < 0
  const today = by.toZonedDateTimeISO(local.timeZoneId).toPlainDate().equals(local.toPlainDate())
  const title = titleOf(member, waiting)
  const href = `/desk/concerns/${id}#${waiting.for === 'feedback' ? 'feedback' : 'replies'}`
  return ofConcern(member, waiting, {
    rank: late ? 'late' : today ? 'due' : 'soon',
    by,
    group: waiting.for === 'feedback' ? 'feedback' : 'replies',
    // It is read, and only its promise is told.
    mark: <PromiseOf member={member} row={{ due: by, received, state: 'open', danger: false }} />,
    title: t(`waiting.${waiting.for}`, { title }),
    href,
    why: t(`waiting.${waiting.for}-why`),
    act: (
      <LinkButton href={href} look="quiet" of={`${reference(number)}, ${title}`}>
        {t(waiting.for === 'feedback' ? 'waiting.act-feedback' : 'waiting.act')}
      </LinkButton>
    ),
  })
}
