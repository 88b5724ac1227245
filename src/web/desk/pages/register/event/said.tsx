import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { EventAnswer } from '../../../../../commands/register/read-answers.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { type AskedAt, askedAt, askedNext, askedNow } from '../../../../../domain/register/asked.ts'
import { longDate } from '../../../../../format/when.ts'
import { PostButton } from '../../../components/buttons.tsx'
import { Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member } from '../../../context/page.ts'
import { addressOf, siteOf } from './event-of.ts'

const whats = { after: 'event.said-where', later: 'event.later-what', 'half-year': 'event.half-year-what' } as const satisfies Record<
  AskedAt,
  DeskId
>

/** What people said of an event, once enough have: how sure they were and are, and their own words. */
export const Said = ({ member, event, answers }: { member: Member; event: TrainingEvent; answers: readonly EventAnswer[] }) => {
  const { t, now, desk, key } = member
  if (Temporal.Instant.compare(now, event.starts) < 0) return null
  const address = `${siteOf(member)}/in/feedback?e=${event.code}`
  const by = { rules: desk.parts.pack.registerRules, timezone: member.local.timeZoneId }
  const asked = askedNow(event, by, now)
  const next = askedNext(event, by, now)
  return (
    <Part id="said" heading={t('event.said')}>
      {asked ? <p>{t(whats[asked], { address })}</p> : null}
      {asked === 'later' && !event.laterSentAt ? (
        <PostButton action={`${addressOf(event.id)}/later`} fields={{ key }} look="quiet">
          {t('event.later-go')}
        </PostButton>
      ) : null}
      {asked || event.state !== 'planned' ? null : (
        <p>
          {next
            ? t('event.said-closed', { day: longDate(next.toZonedDateTimeISO(member.local.timeZoneId).toPlainDate()) })
            : t('event.said-over')}
        </p>
      )}
      {answers.length ? null : <p>{t('event.said-none')}</p>}
      {askedAt.map((moment) => {
        const those = answers.filter((answer) => answer.moment === moment)
        return those.length ? <Moment member={member} moment={moment} answers={those} /> : null
      })}
    </Part>
  )
}

const Moment = ({ member, moment, answers }: { member: Member; moment: EventAnswer['moment']; answers: readonly EventAnswer[] }) => {
  const { t, desk } = member
  const later = moment !== 'after'
  const steps = desk.parts.pack.course.confidence.scale.map((text, step) => ({
    text,
    before: answers.filter(({ before }) => before === step).length,
    since: answers.filter(({ since }) => since === step).length,
  }))
  const texts = (name: 'differently' | 'more'): string[] => answers.flatMap((answer) => answer[name] ?? [])
  return (
    <section class="flow">
      <h3>{t(`event.said-${moment}`)}</h3>
      <p>{t('event.said-count', { count: answers.length })}</p>
      <p>{desk.parts.pack.course.confidence.question}</p>
      <Rows
        caption={t('event.said-step')}
        tight
        groups={[{ rows: steps }]}
        columns={[
          { id: 'step', label: t('event.said-step'), cell: ({ text }) => text },
          ...(later
            ? []
            : [
                { id: 'before', label: t('event.said-before'), cell: (step: (typeof steps)[number]) => String(step.before), figures: true },
              ]),
          {
            id: 'since',
            label: t(later ? 'event.said-since-later' : 'event.said-since'),
            cell: ({ since }) => String(since),
            figures: true,
          },
        ]}
      />
      <Texts
        heading={moment === 'after' ? t('event.said-differently') : t(`event.said-differently-${moment}`)}
        texts={texts('differently')}
      />
      <Texts heading={t(moment === 'half-year' ? 'event.said-more-half-year' : 'event.said-more')} texts={texts('more')} />
    </section>
  )
}

const Texts = ({ heading, texts }: { heading: string; texts: readonly string[] }) =>
  texts.length ? (
    <>
      <h4>{heading}</h4>
      <ul class="points">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  ) : null
