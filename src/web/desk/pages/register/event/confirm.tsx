import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, TextField } from '../../../components/fields.tsx'
import { Message } from '../../../components/message.tsx'
import { Part } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member } from '../../../context/page.ts'
import { addressOf } from './event-of.ts'
import { entryName } from './list.tsx'

/** What was ticked and typed, and does not fit: more were ticked than were in the room. */
export type Over = { ticked: readonly string[]; inRoom: number }

type Props = { member: Member; event: TrainingEvent; entries: readonly Entry[]; faults: readonly FieldFault[]; over: Over | null }

/** Whoever taught it says who was there. Everybody is ticked: most who are on the list were in the room. */
export const Confirming = ({ member, event, entries, faults, over }: Props) => {
  const { t, key } = member
  const open = entries.filter(({ state }) => state === 'entered')
  const counted = entries.filter(({ state }) => state === 'confirmed').length
  if (!open.length) return null
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  return (
    <Part id="confirm" heading={t('register.confirm')}>
      {over ? (
        <Message kind="warn" id="over" heading={t('event.over', { ticked: over.ticked.length, counted, room: over.inRoom })}>
          <p>{t('event.over-what')}</p>
        </Message>
      ) : (
        <p>{t('register.confirm-why')}</p>
      )}
      <DeskForm action={addressOf(event.id)} hidden={{ key }}>
        <ChecksField
          t={t}
          name="entries"
          label={t('register.list')}
          fault={fault('entries')}
          values={over?.ticked ?? open.map(({ id }) => id)}
          choices={open.map((entry) => ({ value: entry.id, text: entryName(entry) }))}
        />
        <TextField
          t={t}
          name="in-room"
          label={t('register.in-room-count')}
          fault={fault('in-room')}
          autocomplete="off"
          inputmode="numeric"
          value={String(over?.inRoom ?? event.inRoom ?? '')}
        />
        <div class="actions">
          <SubmitButton>{t('register.confirm-go')}</SubmitButton>
          {over ? (
            <SubmitButton look="quiet" name="sure" value="yes">
              {t('event.over-go')}
            </SubmitButton>
          ) : null}
        </div>
      </DeskForm>
    </Part>
  )
}
