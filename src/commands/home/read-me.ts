import { audiencesOf } from '../../domain/concerns/audiences.ts'
import type { IntakeStanding } from '../../domain/concerns/intake-open.ts'
import { command, ofMyself } from '../command.ts'
import { standingOf } from '../concerns/intake.ts'
import { counted } from '../concerns/list.ts'
import { type OnCallNow, onCallNow } from '../on-call-now.ts'

/** Who is signed in, and what each page of the desk says beside its own: who is on call, how it stands with the form, and how much waits. */
export type Me = {
  person: string
  name: string
  partner: { id: string; name: string }
  onCall: OnCallNow
  intake: IntakeStanding
  /** Concerns that wait, no further counted than a badge says: all that they may see, those that are theirs, those that are offered to them. */
  concerns: { open: number; mine: number; offered: number }
}

export const readMe = command({
  verb: 'read-me',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer, now }) => {
    const { name, partner } = await tx
      .selectFrom('profile')
      .innerJoin('partner', 'partner.id', 'profile.partner_id')
      .select(['profile.name', 'partner.name as partner'])
      .where('person_id', '=', viewer.person)
      .executeTakeFirstOrThrow()
    const views = (['open', 'mine', 'offered'] as const).map((view) => ({ audiences: audiencesOf(viewer, view), open: true }))
    const [open = 0, mine = 0, offered = 0] = await counted(tx, views)
    return {
      done: {
        person: viewer.person,
        name,
        partner: { id: viewer.partner, name: partner },
        onCall: await onCallNow(tx, now),
        intake: await standingOf(tx),
        concerns: { open, mine, offered },
        viewer,
      },
      entry: null,
    }
  },
})
