import type { Child } from 'hono/jsx'
import type { PlaceState } from '../../../commands/attend/book-place.ts'
import type { AttendEvent } from '../../../commands/attend/read-event.ts'
import { fieldFault, Problems } from '../../components/problems.tsx'
import type { RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Textarea } from '../../govuk/textarea.tsx'
import { EventLine } from '../event-line.tsx'
import { enterAddress, type FormProps, framed } from '../event-pages.tsx'
import type { FramedPage } from '../frame.ts'
import { NextQuestion, WhoFields } from '../who/fields.tsx'

export const placeAddress = '/in/place'
/** The address of one booking: whoever has it can give the place up. */
export const placeAddressOf = (entry: string): string => `${placeAddress}?b=${entry}`

export type BookSaid = 'booking-full' | 'used' | 'gone'
export const nothingNeeded = { text: '', long: false }

/** Somebody asks for a place. */
export const bookPage = (context: RenderContext, props: FormProps & { needs: typeof nothingNeeded; said?: BookSaid }): FramedPage => {
  const { locale } = context
  const { t } = locale
  const { event, organisations, sealed, typed, needs, faults = [], said, asksSector = false, isNext = false } = props
  const problems = [
    ...faults.map(({ field, fault }) => ({ text: t(`in-fault.${fault}`), href: `#${field}` })),
    ...(needs.long ? [{ text: t('in-fault.needs'), href: '#needs' }] : []),
    ...(said ? [{ text: t(`in-fault.${said}`), href: '#name' }] : []),
  ]
  const body = (
    <>
      <Problems locale={locale} errors={problems} />
      {isNext && !problems.length ? <NextQuestion locale={locale} typed={typed} /> : null}
      <h1>{t('in.book-title')}</h1>
      <EventLine context={context} event={event} />
      <p>{t('in.book-lead')}</p>
      <form method="post" action={enterAddress} autocomplete="off" novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <WhoFields
          {...{ locale, organisations, typed, faults, asksSector }}
          email={{ label: t('in.book-email'), hint: t('in.book-email-hint') }}
        />
        <Textarea
          name="needs"
          id="needs"
          rows={3}
          value={needs.text}
          label={{ text: t('in.needs') }}
          hint={{ text: t('in.needs-hint') }}
          {...fieldFault(t, needs.long ? t('in-fault.needs') : null)}
        />
        <section class="flow">
          <h2>{t('in.kept')}</h2>
          <p>{t.rich<Child>('in.book-kept', { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
        </section>
        <Button name="do" value="book" text={t('in.book-go')} />
      </form>
    </>
  )
  return framed(locale, { title: t('in.book-title'), faulty: problems.length > 0, body })
}

type PlaceProps = { state: PlaceState | 'given-up' | 'unknown'; event: AttendEvent | null; entry: string }

/** What became of a booking, and the way to give it up. Who booked is not said: the page may be open on somebody's screen. */
export const placePage = (context: RenderContext, { state, event, entry }: PlaceProps): FramedPage => {
  const { locale } = context
  const { t } = locale
  const held = state === 'booked' || state === 'waiting'
  const body = (
    <>
      <section class="note flow">
        <h1>{t(`place.${state}`)}</h1>
        {state === 'off' ? null : <p>{t(`place.${state}-text`)}</p>}
        {state === 'waiting' ? <p>{t('place.waiting-mail')}</p> : null}
      </section>
      {state === 'unknown' ? (
        <p>
          <a href={enterAddress}>{t('place.to-code')}</a>
        </p>
      ) : null}
      {event ? <EventLine context={context} event={event} /> : null}
      {held ? (
        <>
          <p>{t('place.keep')}</p>
          <form method="post" action={placeAddress} novalidate>
            <input type="hidden" name="b" value={entry} />
            <Button name="do" value="give-up" text={t('place.give-up')} classes="govuk-button--secondary" />
          </form>
        </>
      ) : null}
    </>
  )
  return framed(locale, { title: t('place.title'), body, path: placeAddress })
}
