import { readBothRoles } from '../../../commands/people/read-both-roles.ts'
import { PageHead } from '../components/page-head.tsx'
import { bothRolesWords } from '../context/both-roles.ts'
import type { MemberPage } from '../context/page.ts'

/** What must not go wrong in the next hours, for whoever is signed in. */
export const homePage: MemberPage = {
  path: '/desk',
  here: 'home',
  show: async ({ t, me, perform }) => {
    const both = bothRolesWords(t, (await perform(readBothRoles, null)).done)
    return {
      title: t('home.title'),
      body: (
        <div class="flow">
          <PageHead title={t('home.title')} sub={me.partner.name} />
          {both ? <p class="small">{both}</p> : null}
        </div>
      ),
    }
  },
}
