import { type HowLong, readKept } from '../../../../commands/concerns/read-kept.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { answerDue } from '../../../../domain/concerns/redaction.ts'
import { longDate } from '../../../../format/when.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { erasingReason } from './erasing-words.ts'
import { lastDayOf } from './last-day.ts'
import type { ConcernPart } from './part.ts'

/** How long the concern is kept and why, what stands against that, and who asked for what is in it. */
export const kept: ConcernPart = async (member, { id, state }) => {
  const { t, viewer, key } = member
  const read = await member.perform(readKept, { concern: id })
  if ('fault' in read) return null
  const { done: it } = read
  const path = `/desk/concerns/${id}`
  const ended = state === 'closed' || state === 'withdrawn'
  return {
    side: 'inside',
    id: 'kept',
    jump: t('kept.jump'),
    body: (
      <section class="part flow" aria-labelledby="kept-head">
        <h3 id="kept-head">{t('kept.heading')}</h3>
        <HowLongText member={member} it={it} />
        {mayAny(viewer, 'add', 'concern-hold') ? (
          <div class="actions">
            {it.hold ? (
              <LinkButton href={`${path}/lift-hold`} look="stop">
                {t('kept.lift')}
              </LinkButton>
            ) : (
              <LinkButton href={`${path}/hold`} look="quiet">
                {t('kept.hold')}
              </LinkButton>
            )}
            <LinkButton href={`${path}/export`} look="quiet">
              {t('kept.access')}
            </LinkButton>
            {it.asked ? (
              <PostButton action={`${path}/stop-erasing`} fields={{ key }}>
                {t('kept.stop-erasing')}
              </PostButton>
            ) : null}
            {ended && !it.hold && !it.asked ? (
              <LinkButton href={`${path}/erase`} look="stop">
                {t('kept.erase')}
              </LinkButton>
            ) : null}
          </div>
        ) : null}
      </section>
    ),
  }
}

const HowLongText = ({ member, it: { due, asked, hold, requests } }: { member: Member; it: HowLong }) => {
  const { t } = member
  return (
    <>
      {hold ? (
        <div class="flow">
          <p>
            <b>{t('kept.hold-on')}</b>
          </p>
          <blockquote>
            <p>{hold.reason ?? t('kept.hold-unreadable')}</p>
          </blockquote>
          <p class="small">{t('kept.hold-by', { when: momentWords(member, hold.at), name: hold.by ?? t('on-call.someone') })}</p>
        </div>
      ) : null}
      {asked ? (
        <div class="flow">
          <p>
            <b>{t('kept.asked', { day: longDate(lastDayOf(member, asked.on)) })}</b>
          </p>
          <p>{erasingReason(member, asked.reason)}.</p>
          <p class="small">{t('kept.asked-by', { when: momentWords(member, asked.at), name: asked.by ?? t('on-call.someone') })}</p>
        </div>
      ) : null}
      {asked ? null : 'on' in due ? (
        <p>
          {t(`kept.rule-${due.rule}`)} {t('kept.due', { day: longDate(lastDayOf(member, due.on)) })}
        </p>
      ) : hold ? null : (
        <p>{t(`kept.${due.stays}`)}</p>
      )}
      {requests.length ? (
        <ul class="points">
          {requests.map(({ received, answered }) => (
            <li>
              {answered
                ? t('kept.request-answered', { received: longDate(received), answered: longDate(answered) })
                : t('kept.request', { received: longDate(received), due: longDate(answerDue(received)) })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
