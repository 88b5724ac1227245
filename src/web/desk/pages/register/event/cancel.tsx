import { cancelEvent } from '../../../../../commands/register/change-event.ts'
import type { EventWithEntries } from '../../../../../commands/register/read-event.ts'
import { Confirm } from '../../../components/confirm.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { addressOf, readEventOf, titleOf } from './event-of.ts'

/** Says what happens when an event is called off, before it is. */
export const cancelPage: MemberPage = {
  path: '/desk/events/:id/cancel',
  here: 'events',
  show: (member) => shown(member, []),
  send: async (member) => {
    const event = member.param('id')
    const outcome = await member.perform(cancelEvent, { event }, member.key)
    if ('done' in outcome || outcome.fault === 'cancelled') return { to: `${addressOf(event)}?told=cancelled` }
    return shown(member, [{ name: 'final', text: member.t('event-fault.counted-cancel') }])
  },
}

const shown = async (member: Member, faults: readonly FieldFault[]): Promise<Shown> => {
  const { t } = member
  const { event, entries } = await readEventOf(member)
  const title = t('event.cancel-named', { title: titleOf(member, event) })
  const counted = entries.filter(({ state }) => state === 'confirmed').length
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} back={{ href: addressOf(event.id), text: t('event.back') }} />
        <div id="final">
          {event.state === 'cancelled' ? (
            <Message kind="now" id="cancelled" heading={t('event.cancelled')}>
              <p>{t('event.cancel-cancelled-why')}</p>
            </Message>
          ) : event.confirmedAt ? (
            <Message kind="now" id="counted" heading={t('event.cancel-counted')}>
              <p>{t('event.cancel-counted-why', { count: counted })}</p>
            </Message>
          ) : (
            <Calling member={member} event={event} entries={entries} title={title} />
          )}
        </div>
      </>
    ),
  }
}

/** What happens to whoever booked and whoever is on the list already, before the one button. */
const Calling = ({ member, event, entries, title }: { member: Member; title: string } & Pick<EventWithEntries, 'event' | 'entries'>) => {
  const { t, key, desk } = member
  const booked = entries.filter(({ state }) => state === 'booked' || state === 'waiting').length
  const listed = entries.filter(({ state }) => state === 'entered').length
  return (
    <Confirm
      will={{
        heading: t('event.will'),
        items: [
          t('event.cancel-will-code'),
          ...(booked
            ? [t('event.cancel-will-booked', { count: booked }), t(desk.parts.mails ? 'event.cancel-will-mail' : 'event.no-mail')]
            : []),
          ...(listed ? [t('event.cancel-will-list', { count: listed })] : []),
          ...(booked || listed ? [] : [t('event.cancel-will-none')]),
        ],
      }}
      cannot={{ heading: t('event.cancel-cannot'), items: [t('event.cancel-cannot-text')] }}
      action={`${addressOf(event.id)}/cancel`}
      hidden={{ key }}
      final={title}
      keep={{ href: addressOf(event.id), text: t('event.cancel-keep') }}
    />
  )
}
