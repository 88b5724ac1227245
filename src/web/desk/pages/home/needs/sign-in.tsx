import { readMyWays } from '../../../../../commands/home/read-my-ways.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Provider } from './need.ts'

/** Whoever came by a link, and has set up nothing to sign in with, is shut out once this sign-in ends. */
export const signInNeeds: Provider = async (member) => {
  const { t, desk, now } = member
  const { done: has } = await member.perform(readMyWays, { issuer: desk.workAccounts?.issuer ?? null })
  if (has) return []
  return [
    {
      rank: 'now',
      by: now,
      mark: <Tag state="due">{t('home.now')}</Tag>,
      title: t('home.sign-in'),
      href: '/desk/account',
      why: t('home.sign-in-why'),
      act: (
        <LinkButton href="/desk/account" look="quiet" of={t('home.sign-in')}>
          {t('home.sign-in-open')}
        </LinkButton>
      ),
    },
  ]
}
