/** What the database answers when it goes, is not there yet, or lets nobody in (PostgreSQL, appendix A: classes 08, 57P, 53300). */
const gone = /^(?:08\w{3}|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/
/** What its driver says without a code. */
const lost = /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Is it the database that was not there, or had no room, and no fault of the program? `full`: no room on its disk (53100). */
export const storeFaultOf = (error: unknown): 'gone' | 'full' | null => {
  if (!(error instanceof Error)) return null
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === '53100') return 'full'
  return gone.test(code) || lost.test(error.message) ? 'gone' : null
}
