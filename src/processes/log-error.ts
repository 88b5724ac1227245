/** What may be written of an error. */
export type LoggedError = { class: string; code?: string; stack?: string; cause?: LoggedError }

/** As V8 writes a call: `at name (file:12:34)`, `at file:12:34`, `at async Promise.all (index 0)`. */
const frame = /^\s+at (?:.*[(\s:/])?(?:\d+:\d+\)?|index \d+\)|<anonymous>\)?|native\)?)$/
const className = /^[A-Za-z_$][\w$]{0,60}$/
const namedError = /^[A-Z][A-Za-z]{0,40}(?:Error|Fault|Exception)$/
/** Node's and the system's: ENOSPC, ERR_INVALID_ARG_TYPE; SQLSTATE: 23505. */
const errorCode = /^[A-Z0-9_]{1,60}$/
/** What V8 puts before the message: `TypeError: `, `TypeError [ERR_INVALID_ARG_TYPE]: `. */
const beforeMessage = /^(?:[\w$.]*(?: \[\w+\])?(?:: )?)$/
const framesAtMost = 40

/**
 * An error as the log may have it: a list of what is allowed, not of what is left out. Messages, and whatever else a library puts beside
 * them (`detail`, `input`), may hold what somebody typed.
 */
export const loggedError = (error: unknown, depth = 3): LoggedError => {
  if (typeof error !== 'object' || error === null) return { class: typeof error }
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  const stack = framesOf(error as { stack?: unknown; message?: unknown })
  return {
    class: classOf(error),
    ...(typeof code === 'string' && errorCode.test(code) ? { code } : {}),
    ...(stack ? { stack } : {}),
    ...(cause !== undefined && depth > 1 ? { cause: loggedError(cause, depth - 1) } : {}),
  }
}

/** Its class as the code names it, or as it came from another process: `name` of an object can be set to anything. */
const classOf = (error: object): string => {
  const name: unknown = error.constructor?.name
  const said = (error as { name?: unknown }).name
  if (error.constructor === Error && typeof said === 'string' && namedError.test(said)) return said
  return typeof name === 'string' && className.test(name) ? name : 'Object'
}

/**
 * The calls of a stack. A message stands before them, over as many lines as it likes, and such a line may look like a call: what is
 * written begins after the message, and where that does not stand at the head nothing is.
 */
const framesOf = ({ stack, message }: { stack?: unknown; message?: unknown }): string | null => {
  if (typeof stack !== 'string' || typeof message !== 'string') return null
  const at = stack.indexOf(message)
  if (at < 0 || !beforeMessage.test(stack.slice(0, at))) return null
  const frames = stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, framesAtMost)
  return frames.map((line) => line.trim()).join('\n') || null
}
