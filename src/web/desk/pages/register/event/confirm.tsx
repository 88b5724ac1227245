import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { certificatesAt, tickedBefore, twiceIn, wouldCountTwice } from '../../../../../domain/register/confirming.ts'
import { nameKey } from '../../../../../domain/register/names.ts'
import { clock } from '../../../../../format/when.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, TextField } from '../../../components/fields.tsx'
import { Part } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { addressOf } from './event-of.ts'
import { entryName, howOf } from './list.tsx'

/** What is asked once before anybody is counted, each by itself: more are ticked than were in the room, a name twice, an event that runs still. */
export const doubts = ['over', 'twice', 'running'] as const
export type Doubt = (typeof doubts)[number]

/** What was ticked, typed and answered. `inRoom`: as it was typed. */
export type Sent = { ticked: readonly string[]; inRoom: string; sure: readonly Doubt[] }

type Props = {
  member: Member
  event: TrainingEvent
  entries: readonly Entry[]
  faults: readonly FieldFault[]
  sent: Sent | null
  /** What stands in the way, and is asked beside the button. */
  asked: readonly Doubt[]
}

/** What is to be asked before these are counted. */
export const doubtsAbout = (
  { event, entries }: Pick<Props, 'event' | 'entries'>,
  { ticked, inRoom }: { ticked: readonly string[]; inRoom: number },
  now: Temporal.Instant,
): Doubt[] => {
  if (!ticked.length) return []
  const counted = entries.filter(({ state }) => state === 'confirmed').length
  const is = {
    over: ticked.length + counted > inRoom,
    twice: wouldCountTwice(entries, ticked).length > 0,
    running: Temporal.Instant.compare(now, event.starts) >= 0 && Temporal.Instant.compare(now, event.ends) < 0,
  }
  return doubts.filter((doubt) => is[doubt])
}

const boxOf = (doubt: Doubt): string => `sure-${doubt}`

/** Each question that is not answered yet, for the summary at the top of the page: it leads to its box. */
export const doubtLines = (
  { member, event, entries }: Pick<Props, 'member' | 'event' | 'entries'>,
  sent: Sent,
  about: readonly Doubt[],
): FieldFault[] => {
  const { t, local } = member
  const counted = entries.filter(({ state }) => state === 'confirmed').length
  const says: Record<Doubt, () => string> = {
    over: () => t('event.over', { ticked: sent.ticked.length, counted, room: Number(sent.inRoom) }),
    twice: () => t('event.twice-names', { names: wouldCountTwice(entries, sent.ticked).join(', ') }),
    running: () => t('event.running', { time: clock(event.ends.toZonedDateTimeISO(local.timeZoneId)) }),
  }
  return about.filter((doubt) => !sent.sure.includes(doubt)).map((doubt) => ({ name: boxOf(doubt), text: says[doubt]() }))
}

/** Whoever taught it says who was there. Most who are on the list were in the room, so all are ticked but what may be somebody twice. */
export const Confirming = ({ member, event, entries, faults, sent, asked }: Props) => {
  const { t, key, now } = member
  const open = entries.filter(({ state }) => state === 'entered')
  if (!open.length) return null
  const listed = entries.filter(({ state }) => state === 'entered' || state === 'confirmed')
  const twice = twiceIn(listed)
  const already = new Set(entries.filter(({ state }) => state === 'confirmed').map(({ name }) => nameKey(name)))
  const sameName = (entry: Entry): string | null =>
    twice.has(nameKey(entry.name))
      ? t(already.has(nameKey(entry.name)) ? 'event.same-name-counted' : 'event.same-name-how', { how: howOf(member, entry) })
      : null
  const hint = (entry: Entry): string | undefined =>
    [sameName(entry) ?? (entry.leftOut ? t('event.left-out') : null), entry.isNewWorkplace ? t('event.new-workplace') : null]
      .filter((text) => text !== null)
      .join(' ') || undefined
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  return (
    <Part id="confirm" heading={t('register.confirm')}>
      <p>{t('register.confirm-why')}</p>
      <DeskForm action={addressOf(event.id)} hidden={{ key, seen: String(open.at(-1)?.at.epochMilliseconds ?? 0) }}>
        <ChecksField
          t={t}
          name="entries"
          label={t('register.list')}
          fault={fault('entries')}
          values={sent?.ticked ?? tickedBefore(entries)}
          choices={open.map((entry) => ({ value: entry.id, text: entryName(entry), hint: hint(entry) }))}
        />
        <TextField
          t={t}
          name="in-room"
          label={t('register.in-room-count')}
          fault={fault('in-room')}
          autocomplete="off"
          inputmode="numeric"
          value={sent?.inRoom ?? String(event.inRoom ?? '')}
        />
        {asked.map((doubt) => (
          <ChecksField
            t={t}
            name="sure"
            id={boxOf(doubt)}
            label={t(`event.${doubt}-question`)}
            hint={t(`event.${doubt}-what`)}
            fault={fault(boxOf(doubt))}
            values={sent?.sure ?? []}
            choices={[{ value: doubt, text: t(`event.${doubt}-sure`) }]}
          />
        ))}
        <div class="actions">
          <SubmitButton>{t('register.confirm-go')}</SubmitButton>
        </div>
        <p class="small">{t('event.certificates-when', { when: momentWords(member, certificatesAt(event.ends, now)) })}</p>
      </DeskForm>
    </Part>
  )
}
