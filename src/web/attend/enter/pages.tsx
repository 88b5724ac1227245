import type { Child } from 'hono/jsx'
import { Problems } from '../../components/problems.tsx'
import type { RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Input } from '../../govuk/input.tsx'
import { EventLine } from '../event-line.tsx'
import { enterAddress, type FormProps, feedbackAddress, framed, type PageSaid } from '../event-pages.tsx'
import type { FramedPage } from '../frame.ts'
import { WhoFields } from '../who/fields.tsx'

/** Somebody in the room enters themselves. */
export const enterPage = (
  context: RenderContext,
  props: FormProps & { word: string; wordFault?: boolean; said?: PageSaid },
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const { event, organisations, sealed, typed, word, wordFault = false, faults = [], said, asksSector = false } = props
import type { FramedPage } from '../frame.ts'
import { WhoFields } from '../who/fields.tsx'
import { nobodyTyped, type WhoFault, type WhoTyped } from '../who/read.ts'

export const enterAddress = '/in'

export type CodeFault = 'code' | 'unknown' | 'closed' | 'cancelled' | 'late' | 'gone'
export type EnterFieldFault = WhoFault | { field: 'word'; fault: 'word' }

const framed = ({ t }: Locale, faulty: boolean, body: Child): FramedPage => ({
  title: faulty ? `${t('check.error-prefix')}: ${t('in.title')}` : t('in.title'),
  description: t('in.description'),
  path: enterAddress,
  faulty,
  body: <div class="wrap stack question">{body}</div>,
})

/** Asks for the code on the screen. */
export const codePage = ({ locale }: RenderContext, fault?: CodeFault, typed = ''): FramedPage => {
  const { t } = locale
  const text = fault ? t(`in-fault.${fault}`) : null
  return framed(
    locale,
    text !== null,
    <>
      <Problems locale={locale} errors={text ? [{ text, href: '#code' }] : []} />
      <h1>{t('in.title')}</h1>
      <p class="lead">{t('in.lead')}</p>
      <form method="post" action={enterAddress} autocomplete="off" novalidate>
        <Input
          name="code"
          id="code"
          value={typed}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-10"
          label={{ text: t('in.code') }}
          hint={{ text: t('in.code-hint') }}
          {...(text ? { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') } } : {})}
        />
        <Button name="do" value="code" text={t('in.code-go')} />
      </form>
    </>,
  )
}

export type Typed = WhoTyped & { word: string }
export const nothingTyped: Typed = { word: '', ...nobodyTyped }

type Props = {
  event: AttendEvent
  organisations: readonly KnownOrganisation[]
  sealed: string
  typed: Typed
  faults?: readonly EnterFieldFault[]
  /** What is wrong, and no field's fault. */
  said?: 'full' | 'gone'
  /** The organisation is none that is known: its kind is asked for. */
  asksSector?: boolean
}

/** Somebody enters themselves: who, where they work, what they do there; an email only where they want one. */
export const enterPage = ({ locale, local }: RenderContext, props: Props): FramedPage => {
  const { t } = locale
  const { event, organisations, sealed, typed, faults = [], said, asksSector = false } = props
  const errorOf = (field: EnterFieldFault['field']) => {
    const found = faults.find((fault) => fault.field === field)
    return found ? { errorMessage: { text: t(`in-fault.${found.fault}`), visuallyHiddenText: t('check.error-prefix') } } : {}
  }
  const problems = [
    ...(wordFault ? [{ text: t('in-fault.word'), href: '#word' }] : []),
    ...faults.map(({ field, fault }) => ({ text: t(`in-fault.${fault}`), href: `#${field}` })),
    ...(said ? [{ text: t(`in-fault.${said}`), href: '#name' }] : []),
  ]
  const body = (
    <>
      <Problems locale={locale} errors={problems} />
      <h1>{t('in.title')}</h1>
      <EventLine context={context} event={event} />
      <form method="post" action={enterAddress} autocomplete="off" novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <Input
          name="word"
          id="word"
          value={word}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-4"
          label={{ text: t('in.word') }}
          hint={{ text: t('in.word-hint') }}
          {...(wordFault ? { errorMessage: { text: t('in-fault.word'), visuallyHiddenText: t('check.error-prefix') } } : {})}
          {...errorOf('word')}
        />
        <WhoFields
          {...{ locale, organisations, typed, asksSector }}
          faults={faults.filter((fault): fault is WhoFault => fault.field !== 'word')}
          email={{ text: t('in.email'), hint: t('in.email-hint') }}
        />
        <WhoFields {...{ locale, organisations, typed, faults, asksSector }} email={{ label: t('in.email'), hint: t('in.email-hint') }} />
        <section class="flow">
          <h2>{t('in.kept')}</h2>
          <p>{t.rich<Child>('in.kept-text', { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
        </section>
        <Button name="do" value="enter" text={t('in.go')} />
      </form>
    </>
  )
  return framed(locale, { title: t('in.title'), faulty: problems.length > 0, body })
}

/** They are on the list. Whoever has the phone next begins with an empty form. */
export const enteredPage = ({ locale }: RenderContext, { code, name }: { code: string; name: string }): FramedPage => {
  const { t } = locale
  const body = (
    <>
      <section class="note flow">
        <h1>{t('in.done', { name })}</h1>
        <p>{t('in.done-text')}</p>
        <p>{t('in.done-next')}</p>
      </section>
      <form method="post" action={enterAddress} novalidate>
        <input type="hidden" name="code" value={code} />
        <Button name="do" value="code" text={t('in.next')} classes="govuk-button--secondary" />
      </form>
      <p>
        <a href={`${feedbackAddress}?e=${code}`}>{t('in.feedback')}</a>
      </p>
    </>
  )
  return framed(locale, { title: t('in.done', { name }), body })
}
