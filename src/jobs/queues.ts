import type { QueueOptions } from 'pg-boss'

/** When something is done, on the clocks of the partnership: as cron writes it. */
export type Schedule = string

/** In seconds. Set otherwise by tests alone. */
export type Pace = {
  /** Between two looks into the queue. */
  poll: number
  /** Between two looks for jobs of a process that died. */
  monitor: number
  mail: { first: number; longest: number; times: number }
}

/** A mail is tried for about a day: each pause twice as long as the one before, a part of it by chance, and never longer than four hours. */
export const usualPace: Pace = { poll: 2, monitor: 30, mail: { first: 30, longest: 4 * 3600, times: 14 } }

const day = 24 * 3600

export const mailQueue = ({ first, longest, times }: Pace['mail']) =>
  ({
    retryLimit: times,
    retryDelay: first,
    retryBackoff: true,
    retryDelayMax: longest,
    // Longer than a mail can take (mail/mailer.ts): a job whose process died begins anew.
    expireInSeconds: 120,
    retentionSeconds: 14 * day,
    deleteAfterSeconds: 14 * day,
  }) satisfies QueueOptions

/** Done again at the next time anyway. */
export const scheduledQueue = {
  retryLimit: 3,
  retryDelay: 60,
  retryBackoff: true,
  expireInSeconds: 300,
  retentionSeconds: 2 * day,
  deleteAfterSeconds: 7 * day,
} satisfies QueueOptions
