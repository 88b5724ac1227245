import { endSignInOf } from '../../../../commands/sign-in/sign-out.ts'
import { keepToken, tokenIn } from '../../context/cookie.ts'
import type { Asked } from '../../context/page.ts'
import { placeOf } from '../../context/way-back.ts'

/**
 * The end of every way in: the browser keeps the new token, and the sign-in that it had before is over (OWASP ASVS 5.0, 7.2.4). `to`: where
 * they were going.
 */
export const comeIn = async ({ desk, header }: Asked, token: string, to: string | null, more: readonly string[] = []) => {
  await endSignInOf(desk.parts, tokenIn(header('cookie'), desk.origin))
  return { to: placeOf(to) ?? '/desk', headers: { 'set-cookie': [keepToken(token, desk.origin)['set-cookie'] ?? '', ...more] } }
}
