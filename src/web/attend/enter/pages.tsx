import type { Child } from 'hono/jsx'
import { fieldFault, Problems } from '../../components/problems.tsx'
import type { RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Input } from '../../govuk/input.tsx'
import { EventLine } from '../event-line.tsx'
import { enterAddress, type FormProps, feedbackAddress, framed, type PageSaid } from '../event-pages.tsx'
import type { FramedPage } from '../frame.ts'
import { NextQuestion, WhoFields } from '../who/fields.tsx'

/** Somebody in the room enters themselves. */
export const enterPage = (
  context: RenderContext,
  props: FormProps & { word: string; wordFault?: 'word' | 'word-none' | null; said?: PageSaid },
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const { event, organisations, sealed, typed, word, wordFault = null, faults = [], said, asksSector = false, isNext = false } = props
  const problems = [
    ...(wordFault ? [{ text: t(`in-fault.${wordFault}`), href: '#word' }] : []),
    ...faults.map(({ field, fault }) => ({ text: t(`in-fault.${fault}`), href: `#${field}` })),
    ...(said ? [{ text: t(`in-fault.${said}`), href: '#name' }] : []),
  ]
  const body = (
    <>
      <Problems locale={locale} errors={problems} />
      {isNext && !problems.length ? <NextQuestion locale={locale} typed={typed} /> : null}
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
          {...fieldFault(t, wordFault && t(`in-fault.${wordFault}`))}
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
export const enteredPage = (
  { locale }: RenderContext,
  { code, name, email }: { code: string; name: string; email: string | null },
): FramedPage => {
  const { t } = locale
  const body = (
    <>
      <section class="note flow">
        <h1>{t('in.done', { name })}</h1>
        <p>{t('in.done-text')}</p>
        {email ? <p>{t('in.done-email', { email })}</p> : null}
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
