import { LinkButton } from '../../components/buttons.tsx'
import { Part } from '../../components/page-head.tsx'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'
import { outcomeOf, pathOf } from './words.ts'

/** The end of it, last on the page: close, reopen, mark, print. */
export const closingPart: ConcernPart = async (member, concern) => {
  const { t } = member
  const path = pathOf(concern)
  const outcome = outcomeOf(member, concern)
  const open = concern.state === 'open' || concern.state === 'new'
  return {
    side: 'beside',
    id: 'close',
    jump: t(open ? 'closing.title' : 'closing.title-closed'),
    body: (
      <Part id="close-title" heading={t(open ? 'closing.title' : 'closing.title-closed')}>
        {concern.state === 'closed' ? (
          <>
            {concern.closedAt ? (
              <p>{t('closing.closed', { when: momentWords(member, concern.closedAt), outcome: outcome ?? t('closing.no-outcome') })}</p>
            ) : null}
            {concern.mergedInto ? null : (
              <LinkButton href={`${path}/reopen`} look="quiet">
                {t('closing.reopen')}
              </LinkButton>
            )}
          </>
        ) : null}
        {concern.state === 'withdrawn' ? <p>{t('closing.withdrawn')}</p> : null}
        {open && concern.mergedInto ? <p>{t('closing.is-merged')}</p> : null}
        {open && !concern.mergedInto ? <p>{t(concern.withdrawnAt ? 'closing.taken-back' : 'closing.how')}</p> : null}
        <div class="actions">
          {open && !concern.mergedInto ? (
            <LinkButton href={`${path}/close`} look="stop">
              {t('closing.close')}
            </LinkButton>
          ) : null}
          <LinkButton href={`${path}/mark`} look="text">
            {t('closing.mark')}
          </LinkButton>
          <LinkButton href={`${path}/print`} look="text">
            {t('closing.print')}
          </LinkButton>
        </div>
      </Part>
    ),
  }
}
