import { raw } from 'hono/html'
import { askedIn } from '../../../domain/training/course.ts'
import type { Item, Part } from '../../../domain/training/part.ts'
import type { Given } from './page.tsx'

/** The questions of a check with the reasons folded away beneath each: without script they can be opened, with it they open when answered. */
export const CheckQuestions = ({ given, part, items }: { given: Given; part: Part; items: readonly Item[] }) => {
  const { locale, markdown, parts } = given
  const { t, pack } = locale
  const all = parts.reduce((sum, each) => sum + askedIn(pack.course, each).length, 0)
  return (
    <form class="check" novalidate>
      <p>{t('elearning.check-how', { pass: pack.course.pass, all })}</p>
      <p class="wrong note" tabindex={-1} hidden>
        {t('elearning.missing')}
      </p>
      {items.map((item, index) => (
        <fieldset data-item={item.id} data-asked={item.question} data-right={item.choices.find(({ right }) => right)?.id}>
          <legend>
            <h3>{t('training.question', { number: index + 1, question: item.question })}</h3>
          </legend>
          <p class="choose" id={`${part.id}-${item.id}-choose`} hidden>
            {t('training.choose-one')}
          </p>
          {item.choices.map(({ id, text }) => (
            <label>
              <input type="radio" name={item.id} value={id} />
              <span>{raw(markdown.inline(text))}</span>
            </label>
          ))}
          <details class="why">
            <summary>{t('training.show-answer')}</summary>
            <dl>
              {item.choices.map(({ id, text, right, why }) => (
                <div data-choice={id}>
                  <dt>
                    {raw(markdown.inline(text))}{' '}
                    <span class="yours" hidden>
                      ({t('training.yours')})
                    </span>
                  </dt>
                  <dd>
                    <b>{t(right ? 'training.right' : 'training.not-right')}</b> {raw(markdown.inline(why))}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </fieldset>
      ))}
      <p class="result note" tabindex={-1} hidden></p>
      <p class="acts" hidden>
        <button class="button" type="submit">
          {t('training.answer')}
        </button>
        <button class="button quiet" type="reset" hidden>
          {t('training.again')}
        </button>
      </p>
    </form>
  )
}
