import type { Child } from 'hono/jsx'
import type { RunningClock } from '../../../../../domain/clocks/clocks.ts'
import type { DateFault } from '../../../../../domain/clocks/happened.ts'
import { eventGroups } from '../../../../../domain/clocks/rule.ts'
import type { TypedDate } from '../../../../../domain/time/typed-date.ts'
import { fullDate, longDate } from '../../../../../format/when.ts'
import { Problems } from '../../../../components/problems.tsx'
import type { Locale, RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import { Checkboxes } from '../../../../govuk/checkboxes.tsx'
import { DateInput } from '../../../../govuk/date-input.tsx'
import { ErrorMessage } from '../../../../govuk/error-message.tsx'
import { Fieldset } from '../../../../govuk/fieldset.tsx'
import { Hint } from '../../../../govuk/hint.tsx'
import { Radios } from '../../../../govuk/radios.tsx'
import type { PageParts } from '../../../layout/page.ts'
import { type ClockWords, clockWords, eventName, leftOut } from './clock-words.ts'

/** What has been entered so far: it travels sealed in the page. Dates are kept as they were typed. */
export type Entered = { nation: string; events: readonly string[]; typed: ReadonlyMap<string, TypedDate> }

export const datesAddress = '/pathway/dates'
export const datesTitle = ({ t }: Locale): string => t('dates.title')

/** Every step has one title and one address: they stay in a history, and a date of a case is about a person. */
const page = (locale: Locale, form: 'forms' | 'dates', body: Child, faulty = false): PageParts => ({
  title: faulty ? `${locale.t('check.error-prefix')}: ${datesTitle(locale)}` : datesTitle(locale),
  description: locale.t('dates.description'),
  path: datesAddress,
  exit: true,
  faulty,
  rest: true,
  form,
  body: <div class="wrap">{body}</div>,
})

type Missing = { nation: boolean; events: boolean }

/** First step: in which nation, and what has happened. `so-far` is what was entered before, sealed, so that dates already typed are not lost. */
export const datesStart = ({ locale }: RenderContext, given: { entered?: Entered; sealed?: string; missing?: Missing } = {}): PageParts => {
  const { t, pack } = locale
  const { missing, entered, sealed } = given
  const errors = [
    ...(missing?.nation ? [{ text: t('dates.nation-error'), href: '#nation' }] : []),
    ...(missing?.events ? [{ text: t('dates.happened-error'), href: '#event' }] : []),
  ]
  const message = (wrong: boolean | undefined, text: string) =>
    wrong ? { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') } } : {}
  return page(
    locale,
    'forms',
    <div class="question">
      <Problems locale={locale} errors={errors} />
      <div class="head">
        <h1>{t('dates.title')}</h1>
      </div>
      <div class="flow">
        <p class="lead">{t('dates.lead')}</p>
        <p>{t('dates.kept')}</p>
      </div>
      <form method="post" action="/pathway/dates" novalidate class="intro">
        {sealed ? <input type="hidden" name="so-far" value={sealed} /> : null}
        <Radios
          name="nation"
          fieldset={{ legend: { html: <h2>{t('dates.nation')}</h2> } }}
          hint={{ text: t('dates.nation-hint') }}
          {...message(missing?.nation, t('dates.nation-error'))}
          value={entered?.nation ?? pack.partnership.nation}
          items={pack.clocks.nations.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Fieldset legend={{ html: <h2>{t('dates.happened')}</h2> }} describedBy={missing?.events ? 'event-hint event-error' : 'event-hint'}>
          <Hint id="event-hint" text={t('dates.happened-hint')} />
          {missing?.events ? (
            <ErrorMessage id="event-error" text={t('dates.happened-error')} visuallyHiddenText={t('check.error-prefix')} />
          ) : null}
          {eventGroups.map((group, index) => (
            <Checkboxes
              name="event"
              idPrefix={index === 0 ? 'event' : `event-${group}`}
              fieldset={{ legend: { html: <h3>{t(`dates.group-${group}`)}</h3> } }}
              values={entered?.events ?? []}
              items={pack.clocks.events.filter((event) => event.group === group).map(({ id, name }) => ({ value: id, text: name }))}
            />
          ))}
        </Fieldset>
        <Button text={t('check.next')} name="go" value="events" />
      </form>
    </div>,
    errors.length > 0,
  )
}

/** Second step: the date of each. Back stands after Continue, or the Enter key would press it. */
export const datesWhen = (
  { locale, local }: RenderContext,
  entered: Entered,
  sealed: string,
  faults: ReadonlyMap<string, DateFault> = new Map(),
): PageParts => {
  const { t, pack } = locale
  const events = pack.clocks.events.filter(({ id }) => entered.events.includes(id))
  // Places in these pages are numbered: a link to `#referral-day` would write into the address, and so into a history, what has happened.
  const place = (id: string): string => `date-${events.findIndex((event) => event.id === id) + 1}`
  const errors = [...faults].map(([id, fault]) => ({
    text: faultWords(locale, id, fault),
    href: `#${place(id)}-${fault.parts[0] ?? 'day'}`,
  }))
  const example = local.toPlainDate().subtract({ days: 10 })
  const part = (id: string, name: keyof TypedDate, fault: DateFault | undefined) => ({
    name,
    label: t(`date-part.${name}`),
    value: entered.typed.get(id)?.[name] ?? '',
    autocomplete: 'off',
    classes: name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    ...(fault ? { error: (fault.parts as readonly string[]).includes(name) } : {}),
  })
  return page(
    locale,
    'dates',
    <div class="question">
      <Problems locale={locale} errors={errors} />
      <div class="head">
        <h1>{t('dates.when')}</h1>
      </div>
      <p>{t('dates.when-hint', { example: `${example.day} ${example.month} ${example.year}` })}</p>
      <form method="post" action="/pathway/dates" novalidate class="dates intro">
        <input type="hidden" name="so-far" value={sealed} />
        {events.map(({ id, name, hint }) => {
          const fault = faults.get(id)
          return (
            <DateInput
              id={place(id)}
              namePrefix={id}
              fieldset={{ legend: { text: name } }}
              {...(hint ? { hint: { text: hint } } : {})}
              {...(fault ? { errorMessage: { text: faultWords(locale, id, fault), visuallyHiddenText: t('check.error-prefix') } } : {})}
              items={(['day', 'month', 'year'] as const).map((name) => part(id, name, fault))}
            />
          )
        })}
        <div class="acts">
          <Button text={t('dates.show')} name="go" value="dates" />
          <Button text={t('dates.back')} name="go" value="change-events" classes="govuk-button--secondary" />
        </div>
      </form>
    </div>,
    errors.length > 0,
  )
}

const faultWords = (locale: Locale, id: string, fault: DateFault): string => {
  const { t } = locale
  const event = eventName(locale, id)
  switch (fault.code) {
    case 'lacks':
      return t('date-fault.lacks', {
        event,
        parts: new Intl.ListFormat(t.locale).format(fault.parts.map((p) => t(`date-lacks.${p}`))),
      })
    case 'order':
      return t('date-fault.order', { event, other: eventName(locale, fault.other) })
    case 'too-early':
      return t('date-fault.too-early', { event, year: String(fault.year) })
    default:
      return t(`date-fault.${fault.code}`, { event })
  }
}

/** What is due, what is late, and how each date was counted. */
export const datesResult = (
  { locale, local }: RenderContext,
  entered: Entered,
  happened: ReadonlyMap<string, Temporal.PlainDate>,
  clocks: readonly RunningClock[],
  sealed: string,
): PageParts => {
  const { t } = locale
  const words = clockWords(locale, clocks)
  return page(
    locale,
    'dates',
    <>
      <div class="head">
        <h1>{t('dates.result')}</h1>
      </div>
      <p>{asOf(locale, entered, local)}</p>
      {words.length > 2 ? <Short clocks={words} /> : null}
      <div class="clocks intro">
        {words.length ? words.map((clock, index) => <Clock clock={clock} place={placeOf(index)} />) : <p>{t('dates.none')}</p>}
        {leftOut(locale, happened).map((text) => (
          <p>{text}</p>
        ))}
        <section class="clock" aria-labelledby="entered">
          <h2 id="entered">{t('dates.entered')}</h2>
          <dl>
            {[...happened].map(([id, date]) => (
              <div>
                <dt>{fullDate(date)}</dt>
                <dd>{enteredWords(locale, id, date, local)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p class="small">{t('dates.no-advice')}</p>
      <form method="post" action="/pathway/dates" class="take">
        <input type="hidden" name="so-far" value={sealed} />
        <div class="acts">
          <Button text={t('dates.change')} name="go" value="change-dates" />
          <Button text={t('dates.change-events')} name="go" value="change-events" classes="govuk-button--secondary" />
        </div>
        <h2 class="intro">{t('dates.take')}</h2>
        <p>{t('dates.take-text')}</p>
        <div class="acts">
          <Button text={t('dates.take-calendar')} name="go" value="calendar" classes="govuk-button--secondary" />
          <Button text={t('dates.take-words')} name="go" value="words" classes="govuk-button--secondary" />
        </div>
        <p>
          <a href="/pathway/dates">{t('check.again')}</a>
        </p>
      </form>
    </>,
  )
}

/** What was entered; of a day that is still to come, that it is planned. */
export const enteredWords = (locale: Locale, id: string, date: Temporal.PlainDate, local: Temporal.ZonedDateTime): string =>
  Temporal.PlainDate.compare(date, local.toPlainDate()) > 0
    ? locale.t('dates.entered-planned', { event: eventName(locale, id) })
    : eventName(locale, id)

export const asOf = ({ t, pack }: Locale, { nation }: Entered, local: Temporal.ZonedDateTime): string =>
  t('dates.as-of', { date: longDate(local.toPlainDate()), nation: pack.clocks.nations.find(({ id }) => id === nation)?.name ?? nation })

const placeOf = (index: number): string => `clock-${index + 1}`

/** Where there are many: each in one line, with its place below. */
const Short = ({ clocks }: { clocks: readonly ClockWords[] }) => (
  <ul class="short intro">
    {clocks.map(({ name, state, look, last, beside }, index) => (
      <li>
        <a href={`#${placeOf(index)}`}>{name}</a>
        <span class={`state ${looks[look]}`.trim()}>{state}</span>
        <span>{[last, beside].filter(Boolean).join('. ')}</span>
      </li>
    ))}
  </ul>
)

const looks = { late: 'late', due: 'due', running: '', ask: 'ask time', shut: 'shut' }

const Clock = ({ clock: { name, state, doubt, look, last, beside, rows }, place }: { clock: ClockWords; place: string }) => (
  <section class="clock" aria-labelledby={place}>
    <h2 id={place}>{name}</h2>
    <p>
      <span class={`state ${looks[look]}`.trim()}>{state}</span>
      {doubt ? (
        <>
          {' '}
          <span class="state ask">{doubt}</span>
        </>
      ) : null}
    </p>
    {last ? (
      <p class="last">
        <b>{last}</b>
      </p>
    ) : null}
    {beside ? <p>{beside}</p> : null}
    <dl>
      {rows.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </section>
)
