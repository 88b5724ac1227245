import type { Value } from '../../../../domain/flow/answers.ts'
import type { Question } from '../../../../domain/flow/flow.ts'
import { typedOf } from '../../../../domain/flow/typed.ts'
import { entryWords } from '../../../../domain/flow/words.ts'
import { Problems } from '../../../components/problems.tsx'
import type { RenderContext } from '../../../context/types.ts'
import { ChoiceField } from '../../../flow/choice-field.tsx'
import { Button } from '../../../govuk/button.tsx'
import { slot } from '../../../http/page-template.ts'
import type { PageParts } from '../../layout/page.ts'
import { pathwayAddress, pathwayOf, pathwayParts, questionTitle, StepForm } from './frame.tsx'
import { OrganisationChoice } from './organisation.tsx'
import { Where } from './where.tsx'

export type Asked = {
  question: Question
  missing?: boolean
  chosen?: Value | undefined
  /** Which options are offered, and in which wording. */
  options?: readonly string[]
  variant?: string | undefined
  /** Where the report is made and where the person is, as they count now. */
  givens?: Readonly<Record<string, string>>
}

/** Which organisations may refer hangs on the place: it is shown with them, before anybody is sent the wrong way. */
export const asksPlaces = ({ entries }: Question): boolean => entries.some(({ options_from }) => options_from === 'organisations')

/** The first question, before anything was answered. */
export const pathwayStart = (context: RenderContext): PageParts => {
  const [question] = pathwayOf(context.locale).flow.questions
  if (!question) throw new Error('the pathway asks nothing')
  return pathwayQuestion(context, { question })
}

/** One question of the pathway. Its slot is for the sealed answers so far; the first question has none. */
export const pathwayQuestion = (context: RenderContext, asked: Asked): PageParts => {
  const { question, missing = false, givens } = asked
  const { locale } = context
  const { t } = locale
  const { flow, words } = pathwayOf(locale)
  const number = flow.questions.indexOf(question) + 1
  const said = words.questions.get(question.id)
  return pathwayParts(
    locale,
    questionTitle(locale, number),
    <div class="question">
      <Problems locale={locale} errors={missing ? [{ text: said?.error ?? '', href: `#${question.entries[0]?.id}` }] : []} />
      <StepForm sealed={number > 1 ? slot : ''}>
        <input type="hidden" name="at" value={question.id} />
        <Choice context={context} of={asked} number={number} />
        {givens && asksPlaces(question) ? <Where locale={locale} givens={givens} /> : null}
        <Button text={t('check.next')} />
        <div class="acts">
          {number > 1 ? <Button name="back" value={question.id} text={t('site.back')} classes="govuk-button--secondary" /> : null}
          <Button name="leave" value={question.id} text={t('pathway.leave')} classes="govuk-button--secondary" />
        </div>
      </StepForm>
      <p class="small">{t(number > 1 ? 'pathway.kept' : 'pathway.intro')}</p>
      {number > 1 ? null : (
        <p>
          <a href={`${pathwayAddress}/map`}>{t('pathway.link-map')}</a> ·{' '}
          <a href={`${pathwayAddress}/prepare`}>{t('pathway.link-prepare')}</a> ·{' '}
          <a href={`${pathwayAddress}/who-may-refer`}>{t('pathway.link-who')}</a>
          {locale.site.publishing.static ? null : (
            <>
              {' · '}
              <a href={`${pathwayAddress}/dates`}>{t('pathway.link-dates')}</a>
            </>
          )}
        </p>
      )}
    </div>,
    { faulty: missing, filters: asksPlaces(question) },
  )
}

const Choice = ({
  context,
  of: { question, missing, chosen, options, variant },
  number,
}: {
  context: RenderContext
  of: Asked
  number: number
}) => {
  const { locale } = context
  const { t } = locale
  const { words } = pathwayOf(locale)
  const [entry] = question.entries
  if (!entry) return null
  const said = words.questions.get(question.id)
  const offered = options ?? entry.options ?? []
  const common = {
    ...(said?.hint ? { hint: { text: said.hint } } : {}),
    ...(missing ? { errorMessage: { text: said?.error ?? '', visuallyHiddenText: t('check.error-prefix') } } : {}),
  }
  const heading = (
    <>
      <span class="step">{t('pathway.question', { number })}</span>
      {said?.title}
    </>
  )
  if (entry.options_from) {
    const value = typeof chosen === 'string' ? chosen : undefined
    const params = { ...common, id: entry.id, legend: <h1>{heading}</h1>, options: offered, chosen: value }
    return <OrganisationChoice locale={locale} params={params} />
  }
  return (
    <ChoiceField
      entry={entry}
      name={entry.id}
      options={offered}
      typed={typedOf(entry, chosen)}
      label={{ heading }}
      said={entryWords(words, entry.id, variant) ?? { id: entry.id }}
      messages={common}
    />
  )
}
