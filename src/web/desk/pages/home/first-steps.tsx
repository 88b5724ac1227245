import { readFirstSteps } from '../../../../commands/home/read-first-steps.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { PostButton } from '../../components/buttons.tsx'
import { FirstSteps } from '../../components/needs.tsx'
import type { Member } from '../../context/page.ts'

/** What a new administrator does first, beside the list; null for everybody else, and once it has been put away. */
export const firstStepsOf = async (member: Member) => {
  const { t, viewer, key } = member
  if (!holds(viewer, 'administrator')) return null
  const { done: steps } = await member.perform(readFirstSteps, {})
  if (!steps) return null
  return (
    <FirstSteps
      id="first-steps"
      heading={t('steps.title')}
      steps={[
        { done: steps.coordinator, said: t('steps.done'), text: <a href="/desk/people">{t('steps.coordinator')}</a> },
        { done: steps.key, said: t('steps.done'), text: <a href="/desk/keys">{t('steps.key')}</a> },
        { done: steps.controllers, said: t('steps.done'), text: <a href="/desk/settings">{t('steps.controllers')}</a> },
      ]}
      hide={
        <PostButton action="/desk/first-steps/hide" fields={{ key }} look="quiet">
          {t('steps.hide')}
        </PostButton>
      }
    >
      <p>{t('steps.why')}</p>
    </FirstSteps>
  )
}
