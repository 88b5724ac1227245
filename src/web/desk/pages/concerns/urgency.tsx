import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import type { Member } from '../../context/page.ts'
import { pathOf } from './words.ts'

type Props = { member: Pick<Member, 't'>; concern: Pick<ConcernHead, 'id' | 'danger' | 'child' | 'state' | 'sharing'> }

/** Danger now, or a child at risk, by one button each: the one place where either is marked; taken back on a page of its own. Nothing for what has ended. */
export const Urgency = ({ member: { t }, concern }: Props) => {
  const { danger, child, state } = concern
  if (state !== 'new' && state !== 'open') return null
  const marks = [
    ['danger', danger],
    ['child', child],
  ] as const
  return (
    <>
      <h3>{t('owner.urgency')}</h3>
      <p class="small">{t(danger || child ? 'owner.urgency-marked' : 'owner.urgency-why')}</p>
      {concern.sharing === 'coordinators' && (danger || child) ? <p class="small">{t('owner.urgency-narrow')}</p> : null}
      <div class="actions">
        {marks.map(([what, set]) =>
          set ? (
            <LinkButton href={`${pathOf(concern)}/not-${what}`} look="quiet">
              {t(`owner.not-${what}`)}
            </LinkButton>
          ) : (
            <PostButton action={`${pathOf(concern)}/mark-urgent`} fields={{ what }} look="quiet">
              {t(`owner.${what}`)}
            </PostButton>
          ),
        )}
      </div>
    </>
  )
}
