import type { Child } from 'hono/jsx'
import type { AttendEvent, KnownOrganisation } from '../../../commands/attend/read-event.ts'
import { clock, longDate } from '../../../format/when.ts'
import { Problems } from '../../components/problems.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import { carriedField } from '../../forms/carrier.ts'
import { Button } from '../../govuk/button.tsx'
import { Input } from '../../govuk/input.tsx'
import { Radios } from '../../govuk/radios.tsx'
import type { FramedPage } from '../frame.ts'

export const enterAddress = '/in'

export type CodeFault = 'code' | 'unknown' | 'closed' | 'cancelled' | 'late' | 'gone'
export type EnterFieldFault = { field: 'word' | 'name' | 'organisation' | 'sector' | 'email'; fault: FieldFaultId }
export type FieldFaultId = 'word' | 'name' | 'name-long' | 'organisation' | 'organisation-long' | 'sector' | 'email'

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

export type Typed = { word: string; name: string; organisation: string; sector: string; group: string; email: string }
export const nothingTyped: Typed = { word: '', name: '', organisation: '', sector: '', group: '', email: '' }

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
  const { t, pack } = locale
  const { event, organisations, sealed, typed, faults = [], said, asksSector = false } = props
  const errorOf = (field: EnterFieldFault['field']) => {
    const found = faults.find((fault) => fault.field === field)
    return found ? { errorMessage: { text: t(`in-fault.${found.fault}`), visuallyHiddenText: t('check.error-prefix') } } : {}
  }
  const problems = [
    ...faults.map(({ field, fault }) => ({ text: t(`in-fault.${fault}`), href: `#${field}` })),
    ...(said ? [{ text: t(`in-fault.${said}`), href: '#name' }] : []),
  ]
  return framed(
    locale,
    problems.length > 0,
    <>
      <Problems locale={locale} errors={problems} />
      <h1>{t('in.title')}</h1>
      <EventLine locale={locale} event={event} timezone={local.timeZoneId} />
      <form method="post" action={enterAddress} autocomplete="off" novalidate>
        <input type="hidden" name={carriedField} value={sealed} />
        <Input
          name="word"
          id="word"
          value={typed.word}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          classes="govuk-input--width-4"
          label={{ text: t('in.word') }}
          hint={{ text: t('in.word-hint') }}
          {...errorOf('word')}
        />
        <Input
          name="name"
          id="name"
          value={typed.name}
          autocomplete="name"
          label={{ text: t('in.name') }}
          hint={{ text: t('in.name-hint') }}
          {...errorOf('name')}
        />
        <Input
          name="organisation"
          id="organisation"
          value={typed.organisation}
          autocomplete="organization"
          label={{ text: t('in.organisation') }}
          hint={{ text: t('in.organisation-hint') }}
          attributes={{ list: 'organisations' }}
          {...errorOf('organisation')}
        />
        <datalist id="organisations">
          {organisations.map(({ name }) => (
            <option value={name} />
          ))}
        </datalist>
        {asksSector ? (
          <Radios
            name="sector"
            idPrefix="sector"
            value={typed.sector}
            fieldset={{ legend: { text: t('in.sector', { name: typed.organisation }) } }}
            hint={{ text: t('in.sector-why') }}
            items={pack.trainedSectors.map(({ id, name }) => ({ value: id, text: name }))}
            {...errorOf('sector')}
          />
        ) : null}
        <Radios
          name="group"
          idPrefix="group"
          value={typed.group}
          fieldset={{ legend: { text: t('in.group') } }}
          items={[...pack.roleGroups.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: t('in.group-none') }]}
        />
        <Input
          name="email"
          id="email"
          type="email"
          value={typed.email}
          autocomplete="email"
          spellcheck={false}
          label={{ text: t('in.email') }}
          hint={{ text: t('in.email-hint') }}
          {...errorOf('email')}
        />
        <section class="flow">
          <h2>{t('in.kept')}</h2>
          <p>{t.rich<Child>('in.kept-text', { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
        </section>
        <Button name="do" value="enter" text={t('in.go')} />
      </form>
    </>,
  )
}

const EventLine = ({ locale: { t, pack }, event, timezone }: { locale: Locale; event: AttendEvent; timezone: string }) => {
  const [from, to] = [event.starts, event.ends].map((at) => at.toZonedDateTimeISO(timezone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ]
  const tier = pack.course.tiers.find(({ id }) => id === event.tier)?.name ?? event.tier
  return (
    <div class="flow">
      <p class="lead">{t('in.event', { tier, date: longDate(from.toPlainDate()), from: clock(from), to: clock(to) })}</p>
      <p>
        {event.online
          ? t('in.event-online', { partner: event.partner })
          : t('in.event-place', { place: event.place, partner: event.partner })}
      </p>
    </div>
  )
}

/** They are on the list. `sealed`: an empty form for whoever has the phone next. */
export const enteredPage = ({ locale }: RenderContext, code: string): FramedPage => {
  const { t } = locale
  return framed(
    locale,
    false,
    <>
      <h1>{t('in.done')}</h1>
      <p class="lead">{t('in.done-text')}</p>
      <p>{t('in.done-next')}</p>
      <form method="post" action={enterAddress} novalidate>
        <input type="hidden" name="code" value={code} />
        <Button name="do" value="code" text={t('in.next')} classes="govuk-button--secondary" />
      </form>
    </>,
  )
}
