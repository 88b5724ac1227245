import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { markings } from '../../../../commands/concerns/mark-urgent.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { longestNote } from '../../../../domain/concerns/reply.ts'
import { Confirm } from '../../components/confirm.tsx'
import { LongTextField } from '../../components/fields.tsx'
import { type Entered, faultLines, readEntered, text, unsent } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import { notSealed } from './sealed-page.tsx'
import { pathOf } from './words.ts'

type Marked = keyof typeof markings
const readers = { reason: text({ missing: 'unmark.missing', long: 'concern-note.long', most: longestNote, lines: true }) }

/** Danger, or a child, taken back: asked first and with a reason, because a slip could cost somebody the hours in which they are found. */
const unmarkPage = (what: Marked): MemberPage => ({
  path: `/desk/concerns/:id/not-${what}`,
  here: 'inbox',
  show: async (member) => shown(member, what, await headIn(member), unsent()),
  send: async (member, fields) => {
    const head = await headIn(member)
    const entered = readEntered(fields, readers)
    if (!entered.values) return shown(member, what, head, entered)
    const taken = await member.perform(markings[what].unmark, { concern: head.id, reason: entered.values.reason }, member.key)
    if (!('fault' in taken)) return { to: taken.done.gone ? '/desk?told=to-coordinator' : `${pathOf(head)}?told=not-${what}` }
    const { title, body } = shown(member, what, head, entered)
    return notSealed(member, taken.fault, title, body)
  },
})

const headIn = async (member: Member): Promise<ConcernHead> => (await member.perform(readHead, { concern: member.param('id') })).done

const shown = (member: Member, what: Marked, head: ConcernHead, entered: Entered<unknown>): Shown => {
  const { t, key } = member
  const faults = faultLines(t, entered)
  const title = t(`unmark.title-${what}`)
  return {
    title,
    faults,
    body: (
      <>
        <OfConcern member={member} concern={head} title={title} />
        <Confirm
          will={{ heading: t('unmark.will'), items: [t('unmark.will-list'), t('unmark.will-note')] }}
          cannot={{ heading: t('unmark.know'), items: [t('unmark.know-nobody'), t('unmark.know-again')] }}
          action={`${pathOf(head)}/not-${what}`}
          hidden={{ key }}
          final={t(`unmark.final-${what}`)}
          keep={{ href: pathOf(head), text: t('unmark.keep') }}
        >
          <LongTextField
            t={t}
            name="reason"
            label={t('unmark.reason')}
            hint={t('concern-note.hint')}
            value={entered.typed('reason')}
            fault={faults[0]?.text}
            rows={3}
          />
        </Confirm>
      </>
    ),
  }
}

export const unmarkPages: readonly MemberPage[] = [unmarkPage('danger'), unmarkPage('child')]
