import { readAccount } from '../../../../commands/account/read-account.ts'
import type { Answer, Member } from '../../context/page.ts'
import { signInFor } from '../../context/way-back.ts'

export const accountPath = '/desk/account'

/** Of the provider that is set up: an account at another is no way to sign in. */
export const issuerOf = ({ desk }: Member): string | null => desk.workAccounts?.issuer ?? null

export const accountOf = async (member: Member) => (await member.perform(readAccount, { issuer: issuerOf(member) })).done

/** They prove again who they are, and come back. */
export const provedAgain = (path: string): Answer => ({ to: signInFor(path, 'again') })

export const done = (said: Said): Answer => ({ to: `${accountPath}?said=${said}` })

/** What an account page says was done. */
export const saids = [
  'passkey-added',
  'passkey-removed',
  'password-set',
  'work-linked',
  'sign-in-ended',
  'sign-ins-ended',
  'profile-saved',
  'profile-kept',
] as const
type Said = (typeof saids)[number]
