import { PageHead } from '../components/page-head.tsx'
import type { MemberPage } from '../context/page.ts'

/** What must not go wrong in the next hours, for whoever is signed in. */
export const homePage: MemberPage = {
  path: '/desk',
  here: 'home',
  show: async ({ t, me }) => ({
    title: t('home.title'),
    body: <PageHead title={t('home.title')} sub={me.partner.name} />,
  }),
}
