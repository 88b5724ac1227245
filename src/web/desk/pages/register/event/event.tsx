import { readApproved } from '../../../../../commands/register/approvals.ts'
import { confirmAttendance } from '../../../../../commands/register/confirm-attendance.ts'
import { readPhotos } from '../../../../../commands/register/photos/read-photos.ts'
import { type EventAnswer, readAnswers } from '../../../../../commands/register/read-answers.ts'
import type { EventWithEntries } from '../../../../../commands/register/read-event.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { closesAfter } from '../../../../../domain/register/event.ts'
import { clock } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Figures } from '../../../components/facts.tsx'
import { Message } from '../../../components/message.tsx'
import { Columns, PageHead, Part } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { eventTime, languageName } from '../words.ts'
import { Bookings } from './bookings.tsx'
import { Confirming, type Doubt, doubtLines, doubts, doubtsAbout, type Sent } from './confirm.tsx'
import { addressOf, leads, readEventOf, titleOf } from './event-of.ts'
import { EntryRows, QuickList, StrikeOut, type Times } from './list.tsx'
import { Said } from './said.tsx'
import { PhotoLinks } from './sheet-photo.tsx'
import { CheckIn } from './side.tsx'
import { Told } from './told.tsx'

const confirmFaults = {
  none: 'register-fault.none',
  cancelled: 'register-fault.cancelled',
  early: 'event-fault.early',
  approval: 'event-fault.approval',
} as const

/** One event: its code, who has booked, who is on its list, who of them was there, and what they said of it. */
export const eventPage: MemberPage = {
  path: '/desk/events/:id',
  here: 'events',
  show: async (member) => shown(member, await readEventOf(member), {}),
  send: async (member, fields) => {
    const read = await readEventOf(member)
    const { id } = read.event
    const open = read.entries.filter(({ state }) => state === 'entered')
    const boxes = fields.several('entries')
    const ticked = open.map((entry) => entry.id).filter((one) => boxes.includes(one))
    const typed = (fields.text('in-room', 20) ?? '').trim()
    const sent: Sent = { ticked, inRoom: typed, sure: doubts.filter((doubt) => fields.several('sure').includes(doubt)) }
    // Whoever was left out stays so, whatever else is wrong.
    const again = (name: string, fault: DeskId): Promise<Shown> => shown(member, read, { faults: [{ name, text: member.t(fault) }], sent })
    const inRoom = /^\d{1,4}$/.test(typed) ? Number(typed) : -1
    if (inRoom < 0 || inRoom > 4000) return again('in-room', 'register-fault.in-room-count')
    const counted = read.entries.filter(({ state }) => state === 'confirmed').length
    // Nobody is counted who was not in the room, or twice, because nobody was asked. Each question has its own answer.
    const asked = doubtsAbout(read, { ticked, inRoom }, member.now)
    const unanswered = doubtLines({ member, ...read }, sent, asked)
    if (unanswered.length) return shown(member, read, { faults: unanswered, sent, asked })
    // Whoever came onto the list after the page was shown was not left out by it.
    const seen = Number(fields.text('seen', 20) ?? 0) || 0
    const leftOut = open.filter((entry) => entry.at.epochMilliseconds <= seen && !ticked.includes(entry.id)).map((entry) => entry.id)
    const outcome = await member.perform(confirmAttendance, { event: id, entries: ticked, leftOut, inRoom }, member.key)
    if ('fault' in outcome) return again('entries', confirmFaults[outcome.fault])
    const missing = Math.max(0, inRoom - counted - outcome.done.counted)
    return { to: `${addressOf(id)}?told=confirmed&n=${outcome.done.counted}&room=${missing}` }
  },
}

/** Where another form of the event's page was wrong. */
export const eventAgain = async (member: Member, faults: readonly FieldFault[], times: Times): Promise<Shown> =>
  shown(member, await readEventOf(member), { faults, times })

type State = { faults?: readonly FieldFault[]; times?: Times; sent?: Sent; asked?: readonly Doubt[] }

const shown = async (
  member: Member,
  { event, entries, wrongWords }: EventWithEntries,
  { faults = [], sent, times, asked = [] }: State,
): Promise<Shown> => {
  const { t, local, now } = member
  const title = titleOf(member, event)
  const mine = leads(member, event)
  const photos = mine ? (await member.perform(readPhotos, { event: event.id })).done : []
  const answers = mine ? (await member.perform(readAnswers, { event: event.id })).done : []
  const parts = { member, event, entries }
  const planned = event.state === 'planned'
  const list = entries.filter(({ state }) => state === 'entered' || state === 'confirmed')
  // Before the event its code comes first, and from its start on who is there. Once its list is closed, nothing of the code works any more.
  const begun = Temporal.Instant.compare(now, event.starts) >= 0
  const checksIn = planned && Temporal.Instant.compare(now, event.ends.add(closesAfter)) <= 0
  const people = (
    <>
      <Part id="list" heading={t('register.list')}>
        {begun && checksIn ? (
          <p>
            <a href="#check-in">{t('event.code-word', { code: event.code, word: event.word })}</a>
          </p>
        ) : null}
        {list.length ? <EntryRows {...parts} entries={list} /> : <p>{t('register.list-none')}</p>}
        {photos.length ? (
          <>
            <p>{t('event.photo-check')}</p>
            <PhotoLinks member={member} event={event.id} photos={photos} />
          </>
        ) : null}
      </Part>
      {list.some(({ state }) => state === 'confirmed') ? (
        <p class="actions">
          <LinkButton href={`${addressOf(event.id)}/certificates`} look="quiet">
            {t('certificates.of-event')}
          </LinkButton>
        </p>
      ) : null}
      {planned ? <Confirming {...parts} faults={faults} sent={sent ?? null} asked={asked} /> : null}
    </>
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
          act={
            mine && planned && (checksIn || !event.confirmedAt) ? (
              <LinkButton href={`${addressOf(event.id)}/move`} look="quiet">
                {t('event.move')}
              </LinkButton>
            ) : null
          }
        />
        <p>
          {event.audience
            ? t('event.about', { audience: event.audience, language: languageName(member, event.language) })
            : t('event.about-language', { language: languageName(member, event.language) })}
        </p>
        {planned ? null : (
          <Message kind="now" id="cancelled" heading={t('event.cancelled')}>
            <p>{t('event.cancelled-why')}</p>
          </Message>
        )}
        <Told {...parts} />
        {mine && planned ? await approvalOf(parts) : null}
        {mine ? (
          <div class="flow">
            <Numbers member={member} entries={entries} />
            <p class="actions">
              <span class="small">{t('register.as-of', { time: clock(local) })}</span>
              <LinkButton href={addressOf(event.id)} look="quiet">
                {t('register.again')}
              </LinkButton>
            </p>
            {begun ? people : null}
            {checksIn ? (
              <Columns side={<CheckIn {...{ member, event, wrongWords }} />}>
                <QuickList member={member} event={event} />
              </Columns>
            ) : null}
            {planned && !checksIn ? <QuickList member={member} event={event} /> : null}
            {begun ? null : people}
            <Bookings {...parts} />
            <StrikeOut {...parts} faults={faults} typed={times} />
            <Answered {...parts} answers={answers} />
            {planned && !event.confirmedAt ? (
              <p>
                <LinkButton href={`${addressOf(event.id)}/cancel`} look="stop">
                  {t('event.cancel')}
                </LinkButton>
              </p>
            ) : null}
          </div>
        ) : null}
      </>
    ),
  }
}

type Parts = { member: Member } & Pick<EventWithEntries, 'event' | 'entries'>

/** Counted or not yet: who checked in stays checked in. */
const onList = ({ state }: EventWithEntries['entries'][number]): boolean => state === 'entered' || state === 'confirmed'

const Numbers = ({ member: { t }, entries }: Pick<Parts, 'member' | 'entries'>) => {
  const count = (of: (entry: EventWithEntries['entries'][number]) => boolean): string => String(entries.filter(of).length)
  const booked = entries.some(({ state }) => state === 'booked' || state === 'waiting')
  return (
    <Figures
      figures={[
        { label: t('register.figures-entered'), value: count((entry) => onList(entry) && entry.way === 'phone') },
        { label: t('event.figures-list'), value: count((entry) => onList(entry) && entry.way !== 'phone') },
        { label: t('register.figures-confirmed'), value: count(({ state }) => state === 'confirmed') },
        ...(booked
          ? [
              { label: t('event.figures-booked'), value: count(({ state }) => state === 'booked') },
              { label: t('event.figures-waiting'), value: count(({ state }) => state === 'waiting') },
            ]
          : []),
      ]}
    />
  )
}

const Answered = ({ member, event, answers }: Parts & { answers: readonly EventAnswer[] }) =>
  event.state === 'planned' ? <Said member={member} event={event} answers={answers} /> : null

/** Whoever may not teach it on that day is told at once, and not when they want to confirm. */
const approvalOf = async ({ member, event }: Parts) => {
  const { t, viewer, local } = member
  const day = event.starts.toZonedDateTimeISO(local.timeZoneId).toPlainDate()
  if ((await member.perform(readApproved, { trainer: event.trainer.id, tier: event.tier, day })).done) return null
  const coordinator = holds(viewer, 'coordinator')
  return (
    <Message
      kind="warn"
      id="not-approved"
      heading={t(event.trainer.id === viewer.person ? 'event.not-approved-mine' : 'event.not-approved-other')}
      act={
        coordinator ? (
          <LinkButton href="/desk/trainers" look="quiet">
            {t('event.trainers')}
          </LinkButton>
        ) : null
      }
    >
      <p>{t(coordinator ? 'event.not-approved-do' : 'event.not-approved-why')}</p>
    </Message>
  )
}
