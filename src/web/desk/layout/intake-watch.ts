import type { DeskId } from '../../../content/word-ids.ts'
import { badgeMost } from '../../../domain/concerns/lists.ts'
import type { Member } from '../context/page.ts'
import { hasInbox } from '../context/places.ts'

type Asked = Pick<Member, 't' | 'me' | 'now' | 'desk'>

/** Why the form is closed; none: it is open. And by when whoever writes now is promised to be read. */
export const formNow = ({ me: { intake }, now }: Asked): { reasons: readonly DeskId[]; promise: Temporal.Instant | null } => {
  const reasons: [DeskId, boolean][] = [
    ['form.why-closed-by-desk', intake.closedAt !== null],
    ['form.why-no-key', !intake.key],
    ['form.why-not-read', !intake.readAt || Temporal.Instant.compare(intake.readAt.add({ hours: 24 }), now) <= 0],
  ]
  return { reasons: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])), promise: null }
}

/** Is the form open, as every page says it, and the first reason why it is not. */
export const watchIntake = (member: Asked & Pick<Member, 'viewer'>): { label: string; value: string; href?: string } => {
  const { t } = member
  const [why] = formNow(member).reasons
  const value = why ? t('reports.closed', { why: t(why) }) : t('reports.open')
  return { label: t('reports.label'), value, ...(hasInbox(member) ? { href: '/desk/concerns#form' } : {}) }
}

/** "31", or "99+": nobody counts on. */
export const badge = (count: number): string => (count > badgeMost ? `${badgeMost}+` : String(count))

/** Every concern has an owner, in figures: for those who see all. */
export const watchOwners = ({ t, me: { concerns } }: Asked): { label: string; value: string } => ({
  label: t('reports.owners'),
  value: concerns.open > badgeMost ? t('reports.owners-many', { count: badgeMost }) : t('reports.owners-all', { count: concerns.open }),
})

export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
