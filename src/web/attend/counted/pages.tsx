import type { Child } from 'hono/jsx'
import type { KnownOrganisation } from '../../../commands/attend/read-event.ts'
import { grouped } from '../../../domain/register/codes.ts'
import { Problems } from '../../components/problems.tsx'
import { certificateAddress } from '../../context/training-addresses.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { countedAddress } from '../../forms/passed.ts'
import { Button } from '../../govuk/button.tsx'
import { Checkboxes } from '../../govuk/checkboxes.tsx'
import { DemonstrationNote } from '../demonstration.tsx'
import type { FramedPage } from '../frame.ts'
import { NextQuestion, WhoFields } from '../who/fields.tsx'
import type { Typed, WhoFault } from '../who/typed.ts'

const framed = ({ t }: Locale, title: string, faulty: boolean, body: Child): FramedPage => ({
  title: faulty ? `${t('check.error-prefix')}: ${title}` : title,
  description: t('counted.description'),
  path: countedAddress,
  faulty,
  body: <div class="wrap stack question">{body}</div>,
})

/** Nobody comes here but from the end of the course. `late`: what was carried from there is too old, or the course has changed since. */
export const beginPage = ({ locale }: RenderContext, late: boolean): FramedPage => {
  const { t } = locale
  return framed(
    locale,
    t('counted.begin'),
    false,
    <>
      <h1>{t('counted.begin')}</h1>
      <p class="lead">{late ? t('counted-fault.late') : t('counted.begin-text')}</p>
      <p>
        <a href="/training">{t('update.course')}</a>
      </p>
    </>,
  )
}

type Props = {
  tier: string
  sealed: string
  organisations: readonly KnownOrganisation[]
  typed: Typed
  /** They say that they have read it all. */
  read: boolean
  faults?: readonly (WhoFault | { field: 'read'; fault: 'read' })[]
  /** What is wrong, and no field's fault. */
  said?: 'busy' | 'gone'
  asksSector?: boolean
  isNext?: boolean
}

/** What is asked of whoever wants to be counted, and what is kept of it. */
export const countedPage = ({ locale }: RenderContext, props: Props): FramedPage => {
  const { t } = locale
  const { tier, sealed, organisations, typed, read, faults = [], said, asksSector = false, isNext = false } = props
  const whoFaults = faults.filter((fault): fault is WhoFault => fault.field !== 'read')
  const unread = faults.some(({ field }) => field === 'read')
  const problems = [
    ...whoFaults.map(({ field, fault }) => ({ text: t(`in-fault.${fault}`), href: `#${field}` })),
    ...(unread ? [{ text: t('counted-fault.read'), href: '#read' }] : []),
    ...(said ? [{ text: t(`counted-fault.${said}`), href: '#name' }] : []),
  ]
  return framed(
    locale,
    t('counted.title'),
    problems.length > 0,
    <>
      <Problems locale={locale} errors={problems} />
      {isNext && !problems.length ? <NextQuestion locale={locale} typed={typed} /> : null}
      <h1>{t('counted.title')}</h1>
      <DemonstrationNote locale={locale} />
      <p class="lead">{t('counted.lead', { tier })}</p>
      <section class="flow">
        <h2>{t('counted.kept')}</h2>
        <p>{t.rich<Child>('counted.kept-text', { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
      </section>
      <form method="post" action={countedAddress} autocomplete="off" novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <WhoFields
          {...{ locale, organisations, typed, asksSector }}
          faults={whoFaults}
          email={{ label: t('counted.email'), hint: t('counted.email-hint') }}
        />
        <Checkboxes
          name="read"
          idPrefix="read"
          values={read ? ['yes'] : []}
          hint={{ text: t('counted.read-hint') }}
          items={[{ value: 'yes', text: t('counted.read', { tier }), ...(unread ? { attributes: { 'aria-invalid': 'true' } } : {}) }]}
          {...(unread ? { errorMessage: { text: t('counted-fault.read'), visuallyHiddenText: t('check.error-prefix') } } : {})}
        />
        <Button name="do" value="count" text={t('counted.go')} />
      </form>
    </>,
  )
}

/** They are counted. `code` null: with this proof they were before, and the code is not told again. */
export const doneCountedPage = (
  { locale }: RenderContext,
  { tier, code, mailed }: { tier: string; code: string | null; mailed: boolean },
): FramedPage => {
  const { t } = locale
  return framed(
    locale,
    t('counted.done'),
    false,
    <>
      <h1>{t('counted.done')}</h1>
      <DemonstrationNote locale={locale} />
      {code === null ? (
        <p class="lead">{t('counted.done-later')}</p>
      ) : (
        <>
          <p class="lead">{t('counted.done-text', { tier })}</p>
          <p class="lead">
            <b>
              <bdi>{grouped(code)}</bdi>
            </b>
          </p>
          {mailed ? <p>{t('counted.done-mail')}</p> : null}
          <p>
            <a href={`${certificateAddress}?c=${code}`}>{t('counted.done-check')}</a>
          </p>
        </>
      )}
    </>,
  )
}
