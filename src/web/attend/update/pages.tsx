import type { Child } from 'hono/jsx'
import type { Due } from '../../../commands/attend/update-certificate.ts'
import { Problems } from '../../components/problems.tsx'
import { updateAddress } from '../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { CertificateForm, type CertificateTyped } from '../certificate-form.tsx'
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
export const askPage = ({ locale }: RenderContext, typed: CertificateTyped, fault?: UpdateFault): FramedPage => {
  const { t } = locale
  const text = fault ? t(`update-fault.${fault}`) : null
  const at = fault === 'name' || fault === 'name-long' ? 'name' : 'code'
  return updateFrame(
    locale,
    t('update.title'),
    text !== null,
    <>
      <Problems locale={locale} errors={text ? [{ text, href: `#${at}` }] : []} />
      <h1>{t('update.title')}</h1>
      <p class="lead">{t('update.lead')}</p>
      <DemonstrationNote locale={locale} />
      <CertificateForm
        t={t}
        action={updateAddress}
        typed={typed}
        fault={text ? { field: at, text } : null}
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
export const duePage = ({ locale }: RenderContext, due: Exclude<Due, { due: 'lesson' }>): FramedPage => {
  const { t, pack } = locale
  const said = (): [string, string, boolean] => {
    if (due.due === 'nothing') {
      const tier = pack.course.tiers.find(({ id }) => id === due.tier)?.name ?? due.tier
      return [t('update.nothing'), t('update.nothing-text', { tier }), false]
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
      {course ? (
        <p>
          <a href="/training">{t('update.course')}</a>
        </p>
      ) : null}
    </>,
  )
}
