import type { TrainingEvent } from '../../../../commands/register/events.ts'
import { readEvents } from '../../../../commands/register/read-events.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { importsPath } from './import/carried.ts'
import { importsAnybody } from './import/imports.tsx'
import { eventTime, tierName } from './words.ts'

/** Rows of each part; the past ones have pages. */
const shown = 25

/** Training events: whoever teaches sees their own, coordinators and SPOCs those that they answer for. */
export const eventsPage: MemberPage = {
  path: '/desk/events',
  here: 'events',
  show: (one) =>
    one.together(async (member) => {
      const { t, viewer } = member
      const mine = !holds(viewer, 'coordinator') && !holds(viewer, 'spoc')
      const coming = (await member.perform(readEvents, { view: 'coming', mine, limit: shown })).done
      const past = (await member.perform(readEvents, { view: 'past', mine, limit: shown })).done
      const title = t(mine ? 'register.my-events' : 'register.events')
      const plan = (
        <>
          {mayAny(viewer, 'add', 'training-event') ? <LinkButton href="/desk/events/plan">{t('register.plan')}</LinkButton> : null}
          {mayAny(viewer, 'read', 'trainer-approval') ? (
            <LinkButton href="/desk/trainers" look="quiet">
              {t('trainers.all')}
            </LinkButton>
          ) : null}
        </>
      )
      return {
        title,
        body: (
          <>
            <PageHead
              title={title}
              act={
                <>
                  {plan}
                  {importsAnybody(member) ? (
                    <LinkButton href={importsPath} look="quiet">
                      {t('import.imports')}
                    </LinkButton>
                  ) : null}
                </>
              }
            />
            {mayAny(viewer, 'read', 'certificate') ? (
              <p>
                <a href="/desk/certificates">{t('certificates.title')}</a>
              </p>
            ) : null}
            {member.query('told') === 'planned' ? <Message kind="told" id="told" heading={t('register.told-planned')} /> : null}
            <Part id="coming" heading={t('register.coming')}>
              {coming.length ? (
                <EventRows member={member} caption={t('register.coming')} events={coming} />
              ) : (
                <Empty heading={t('register.none-coming')}>
                  <p>{t('register.none-coming-why')}</p>
                </Empty>
              )}
            </Part>
            <Part id="past" heading={t('register.past')}>
              {past.length ? <EventRows member={member} caption={t('register.past')} events={past} /> : <p>{t('register.none-past')}</p>}
            </Part>
            {mayAny(viewer, 'add', 'learning-key') ? (
              <p>
                <LinkButton href="/desk/register/keys" look="quiet">
                  {t('learning-key.title')}
                </LinkButton>
              </p>
            ) : null}
          </>
        ),
      }
    }),
}

const EventRows = ({ member, caption, events }: { member: Member; caption: string; events: readonly TrainingEvent[] }) => {
  const { t } = member
  return (
    <Rows
      caption={caption}
      groups={[{ rows: events.slice(0, shown) }]}
      columns={[
        { id: 'when', label: t('register.date'), cell: (event) => <a href={`/desk/events/${event.id}`}>{eventTime(member, event)}</a> },
        { id: 'tier', label: t('register.tier'), cell: (event) => tierName(member, event.tier) },
        { id: 'place', label: t('register.where'), cell: (event) => event.place },
        { id: 'code', label: t('register.code'), cell: (event) => <span class="ref">{event.code}</span> },
      ]}
    />
  )
}
