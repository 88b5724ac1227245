import { raw } from 'hono/html'
import type { Item } from '../../domain/training/part.ts'
import type { Locale } from '../context/types.ts'
import { Radios } from '../govuk/radios.tsx'
import { groupFault } from './problems.tsx'

/** What someone chose, by the id of the question. */
export type Answers = ReadonlyMap<string, string>

export const isRight = ({ id, choices }: Item, answers: Answers): boolean => choices.some((c) => c.right && c.id === answers.get(id))

type Asked = { locale: Locale; items: readonly Item[]; answers?: Answers | undefined; missing?: readonly Item[] }

/** Questions with closed answers. `missing`: those that still want one. */
export const Questions = ({ locale: { t }, items, answers, missing = [] }: Asked) => (
  <>
    {items.map((item, index) => {
      const { message, fieldset } = groupFault(t, missing.includes(item) ? t('training.choose-one') : null)
      return (
        <Radios
          name={item.id}
          idPrefix={item.id}
          value={answers?.get(item.id)}
          fieldset={{ legend: { html: <h3>{t('training.question', { number: index + 1, question: item.question })}</h3> }, ...fieldset }}
          {...message}
          items={item.choices.map(({ id, text }) => ({ value: id, text }))}
        />
      )
    })}
  </>
)

/** Each answer of a question, and why it is right or not. */
export const Reasons = ({ locale, item, chosen }: { locale: Locale; item: Item; chosen: string | undefined }) => {
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
