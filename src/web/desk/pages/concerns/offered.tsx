import type { Child } from 'hono/jsx'
import { acceptOffer } from '../../../../commands/concerns/answer-offer.ts'
import { type Ownership, readOwner } from '../../../../commands/concerns/read-owner.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { telOf } from '../../components/contact.tsx'
import { Hidden } from '../../components/hidden.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Pending } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { policeOf } from '../../on-call/police.ts'
import { holdsNow } from '../../on-call/turn.tsx'
import { until } from '../../on-call/when.ts'
import { Flags } from './flags.tsx'
import { ChosenWords, concernPath, leftWords, nameIn, type OpenOffer, timeIn } from './owner-words.tsx'
import { titleOf } from './words.ts'

/** What is asked at two in the morning: one question, one yes, one no, and what happens if nobody answers. No word of the reporter. */
export const offeredPage: MemberPage = {
  path: '/desk/concerns/:id/offered',
  here: 'home',
  show: async (member) => {
    const { done: ownership } = await member.perform(readOwner, { concern: member.param('id') })
    const { offer } = ownership
    return offer && ownership.may.answer ? asked(member, ownership, offer) : overPage(member)
  },
  send: async (member, fields) => {
    const input = { concern: member.param('id'), offer: fields.text('offer') ?? '' }
    const outcome = await member.perform(acceptOffer, input, member.key)
    return { to: 'done' in outcome ? concernPath(member, '?told=accepted') : '/desk?told=offer-over' }
  },
}

const asked = (member: Member, ownership: Ownership, offer: OpenOffer): Answer => {
  const { t, key, desk } = member
  const { emergency } = policeOf(desk)
  // Whoever can say more of it: who offered it, or who has it where nobody did, or where all were asked.
  const has = offer.unread || offer.flagged ? ownership.owner : offer.from
  const tag = offer.flagged ? 'offered.tag-unclaimed' : offer.to === null ? 'offered.tag-all' : 'offered.tag'
  return {
    title: t('offered.title'),
    body: (
      <>
        <PageHead title={t('offered.title')} />
        <Pending>
          <p class="tags">
            <Flags member={member} concern={ownership} /> <Tag state="asked">{t(tag)}</Tag>{' '}
            <span class="ref">{reference(ownership.number)}</span>
          </p>
          <h2>{titleOf(member, ownership)}</h2>
          {emergency ? (
            <p>
              {t.rich<Child>('offered.emergency', {
                number: emergency.display,
                a: (inner) => (
                  <a href={`tel:${emergency.dial}`}>
                    <b>{inner}</b>
                  </a>
                ),
              })}
            </p>
          ) : null}
          <ChosenWords member={member} ownership={ownership} who="offered" />
          <WhyAsked member={member} offer={offer} />
          {offer.flagged ? null : (
            <p>
              <b>{leftWords(member, offer.until)}</b> <span class="small">{t('offered.until', { when: timeIn(member, offer.until) })}</span>
            </p>
          )}
          <p>
            <CallPerson member={member} person={has} />
          </p>
          <form class="take" method="post" action={concernPath(member, '/offered')}>
            <Hidden fields={{ key, offer: offer.id }} />
            <SubmitButton big>{t(ownership.danger ? 'offered.accept-danger' : 'offered.accept')}</SubmitButton>
          </form>
          {offer.to ? (
            <p>
              <LinkButton href={concernPath(member, '/refuse')} look="quiet" big>
                {t('offered.refuse')}
              </LinkButton>
            </p>
          ) : null}
        </Pending>
        <div class="flow">
          <p>{whyYou(member, offer)}</p>
          <h2>{t('offered.nothing')}</h2>
          <p>{ifNothing(member, ownership, offer)}</p>
          <h2>{t('offered.accepting')}</h2>
          <p>{t('offered.accepting-text', { name: nameIn(member, has) })}</p>
          <p>
            <LinkButton href={concernPath(member, '/step-out')} look="text">
              {t('offered.know')}
            </LinkButton>
          </p>
        </div>
      </>
    ),
  }
}

/** Why them: someone who is woken asks that first. */
const whyYou = (member: Member, offer: OpenOffer): string => {
  const { t } = member
  const holds = holdsNow(member)
  const turn = holds?.shift ? t(holds.rung === 1 ? 'offered.you-first' : 'offered.you-second', { until: until(member, holds.shift) }) : null
  if (offer.to === null) return [turn, t('offered.you-all')].filter(Boolean).join(' ')
  if (offer.rung === 0 && !offer.unread) return turn ?? t('offered.you-not', { name: nameIn(member, offer.from) })
  return turn ?? t('offered.you-were')
}

const WhyAsked = ({ member, offer }: { member: Member; offer: OpenOffer }) => {
  const { t } = member
  const name = nameIn(member, offer.from)
  if (offer.unread) return <p>{t('offered.unread')}</p>
  if (offer.sealed) return <p>{t.rich<Child>('offered.sealed', { name, a: (inner) => <a href="/desk/keys">{inner}</a> })}</p>
  return offer.summary === null ? null : <p dir="auto">{t('offered.summary', { name, summary: offer.summary })}</p>
}

const ifNothing = (member: Member, { owner, next, keeper }: Ownership, offer: OpenOffer): string => {
  const { t } = member
  const words = { owner: nameIn(member, owner) }
  if (offer.flagged) return t('offered.nothing-flagged', words)
  const when = timeIn(member, offer.until)
  const [first] = next
  const then = first
    ? t('offered.nothing-next', { when, name: nameIn(member, first) })
    : first === null
      ? t('offered.nothing-all', { when })
      : t('offered.nothing-last', { when, name: nameIn(member, keeper) })
  return [t('offered.nothing-owner', words), then, t('offered.nothing-rest')].join(' ')
}

const CallPerson = ({ member, person }: { member: Member; person: { name: string | null; phone: string | null } }) => {
  const { t } = member
  const { phone } = person
  const name = nameIn(member, person)
  if (!phone) return <>{t.rich<Child>('offered.call-none', { name, a: (inner) => <a href="/desk/rota">{inner}</a> })}</>
  return <>{t.rich<Child>('offered.call-person', { name, number: phone, a: (inner) => <a href={telOf(phone)}>{inner}</a> })}</>
}

/** It was answered meanwhile. */
const overPage = ({ t }: Member): Answer => ({
  status: 409,
  title: t('offered.over'),
  body: (
    <>
      <PageHead title={t('offered.over')} back={{ href: '/desk', text: t('place.home') }} />
      <Message kind="told" id="over" heading={t('offered.over')}>
        <p>{t('offered.over-text')}</p>
      </Message>
    </>
  ),
})
