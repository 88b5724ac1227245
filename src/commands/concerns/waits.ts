import { feedbackDays } from '../../content/concern-waits.ts'
import type { Work } from '../command.ts'

type Now = Pick<Work, 'parts' | 'now'>

/** So many days from now, on the clocks of the partnership. */
const after = ({ parts: { pack }, now }: Now, days: number): Temporal.Instant =>
  now.toZonedDateTimeISO(pack.partnership.timezone).add({ days }).toInstant()

/** By when the reporter of what is read now should have a first reply. */
export const replyDue = (work: Now): Temporal.Instant =>
  after(work, work.parts.pack.concernWaits.find(({ id }) => id === 'first-reply')?.days ?? 1)

/** By when a professional who referred somebody should hear what happened. */
export const feedbackDue = (work: Now): Temporal.Instant => after(work, feedbackDays(work.parts.pack))
