import { raw } from 'hono/html'
import { tierEndingWith } from '../../../../domain/training/course.ts'
import type { Item, Part } from '../../../../domain/training/part.ts'
import type { Locale } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { Details } from '../../../govuk/details.tsx'
import { ErrorSummary } from '../../../govuk/error-summary.tsx'
import { Radios } from '../../../govuk/radios.tsx'
import type { PageParts } from '../../layout/page.ts'
import { Certificate } from './certificate.tsx'
import { partAddress } from './page.tsx'
import { partShell, partTitle } from './part-layout.tsx'

/** What someone chose, by the id of the question. */
export type Answers = ReadonlyMap<string, string>

type Asked = { locale: Locale; part: Part; items: readonly Item[] }

/** The questions as a form. With `answers`, one that lacks some: they stay, and what is missing is said. */
export const CheckForm = ({ locale, part, items, answers }: Asked & { answers?: Answers }) => {
  const { t } = locale
  const missing = answers ? items.filter(({ id }) => !answers.has(id)) : []
  return (
    <section class="flow">
      <h2 id="check">{t('training.check')}</h2>
      {missing.length ? (
        <ErrorSummary
          titleText={t('check.error-title')}
          errorList={missing.map(({ id, question }) => ({ text: t('training.choose', { question }), href: `#${id}` }))}
        />
      ) : null}
      <p>{t('training.check-how')}</p>
      <form method="post" action={partAddress(part.id)} novalidate>
        {items.map((item, index) => (
          <Radios
            name={item.id}
            idPrefix={item.id}
            value={answers?.get(item.id)}
            fieldset={{ legend: { html: <h3>{t('training.question', { number: index + 1, question: item.question })}</h3> } }}
            {...(missing.includes(item)
              ? { errorMessage: { text: t('training.choose-one'), visuallyHiddenText: t('check.error-prefix') } }
              : {})}
            items={item.choices.map(({ id, text }) => ({ value: id, text }))}
          />
        ))}
        <Button text={t('training.answer')} />
      </form>
    </section>
  )
}

/** The questions where nothing answers a form: the right answer and every reason are folded away beneath each. */
export const CheckRead = ({ locale, items }: { locale: Locale; items: readonly Item[] }) => (
  <section class="flow">
    <h2 id="check">{locale.t('training.check')}</h2>
    {items.map((item, index) => (
      <div class="flow">
        <h3>{locale.t('training.question', { number: index + 1, question: item.question })}</h3>
        <div class="prose">
          <ul>
            {item.choices.map(({ text }) => (
              <li>{raw(locale.markdown.inline(text))}</li>
            ))}
          </ul>
        </div>
        <Details summaryText={locale.t('training.show-answer')} html={<Reasons locale={locale} item={item} chosen={undefined} />} />
      </div>
    ))}
  </section>
)

const Reasons = ({ locale, item, chosen }: { locale: Locale; item: Item; chosen: string | undefined }) => {
  const { t } = locale
  return (
    <dl class="who">
      {item.choices.map(({ id, text, right, why }) => (
        <div>
          <dt>
            {raw(locale.markdown.inline(text))}
            {id === chosen ? ` (${t('training.yours')})` : null}
          </dt>
          <dd>
            <b>{t(right ? 'training.right' : 'training.not-right')}</b> {raw(locale.markdown.inline(why))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The form again, with what was chosen and what is missing. */
export const checkMissing = (asked: Asked, answers: Answers): PageParts => {
  const { locale, part } = asked
  const title = `${locale.t('check.error-prefix')}: ${partTitle(locale, part)}`
  return partShell(locale, part, <CheckForm {...asked} answers={answers} />, { form: true, title, faulty: true })
}

/** Every question with the answer that was chosen, and the reason for each. Nothing of it is kept. */
export const checkAnswers = ({ locale, part, items }: Asked, answers: Answers): PageParts => {
  const { t } = locale
  const right = items.filter((item) => item.choices.some((c) => c.right && c.id === answers.get(item.id))).length
  const { course } = locale.pack
  // Every answer, not most of them: one may be about an emergency.
  const tier = right === items.length ? tierEndingWith(course, part) : undefined
  return partShell(
    locale,
    part,
    <section class="flow">
      <h2 id="answers">{t('training.answers')}</h2>
      <p class="note">
        {t('training.of-all', { right, all: items.length })} {t('training.not-kept')}{' '}
        {tier ? <a href="#certificate">{t('elearning.certificate')}</a> : t('training.certificate-when')}
      </p>
      {items.map((item, index) => (
        <section class="entry">
          <h3 id={item.id}>{t('training.question', { number: index + 1, question: item.question })}</h3>
          <Reasons locale={locale} item={item} chosen={answers.get(item.id)} />
        </section>
      ))}
      <p class="screen">
        <a href={partAddress(part.id)}>{t('training.again')}</a>
      </p>
      {tier ? <Certificate locale={locale} tier={tier} all={items.length} /> : null}
    </section>,
    { title: t('training.answers-title', { part: part.title }), ...(tier ? { form: false, sheet: 'certificate' } : { form: true }) },
  )
}
