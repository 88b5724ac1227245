import type { MemberPage } from '../../context/page.ts'
import { begunOrFault } from '../sign-in/work-account.tsx'
import { beginVisit } from '../sign-in/work-account-visit.ts'
import { accountOf, accountPath, provedAgain } from './fresh.ts'

const path = `${accountPath}/work-account`

/** Leads to the organisation's own sign-in; whoever comes back as the same person has it linked. */
export const linkWorkAccountPage: MemberPage = {
  path,
  here: null,
  show: async (member) => {
    if (!(await accountOf(member)).isFresh) return provedAgain(path)
    return begunOrFault(member, await beginVisit(member, { person: member.viewer.person }))
  },
}
