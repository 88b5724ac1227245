import { lastQuarterOver, type Month } from '../../../domain/register/disclosure/periods.ts'
import { command, ofPartnership } from '../../command.ts'

/** The month to the end of which figures can be released now; null: there are none, or they were. It counts nothing: a page asks it each time. */
export const readDue = command<Record<never, never>, Month | null>({
  verb: 'read-release-due',
  // Of everybody's: a coordinator's alone.
  needs: { action: 'read', object: 'attendance' },
  about: ofPartnership,
  run: async ({ tx, now, parts: { pack } }) => {
    const until = lastQuarterOver(now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate())
    const released = await tx.selectFrom('register_release').select('id').where('until', '>=', until).limit(1).executeTakeFirst()
    const counted = released ? undefined : await tx.selectFrom('attendance').select('id').limit(1).executeTakeFirst()
    return { done: counted ? until : null, entry: null }
  },
})
