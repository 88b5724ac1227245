import { raw } from 'hono/html'
import type { Item, Part } from '../../../domain/training/part.ts'
import type { Site } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { Details } from '../../govuk/details.tsx'
import { ErrorSummary } from '../../govuk/error-summary.tsx'
import { Radios } from '../../govuk/radios.tsx'
import type { PageParts } from '../layout/shell.tsx'
import { partAddress } from './overview.tsx'
import { partShell } from './part-layout.tsx'

/** What somebody chose, by the id of the question. */
export type Answers = ReadonlyMap<string, string>

type Asked = { site: Site; part: Part; items: readonly Item[] }

/** The questions as a form. With `answers`, one that lacks some: they stay, and what is missing is said. */
export const CheckForm = ({ site, part, items, answers }: Asked & { answers?: Answers }) => {
  const { say } = site
  const missing = answers ? items.filter(({ id }) => !answers.has(id)) : []
  return (
    <section class="flow" aria-labelledby="check">
      <h2 id="check">{say('training.check')}</h2>
      {missing.length ? (
        <ErrorSummary
          titleText={say('check.error-title')}
          errorList={missing.map(({ id, question }) => ({ text: say('training.choose', { question }), href: `#${id}` }))}
        />
      ) : null}
      <p>{say('training.check-how')}</p>
      <form method="post" action={partAddress(part.id)} novalidate>
        {items.map((item, index) => (
          <Radios
            name={item.id}
            idPrefix={item.id}
            value={answers?.get(item.id)}
            fieldset={{ legend: { html: <h3>{say('training.question', { number: index + 1, question: item.question })}</h3> } }}
            {...(missing.includes(item)
              ? { errorMessage: { text: say('training.choose-one'), visuallyHiddenText: say('check.error-prefix') } }
              : {})}
            items={item.choices.map(({ id, text }) => ({ value: id, text }))}
          />
        ))}
        <Button text={say('training.answer')} />
      </form>
    </section>
  )
}

/** The questions where nothing answers a form: the right answer and every reason are folded away beneath each. */
export const CheckRead = ({ site, items }: { site: Site; items: readonly Item[] }) => (
  <section class="flow" aria-labelledby="check">
    <h2 id="check">{site.say('training.check')}</h2>
    {items.map((item, index) => (
      <div class="flow">
        <h3>{site.say('training.question', { number: index + 1, question: item.question })}</h3>
        <div class="prose">
          <ul>
            {item.choices.map(({ text }) => (
              <li>{raw(site.markdown.inline(text))}</li>
            ))}
          </ul>
        </div>
        <Details summaryText={site.say('training.show-answer')} html={<Reasons site={site} item={item} chosen={undefined} />} />
      </div>
    ))}
  </section>
)

const Reasons = ({ site, item, chosen }: { site: Site; item: Item; chosen: string | undefined }) => {
  const { say } = site
  return (
    <dl class="who">
      {item.choices.map(({ id, text, right, why }) => (
        <div>
          <dt>
            {raw(site.markdown.inline(text))}
            {id === chosen ? ` (${say('training.yours')})` : null}
          </dt>
          <dd>
            <b>{say(right ? 'training.right' : 'training.not-right')}</b> {raw(site.markdown.inline(why))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The form again, with what was chosen and what is missing. */
export const checkMissing = (asked: Asked, answers: Answers): PageParts => {
  const { site, part } = asked
  const title = `${site.say('check.error-prefix')}: ${site.say('training.part-title', { part: part.title })}`
  return partShell(site, part, <CheckForm {...asked} answers={answers} />, { form: true, title, faulty: true })
}

/** Every question with the answer that was chosen, and the reason for each. Nothing of it is kept. */
export const checkAnswers = ({ site, part, items }: Asked, answers: Answers): PageParts => {
  const { say } = site
  const right = items.filter((item) => item.choices.some((c) => c.right && c.id === answers.get(item.id))).length
  return partShell(
    site,
    part,
    <section class="flow" aria-labelledby="answers">
      <h2 id="answers">{say('training.answers')}</h2>
      <p class="note">
        {say('training.of-all', { right, all: items.length })} {say('training.not-kept')}
      </p>
      {items.map((item, index) => (
        <section class="entry" aria-labelledby={item.id}>
          <h3 id={item.id}>{say('training.question', { number: index + 1, question: item.question })}</h3>
          <Reasons site={site} item={item} chosen={answers.get(item.id)} />
        </section>
      ))}
      <p class="screen">
        <a href={partAddress(part.id)}>{say('training.again')}</a>
      </p>
    </section>,
    { form: true, title: say('training.answers-title', { part: part.title }) },
  )
}
