import type { Child } from 'hono/jsx'
import type { AttendEvent } from '../../../commands/attend/read-event.ts'
import { takenAfter } from '../../../domain/register/asked.ts'
import { fieldFault, groupFault, Problems } from '../../components/problems.tsx'
import type { RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Radios } from '../../govuk/radios.tsx'
import { Textarea } from '../../govuk/textarea.tsx'
import { CodeForm } from '../code-form.tsx'
import { EventLine } from '../event-line.tsx'
import { feedbackAddress, framed } from '../event-pages.tsx'
import type { FramedPage } from '../frame.ts'

export type FeedbackCodeFault = 'code' | 'unknown' | 'closed' | 'late' | 'gone' | 'full' | 'link' | 'nobody'
export type FeedbackFault = { field: 'since'; fault: 'since' } | { field: 'differently' | 'more'; fault: 'long' }
export type Said = { before: string; since: string; differently: string; more: string }
export const nothingSaid: Said = { before: '', since: '', differently: '', more: '' }

/** Asks for the code on the screen. */
export const feedbackCodePage = ({ locale }: RenderContext, fault?: FeedbackCodeFault, typed = ''): FramedPage => {
  const { t } = locale
  const text = fault ? t(`feedback-fault.${fault}`, { days: takenAfter.days }) : null
  const body = (
    <>
      <Problems locale={locale} errors={text ? [{ text, href: '#code' }] : []} />
      <h1>{t('feedback.title')}</h1>
      <p class="lead">{t('feedback.lead')}</p>
      <CodeForm
        t={t}
        action={feedbackAddress}
        label={t('feedback.code')}
        hint={t('feedback.code-hint')}
        go={t('feedback.code-go')}
        typed={typed}
        fault={text}
      />
    </>
  )
  return {
    ...framed(locale, { title: t('feedback.title'), faulty: text !== null, body, path: feedbackAddress }),
    description: t('feedback.description'),
  }
}

/** What is asked soon after an event, months later, and half a year later. */
const asked = {
  after: { title: 'feedback.title', lead: 'feedback.lead', before: true, differently: 'feedback.differently', more: 'feedback.more' },
  later: {
    title: 'feedback.title',
    lead: 'feedback.lead-later',
    before: false,
    differently: 'feedback.differently-later',
    more: 'feedback.more',
  },
  'half-year': {
    title: 'feedback.title-half-year',
    lead: 'feedback.lead-half-year',
    before: false,
    differently: 'feedback.differently-half-year',
    more: 'feedback.more-half-year',
  },
} as const

type Props = { event: AttendEvent; sealed: string; said: Said; faults?: readonly FeedbackFault[]; gone?: boolean }

/** What somebody thinks of the training: how sure they were and are, and two things in their own words. */
export const feedbackPage = (context: RenderContext, { event, sealed, said, faults = [], gone = false }: Props): FramedPage => {
  const { locale } = context
  const { t, pack } = locale
  const { question, scale } = pack.course.confidence
  const asks = asked[event.asking ?? 'after']
  const title = t(asks.title)
  const problems = [
    ...faults.map(({ field, fault }) => ({ text: t(`feedback-fault.${fault}`), href: `#${field}` })),
    ...(gone ? [{ text: t('feedback-fault.gone'), href: '#since' }] : []),
  ]
  const errorOf = (field: string): string | null => {
    const found = faults.find((one) => one.field === field)
    return found ? t(`feedback-fault.${found.fault}`) : null
  }
  const sure = (name: 'before' | 'since', legend: string) => {
    const { message, fieldset } = groupFault(t, errorOf(name))
    return (
      <Radios
        name={name}
        idPrefix={name}
        value={said[name]}
        fieldset={{ legend: { text: legend }, ...fieldset }}
        items={scale.map((text, step) => ({ value: String(step), text }))}
        {...message}
      />
    )
  }
  const words = (name: 'differently' | 'more', label: string) => (
    <Textarea
      name={name}
      id={name}
      rows={3}
      value={said[name]}
      label={{ text: label }}
      hint={{ text: t('feedback.hint') }}
      {...fieldFault(t, errorOf(name))}
    />
  )
  const body = (
    <>
      <Problems locale={locale} errors={problems} />
      <h1>{title}</h1>
      <EventLine context={context} event={event} />
      <p>{t(asks.lead)}</p>
      <form method="post" action={feedbackAddress} autocomplete="off" novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        {asks.before ? sure('before', t('feedback.before', { question })) : null}
        {sure('since', t('feedback.since', { question }))}
        {words('differently', t(asks.differently))}
        {words('more', t(asks.more))}
        <p>{t('feedback.shown')}</p>
        <Button name="do" value="send" text={t('feedback.go')} />
      </form>
    </>
  )
  return {
    ...framed(locale, { title, faulty: problems.length > 0, body, path: feedbackAddress }),
    description: t('feedback.description'),
  }
}

/** It is kept. */
export const thankedPage = ({ locale }: RenderContext): FramedPage => {
  const { t } = locale
  const body = (
    <>
      <section class="note flow">
        <h1>{t('feedback.done')}</h1>
        <p>{t('feedback.done-text')}</p>
      </section>
      <p>{t.rich<Child>('feedback.concern', { a: (inner) => <a href="/get-help">{inner}</a> })}</p>
    </>
  )
  return { ...framed(locale, { title: t('feedback.done'), body, path: feedbackAddress }), description: t('feedback.description') }
}
