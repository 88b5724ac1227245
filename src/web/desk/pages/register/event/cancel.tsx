import { cancelEvent } from '../../../../../commands/register/change-event.ts'
import { Confirm } from '../../../components/confirm.tsx'
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
  const { t, key, desk } = member
  const { event, entries } = await readEventOf(member)
  const named = titleOf(member, event)
  const count = entries.filter(({ state }) => state === 'booked' || state === 'waiting').length
  const title = t('event.cancel-named', { title: named })
  return {
    title,
    faults,
    body: (
      <>
        <PageHead title={title} back={{ href: addressOf(event.id), text: t('event.back') }} />
        <div id="final">
          <Confirm
            will={{
              heading: t('event.will'),
              items: [
                t('event.cancel-will-code'),
                t('event.cancel-will-booked', { count }),
                ...(count ? [t(desk.parts.mails ? 'event.cancel-will-mail' : 'event.no-mail')] : []),
              ],
            }}
            cannot={{ heading: t('event.cancel-cannot'), items: [t('event.cancel-cannot-text')] }}
            action={`${addressOf(event.id)}/cancel`}
            hidden={{ key }}
            final={t('event.cancel-named', { title: named })}
            keep={{ href: addressOf(event.id), text: t('event.cancel-keep') }}
          />
        </div>
      </>
    ),
  }
}
