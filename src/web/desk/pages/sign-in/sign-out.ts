import { endSignInOf } from '../../../../commands/sign-in/sign-out.ts'
import { forgetToken, tokenIn } from '../../context/cookie.ts'
import type { OpenPage } from '../../context/page.ts'
import { signInFor } from '../../context/way-back.ts'

/** Ends the sign-in on the server, then has the browser forget it. */
export const signOutPage: OpenPage = {
  path: '/desk/sign-out',
  open: true,
  show: async () => ({ to: '/desk' }),
  send: async ({ desk, header }) => {
    await endSignInOf(desk.parts, tokenIn(header('cookie'), desk.origin))
    return { to: signInFor('/desk', 'signed-out'), headers: forgetToken(desk.origin) }
  },
}
