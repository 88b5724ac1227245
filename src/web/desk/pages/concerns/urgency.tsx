import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { PostButton } from '../../components/buttons.tsx'
import type { Member } from '../../context/page.ts'
import { pathOf } from './words.ts'

type Props = { member: Pick<Member, 't'>; concern: Pick<ConcernHead, 'id' | 'danger' | 'child' | 'state' | 'sharing'> }

/** Danger now, or a child at risk, by one button each: the one place where either is marked. Nothing for what has ended. */
export const Urgency = ({ member: { t }, concern }: Props) => {
  const { danger, child, state } = concern
  if (state !== 'new' && state !== 'open') return null
  const action = `${pathOf(concern)}/mark-urgent`
  return (
    <>
      <h3>{t('owner.urgency')}</h3>
      {danger && child ? null : <p class="small">{t('owner.urgency-why')}</p>}
      {concern.sharing === 'coordinators' && (danger || child) ? <p class="small">{t('owner.urgency-narrow')}</p> : null}
      <div class="actions">
        <PostButton action={action} fields={{ what: 'danger', mark: danger ? 'no' : 'yes' }} look="quiet">
          {t(danger ? 'owner.not-danger' : 'owner.danger')}
        </PostButton>
        <PostButton action={action} fields={{ what: 'child', mark: child ? 'no' : 'yes' }} look="quiet">
          {t(child ? 'owner.not-child' : 'owner.child')}
        </PostButton>
      </div>
    </>
  )
}
