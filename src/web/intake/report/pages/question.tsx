import type { Child } from 'hono/jsx'
import { feedbackDays } from '../../../../content/concern-waits.ts'
import type { PackFlow } from '../../../../content/flows.ts'
import { byCategory } from '../../../../domain/signs/lists.ts'
import { Problems } from '../../../components/problems.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { flowButtons } from '../../../flow/buttons.ts'
import { QuestionFields } from '../../../flow/entry-fields.tsx'
import { type EntryTexts, type FieldProps, labelOf, messagesOf } from '../../../flow/field.tsx'
import { fieldOf } from '../../../flow/field-names.ts'
import type { FlowFault } from '../../../flow/flow-fault.ts'
import type { AskedQuestion } from '../../../flow/flow-form.ts'
import { Button } from '../../../govuk/button.tsx'
import { Checkboxes } from '../../../govuk/checkboxes.tsx'
import { Details } from '../../../govuk/details.tsx'
import { Select } from '../../../govuk/select.tsx'
import type { FramedPage } from '../../frame.ts'
import type { Reports } from '../../watch.ts'
import { alarmsOf, wasShown } from '../said/alarms.ts'
import type { Besides } from '../said/carried.ts'
import { readersOf, walledOf } from '../said/content.ts'
import { Alarms, ChildTold } from './alarms.tsx'
import { NotSent } from './not-sent.tsx'
import { MadeUp, reportPage, StepForm } from './parts.tsx'
import { WorkerTold } from './readers.tsx'

/** One page of the form: what it asks, on, back, and send what there is. */
export const questionPage = (
  context: RenderContext,
  flow: PackFlow,
  asked: AskedQuestion,
  { besides, reports }: { besides: Besides; reports: Reports },
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const { question, faults, answers } = asked
  const number = flow.flow.questions.indexOf(question) + 1
  const texts = textsOf(locale, flow)
  const alarms = alarmsOf(answers, besides.found)
  const walled = walledOf(answers)
  const words = besides.work ? atWork(locale, flow) : flow.words
  // What must not wait says 999 itself, where it is open.
  const before = flow.flow.questions[number - 2]?.entries.map(({ id }) => id)
  const folded = before !== undefined && wasShown(answers, besides.found, before)
  return reportPage(
    locale,
    t('report-form.history-page', { number }),
    <div class="question">
      <MadeUp locale={locale} />
      {reports.open ? null : <NotSent context={context} why={reports.standing ? 'closed' : 'gone'} />}
      <Problems
        locale={locale}
        errors={faults.map((fault) => ({ text: texts.fault(fault), href: `#${fieldOf(fault, question.entries)}` }))}
      />
      <Alarms context={context} alarms={alarms} reports={reports} walled={walled} folded={folded} />
      {!folded && (alarms.danger || alarms.child) ? null : <Ring999 locale={locale} words="report-form.danger-line" />}
      {/* Where they choose who may read it, it is in sight whether the box is open or not. */}
      {folded && question.id === 'who' && (alarms.child || alarms.young) ? (
        <ChildTold locale={locale} you={alarms.young} reports={reports} walled={walled} />
      ) : null}
      {question.id === 'who' ? <WorkerTold locale={locale} answers={answers} reports={reports} /> : null}
      <StepForm field={asked.field}>
        {asked.returns ? <input type="hidden" name={flowButtons.returns} value="yes" /> : null}
        <p class="step">{t('report-form.page', { number })}</p>
        <QuestionFields
          of={asked}
          words={question.id === 'who' ? forAlarms(locale, words, readersOf(answers, besides.found)) : words}
          texts={texts}
          own={ownFields(locale)}
        />
        <Button text={t('check.next')} />
        <div class="acts">
          {number > 1 ? (
            <Button name={flowButtons.back} value={question.id} text={t('report-form.back')} classes="govuk-button--secondary" />
          ) : null}
          <Button name={flowButtons.leave} value={question.id} text={t('report-form.send-now')} classes="govuk-button--secondary" />
        </div>
      </StepForm>
      <p class="small">
        {t('report-form.kept')} {t('report-form.stay')} {t('report-form.close-tab')}
      </p>
    </div>,
    faults.length > 0,
  )
}

/** Whoever reports at work hears what happened in another way than somebody who may not be called. */
const atWork = ({ t, pack }: Locale, { words }: PackFlow): PackFlow['words'] => {
  const [answer, contact] = [words.questions.get('answer'), words.entries.get('contact')]
  if (!answer || !contact) return words
  const hint = t('report-form.work-contact-hint', { days: feedbackDays(pack) })
  return {
    ...words,
    questions: new Map(words.questions).set('answer', { ...answer, title: t('report-form.work-answer') }),
    entries: new Map(words.entries).set('contact', { ...contact, label: t('report-form.work-contact'), hint }),
  }
}

/** Where a child or danger is known, who reads it does not hang on a choice alone: said as it is. */
const forAlarms = ({ t }: Locale, words: PackFlow['words'], who: ReturnType<typeof readersOf>): PackFlow['words'] => {
  const asked = words.questions.get('who')
  if (!asked || (who !== 'young' && who !== 'child' && who !== 'danger')) return words
  return { ...words, questions: new Map(words.questions).set('who', { ...asked, hint: t('report-form.readers', { who }) }) }
}

/** Long lists of the pack, each shown so that a phone can bear it. */
const ownFields = (locale: Locale): Readonly<Record<string, (props: FieldProps) => Child>> => ({
  'where-town': (props) => <OneOf {...props} locale={locale} />,
  sector: (props) => <OneOf {...props} locale={locale} />,
  signs: (props) => <Signs {...props} locale={locale} />,
  'works-for': (props) => <WorksFor {...props} locale={locale} />,
})

type OwnProps = FieldProps & { locale: Locale }

const OneOf = (props: OwnProps) => {
  const { locale, name, typed, label, said, entry, options = entry.options ?? [] } = props
  return (
    <Select
      {...messagesOf(props)}
      name={name}
      label={labelOf(label)}
      value={typeof typed === 'string' ? typed : ''}
      items={[
        { value: '', text: locale.t('report-form.choose') },
        ...options.map((value) => ({ value, text: said.options?.[value] ?? value })),
      ]}
    />
  )
}

const valuesOf = (typed: FieldProps['typed']): string[] => (Array.isArray(typed) ? typed.map(String) : [])

/** All signs of the pack, closed under what one notices: there are more than a phone can bear at once. */
const Signs = ({ locale: { pack }, name, typed, label }: OwnProps) => {
  const values = valuesOf(typed)
  return (
    <fieldset class="govuk-fieldset report-signs">
      <legend class="govuk-fieldset__legend entry-label">{'text' in label ? label.text : label.heading}</legend>
      {byCategory(pack.indicators, pack.categories).map(({ category, signs }) => (
        <Details
          summaryText={category.name}
          open={signs.some(({ id }) => values.includes(id))}
          html={
            <Checkboxes
              name={name}
              idPrefix={`signs-${category.id}`}
              values={values}
              items={signs.map(({ id, text }) => ({ value: id, text, id: `sign-${id}` }))}
            />
          }
        />
      ))}
    </fieldset>
  )
}

/** Closed: few need it, and whoever does must find it. */
const WorksFor = (own: OwnProps) => {
  const { locale, name, typed, said, entry, options = entry.options ?? [] } = own
  const values = valuesOf(typed)
  return (
    <Details
      summaryText={locale.t('report-form.works-fold')}
      open={values.length > 0}
      html={
        <Checkboxes
          {...messagesOf(own)}
          name={name}
          fieldset={{ legend: { text: said.label ?? '', classes: 'entry-label' } }}
          values={values}
          items={options.map((value) => ({ value, text: said.options?.[value] ?? value }))}
        />
      }
    />
  )
}

const textsOf = ({ t }: Locale, { words }: PackFlow): EntryTexts => ({
  fault: (fault: FlowFault): string => {
    if (fault.code === 'too-long') return t('report-form.too-long', { most: fault.most })
    return (fault.code === 'missing' && words.questions.get(fault.at[0])?.error) || t('report-form.not-an-option')
  },
  errorPrefix: t('check.error-prefix'),
  // The form asks for no date, no row and no file.
  parts: { day: '', month: '', year: '' },
  next: t('check.next'),
  row: () => '',
  addRow: () => '',
  removeRow: () => '',
  file: (kept) => kept,
  removeFile: () => '',
})
