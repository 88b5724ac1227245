import { LinkButton } from '../../../components/buttons.tsx'
import type { Member } from '../../../context/page.ts'
import type { HomeNeed } from './need.ts'

/** There is more than the page shows: where all of it is. After all else. */
export const moreNeed = ({ t, now }: Member, said: Pick<HomeNeed, 'title' | 'why'>, href = '/desk/concerns?view=mine'): HomeNeed => ({
  ...said,
  rank: 'soon',
  by: now.add({ hours: 24 * 400 }),
  mark: null,
  href,
  act: (
    <LinkButton href={href} look="quiet" of={said.title}>
      {t('home.concern-more-open')}
    </LinkButton>
  ),
})
