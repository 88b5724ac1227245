import type { RunningClock } from '../../../../../domain/clocks/clocks.ts'
import { fullDate, longDate } from '../../../../../format/when.ts'
import type { Locale, RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import type { PageParts } from '../../../layout/page.ts'
import { type ClockWords, clockWords, eventName, leftOut } from './clock-words.ts'
import { datesParts, type Entered } from './frame.tsx'

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
  return datesParts(
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
        <section class="clock">
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
  <section class="clock">
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
