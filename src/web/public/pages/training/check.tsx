import { raw } from 'hono/html'
import { type CourseTier, tierEndingWith } from '../../../../domain/training/course.ts'
import type { Item, Part } from '../../../../domain/training/part.ts'
import { Problems } from '../../../components/problems.tsx'
import { type Answers, isRight, Questions, Reasons } from '../../../components/questions.tsx'
import type { Locale } from '../../../context/types.ts'
import { carriedField } from '../../../forms/carrier.ts'
import { countedAddress } from '../../../forms/passed.ts'
import { Button } from '../../../govuk/button.tsx'
import { Details } from '../../../govuk/details.tsx'
import type { PageParts } from '../../layout/page.ts'
import { Certificate } from './certificate.tsx'
import { partAddress } from './page.tsx'
import { partShell, partTitle } from './part-layout.tsx'

type Asked = { locale: Locale; part: Part; items: readonly Item[] }

/** The questions as a form. With `answers`, one that lacks some: they stay, and what is missing is said. */
export const CheckForm = ({ locale, part, items, answers }: Asked & { answers?: Answers }) => {
  const { t } = locale
  const missing = answers ? items.filter(({ id }) => !answers.has(id)) : []
  return (
    <section class="flow">
      <h2 id="check">{t('training.check')}</h2>
      <Problems
        locale={locale}
        errors={missing.map(({ id, question }) => ({ text: t('training.choose', { question }), href: `#${id}` }))}
      />
      <p>{t('training.check-how')}</p>
      <form method="post" action={partAddress(part.id)} novalidate>
        <Questions locale={locale} items={items} answers={answers} missing={missing} />
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

/** The form again, with what was chosen and what is missing. */
export const checkMissing = (asked: Asked, answers: Answers): PageParts => {
  const { locale, part } = asked
  const title = `${locale.t('check.error-prefix')}: ${partTitle(locale, part)}`
  return partShell(locale, part, <CheckForm {...asked} answers={answers} />, { form: true, title, faulty: true })
}

/** Whoever wants to may be counted: on a page of its own, which says what is kept. */
const Counted = ({ locale: { t }, proof }: { locale: Locale; proof: string }) => (
  <section class="flow screen">
    <h2 id="counted">{t('counted.offer')}</h2>
    <p>{t('counted.offer-text')}</p>
    <form method="post" action={countedAddress} novalidate>
      <input type="hidden" name={carriedField} value={proof} />
      <Button name="do" value="begin" text={t('counted.offer-go')} classes="govuk-button--secondary" />
    </form>
  </section>
)

/** Every question with the answer that was chosen, and the reason for each. Nothing of it is kept. `proof`: that all were right, to be counted with. */
export const checkAnswers = ({ locale, part, items }: Asked, answers: Answers, proof?: (tier: CourseTier) => string): PageParts => {
  const { t } = locale
  const right = items.filter((item) => isRight(item, answers)).length
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
      {tier && proof ? <Counted locale={locale} proof={proof(tier)} /> : null}
    </section>,
    { title: t('training.answers-title', { part: part.title }), ...(tier ? { form: false, sheet: 'certificate' } : { form: true }) },
  )
}
