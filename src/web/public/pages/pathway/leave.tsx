import { raw } from 'hono/html'
import type { Leaving } from '../../../../domain/flow/flow.ts'
import type { RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { slot } from '../../../http/page-template.ts'
import type { PageParts } from '../../layout/page.ts'
import { ActionLines } from './action.tsx'
import { pathwayOf, pathwayParts, StepForm } from './frame.tsx'

/** For someone who must go now: the safest short answer for what is known, and the way back. Its slot is for the sealed field. */
export const beforeYouGo = (context: RenderContext, rows: readonly Leaving[]): PageParts => {
  const { locale } = context
  const { words } = pathwayOf(locale)
  return pathwayParts(
    locale,
    locale.t('pathway.history-leave'),
    <>
      <div class="head">
        <div>
          <h1>{locale.t('pathway.leave-title')}</h1>
          <p class="lead">{locale.t('pathway.leave-lead')}</p>
        </div>
      </div>
      <ol class="acts-list">
        {rows.map(({ id, services }) => (
          <li class="act">
            <h2>{raw(locale.markdown.inline(words.actions.get(id)?.title ?? ''))}</h2>
            {services.length ? (
              <div class="act-who">
                <ActionLines context={context} services={services} level={3} />
              </div>
            ) : null}
            <div class="act-do">
              {words.actions.get(id)?.do.map((step) => (
                <p>{raw(locale.markdown.inline(step))}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <StepForm sealed={slot} classes="screen">
        <Button name="resume" value="yes" text={locale.t('pathway.resume')} />
      </StepForm>
    </>,
    { acts: true },
  )
}
