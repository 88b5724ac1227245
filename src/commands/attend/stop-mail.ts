import { timingSafeEqual } from 'node:crypto'
import { type AttendParts, registerHash } from './parts.ts'

/** Of the page on which somebody stops emails about training. */
export const stopAddress = '/training/stop'

const macOf = (pepper: Uint8Array, whom: string): string => registerHash(pepper, 'stop', whom).subarray(0, 16).toString('hex')

/** What the link in a mail carries: whom it is about, signed. It holds for good: who finds an old mail can stop the next. */
export const stopToken = (pepper: Uint8Array, whom: string): string => `${whom.replaceAll('-', '')}${macOf(pepper, whom)}`

/** Whom a link is about; null: it was cut off, or made up. */
export const whomIn = (pepper: Uint8Array, token: string): string | null => {
  const [, a, b, c, d, e, mac] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([0-9a-f]{32})$/.exec(token.trim()) ?? []
  if (mac === undefined) return null
  const whom = [a, b, c, d, e].join('-')
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(pepper, whom))) ? whom : null
}

/** Stops emails about training. Also where they were stopped before, or whoever it was about is gone. */
export const stopMail = async ({ door }: AttendParts, whom: string): Promise<{ done: true } | { fault: 'gone' }> => {
  const asked = await door()?.attend('select attend_stop_mail($1)', [whom])
  return !asked || 'fault' in asked ? { fault: 'gone' } : { done: true }
}
