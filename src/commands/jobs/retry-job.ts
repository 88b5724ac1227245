import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'

/** Has a job that failed, or waits for its next try, tried now. */
export const retryJob = command<{ job: string }, null, 'job-gone'>({
  verb: 'retry-job',
  needs: { action: 'change', object: 'job' },
  about: ofPartnership,
  run: async ({ tx }, { job }) => {
    const { rows } = await sql<{ done: boolean }>`select retry_job(${job}::uuid) as done`.execute(tx)
    if (!rows[0]?.done) return { fault: 'job-gone' }
    return { done: null, entry: { object: 'job', id: job } }
  },
})
