import type { DateFault } from '../../../../../domain/clocks/happened.ts'
import { eventGroups } from '../../../../../domain/clocks/rule.ts'
import type { TypedDate } from '../../../../../domain/time/typed-date.ts'
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
import { eventName } from './clock-words.ts'
import { datesParts, type Entered } from './frame.tsx'

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
  return datesParts(
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
  return datesParts(
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
