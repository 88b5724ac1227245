import type { PackFact } from '../../../../domain/facts/pack-fact.ts'
import { weekWords } from '../../../components/hours.tsx'
import { type Fact, Pairs } from '../../components/facts.tsx'
import type { Member } from '../../context/page.ts'
import { dayWords, intervalWords, perhapsPart, roleName } from './words.ts'

/** What the pack says of a fact, and on what that rests. */
export const Now = ({ member: { t, desk, local }, fact }: { member: Member; fact: PackFact }) => {
  const { pack } = desk.locale
  const service = fact.list === 'services' ? pack.services.find(({ id }) => id === fact.id) : undefined
  const hours = service && !service.schedule_now ? weekWords(desk.locale, service, local.toPlainDate()) : ''
  const date = (text: string) => (text === 'unknown' ? t('fact.not-known') : perhapsPart(text))
  const rows: (Fact | false)[] = [
    fact.says !== '' && { label: t('fact.says'), value: fact.says },
    hours !== '' && { label: t('fact.hours'), value: hours },
    {
      label: t(fact.sources.length > 1 ? 'fact.sources' : 'fact.source'),
      value: fact.sources.map(({ text, url }, at) => (
        <>
          {at ? '; ' : null}
          {url ? <a href={url}>{text}</a> : text}
        </>
      )),
    },
    fact.sourceDate !== null && { label: t('fact.source-date'), value: date(fact.sourceDate) },
    fact.sure !== null && { label: t('fact.sure'), value: t(sureWords[fact.sure]) },
    fact.checked !== null && { label: t('fact.checked'), value: dayWords(fact.checked) },
    { label: t('fact.by'), value: `${dayWords(fact.review)} (${intervalWords(t, fact)})` },
    { label: t('fact.owner'), value: roleName(fact.owner) },
    { label: t('fact.file'), value: <code>{fact.place.file}</code> },
  ]
  return <Pairs facts={rows.flatMap((row) => row || [])} />
}

const sureWords = { A: 'fact.sure-a', B: 'fact.sure-b', C: 'fact.sure-c-long', '?': 'fact.sure-none-long' } as const

/** Who can confirm a fact, how a call could begin, and what to ask. */
export const Ask = ({ member: { t, me, desk }, fact }: { member: Member; fact: PackFact }) => (
  <>
    {fact.ask.length ? (
      <ul class="points">
        {fact.ask.map(({ name, phone, email, url }) => (
          <li>
            {name}
            {phone ? (
              <>
                {' '}
                <a href={`tel:${phone.dial}`}>
                  <bdi>{phone.display}</bdi>
                </a>
              </>
            ) : null}
            {email ? (
              <>
                {' '}
                <a href={`mailto:${email}`}>{email}</a>
              </>
            ) : null}
            {url ? (
              <>
                {' '}
                <a href={url}>{new URL(url).host}</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    ) : (
      <p>{t('fact.ask-none')}</p>
    )}
    {fact.ask.length ? (
      <>
        <h3>{t('fact.ask-script')}</h3>
        <p>{t('fact.script', { partner: me.partner.name, partnership: desk.locale.pack.partnership.name, name: fact.name })}</p>
      </>
    ) : null}
    <h3>{t('fact.questions')}</h3>
    <ul class="points">
      <li>{t(`fact-ask.${fact.list}`)}</li>
      {fact.questions.map((question) => (
        <li>{t(`fact.ask-${question}`)}</li>
      ))}
    </ul>
  </>
)
