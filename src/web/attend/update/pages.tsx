import type { Child } from 'hono/jsx'
import type { Due } from '../../../commands/attend/update-certificate.ts'
import { Problems } from '../../components/problems.tsx'
import { updateAddress } from '../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { Button } from '../../govuk/button.tsx'
import { Input } from '../../govuk/input.tsx'
import { DemonstrationNote } from '../demonstration.tsx'
import type { FramedPage } from '../frame.ts'

export type UpdateTyped = { code: string; name: string }
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
export const askPage = ({ locale }: RenderContext, typed: UpdateTyped, fault?: UpdateFault): FramedPage => {
  const { t } = locale
  const text = fault ? t(`update-fault.${fault}`) : null
  const at = fault === 'name' || fault === 'name-long' ? 'name' : 'code'
  const errorOf = (field: 'code' | 'name') =>
    text && field === at ? { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') } } : {}
  return updateFrame(
    locale,
    t('update.title'),
    text !== null,
    <>
      <Problems locale={locale} errors={text ? [{ text, href: `#${at}` }] : []} />
      <h1>{t('update.title')}</h1>
      <p class="lead">{t('update.lead')}</p>
      <DemonstrationNote locale={locale} />
      <form method="post" action={updateAddress} autocomplete="off" novalidate>
        <Input
          name="code"
          id="code"
          value={typed.code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-20"
          label={{ text: t('update.code') }}
          hint={{ text: t('update.code-hint') }}
          {...errorOf('code')}
        />
        <Input
          name="name"
          id="name"
          value={typed.name}
          autocomplete="name"
          label={{ text: t('update.name') }}
          hint={{ text: t('update.name-hint') }}
          {...errorOf('name')}
        />
        <Button name="do" value="begin" text={t('update.go')} />
      </form>
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
