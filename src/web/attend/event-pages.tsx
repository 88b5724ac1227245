import type { Child } from 'hono/jsx'
import type { AttendEvent, KnownOrganisation } from '../../commands/attend/read-event.ts'
import { Problems } from '../components/problems.tsx'
import type { Locale, RenderContext } from '../context/types.ts'
import { CodeForm } from './code-form.tsx'
import type { FramedPage } from './frame.ts'
import type { Typed, WhoFault } from './who/typed.ts'

export const enterAddress = '/in'
export const feedbackAddress = '/in/feedback'

export type CodeFault = 'code' | 'unknown' | 'closed' | 'cancelled' | 'late' | 'gone' | 'booking-closed'

export const framed = (
  { t }: Locale,
  { title, faulty = false, body, path = enterAddress }: { title: string; faulty?: boolean; body: Child; path?: string },
): FramedPage => ({
  title: faulty ? `${t('check.error-prefix')}: ${title}` : title,
  description: t('in.description'),
  path,
  faulty,
  body: <div class="wrap stack question">{body}</div>,
})

/** Asks for the code on the screen. */
export const codePage = ({ locale }: RenderContext, fault?: CodeFault, typed = ''): FramedPage => {
  const { t } = locale
  const text = fault ? t(`in-fault.${fault}`) : null
  const body = (
    <>
      <Problems locale={locale} errors={text ? [{ text, href: '#code' }] : []} />
      <h1>{t('in.title')}</h1>
      <p class="lead">{t('in.lead')}</p>
      <CodeForm t={t} action={enterAddress} label={t('in.code')} hint={t('in.code-hint')} go={t('in.code-go')} typed={typed} fault={text} />
      <p>{t('in.again-home')}</p>
    </>
  )
  return framed(locale, { title: t('in.title'), faulty: text !== null, body })
}

export type PageSaid = 'wait' | 'full' | 'used' | 'gone'
export type FormProps = {
  event: AttendEvent
  organisations: readonly KnownOrganisation[]
  sealed: string
  typed: Typed
  faults?: readonly WhoFault[]
  asksSector?: boolean
  /** The kind of the organisation is the next question, and nothing is wrong. */
  isNext?: boolean
}
