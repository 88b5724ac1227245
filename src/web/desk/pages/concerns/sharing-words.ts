import type { Decision, Share, SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import type { To } from '../../../../commands/concerns/sharing/recipient.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { lookBy, standingOf } from '../../../../domain/concerns/sharing.ts'
import type { TagState } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'

export const sharingPath = (concern: string, more = ''): string => `/desk/concerns/${concern}/sharing${more}`

/** The form that shares at once, for whoever owns it. */
export const atOncePath = ({ id }: { id: string }): string => sharingPath(id, '/ask')

export const nameOf = ({ t }: Pick<Member, 't'>, name: string | null | undefined): string => name ?? t('sharing.someone')

/** Whoever it goes to, as the page calls them. `name`: who outside, in the words of whoever wrote it. */
export const toWords = (
  { t, desk }: Pick<Member, 't' | 'desk'>,
  to: To,
  name: string | null = null,
  person: string | null = null,
): string => {
  if ('outside' in to) {
    const kind = t(`outside.${to.outside}`)
    return name ? t('sharing.to-outside', { kind, name }) : kind
  }
  const partner = partnerWords(desk, to.partner)
  return person ? t('sharing.to-person', { partner, name: person }) : partner
}

export const partnerWords = ({ locale }: Member['desk'], partner: string): string =>
  locale.pack.partners.find(({ id }) => id === partner)?.name ?? partner

export const shareTo = (member: Member, share: Share): string => toWords(member, share.to, share.shared?.to ?? null, share.person)

export const decisionTo = (member: Member, { to, asked }: Decision, page: SharingPage): string =>
  toWords(member, to, asked?.shared.to ?? null, personName(page, to))

const personName = ({ partners }: SharingPage, to: To): string | null =>
  'partner' in to ? (partners.flatMap(({ people }) => people).find(({ id }) => id === to.person)?.name ?? null) : null

export const isLate = ({ now }: Pick<Member, 'now'>, decision: Decision): boolean => Temporal.Instant.compare(lookBy(decision), now) < 0

/** Where a decision stands, in a line, and by which sign. */
export const standingWords = (member: Member, decision: Decision): { state: TagState; text: string } => {
  const { t } = member
  const standing = standingOf(decision)
  const name = nameOf(member, decision.decided?.by)
  const by = momentWords(member, lookBy(decision))
  const late = isLate(member, decision)
  if (standing === 'waits')
    return late
      ? { state: 'late', text: t('decision.waits-late', { when: momentWords(member, decision.askedAt) }) }
      : { state: 'asked', text: t('decision.waits', { by }) }
  if (standing === 'to-review')
    return { state: late ? 'late' : 'due', text: t(late ? 'decision.to-review-late' : 'decision.to-review', { by }) }
  if (standing === 'sent')
    return { state: 'done', text: t('decision.sent', { name, when: decision.sentAt ? momentWords(member, decision.sentAt) : '' }) }
  if (standing === 'may-be-sent') return { state: 'due', text: t('decision.may-be-sent', { name }) }
  if (standing === 'withdrawn' || standing === 'lapsed') return { state: 'shut', text: t(`decision.${standing}`) }
  return { state: standing === 'agreed' ? 'done' : 'shut', text: t(`decision.${standing}`, { name }) }
}

/** Verbs of the audit about sharing, as the timeline of a concern tells them. */
export const sharingVerbs: Readonly<Record<string, DeskId>> = {
  'pass-outside': 'sharing-line.outside',
  'ask-to-share': 'sharing-line.asked',
  'share-at-once': 'sharing-line.at-once',
  'decide-sharing': 'sharing-line.decided',
  'review-sharing': 'sharing-line.reviewed',
  'withdraw-ask': 'sharing-line.withdrawn',
  'send-approved': 'sharing-line.sent',
  'change-choice': 'sharing-line.choice',
  'acknowledge-passed': 'sharing-line.acknowledged',
  'answer-passed': 'sharing-line.answered',
  'name-colleague': 'sharing-line.named',
}

/** Those by which somebody sees words of it. */
export const sharingReadings: Readonly<Record<string, DeskId>> = {
  'read-sharing': 'sharing-line.looked',
  'read-passed': 'sharing-line.looked-passed',
}
