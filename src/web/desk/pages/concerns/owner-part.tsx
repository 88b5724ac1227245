import { type Ownership, readOwner } from '../../../../commands/concerns/read-owner.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import { Ladder } from '../../components/ladder.tsx'
import { Part, Pending } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { concernPath, leftWords, nameIn, type OpenOffer, timeIn } from './owner-words.tsx'
import type { ConcernPart } from './part.ts'
import { Urgency } from './urgency.tsx'

/** Whose it is first; then what is offered, in dashes, until when and who is asked next. */
export const ownerPart: ConcernPart = async (member, concern) => {
  const { t } = member
  const { done: ownership } = await member.perform(readOwner, { concern: concern.id })
  const { owner, offer, may, refusals } = ownership
  const body = (
    <Part id="owner-heading" heading={t('owner.heading')}>
      <p>
        <b>{owner.id === member.me.person ? t('owner.you') : t('owner.other', { name: nameIn(member, owner) })}</b>
      </p>
      {offer ? <Offer member={member} ownership={ownership} offer={offer} /> : null}
      {refusals.map(({ name, at, reason }) => (
        <div>
          <p class="small">{t('owner.refused', { name: nameIn(member, { name }), when: momentWords(member, at) })}</p>
          <blockquote dir="auto">{reason ?? t('owner.refused-no-words')}</blockquote>
        </div>
      ))}
      <div class="actions">
        {may.answer ? <LinkButton href={concernPath(member, '/offered')}>{t('owner.accept-all')}</LinkButton> : null}
        {may.handOver ? (
          <LinkButton href={concernPath(member, '/hand-over')} look="quiet">
            {t('owner.hand-over')}
          </LinkButton>
        ) : null}
        {may.take && !may.answer ? (
          <PostButton action={concernPath(member, '/take-over')} look="quiet">
            {t('owner.take')}
          </PostButton>
        ) : null}
      </div>
      <Urgency member={member} concern={concern} />
      <p>
        <LinkButton href={concernPath(member, '/step-out')} look="stop">
          {t('owner.step-out')}
        </LinkButton>
      </p>
      <p>
        <LinkButton href={concernPath(member, '/keep-out')} look="stop">
          {t('owner.keep-out')}
        </LinkButton>
      </p>
    </Part>
  )
  return { side: 'beside', id: 'owner', jump: t('owner.heading'), body }
}

const Offer = ({ member, ownership, offer }: { member: Member; ownership: Ownership; offer: OpenOffer }) => {
  const { t, me } = member
  const { owner, may, next, keeper } = ownership
  const mine = owner.id === me.person
  const words = { at: momentWords(member, offer.at), until: momentWords(member, offer.until) }
  const until = offer.to
    ? t(mine ? 'owner.you-until' : 'owner.other-until', { name: nameIn(member, offer.to), owner: nameIn(member, owner) })
    : t(mine ? 'owner.you-until-all' : 'owner.other-until-all', { owner: nameIn(member, owner) })
  const minutes = Math.round(offer.at.until(offer.until).total('minutes'))
  const rungs = [
    {
      who: offer.to ? nameIn(member, offer.to) : t('owner.next-all'),
      when: t('owner.next-now', { until: timeIn(member, offer.until) }),
      now: true,
    },
    // Each has as long as the one before.
    ...next.map((one, at) => ({
      who: one ? nameIn(member, one) : t('owner.next-all'),
      when: t('owner.next-from', { time: timeIn(member, offer.until.add({ minutes: at * minutes })) }),
    })),
  ]
  return (
    <>
      <Pending>
        <p>
          <Tag state={offer.flagged ? 'late' : 'asked'}>{t(offer.flagged ? 'owner.unclaimed' : 'owner.offered')}</Tag>
        </p>
        {offer.flagged ? (
          <p>{t('owner.unclaimed-text')}</p>
        ) : (
          <p>{offer.to ? t('owner.offered-to', { ...words, name: nameIn(member, offer.to) }) : t('owner.offered-all', words)}</p>
        )}
        {offer.unread ? <p>{t('owner.unread')}</p> : null}
        <p>
          <b>{until}</b> {offer.flagged ? null : leftWords(member, offer.until)}
        </p>
        {offer.summary === null ? null : <blockquote dir="auto">{offer.summary}</blockquote>}
        {may.withdraw ? (
          <PostButton action={concernPath(member, '/withdraw-offer')} fields={{ offer: offer.id }} look="quiet">
            {t(offer.flagged ? 'owner.keep' : 'owner.back')}
          </PostButton>
        ) : null}
      </Pending>
      {offer.flagged ? null : (
        <>
          <h3>{t('owner.next')}</h3>
          <Ladder rungs={rungs} />
          <p class="small">{t('owner.next-last', { name: nameIn(member, keeper) })}</p>
        </>
      )}
    </>
  )
}
