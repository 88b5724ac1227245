import type { DeskId } from '../../../content/word-ids.ts'
import { type ClosedBecause, intakeNow } from '../../../domain/concerns/intake-open.ts'
import { badgeMost } from '../../../domain/concerns/lists.ts'
import type { Member } from '../context/page.ts'
import { hasInbox } from '../context/places.ts'

type Asked = Pick<Member, 't' | 'me' | 'now' | 'desk'>

/** Reasons that the desk has a sentence for; all that is missing before anything is received has one together, and Settings says what it is. */
const why = {
  'not-adopted': 'form.why-not-adopted',
  'no-promise': 'form.why-no-promise',
  'no-database': 'form.why-no-database',
  'closed-by-desk': 'form.why-closed-by-desk',
  'no-key': 'form.why-no-key',
  'key-not-ready': 'form.why-key-not-ready',
  'no-coordinator': 'form.why-no-coordinator',
  'not-read': 'form.why-not-read',
  'not-covered': 'form.why-not-covered',
} as const satisfies Partial<Record<ClosedBecause, DeskId>>

const whyOf = (reason: ClosedBecause): DeskId => (reason in why ? why[reason as keyof typeof why] : 'form.why-missing')

/** Why the form is closed, as the public's side judges it; none: it is open. And by when whoever writes now is promised to be read. */
export const formNow = ({ me: { intake }, now, desk }: Asked): { reasons: readonly DeskId[]; promise: Temporal.Instant | null } => {
  const { reasons, promise } = intakeNow(desk.locale.pack, intake, now)
  return { reasons: [...new Set(reasons.map(whyOf))], promise }
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
  value: concerns.open > badgeMost ? t('reports.owners-many') : t('reports.owners-all', { count: concerns.open }),
})

export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
