import { confirmAttendance } from '../../../../commands/register/confirm-attendance.ts'
import { type Entry, type EventWithEntries, readEvent } from '../../../../commands/register/read-event.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { may } from '../../../../domain/access/table.ts'
import { isOpen } from '../../../../domain/register/event.ts'
import { clock } from '../../../../format/when.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Figures } from '../../components/facts.tsx'
import { ChecksField, DeskForm, TextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { Box, Columns, PageHead, Part } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import type { FieldFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { eventTime, tierName } from './words.ts'

/** One event: its code, who is on its list, and who of them was there. */
export const eventPage: MemberPage = {
  path: '/desk/events/:id',
  here: 'events',
  show: async (member) => shown(member, (await member.perform(readEvent, { event: member.param('id') })).done, []),
  send: async (member, fields) => {
    const event = member.param('id')
    const typed = (fields.text('in-room', 20) ?? '').trim()
    const inRoom = /^\d{1,4}$/.test(typed) ? Number(typed) : -1
    const again = async (name: string, fault: DeskId): Promise<Shown> =>
      shown(member, (await member.perform(readEvent, { event })).done, [{ name, text: member.t(fault) }])
    if (inRoom < 0 || inRoom > 4000) return again('in-room', 'register-fault.in-room-count')
    const outcome = await member.perform(confirmAttendance, { event, entries: fields.several('entries'), inRoom }, member.key)
    if ('fault' in outcome) return again('entries', `register-fault.${outcome.fault}`)
    return { to: `/desk/events/${event}?told=confirmed&n=${outcome.done.counted}` }
  },
}

const shown = (member: Member, { event, entries }: EventWithEntries, faults: readonly FieldFault[]): Shown => {
  const { t, viewer, local, desk, key } = member
  const title = `${tierName(member, event.tier)}, ${event.place}`
  const leads = may(viewer, 'change', 'training-event', { own: event.trainer.id === viewer.person, partner: event.partner })
  const open = entries.filter(({ state }) => state === 'entered')
  const counted = entries.filter(({ state }) => state === 'confirmed')
  const told = member.query('told')
  const count = /^\d{1,4}$/.test(member.query('n') ?? '') ? Number(member.query('n')) : 0
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  const side = (
    <Box id="check-in" heading={t('register.check-in')}>
      <p>
        <b>{t('register.check-in-at', { address: `${desk.installation.site}/in`.replace(/^https?:\/\//, '') })}</b>
      </p>
      <p>
        {t('register.code')} <b class="ref">{event.code}</b>
      </p>
      <p>
        {t('register.word')} <b class="ref">{event.word}</b>
      </p>
    </Box>
  )
  return {
    title,
    faults,
    body: (
      <>
        <PageHead
          title={title}
          sub={t('register.sub', { when: eventTime(member, event), place: event.place, capacity: event.capacity })}
          back={{ href: '/desk/events', text: t('register.back') }}
        />
        {told === 'planned' ? <Message kind="told" id="told" heading={t('register.told-planned')} /> : null}
        {told === 'confirmed' ? <Message kind="told" id="told" heading={t('register.told-confirmed', { count })} /> : null}
        <Columns side={isOpen(event, member.now) || event.state === 'planned' ? side : null}>
          <Figures
            figures={[
              { label: t('register.figures-entered'), value: String(open.length) },
              { label: t('register.figures-confirmed'), value: String(counted.length) },
              { label: t('register.figures-room'), value: String(event.capacity) },
            ]}
          />
          <p class="actions">
            <span class="small">{t('register.as-of', { time: clock(local) })}</span>
            <LinkButton href={`/desk/events/${event.id}`} look="quiet">
              {t('register.again')}
            </LinkButton>
          </p>
          {leads ? (
            <Part id="list" heading={t('register.list')}>
              {entries.length ? <EntryRows member={member} entries={entries} /> : <p>{t('register.list-none')}</p>}
            </Part>
          ) : null}
          {leads && counted.length ? (
            <p class="actions">
              <LinkButton href={`/desk/events/${event.id}/certificates`} look="quiet">
                {t('certificates.of-event')}
              </LinkButton>
            </p>
          ) : null}
          {leads && open.length ? (
            <Part id="confirm" heading={t('register.confirm')}>
              <p>{t('register.confirm-why')}</p>
              <DeskForm action={`/desk/events/${event.id}`} hidden={{ key }}>
                <ChecksField
                  t={t}
                  name="entries"
                  label={t('register.list')}
                  fault={fault('entries')}
                  values={open.map(({ id }) => id)}
                  choices={open.map(({ id, name, organisation }) => ({
                    value: id,
                    text: organisation ? `${name}, ${organisation}` : name,
                  }))}
                />
                <TextField
                  t={t}
                  name="in-room"
                  label={t('register.in-room-count')}
                  fault={fault('in-room')}
                  autocomplete="off"
                  inputmode="numeric"
                  value={String(open.length + counted.length)}
                />
                <div class="actions">
                  <SubmitButton>{t('register.confirm-go')}</SubmitButton>
                </div>
              </DeskForm>
            </Part>
          ) : null}
        </Columns>
      </>
    ),
  }
}

const tagOf = { booked: 'asked', waiting: 'asked', entered: 'due', struck: 'shut', confirmed: 'in-time', cancelled: 'shut' } as const

const EntryRows = ({ member, entries }: { member: Member; entries: readonly Entry[] }) => {
  const { t, local, desk } = member
  const at = (entry: Entry): string => clock(entry.at.toZonedDateTimeISO(local.timeZoneId))
  return (
    <Rows
      caption={t('register.list')}
      tight
      groups={[{ rows: entries }]}
      columns={[
        { id: 'name', label: t('register.name'), cell: ({ name }) => name },
        { id: 'organisation', label: t('register.organisation'), cell: ({ organisation }) => organisation ?? '' },
        {
          id: 'group',
          label: t('register.group'),
          cell: ({ group }) => desk.parts.pack.roleGroups.find(({ id }) => id === group)?.name ?? '',
        },
        { id: 'how', label: t('register.how'), cell: (entry) => t(`register.way-${entry.way}`, { time: at(entry) }) },
        { id: 'state', label: t('register.state'), cell: ({ state }) => <Tag state={tagOf[state]}>{t(`register.state-${state}`)}</Tag> },
      ]}
    />
  )
}
