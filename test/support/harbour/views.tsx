import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Answers, Value } from '../../../src/domain/flow/answers.ts'
import { harbourWords as words } from '../../../src/domain/flow/every-kind-fixtures.ts'
import type { Entry, Flow } from '../../../src/domain/flow/flow.ts'
import { askedOn } from '../../../src/domain/flow/route.ts'
import { QuestionFields } from '../../../src/web/flow/entry-fields.tsx'
import type { EntryTexts } from '../../../src/web/flow/field.tsx'
import { fieldOf } from '../../../src/web/flow/field-names.ts'
import type { FlowFault } from '../../../src/web/flow/flow-fault.ts'
import type { AskedQuestion, FlowViews } from '../../../src/web/flow/flow-form.ts'
import { Button } from '../../../src/web/govuk/button.tsx'
import { ErrorSummary } from '../../../src/web/govuk/error-summary.tsx'

/** The pages of the made-up flow, in words of their own: a flow's runner knows none. */

const sentence = (fault: FlowFault): string => {
  const field = String(fault.at.at(-1))
  switch (fault.code) {
    case 'missing':
      return `Answer "${field}"`
    case 'not-an-option':
      return `Choose one of what is offered for "${field}"`
    case 'too-long':
      return `"${field}" may have ${fault.most} characters`
    case 'too-many':
      return `"${field}" may be ${fault.most} at most`
    case 'date':
      return `Mend the ${fault.fault.parts.join(' and ')} of "${field}"`
    case 'none-answered':
      return `Answer one of ${fault.of.join(', ')}`
    case 'file-too-large':
      return `A file may have ${fault.megabytes} MB`
    case 'file-type':
      return `Choose a file of one of these kinds: ${fault.types.join(', ')}`
    case 'file-empty':
      return 'The file is empty'
  }
}

const nameOf = (kept: string): string => kept.slice(kept.indexOf(' ') + 1)

const texts: EntryTexts = {
  fault: sentence,
  errorPrefix: 'Error',
  parts: { day: 'Day', month: 'Month', year: 'Year' },
  next: 'Continue',
  row: (_, number) => `Ship ${number}`,
  addRow: () => 'Add another ship',
  removeRow: (_, number) => `Remove ship ${number}`,
  file: nameOf,
  removeFile: (kept) => (
    <>
      Remove<span class="govuk-visually-hidden"> {nameOf(kept)}</span>
    </>
  ),
}

const page = (title: string, body: Child): string =>
  `<!DOCTYPE html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/made-up.css" />
      </head>
      <body>
        <main id="main">
          <div class="wrap">
            <div class="question">{body}</div>
          </div>
        </main>
      </body>
    </html>
  )}`

export const errorPage = (id: string): string => page('Problem', <h1 class="refused">{id}</h1>)

const Form = ({ field, files, children }: { field: string | null; files: boolean; children: Child }) => (
  <form method="post" action="/harbour" novalidate enctype={files ? 'multipart/form-data' : undefined}>
    {field === null ? null : <input type="hidden" name="so-far" value={field} />}
    {children}
  </form>
)

const questionPage = (flow: Flow, asked: Omit<AskedQuestion, 'field'> & { field: string | null }, files: boolean): string => {
  const { question, faults, field } = asked
  const at = flow.questions.indexOf(question)
  return page(
    `${faults.length ? 'Error: ' : ''}${words.questions.get(question.id)?.title}`,
    <>
      {faults.length ? (
        <ErrorSummary
          titleText="There is a problem"
          errorList={faults.map((fault) => ({ text: sentence(fault), href: `#${fieldOf(fault, question.entries)}` }))}
        />
      ) : null}
      <Form field={field} files={files}>
        <QuestionFields of={{ ...asked, field: field ?? '' }} words={words} texts={texts} />
        <Button text="Continue" />
        <div class="acts">
          {at > 0 ? <Button name="back" value={question.id} text="Back" classes="govuk-button--secondary" /> : null}
          <Button name="leave" value={question.id} text="I must go" classes="govuk-button--secondary" />
        </div>
      </Form>
    </>,
  )
}

export const startPage = (flow: Flow, files: boolean): string => {
  const [question] = flow.questions
  if (!question) throw new Error('the flow asks nothing')
  const asked = () => askedOn(flow, question, {}, { rules: {}, today: Temporal.PlainDate.from('2026-11-27') })
  return questionPage(flow, { question, answers: {}, asked, typed: null, faults: [], returns: false, field: null }, files)
}

/** What an answer says, for the page of all answers. */
const shown = (entry: Entry, value: Value | undefined): string => {
  if (value === undefined) return 'Not given'
  if (entry.record?.as === 'file') return String(value).split('\n').map(nameOf).join(', ')
  if (typeof value === 'string') return value
  return (value as readonly (string | Answers)[]).map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('; ')
}

export const harbourViews = (flow: Flow, files: boolean): FlowViews => ({
  question: (asked) => ({ status: asked.faults.length ? 400 : 200, page: questionPage(flow, asked, files) }),
  outcome: ({ reached, questions, answers, field }) => ({
    status: 200,
    page: page(
      words.outcomes.get(reached.id)?.title ?? '',
      <>
        <h1>{words.outcomes.get(reached.id)?.title}</h1>
        <Form field={field} files={files}>
          {questions.map((question) => (
            <section>
              <h2>{words.questions.get(question.id)?.title}</h2>
              <dl>
                {question.entries.map((entry) => (
                  <div data-entry={entry.id}>
                    <dt>{words.entries.get(entry.id)?.label ?? words.questions.get(question.id)?.title}</dt>
                    <dd>{shown(entry, answers[entry.id])}</dd>
                  </div>
                ))}
              </dl>
              <Button
                name="change"
                value={question.id}
                classes="govuk-button--secondary"
                html={
                  <>
                    Change<span class="govuk-visually-hidden"> {words.questions.get(question.id)?.title}</span>
                  </>
                }
              />
            </section>
          ))}
          <Button name="back" value="done" text="Back" classes="govuk-button--secondary" />
          {raw(`<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`)}
        </Form>
      </>,
    ),
  }),
  leaving: (rows, { field, answers }) => ({
    status: 200,
    page: page(
      'Before you go',
      <>
        <h1>Before you go</h1>
        <p>{rows.map(({ id }) => id).join(' ')}</p>
        <Form field={field} files={files}>
          <Button name="resume" value="yes" text="Go on" />
          {raw(`<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`)}
        </Form>
      </>,
    ),
  }),
})
