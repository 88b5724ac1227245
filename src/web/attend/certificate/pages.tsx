import type { Child } from 'hono/jsx'
import type { CheckedCertificate } from '../../../commands/attend/check-certificate.ts'
import type { WordId } from '../../../content/word-ids.ts'
import { grouped } from '../../../domain/register/codes.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import { wholeBeforeWords } from '../../../format/whole-before.ts'
import { Problems } from '../../components/problems.tsx'
import { certificateAddress, updateAddress } from '../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { CertificateForm, type CertificateTyped } from '../certificate-form.tsx'
import type { FramedPage } from '../frame.ts'

export type CheckFault = { field: keyof CertificateTyped; fault: 'code' | 'name-long' | 'gone' }
/** What was found under a code; null: nothing. */
export type Found = { code: string; certificate: CheckedCertificate | null }

/** Anyone checks a certificate that they were shown. What was found stands first, and the form for the next one below. */
export const certificatePage = (
  { locale, local }: RenderContext,
  { typed, fault, found }: { typed: CertificateTyped; fault?: CheckFault; found?: Found },
): FramedPage => {
  const { t } = locale
  const text = fault ? t(`certificate-fault.${fault.fault}`) : null
  return {
    title: text ? `${t('check.error-prefix')}: ${t('certificate.title')}` : t('certificate.title'),
    description: t('certificate.description'),
    path: certificateAddress,
    faulty: text !== null,
    body: (
      <div class="wrap stack question">
        <Problems locale={locale} errors={text && fault ? [{ text, href: `#${fault.field}` }] : []} />
        <h1>{t('certificate.title')}</h1>
        {found ? <Answer locale={locale} found={found} timezone={local.timeZoneId} /> : <p class="lead">{t('certificate.lead')}</p>}
        {found ? <h2>{t('certificate.again')}</h2> : null}
        <CertificateForm
          t={t}
          action={certificateAddress}
          typed={typed}
          faults={fault && text ? [{ field: fault.field, text }] : []}
          labels={{ code: t('certificate.code'), name: t('certificate.name') }}
          nameHint={t('certificate.name-hint')}
          own={false}
          go={{ text: t('certificate.go') }}
        />
        <section class="flow">
          <h2>{t('certificate.says')}</h2>
          <p>{t('certificate.says-text')}</p>
          <p>{t.rich<Child>('certificate.own', { a: (inner) => <a href={updateAddress}>{inner}</a> })}</p>
          <p>{t('certificate.lost')}</p>
        </section>
      </div>
    ),
  }
}

/** Told by words and by form, never by colour alone. */
const looks = { current: '', 'needs-update': 'half', ended: 'shut', withdrawn: 'shut', replaced: 'half' } as const

const Answer = ({ locale: { t, pack }, found: { code, certificate }, timezone }: { locale: Locale; found: Found; timezone: string }) => {
  if (!certificate)
    return (
      <section class="flow answer" id="answer" aria-labelledby="answer-heading">
        <h2 id="answer-heading" class="state ask">
          {t('certificate.unknown')}
        </h2>
        <CodeLine t={t} code={code} />
        <p>{t('certificate.unknown-text')}</p>
      </section>
    )
  const { worth, tier, taught, learnt, gave, demonstration, named, withdrawn, renewed, update } = certificate
  const state = demonstration ? 'demonstration' : worth.worth
  const on = worth.worth === 'ended' ? worth.on : (withdrawn?.toZonedDateTimeISO(timezone).toPlainDate() ?? learnt)
  const heading = state === 'demonstration' ? t('certificate.demonstration') : t(`certificate.${state}`, { date: longDate(on) })
  const tierName = pack.course.tiers.find(({ id }) => id === tier)?.name ?? tier
  // The day of a release says more than its number to whoever was shown a certificate.
  const month = pack.course.releases.find((release) => release.taught === taught)?.date.slice(0, 7)
  const what = { tier: tierName, date: longDate(learnt) }
  return (
    <section class="flow answer" id="answer" aria-labelledby="answer-heading">
      <h2 id="answer-heading" class={`state ${demonstration ? 'ask' : looks[worth.worth]}`}>
        {heading}
      </h2>
      <CodeLine t={t} code={code} />
      <p>
        <b>
          {month
            ? t(update ? 'certificate.what-update' : 'certificate.what', { ...what, month: partialDate(month) })
            : t(update ? 'certificate.what-update-older' : 'certificate.what-older', what)}
        </b>
        .{' '}
        {update
          ? wholeBeforeWords(t, pack.partnership.name, update)
          : gave
            ? t('certificate.gave', { partner: gave })
            : t('certificate.alone')}
      </p>
      {demonstration ? <p>{t('certificate.demonstration-text')}</p> : null}
      {renewed ? <p>{t('certificate.renewed', { date: longDate(renewed) })}</p> : null}
      {demonstration && worth.worth !== 'replaced' && worth.worth !== 'withdrawn' ? null : (
        <WorthText t={t} pack={pack} certificate={certificate} />
      )}
      {named === null ? null : (
        <p>
          <b>{t(named === 'gone' ? 'certificate.name-gone' : named ? 'certificate.named' : 'certificate.not-named')}</b>
        </p>
      )}
      <p class="small">{t('certificate.version', { taught })}</p>
    </section>
  )
}

const CodeLine = ({ t, code }: Pick<Locale, 't'> & { code: string }) => (
  <p>
    {t('certificate.checked')} <bdi>{grouped(code)}</bdi>
  </p>
)

const WorthText = ({ t, pack, certificate: { worth, gave } }: Pick<Locale, 't' | 'pack'> & { certificate: CheckedCertificate }) => {
  if (worth.worth === 'current')
    return <p>{worth.until ? t('certificate.until', { date: longDate(worth.until) }) : t('certificate.no-end')}</p>
  if (worth.worth === 'withdrawn') return <p>{t('certificate.withdrawn-text', { who: gave ?? pack.partnership.name })}</p>
  if (worth.worth !== 'needs-update') return <p>{t(`certificate.${worth.worth}-text` satisfies WordId)}</p>
  const { known, learn } = worth.delta
  const titleOf = (part: string): string => pack.course.parts.find(({ id }) => id === part)?.title ?? part
  return (
    <>
      <p>{t(known ? 'certificate.update-text' : 'certificate.update-whole')}</p>
      {known ? (
        <ul>
          {learn.map(({ part, text }) => (
            <li>{t.rich<Child>('certificate.update-part', { part: titleOf(part), text })}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={known ? updateAddress : '/training'}>{t('certificate.update-go')}</a>
      </p>
    </>
  )
}
