/** Why there is no database, in short; the message is a sentence for whoever runs Waymark, and says what to do. */
export type StoreFaultCode = 'unsupported' | 'place' | 'in-use' | 'secret' | 'broken' | 'disk-full' | 'unreachable' | 'setting'

export class StoreFault extends Error {
  readonly code: StoreFaultCode
  constructor(code: StoreFaultCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What a program of PostgreSQL wrote as it gave up, as a fault. */
export const faultOf = (what: string, lines: readonly string[], place: string): StoreFault => {
  const full = lines.some((line) => /No space left on device|disk quota exceeded/i.test(line))
  if (full) return new StoreFault('disk-full', `The disk that holds ${place} is full. Make room on it, then start again: nothing is lost.`)
  const [, nameless] = /could not look up effective user ID (\d+)/.exec(lines.join('\n')) ?? []
  if (nameless)
    return new StoreFault(
      'unsupported',
      `PostgreSQL does not run as a user without a name, and user ${nameless} has none here. Give it a line in /etc/passwd, start Waymark as a user who has one, or set DATABASE_URL.`,
    )
  const last = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
  return new StoreFault('broken', `${what} in ${place} (${last.trim()}).`)
}

/** The code that the operating system or PostgreSQL gave an error. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
