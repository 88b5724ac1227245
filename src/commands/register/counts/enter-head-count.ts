import { randomUUID } from 'node:crypto'
import { command } from '../../command.ts'

/** How many people a partner has, as it says of one day. */
export const enterHeadCount = command<{ partner: string; people: number; on: Temporal.PlainDate }, null, 'no-partner' | 'later'>({
  verb: 'enter-head-count',
  needs: { action: 'add', object: 'head-count' },
  about: async (_, { partner }) => ({ partner }),
  run: async ({ tx, now, parts }, { partner, people, on }) => {
    const today = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()
    if (Temporal.PlainDate.compare(on, today) > 0) return { fault: 'later' }
    const there = await tx.selectFrom('partner').select('id').where('id', '=', partner).where('ended_at', 'is', null).executeTakeFirst()
    if (!there) return { fault: 'no-partner' }
    const id = randomUUID()
    await tx.insertInto('head_count').values({ id, partner_id: partner, people, on_date: on.toString() }).execute()
    return { done: null, entry: { object: 'head-count', id } }
  },
})
