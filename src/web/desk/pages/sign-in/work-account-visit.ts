import type { WorkAccountVisit } from '../../../../commands/sign-in/methods/work-account.ts'
import type { WorkAccountFault } from '../../../../commands/sign-in/methods/work-account-fault.ts'
import { type Brief, openBrief, sealBrief } from '../../context/brief.ts'
import { cookieIn } from '../../context/cookie.ts'
import type { Answer, Asked } from '../../context/page.ts'
import { signInPath } from '../../context/way-back.ts'

export const workAccountPath = `${signInPath}/work-account`
export const donePath = `${workAccountPath}/done`

const purpose = 'work account'
const minutes = 10
const cookieName = (origin: string): string => (origin.startsWith('https:') ? '__Secure-waymark-work' : 'waymark-work')

/** What for: to sign in and go on somewhere, to accept an invitation, or to link it to whoever is signed in. */
export type Errand = { to: string } | { invitation: string } | { person: string }

type Begun = { visit: WorkAccountVisit; errand: Errand; again: boolean }

/** `Lax`: the provider leads back from its own site. It goes to no address but the one to come back to, and is over after minutes. */
const cookie = (origin: string, value: string, seconds: number): string =>
  `${cookieName(origin)}=${value}; Max-Age=${seconds}; Path=${workAccountPath}; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`

export const forgetVisit = (origin: string): string => cookie(origin, '', 0)

/** Leads to the provider; the other end is `done`. `again`: they are to show there anew who they are. Null: none is set up. */
export const beginVisit = async (asked: Asked, errand: Errand, again = false): Promise<Answer | { fault: WorkAccountFault } | null> => {
  const { workAccounts, origin, parts } = asked.desk
  if (!workAccounts) return null
  const begun = await workAccounts.accounts.begin(new URL(donePath, origin), again)
  if ('fault' in begun) {
    parts.tell(`The identity provider could not be asked (${begun.fault}: ${begun.detail}).`)
    return { fault: begun.fault }
  }
  const sealed = sealBrief(asked, purpose, { visit: begun.visit, errand, again } satisfies Begun, minutes)
  return { to: begun.to.href, headers: { 'set-cookie': cookie(origin, sealed, minutes * 60) } }
}

/** What the cookie of a visit says; null where there is none, or it is over. */
export const visitOf = (asked: Asked): (Begun & Brief) | null =>
  openBrief<Begun>(asked, purpose, cookieIn(asked.header('cookie'), cookieName(asked.desk.origin)) ?? null)
