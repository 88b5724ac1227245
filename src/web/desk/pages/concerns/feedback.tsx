import { promiseFeedback } from '../../../../commands/concerns/promise-feedback.ts'
import { recordFeedback } from '../../../../commands/concerns/record-feedback.ts'
import { PostButton } from '../../components/buttons.tsx'
import { Part } from '../../components/page-head.tsx'
import type { MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { Due } from './head.tsx'
import type { ConcernPart } from './part.ts'
import { pathOf } from './words.ts'

/** A professional who referred someone hears what happened: by when, and that they have. */
export const feedbackPart: ConcernPart = async (member, concern) => {
  const { t, key } = member
  const { feedbackBy, feedbackAt } = concern
  const path = pathOf(concern)
  if (concern.state === 'withdrawn') return null
  return {
    side: 'beside',
    id: 'feedback',
    jump: t('feedback.jump'),
    body: (
      <Part id="feedback-title" heading={t('feedback.title')}>
        {feedbackAt ? <p>{t('feedback.done', { when: momentWords(member, feedbackAt) })}</p> : null}
        {feedbackBy && !feedbackAt ? (
          <>
            <p>
              {t('feedback.due')} <Due member={member} by={feedbackBy} />
            </p>
            <p>{t(concern.contact ? 'feedback.how' : 'feedback.how-code')}</p>
            <PostButton action={`${path}/feedback`} fields={{ key, what: 'done' }} look="quiet">
              {t('feedback.record')}
            </PostButton>
          </>
        ) : null}
        {feedbackBy ? null : (
          <>
            <p>{t('feedback.none')}</p>
            <PostButton action={`${path}/feedback`} fields={{ key, what: 'due' }} look="quiet">
              {t('feedback.promise')}
            </PostButton>
          </>
        )}
      </Part>
    ),
  }
}

export const feedbackPage: MemberPage = {
  path: '/desk/concerns/:id/feedback',
  here: 'inbox',
  send: async (member, fields) => {
    const concern = member.param('id')
    const done = fields.choice('what', ['done', 'due']) === 'done'
    // Recorded twice is recorded.
    if (done) await member.perform(recordFeedback, { concern }, member.key)
    else await member.perform(promiseFeedback, { concern }, member.key)
    return { to: `${pathOf({ id: concern })}?told=${done ? 'feedback' : 'feedback-due'}#feedback` }
  },
}
