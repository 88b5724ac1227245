import type { Child } from 'hono/jsx'
import type { Due } from '../../../commands/attend/update-certificate.ts'
import { longDate } from '../../../format/when.ts'
import { Problems } from '../../components/problems.tsx'
import { certificateAddress, updateAddress } from '../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { type CertificateFault, CertificateForm, type CertificateTyped } from '../certificate-form.tsx'
import { DemonstrationNote } from '../demonstration.tsx'
import type { FramedPage } from '../frame.ts'

export type UpdateFault = 'code' | 'name' | 'name-long' | 'not-found' | 'late' | 'gone'

/** A page of the short update. `title`: of what stands on it. */
export const updateFrame = ({ t }: Locale, title: string, faulty: boolean, body: Child): FramedPage => ({
  title: faulty ? `${t('check.error-prefix')}: ${title}` : title,
  description: t('update.description'),
  path: updateAddress,
  faulty,
  body: <div class="wrap stack question">{body}</div>,
})

/** Asks which certificate it is, and whose. */
export const askPage = ({ locale }: RenderContext, typed: CertificateTyped, said: readonly UpdateFault[] = []): FramedPage => {
  const { t } = locale
  const faults = said.map(
    (fault): CertificateFault => ({ field: fault === 'name' || fault === 'name-long' ? 'name' : 'code', text: t(`update-fault.${fault}`) }),
  )
  return updateFrame(
    locale,
    t('update.title'),
    faults.length > 0,
    <>
      <Problems locale={locale} errors={faults.map(({ field, text }) => ({ text, href: `#${field}` }))} />
      <h1>{t('update.title')}</h1>
      <p class="lead">{t('update.lead')}</p>
      <DemonstrationNote locale={locale} />
      <CertificateForm
        t={t}
        action={updateAddress}
        typed={typed}
        faults={faults}
        labels={{ code: t('update.code'), name: t('update.name') }}
        nameHint={t('update.name-hint')}
        own
        go={{ name: 'do', value: 'begin', text: t('update.go') }}
      />
      <section class="flow">
        <h2>{t('update.happens')}</h2>
        <p>{t('update.happens-text')}</p>
        <p>{t('certificate.lost')}</p>
      </section>
    </>,
  )
}

/** There is no lesson for this certificate: what to do instead. */
export const duePage = ({ locale }: RenderContext, due: Exclude<Due, { due: 'lesson' }>, code: string): FramedPage => {
  const { t, pack } = locale
  const said = (): [string, string, boolean] => {
    if (due.due === 'nothing') {
      const tier = pack.course.tiers.find(({ id }) => id === due.tier)?.name ?? due.tier
      const until = due.until ? t('update.nothing-until', { date: longDate(due.until) }) : ''
      return [t('update.nothing'), `${t('update.nothing-text', { tier })} ${until}`.trim(), false]
    }
    if (due.due === 'whole') return [t('update.whole'), t(due.because === 'ended' ? 'update.whole-ended' : 'update.whole-unknown'), true]
    if (due.due === 'replaced') return [t('update.replaced'), t('update.replaced-text'), false]
    return [t('update.withdrawn'), t('update.withdrawn-text', { who: pack.partnership.name }), true]
  }
  const [title, text, course] = said()
  return updateFrame(
    locale,
    title,
    false,
    <>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {due.due === 'nothing' ? (
        <>
          <p>{t('update.nothing-code')}</p>
          <p>
            <a href={`${certificateAddress}?c=${code}`}>{t('update.nothing-check')}</a>
          </p>
        </>
      ) : null}
      {course || due.due === 'nothing' ? (
        <p>
          <a href="/training">{t('update.course')}</a>
        </p>
      ) : null}
    </>,
  )
}
