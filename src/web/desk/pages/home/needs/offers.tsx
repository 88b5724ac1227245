import { readOffers, type Waiting } from '../../../../../commands/home/read-offers.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { titleOf } from '../../concerns/words.ts'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** What is offered to whoever asks, what nobody has taken, and what became theirs unasked. */
export const offerNeeds: Provider = async (member) => {
  const { done } = await member.perform(readOffers, null)
  return done.map((waiting) => needOf(member, waiting))
}

const needOf = (member: Member, waiting: Waiting): HomeNeed => {
  const { t } = member
  const { concern, kind, from } = waiting
  const given = kind === 'given'
  const place = titleOf(member, waiting)
  const title = t(`owner-home.${kind}`, { place })
  const href = given ? `/desk/concerns/${concern}` : `/desk/concerns/${concern}/offered`
  const by = given ? waiting.at : waiting.until
  const why =
    kind === 'offered'
      ? from
        ? t('owner-home.offered-why', { name: from })
        : t('owner-home.offered-why-unread')
      : t(`owner-home.${kind}-why`)
  return ofConcern(member, waiting, {
    // Somebody waits for the answer, and the time for it runs out.
    rank: kind === 'given' ? 'due' : 'now',
    by,
    opens: { concern, because: kind },
    mark: (
      <Tag state={kind === 'offered' ? 'asked' : 'late'}>
        {kind !== 'offered' ? momentWords(member, by) : t('home.until', { when: momentWords(member, by) })}
      </Tag>
    ),
    title,
    href,
    why,
    act: (
      <LinkButton href={href} look={kind === 'offered' ? 'full' : 'quiet'} of={title}>
        {t(given ? 'owner-home.open' : kind === 'unclaimed' ? 'owner-home.see' : 'owner-home.answer')}
      </LinkButton>
    ),
  })
}
