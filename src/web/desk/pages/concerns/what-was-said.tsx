import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { OpenedText } from '../../../../commands/concerns/sealed.ts'
import type { Said } from '../../../../domain/concerns/report.ts'
import { Pairs } from '../../components/facts.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'

/** What the reporter wrote, at first and since, as they wrote it. */
export const whatWasSaid: ConcernPart = async (member, concern) => ({
  side: 'reporter',
  id: 'said',
  jump: member.t('concern.said'),
  body: <WhatWasSaid member={member} concern={concern} />,
})

export const WhatWasSaid = ({ member, concern: { texts } }: { member: Member; concern: Pick<Concern, 'texts'> }) => (
  <>
    {texts.map((text) => (
      <Text member={member} text={text} />
    ))}
  </>
)

const Text = ({ member, text }: { member: Member; text: OpenedText }) => {
  const { t } = member
  const when = momentWords(member, Temporal.Instant.fromEpochMilliseconds(text.at.getTime()))
  return (
    <article class="said flow" aria-label={t(text.kind === 'added' ? 'concern.added' : 'concern.said')}>
      <h3>{t(text.kind === 'added' ? 'concern.added' : 'concern.said')}</h3>
      <p class="small">{when}</p>
      {text.kind === 'unreadable' ? <p>{t('concern.unreadable')}</p> : null}
      {text.kind === 'added' ? <Words text={text.added.text} /> : null}
      {text.kind === 'report' ? <Report said={text.report.said} /> : null}
      {text.kind === 'report' && text.report.contact ? (
        <Pairs
          facts={[
            { label: t('concern.contact'), value: text.report.contact.way },
            ...(text.report.contact.safe ? [{ label: t('concern.contact-safe'), value: text.report.contact.safe }] : []),
          ]}
        />
      ) : null}
      {text.kind === 'report' && text.report.pathway ? (
        <>
          <h4>{t('concern.pathway')}</h4>
          <Pairs facts={text.report.pathway.map(({ asked, answer }) => ({ label: asked, value: answer }))} />
        </>
      ) : null}
    </article>
  )
}

const Report = ({ said }: { said: readonly Said[] }) => {
  const [first, ...rest] = said
  return (
    <>
      {first ? <Words text={first.answer} /> : null}
      {rest.length ? <Pairs facts={rest.map(({ asked, answer }) => ({ label: asked, value: answer }))} /> : null}
    </>
  )
}

const Words = ({ text }: { text: string }) => (
  <blockquote>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </blockquote>
)
