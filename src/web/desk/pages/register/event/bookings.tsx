import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { isOpen, opensBefore } from '../../../../../domain/register/event.ts'
import { clock } from '../../../../../format/when.ts'
import { PostButton, SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm } from '../../../components/fields.tsx'
import { Part } from '../../../components/page-head.tsx'
import { Rows } from '../../../components/rows.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { addressOf, checkInAt } from './event-of.ts'
import { entryName, typedWords } from './list.tsx'

/** Who has a place and who waits for one, with what they need; and on the day, who of them has come. */
export const Bookings = ({ member, event, entries }: { member: Member; event: TrainingEvent; entries: readonly Entry[] }) => {
  const { t, key, now } = member
  const of = (state: Entry['state']) => entries.filter((entry) => entry.state === state)
  const [booked, waiting] = [of('booked'), of('waiting')]
  const ahead = event.state === 'planned' && Temporal.Instant.compare(now, event.starts.subtract(opensBefore)) < 0
  if (!ahead && !booked.length && !waiting.length) return null
  const at = addressOf(event.id)
  return (
    <Part id="booking" heading={t('event.booking')}>
      {ahead ? (
        <>
          <p>{t(event.booking ? 'event.booking-open' : 'event.booking-shut')}</p>
          {event.booking ? <p>{t('event.booking-address', { address: checkInAt(member, event) })}</p> : null}
          <PostButton action={`${at}/booking`} fields={{ key, open: event.booking ? 'no' : 'yes' }} look="quiet">
            {t(event.booking ? 'event.booking-shut-go' : 'event.booking-open-go')}
          </PostButton>
        </>
      ) : null}
      <h3>{t('event.booked')}</h3>
      {booked.length ? (
        <PlaceRows member={member} event={event} caption={t('event.booked')} entries={booked} />
      ) : (
        <p>{t('event.booked-none')}</p>
      )}
      {isOpen(event, now) && (booked.length || waiting.length) ? (
        <DeskForm action={`${at}/here`} hidden={{ key }}>
          <ChecksField
            t={t}
            name="entries"
            id="booked-entries"
            label={t('event.here-what')}
            choices={[...booked, ...waiting].map((entry) => ({ value: entry.id, text: entryName(entry) }))}
          />
          <div class="actions">
            <SubmitButton look="quiet">{t('event.here-go')}</SubmitButton>
          </div>
        </DeskForm>
      ) : null}
      {waiting.length ? (
        <>
          <h3>{t('event.waiting')}</h3>
          <p>{t('event.waiting-what')}</p>
          <PlaceRows member={member} event={event} caption={t('event.waiting')} entries={waiting} />
        </>
      ) : null}
      {[...booked, ...waiting].some(({ accessNeeds }) => accessNeeds) ? <p class="small">{t('event.needs-why')}</p> : null}
    </Part>
  )
}

type RowsProps = { member: Member; event: TrainingEvent; caption: string; entries: readonly Entry[] }

const PlaceRows = ({ member, event, caption, entries }: RowsProps) => {
  const { t, local } = member
  return (
    <Rows
      caption={caption}
      tight
      groups={[{ rows: entries }]}
      columns={[
        {
          id: 'name',
          label: t('register.name'),
          cell: ({ name, seatedAt }) => (
            <>
              {typedWords(name)}{' '}
              {seatedAt ? (
                <Tag state="in-time">{t('event.seated', { time: clock(seatedAt.toZonedDateTimeISO(local.timeZoneId)) })}</Tag>
              ) : null}
            </>
          ),
        },
        { id: 'organisation', label: t('register.organisation'), cell: ({ organisation }) => typedWords(organisation ?? '') },
        { id: 'needs', label: t('event.needs'), cell: ({ accessNeeds }) => typedWords(accessNeeds ?? '') },
        {
          id: 'do',
          label: t('event.do'),
          cell: (entry) => (
            <a href={`${addressOf(event.id)}/entries/${entry.id}`}>
              {t('event.correct')}
              <span class="govuk-visually-hidden">: {entryName(entry)}</span>
            </a>
          ),
        },
      ]}
    />
  )
}
