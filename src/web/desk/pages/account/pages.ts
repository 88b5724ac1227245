import type { DeskPage } from '../../context/page.ts'
import { accountPage } from './account.tsx'
import { addPasskeyPage } from './add-passkey.tsx'
import { editDetailsPage } from './edit-details.tsx'
import { linkWorkAccountPage } from './link-work-account.ts'
import { passwordPage } from './password.tsx'
import { recoveryCodesPage } from './recovery-codes.tsx'
import { removePasskeyPage } from './remove-passkey.tsx'
import { endOtherSignInsPage, endSignInPage } from './where-signed-in.tsx'

/** What someone does about their own account. */
export const accountPages: readonly DeskPage[] = [
  accountPage,
  addPasskeyPage,
  removePasskeyPage,
  passwordPage,
  linkWorkAccountPage,
  recoveryCodesPage,
  endSignInPage,
  endOtherSignInsPage,
  editDetailsPage,
]
