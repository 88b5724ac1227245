import { createHmac } from 'node:crypto'

export type Got = {
  status: number
  /** Where it leads on; null where it does not. */
  to: string | null
  text: string
  headers: Headers
  /** Cookies that it sets, by name; empty where it takes one away. */
  sets: ReadonlyMap<string, string>
  /** Hidden fields of the forms of the page. */
  hidden: Readonly<Record<string, string>>
}

/** Somebody at the desk without a browser: keeps cookies, and sends forms with the hidden fields of the page before. */
export const deskVisitor = (at: string, cookie?: string) => {
  const jar = new Map<string, string>()
  const put = (text: string): void => {
    const [name = '', value = ''] = text.split(';')[0]?.split('=') ?? []
    if (value) jar.set(name, value)
    else jar.delete(name)
  }
  if (cookie) put(cookie)
  const ask = async (
    path: string,
    body: Readonly<Record<string, string>> | URLSearchParams | FormData | null,
    headers: Readonly<Record<string, string>>,
  ): Promise<Got> => {
    const response = await fetch(new URL(path, at), {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; '), origin: at, ...headers },
      ...(body
        ? { method: 'POST', body: body instanceof FormData || body instanceof URLSearchParams ? body : new URLSearchParams(body) }
        : {}),
    })
    const lines = response.headers.getSetCookie()
    lines.forEach(put)
    const text = await response.text()
    return {
      status: response.status,
      to: response.headers.get('location'),
      text,
      headers: response.headers,
      sets: new Map(lines.map((line) => (line.split(';')[0] ?? '').split('=') as [string, string])),
      hidden: hiddenIn(text),
    }
  }
  return {
    jar,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => ask(path, null, headers),
    post: (
      path: string,
      body: Readonly<Record<string, string>> | URLSearchParams | FormData = {},
      headers: Readonly<Record<string, string>> = {},
    ) => ask(path, body, headers),
  }
}

const hiddenIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ]),
  )

/** The code that an authenticator app shows (RFC 6238, 4; RFC 4226, 5.3), without the library. */
export const codeAt = (secret: Uint8Array, instant: Temporal.Instant): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(instant.epochMilliseconds / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  return String((mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

/** The bytes of a secret as an app is told it, in base 32 (RFC 4648, 6). */
export const secretOf = (letters: string): Buffer => {
  const bits = [...letters.replace(/[^A-Z2-7]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
