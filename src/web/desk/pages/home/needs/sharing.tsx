import { readSharingNeeds, type SharingNeed, sharingShown } from '../../../../../commands/concerns/sharing/read-sharing-needs.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { lookBy } from '../../../../../domain/concerns/sharing.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { titleOf } from '../../concerns/words.ts'
import { moreNeed } from './more.tsx'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** Sharing that waits for somebody: a second person, whoever may share now, a partner that was passed something, an owner who was answered. */
export const sharingNeeds: Provider = async (member) => {
  if (!mayAny(member.viewer, 'read', 'concern')) return []
  const { done } = await member.perform(readSharingNeeds, null)
  const kinds = [...Map.groupBy(done, ({ kind }) => kind).values()]
  const shown = kinds.flatMap((its) =>
    its.slice(0, sharingShown).map((need) => ({ ...lineOf(member, need), cut: its.length > sharingShown })),
  )
  if (!kinds.some(([first, ...rest]) => first?.kind === 'passed' && rest.length >= sharingShown)) return shown
  const { t } = member
  const said = { title: t('home.concern-more'), why: t('home.concern-more-why', { count: sharingShown }) }
  return [...shown, moreNeed(member, said, '/desk/concerns')]
}

const lineOf = (member: Member, need: SharingNeed): HomeNeed => {
  const { t, now } = member
  const { kind, concern, id } = need
  const looks = kind === 'decide' || kind === 'review'
  const by = looks ? lookBy({ askedAt: need.at }) : need.at
  const late = looks && Temporal.Instant.compare(by, now) < 0
  const href =
    kind === 'passed'
      ? `/desk/concerns/${concern}/passed`
      : kind === 'answered'
        ? `/desk/concerns/${concern}/sharing`
        : `/desk/concerns/${concern}/sharing/${id}`
  const values = { name: need.name ?? t('sharing.someone'), concern: titleOf(member, need) }
  const when = momentWords(member, by)
  return ofConcern(member, need, {
    rank: late ? 'late' : 'due',
    by,
    group: 'sharing',
    mark: (
      <>
        {kind === 'passed' ? <Tag state="asked">{t('sharing-need.passed-unanswered')}</Tag> : null}
        <Tag state={late ? 'late' : 'due'}>{looks ? t('sharing-need.by', { when }) : when}</Tag>
      </>
    ),
    title: t(`sharing-need.${kind}`, values),
    href,
    why: t(`sharing-need.${kind}-why`, values),
    act: (
      <LinkButton href={href} look="quiet" of={`${values.concern}, ${reference(need.number)}`}>
        {t('sharing-need.open')}
      </LinkButton>
    ),
  })
}
