import { sql } from 'kysely'
import { holds } from '../../domain/access/roles.ts'
import { toSend } from '../../domain/register/asked.ts'
import { registerLength } from '../../domain/register/register.ts'
import { command, ofMyself } from '../command.ts'
import { at } from '../instant.ts'
import { approvedIn } from './approvals.ts'
import { eventOf, eventsOf, type TrainingEvent } from './events.ts'

/** What of their training needs whoever asks. */
export type TrainingNeeds = {
  /** Their own events of today and tomorrow that are not over. */
  soon: readonly TrainingEvent[]
  /** Their own that are over, with names that are not confirmed: how many. */
  unconfirmed: readonly { event: TrainingEvent; names: number }[]
  /** Their own of months ago, whose people are to be asked what they do differently. */
  later: readonly TrainingEvent[]
  /** For coordinators: events of those who may not teach them yet, to come or not confirmed. */
  unapproved: readonly TrainingEvent[]
}

/** What is over for longer is no matter for the home page. */
const pastDays = 60
const most = 20

/** Lines of the home page for whoever teaches, and for coordinators. */
export const readTrainingNeeds = command<null, TrainingNeeds, never>({
  verb: 'read-training-needs',
  needs: { action: 'read', object: 'training-event' },
  about: ofMyself,
  run: async ({ tx, viewer, now, parts: { pack } }) => {
    const today = now.toZonedDateTimeISO(pack.partnership.timezone).startOfDay()
    const daysAgo = (days: number) => at(today.subtract({ days }).toInstant())
    const planned = () => eventsOf(tx).where('e.state', '=', 'planned').orderBy('e.starts_at').limit(most)
    const mine = () => planned().where('e.trainer_id', '=', viewer.person)
    const soon = holds(viewer, 'trainer')
      ? await mine()
          .where('e.ends_at', '>=', at(now))
          .where('e.starts_at', '<', at(today.add({ days: 2 }).toInstant()))
          .execute()
      : []
    const over = await mine()
      .where('e.ends_at', '<', at(now))
      .where('e.ends_at', '>', daysAgo(pastDays))
      .select((eb) =>
        eb
          .selectFrom('event_entry as x')
          .whereRef('x.event_id', '=', 'e.id')
          .where('x.state', '=', 'entered')
          .select((count) => count.fn.countAll<string>().as('names'))
          .as('names'),
      )
      .execute()
    const ended = toSend('later', pack.registerRules, now.toZonedDateTimeISO(pack.partnership.timezone))
    const later = ended
      ? await mine()
          .where('e.confirmed_at', 'is not', null)
          .where('e.later_sent_at', 'is', null)
          .where('e.ends_at', '<=', at(ended.until))
          .where('e.ends_at', '>', at(ended.after))
          .execute()
      : []
    const unapproved =
      holds(viewer, 'coordinator') && registerLength(pack.registerRules, 'trainer-approved')
        ? await planned()
            .where('e.confirmed_at', 'is', null)
            .where('e.ends_at', '>', daysAgo(pastDays))
            .where(
              sql<boolean>`not ${approvedIn(sql.ref('e.trainer_id'), sql.ref('e.tier'), sql`(e.starts_at at time zone ${pack.partnership.timezone})::date`)}`,
            )
            .execute()
        : []
    return {
      done: {
        ...{ soon: soon.map(eventOf), later: later.map(eventOf), unapproved: unapproved.map(eventOf) },
        unconfirmed: over.flatMap((row) => (Number(row.names) ? [{ event: eventOf(row), names: Number(row.names) }] : [])),
      },
      entry: null,
    }
  },
})
