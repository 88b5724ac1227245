import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { certificatesAt, tickedBefore, twiceIn, wouldCountTwice } from '../../../../../domain/register/confirming.ts'
import { nameKey } from '../../../../../domain/register/names.ts'
import { clock } from '../../../../../format/when.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, TextField } from '../../../components/fields.tsx'
import { Message } from '../../../components/message.tsx'
import { Part } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { addressOf } from './event-of.ts'
import { entryName, howOf } from './list.tsx'

/** What is asked once before anybody is counted: more are ticked than were in the room, a name twice, an event that runs still. */
export const doubts = ['over', 'twice', 'running'] as const
export type Doubt = (typeof doubts)[number]

/** What was ticked and typed, and what of it is asked. */
export type Asked = { ticked: readonly string[]; inRoom: number; about: readonly Doubt[] }

type Props = { member: Member; event: TrainingEvent; entries: readonly Entry[]; faults: readonly FieldFault[]; asked: Asked | null }

/** What is to be asked before these are counted. */
export const doubtsAbout = (
  { event, entries }: Pick<Props, 'event' | 'entries'>,
  { ticked, inRoom }: Omit<Asked, 'about'>,
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

/** Whoever taught it says who was there. Most who are on the list were in the room, so all are ticked but what may be somebody twice. */
export const Confirming = ({ member, event, entries, faults, asked }: Props) => {
  const { t, key, now } = member
  const open = entries.filter(({ state }) => state === 'entered')
  const counted = entries.filter(({ state }) => state === 'confirmed').length
  if (!open.length) return null
  const listed = entries.filter(({ state }) => state === 'entered' || state === 'confirmed')
  const twice = twiceIn(listed)
  const already = new Set(entries.filter(({ state }) => state === 'confirmed').map(({ name }) => nameKey(name)))
  const hint = (entry: Entry): string | undefined => {
    if (!twice.has(nameKey(entry.name))) return entry.leftOut ? t('event.left-out') : undefined
    return t(already.has(nameKey(entry.name)) ? 'event.same-name-counted' : 'event.same-name-how', { how: howOf(member, entry) })
  }
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  return (
    <Part id="confirm" heading={t('register.confirm')}>
      {asked?.about.includes('over') ? (
        <Message kind="warn" id="over" heading={t('event.over', { ticked: asked.ticked.length, counted, room: asked.inRoom })}>
          <p>{t('event.over-what')}</p>
        </Message>
      ) : null}
      {asked?.about.includes('twice') ? (
        <Message kind="warn" id="twice" heading={t('event.twice')}>
          <p>{t('event.twice-what', { names: wouldCountTwice(entries, asked.ticked).join(', ') })}</p>
        </Message>
      ) : null}
      {asked?.about.includes('running') ? (
        <Message
          kind="warn"
          id="running"
          heading={t('event.running', { time: clock(event.ends.toZonedDateTimeISO(member.local.timeZoneId)) })}
        >
          <p>{t('event.running-what')}</p>
        </Message>
      ) : null}
      {asked ? null : <p>{t('register.confirm-why')}</p>}
      <DeskForm action={addressOf(event.id)} hidden={{ key, seen: String(open.at(-1)?.at.epochMilliseconds ?? 0) }}>
        <ChecksField
          t={t}
          name="entries"
          label={t('register.list')}
          fault={fault('entries')}
          values={asked?.ticked ?? tickedBefore(entries)}
          choices={open.map((entry) => ({ value: entry.id, text: entryName(entry), hint: hint(entry) }))}
        />
        <TextField
          t={t}
          name="in-room"
          label={t('register.in-room-count')}
          fault={fault('in-room')}
          autocomplete="off"
          inputmode="numeric"
          value={String(asked?.inRoom ?? event.inRoom ?? '')}
        />
        <div class="actions">
          <SubmitButton>{t('register.confirm-go')}</SubmitButton>
          {asked ? (
            <SubmitButton look="quiet" name="sure" value={asked.about.join(' ')}>
              {t('event.over-go')}
            </SubmitButton>
          ) : null}
        </div>
        <p class="small">{t('event.certificates-when', { when: momentWords(member, certificatesAt(event.ends, now)) })}</p>
      </DeskForm>
    </Part>
  )
}
