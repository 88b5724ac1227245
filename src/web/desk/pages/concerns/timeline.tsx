import type { Child } from 'hono/jsx'
import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { isHeld } from '../../../../domain/concerns/reply.ts'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'
import { sharingVerbs } from './sharing-words.ts'
import { paragraphsOf } from './words.ts'

/** Something that happened. `waits`: it has not been agreed to. */
export type Moment = { at: Temporal.Instant; text: string; slip?: Child; waits?: boolean }

/** What happened, the newest first: what was written, what was asked of whom, and what was changed. */
export const timeline: ConcernPart = async (member, concern) => ({
  side: 'inside',
  id: 'timeline',
  jump: member.t('timeline.title'),
  body: (
    <>
      <h3>{member.t('timeline.title')}</h3>
      <ol class="time">
        {momentsOf(member, concern).map(({ at, text, slip, waits }) => (
          <li class={waits ? 'waits' : undefined}>
            <span>{text}</span> <span class="small">{momentWords(member, at)}</span>
            {slip}
          </li>
        ))}
      </ol>
    </>
  ),
})

export const momentsOf = (member: Member, concern: Concern): Moment[] =>
  [...written(member, concern), ...asked(member, concern), ...changed(member, concern)].toSorted((one, two) =>
    Temporal.Instant.compare(two.at, one.at),
  )

/** By name throughout, whoever reads it: a timeline is read aloud, printed and shown to others. */
const nameIn = ({ t, me }: Pick<Member, 't' | 'me'>, { id, name }: { id: string | null; name: string | null }): string =>
  name ?? (id === me.person ? me.name : t('concern-head.someone'))

const Slip = ({ text }: { text: string }) => (
  <div class="slip" dir="auto">
    {paragraphsOf(text).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
)

const written = (member: Member, { notes, replies, texts }: Concern): Moment[] => {
  const { t, now } = member
  return [
    ...notes.map(
      ({ at, by, text }): Moment => ({
        at,
        text: t('timeline.note', { name: nameIn(member, by) }),
        slip: <Slip text={text ?? t('concern.unreadable')} />,
      }),
    ),
    ...replies.map((reply): Moment => {
      const name = nameIn(member, reply.by)
      if (reply.takenBackAt) return { at: reply.takenBackAt, text: t('timeline.reply-taken-back', { name }) }
      if (isHeld(reply, now)) return { at: reply.at, text: t('timeline.reply-held', { name, when: momentWords(member, reply.goesAt) }) }
      // When its reporter could read it, as over the reply itself.
      return { at: reply.goesAt, text: t('timeline.reply', { name }) }
    }),
    ...texts.map(
      ({ kind, at }): Moment => ({
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        text: t(kind === 'added' ? 'timeline.added' : 'timeline.arrived'),
      }),
    ),
  ]
}

const asked = ({ t }: Member, { offers, shares }: Concern): Moment[] => [
  ...offers.flatMap(({ at, from, to, climbed, answer, answeredAt }): Moment[] => {
    const someone = t('concern-head.someone')
    const names = { from: from ?? someone, to: to ?? t('timeline.every-coordinator') }
    const offered: Moment = { at, text: t(climbed ? `timeline.climbed-${climbed}` : 'timeline.offered', names), waits: answer === null }
    const answered = climbed ? (`timeline.climbed-${answer ?? 'lapsed'}` as const) : (`timeline.offer-${answer ?? 'lapsed'}` as const)
    return answer && answeredAt ? [{ at: answeredAt, text: t(answered, names) }, offered] : [offered]
  }),
  ...shares.flatMap(({ at, partner, by, endedAt }): Moment[] => {
    const name = by ?? t('concern-head.someone')
    const to = partner ?? t('timeline.outside')
    return [
      { at, text: t('timeline.passed', { name, partner: to }) },
      // Whoever was told outside cannot be untold: nothing of it ends.
      ...(endedAt && partner ? [{ at: endedAt, text: t('timeline.passed-ended', { partner }) }] : []),
    ]
  }),
]

/** Verbs of the audit that stand in the timeline by themselves: the others are told by their rows, or are readings. */
const verbs: Readonly<Record<string, DeskId>> = {
  'close-concern': 'timeline.closed',
  'reopen-concern': 'timeline.reopened',
  'mark-concern': 'timeline.marked',
  'change-details': 'timeline.details',
  'mark-danger': 'timeline.danger',
  'unmark-danger': 'timeline.not-danger',
  'mark-child': 'timeline.child',
  'unmark-child': 'timeline.not-child',
  'link-concern': 'timeline.linked',
  'unlink-concern': 'timeline.unlinked',
  'merge-concern': 'timeline.merged',
  'unmerge-concern': 'timeline.unmerged',
  'step-out': 'timeline.stepped-out',
  'keep-partner-out': 'timeline.kept-out',
  'lift-wall': 'timeline.wall-lifted',
  'hold-concern': 'timeline.held',
  'lift-hold': 'timeline.lifted',
  'ask-to-erase': 'timeline.erasing',
  'stop-erasing': 'timeline.not-erasing',
  'promise-feedback': 'timeline.feedback-due',
  'record-feedback': 'timeline.feedback',
  'print-concern': 'timeline.printed',
  'stop-picture': 'timeline.picture-stopped',
  'add-identifier': 'timeline.identifier-added',
  'remove-identifier': 'timeline.identifier-removed',
  'record-intelligence': 'timeline.intelligence',
  ...sharingVerbs,
}

const changed = (member: Member, { history }: Concern): Moment[] => {
  const { t } = member
  const first = history.findLast(({ verb }) => verb === 'read-concern')
  return [
    ...(first ? [{ at: first.at, text: t('timeline.read', { name: nameIn(member, { id: first.person, name: first.name }) }) }] : []),
    ...history.flatMap(({ at, verb, person, name }): Moment[] => {
      const words = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
      return words ? [{ at, text: t(words, { name: nameIn(member, { id: person, name }) }) }] : []
    }),
  ]
}
