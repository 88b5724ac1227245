import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { OpenedText } from '../../../../commands/concerns/sealed.ts'
import { hasGone } from '../../../../domain/concerns/reply.ts'
import { withoutIdentifiers } from '../../../../domain/concerns/reply-check.ts'
import { type Fact, Pairs } from '../../components/facts.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { paragraphsOf } from './words.ts'

/** What can be left out of a printed concern. */
export const parts = ['contact', 'notes', 'replies', 'staff', 'identifiers', 'pathway'] as const
export type Part = (typeof parts)[number]

type Props = { member: Member; concern: Concern; out: readonly Part[] }

/** A concern on paper. What was left out is said on it, so that nobody takes it for all there is. */
export const Printed = ({ member, concern, out }: Props) => {
  const { t, now } = member
  const read = (text: string): string => (out.includes('identifiers') ? withoutIdentifiers(text, t('concern-print.gap')) : text)
  const who = (name: string | null): string => (out.includes('staff') ? t('concern-print.member') : (name ?? t('concern-head.someone')))
  const gone = concern.replies.filter((reply) => hasGone(reply, now)).toReversed()
  return (
    <div class="printed flow">
      <p class="left-out">
        {out.length
          ? t('concern-print.left-out', { what: out.map((part) => t(`concern-print.${part}`).toLowerCase()).join('; ') })
          : t('concern-print.all')}
      </p>
      {concern.texts.map((text) => (
        <Said member={member} text={text} read={read} out={out} />
      ))}
      {out.includes('replies')
        ? null
        : gone.map(({ text, goesAt, by }) => (
            <Written
              heading={t('reply.sent')}
              small={`${who(by.name)}, ${momentWords(member, goesAt)}`}
              text={read(text ?? t('concern.unreadable'))}
            />
          ))}
      {out.includes('notes')
        ? null
        : concern.notes.map(({ text, at, by }) => (
            <Written
              heading={t('concern-note.label')}
              small={`${who(by.name)}, ${momentWords(member, at)}`}
              text={read(text ?? t('concern.unreadable'))}
            />
          ))}
    </div>
  )
}

const Written = ({ heading, small, text }: { heading: string; small: string; text: string }) => (
  <section>
    <h2>{heading}</h2>
    <p class="small">{small}</p>
    {paragraphsOf(text).map((paragraph) => (
      <p dir="auto">{paragraph}</p>
    ))}
  </section>
)

type SaidProps = { member: Member; text: OpenedText; read: (text: string) => string; out: readonly Part[] }

const Said = ({ member, text, read, out }: SaidProps) => {
  const { t } = member
  const when = momentWords(member, Temporal.Instant.fromEpochMilliseconds(text.at.getTime()))
  if (text.kind === 'unreadable') return <Written heading={t('concern.said')} small={when} text={t('concern.unreadable')} />
  if (text.kind === 'added') return <Written heading={t('concern.added')} small={when} text={read(text.added.text)} />
  const { said, contact, pathway } = text.report
  const pairs: Fact[] = [...said, ...(out.includes('pathway') ? [] : (pathway ?? []))].map(({ asked, answer }) => ({
    label: asked,
    value: read(answer),
  }))
  const reach: Fact[] =
    contact && !out.includes('contact')
      ? [
          { label: t('concern.contact'), value: read(contact.way) },
          { label: t('concern.contact-safe'), value: read(contact.safe) },
        ]
      : []
  return (
    <section>
      <h2>{t('concern.said')}</h2>
      <p class="small">{when}</p>
      <Pairs facts={[...pairs, ...reach]} />
    </section>
  )
}
