import type { DeskPage } from '../../context/page.ts'
import { codeSignInPage } from './code.tsx'
import { passwordSignInPage } from './password.tsx'
import { recoverySignInPage } from './recovery.tsx'
import { signInPage } from './sign-in.tsx'
import { signOutPage } from './sign-out.ts'
import { workAccountDonePage, workAccountPage } from './work-account.tsx'

/** Every page on which nobody need be signed in yet. */
export const signInPages: readonly DeskPage[] = [
  signInPage,
  passwordSignInPage,
  codeSignInPage,
  recoverySignInPage,
  workAccountPage,
  workAccountDonePage,
  signOutPage,
]
