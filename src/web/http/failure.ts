import { randomBytes } from 'node:crypto'
import type { AppContext } from './context.ts'
import type { LogFields } from './log.ts'

/** Stands in the line of the log and in the answer's headers alone, so that a proxy's log and ours can be laid side by side. */
export const requestHeader = 'x-request-id'

export const newRequestId = (): string => randomBytes(8).toString('hex')

/** Writes down that this request could not be answered as it should. One line, and nothing of what was sent. */
export const logFailure = (c: AppContext, sentence: string, facts: LogFields & { status: number }): void => {
  const request = newRequestId()
  c.set('request', request)
  c.var.log.error({ request, method: c.req.method, route: c.var.route, ...facts }, sentence)
}
