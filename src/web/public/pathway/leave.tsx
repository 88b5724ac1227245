import { raw } from 'hono/html'
import type { Leaving } from '../../../domain/flow/flow.ts'
import type { Moment } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { hole } from '../../http/page-template.ts'
import type { PageParts } from '../layout/shell.tsx'
import { ActionLines } from './action.tsx'
import { pathwayOf, pathwayPage, StepForm } from './frame.tsx'

/** For somebody who must go now: the safest short answer for what is known, and the way back. Its hole is for the sealed field. */
export const beforeYouGo = (moment: Moment, rows: readonly Leaving[]): PageParts => {
  const { site } = moment
  const { words } = pathwayOf(site)
  return pathwayPage(
    site,
    site.say('pathway.history-leave'),
    <>
      <div class="head">
        <div>
          <h1>{site.say('pathway.leave-title')}</h1>
          <p class="lead">{site.say('pathway.leave-lead')}</p>
        </div>
      </div>
      <ol class="acts-list">
        {rows.map(({ id, services }) => (
          <li class="act">
            <h2>{raw(site.markdown.inline(words.actions.get(id)?.title ?? ''))}</h2>
            {services.length ? (
              <div class="act-who">
                <ActionLines moment={moment} services={services} level={3} />
              </div>
            ) : null}
            <div class="act-do">
              {words.actions.get(id)?.do.map((step) => (
                <p>{raw(site.markdown.inline(step))}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <StepForm sealed={hole} classes="screen">
        <Button name="resume" value="yes" text={site.say('pathway.resume')} />
      </StepForm>
    </>,
    { acts: true },
  )
}
