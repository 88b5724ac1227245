import type { EventWithEntries } from '../../../../../commands/register/read-event.ts'
import { certificatesAt } from '../../../../../domain/register/confirming.ts'
import { PostButton } from '../../../components/buttons.tsx'
import { Message } from '../../../components/message.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { addressOf, countIn } from './event-of.ts'

/** What was just done to an event, and the way to undo it where there is one. */
export const Told = ({ member, event, entries }: { member: Member } & Pick<EventWithEntries, 'event' | 'entries'>) => {
  const { t, desk } = member
  const count = countIn(member)
  const told = member.query('told')
  const mails = desk.parts.mails ? null : <p>{t('event.no-mail')}</p>
  const said = (heading: string, more?: string) => (
    <Message kind="told" id="told" heading={heading}>
      {more ? <p>{more}</p> : null}
    </Message>
  )
  switch (told) {
    case 'planned':
      return said(t('register.told-planned'))
    case 'confirmed': {
      const room = countIn(member, 'room')
      const undo = t('event.told-confirmed-undo', {
        when: momentWords(member, certificatesAt(event.ends, event.confirmedAt ?? member.now)),
      })
      return said(t('register.told-confirmed', { count }), [undo, ...(room ? [t('event.room-more', { count: room })] : [])].join(' '))
    }
    case 'listed':
      return <Listed member={member} />
    case 'struck':
      return <Struck member={member} event={event} entries={entries} />
    case 'restored':
      return said(t('event.told-restored', { count }))
    case 'corrected':
      return said(t('event.told-corrected'))
    case 'uncounted':
      return said(t('event.told-uncounted'))
    case 'here':
      return said(t('event.told-here', { count }), t('event.told-here-why'))
    case 'unbooked':
      return said(t('event.told-booking-cancelled'))
    case 'booking-open':
      return said(t('event.told-booking-open'))
    case 'booking-shut':
      return said(t('event.told-booking-shut'))
    case 'word':
      return said(t('event.told-word'), t('event.told-word-print'))
    case 'word-stopped':
      return said(t('event.told-word-stopped'), t('event.told-word-print'))
    case 'later':
      return said(t('event.told-later'))
    case 'moved':
      return (
        <Message kind="told" id="told" heading={t('event.told-moved')}>
          <p>{t('event.told-moved-print')}</p>
          {mails ?? <p>{t('event.told-moved-why')}</p>}
        </Message>
      )
    case 'cancelled':
      return mails ?? <p>{t('event.told-cancelled-why')}</p>
    case 'gone':
      return <Message kind="wrong" id="told" heading={t('event-fault.gone')} />
    case 'pick':
      return <Message kind="wrong" id="told" heading={t('event-fault.pick')} />
    case 'certificate':
      return <Message kind="wrong" id="told" heading={t('event-fault.certificate')} />
    case 'files':
      return <Message kind="wrong" id="told" heading={t('event-fault.files')} />
    default:
      return null
  }
}

/** Names that were typed, and the way to undo all of them. */
export const Listed = ({ member }: { member: Member }) => {
  const { t, key } = member
  const batch = member.query('batch') ?? ''
  return (
    <Message
      kind="told"
      id="told"
      heading={t('event.told-listed', { count: countIn(member) })}
      act={
        <PostButton action={`${addressOf(member.param('id'))}/strike`} fields={{ batch, key }} look="quiet">
          {t('event.undo')}
        </PostButton>
      }
    />
  )
}

/** The button stays in view: all of them are listed under the list. */
const namesTold = 12

/** Whoever typed a wrong time sees at once whom it struck out, and undoes it in one go. */
const Struck = ({ member, event, entries }: { member: Member } & Pick<EventWithEntries, 'event' | 'entries'>) => {
  const { t, key } = member
  const strike = member.query('strike') ?? ''
  const those = entries.filter((entry) => entry.strike === strike && entry.state === 'struck')
  const first = those.slice(0, namesTold)
  const others = those.length - first.length
  return (
    <Message
      kind="told"
      id="told"
      heading={t('event.told-struck', { count: those.length || countIn(member) })}
      act={
        those.length ? (
          <PostButton action={`${addressOf(event.id)}/back`} fields={{ strike, key }} look="quiet">
            {t('event.restore')}
          </PostButton>
        ) : null
      }
    >
      {those.length ? (
        <p>{[...first.map(({ name }) => name), ...(others ? [t('event.and-more', { count: others })] : [])].join(', ')}</p>
      ) : null}
      <p>{t('event.told-struck-why')}</p>
    </Message>
  )
}
