import { readSharing } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { standingOf } from '../../../../domain/concerns/sharing.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Part } from '../../components/page-head.tsx'
import type { ConcernPart } from './part.ts'
import { shareTo, sharingPath } from './sharing-words.ts'
import { nameOf } from './words.ts'

/** Sharing on a concern's page is one line with its state: the rest is on a page of its own. */
export const sharingPart: ConcernPart = async (member, concern) => {
  const read = await member.perform(readSharing, { concern: concern.id, glance: true })
  if ('fault' in read) return null
  const { t } = member
  const { shares, decisions, sharing } = read.done
  const names = [...new Set(shares.filter(({ ended }) => !ended).map((share) => shareTo(member, share)))]
  const count = (standing: string): number => decisions.filter((decision) => standingOf(decision) === standing).length
  const { owner } = concern
  const lines = [
    ...(owner.at === null ? [] : [t('sharing.part-owner', { name: nameOf(member, owner), partner: owner.at })]),
    names.length ? t('sharing.part-shared', { names: names.join('; ') }) : t('sharing.part-none'),
    ...(count('waits') ? [t('sharing.part-waits', { count: count('waits') })] : []),
    ...(count('may-be-sent') ? [t('sharing.part-send')] : []),
    ...(count('to-review') ? [t('sharing.part-review')] : []),
  ]
  return {
    side: 'beside',
    id: 'sharing',
    jump: t('sharing.title'),
    body: (
      <Part id="sharing-heading" heading={t('sharing.title')}>
        <p>
          <b>
            {t('sharing.choice')}: {t(`sharing.choice-${sharing}`)}.
          </b>{' '}
          {lines.join(' ')}
        </p>
        <p>
          <LinkButton href={sharingPath(concern.id)} look="quiet">
            {t('sharing.part-open')}
          </LinkButton>
        </p>
      </Part>
    ),
  }
}
