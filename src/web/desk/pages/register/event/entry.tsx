import { correctEntry } from '../../../../../commands/register/correct-entry.ts'
import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import type { Entry } from '../../../../../commands/register/read-event.ts'
import { readKnownWorkplaces } from '../../../../../commands/register/read-workplaces.ts'
import { meantKnown } from '../../../../../domain/register/alike.ts'
import { organisationKey } from '../../../../../domain/register/names.ts'
import { PostButton, SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, SelectField, TextField } from '../../../components/fields.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { type Entered, email, faultLines, type Reader, readEntered, text, unsent, withFault } from '../../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../../context/page.ts'
import { deniedPage } from '../../../layout/texts.tsx'
import { addressOf, readEventOf } from './event-of.ts'
import { kindOf } from './kind.ts'

/** One name on the list: put right, struck out, or its booking taken away. */
export const entryPage: MemberPage = {
  path: '/desk/events/:id/entries/:entry',
  here: 'events',
  show: (member) =>
    withEntry(member, (event, entry) =>
      shown(
        member,
        event,
        entry,
        unsent({ name: entry.name, organisation: entry.organisation ?? '', group: entry.group ?? '', sector: entry.sector ?? '' }),
      ),
    ),
  send: (member, fields) =>
    withEntry(member, async (event, entry) => {
      const { pack } = member.desk.parts
      const entered = readEntered(fields, {
        name: named(text({ missing: 'event-fault.name', long: 'event-fault.name-long', most: 120 })),
        organisation: ofWorkplace(text({ missing: 'event-fault.organisation', long: 'event-fault.organisation-long', most: 120 })),
        group: maybe(pack.roleGroups.map(({ id }) => id)),
        sector: maybe([meantKnown, ...pack.trainedSectors.map(({ id }) => id)]),
        email: mailbox(email('event-fault.email')),
      })
      if (!entered.values) return shown(member, event, entry, entered)
      const { values } = entered
      const key = organisationKey(values.organisation)
      const alike = (await member.perform(readKnownWorkplaces, { names: [values.organisation] })).done.alike.get(key)
      const meant = values.sector === meantKnown
      const workplace = meant ? { organisation: alike ?? values.organisation, sector: null } : {}
      const { email: typed, ...rest } = values
      const mail = typed ? { email: typed } : fields.several('no-email').length ? { email: null } : {}
      const outcome = await member.perform(correctEntry, { event: event.id, entry: entry.id, ...rest, ...workplace, ...mail }, member.key)
      if ('done' in outcome) return { to: `${addressOf(event.id)}?told=corrected` }
      if (outcome.fault === 'counted') return shown(member, event, entry, withFault(entered, 'name', 'event-fault.counted'))
      if (outcome.fault === 'mailbox') return shown(member, event, entry, withFault(entered, 'email', 'event-fault.mailbox'))
      return shown(member, event, entry, withFault(entered, 'sector', 'event-fault.kind'), true, alike)
    }),
}

const named =
  (read: Reader<string>): Reader<string> =>
  (fields, name) => {
    const found = read(fields, name)
    return 'value' in found.read && !/\p{L}/u.test(found.read.value) ? { typed: found.typed, read: { fault: 'event-fault.name' } } : found
  }
const ofWorkplace =
  (read: Reader<string>): Reader<string> =>
  (fields, name) => {
    const found = read(fields, name)
    return 'value' in found.read && !organisationKey(found.read.value)
      ? { typed: found.typed, read: { fault: 'event-fault.organisation' } }
      : found
  }

/** An email, or nothing: then the one that was given stays. */
const mailbox =
  (read: Reader<string>): Reader<string | null> =>
  (fields, name) =>
    fields.text(name, 400)?.trim() ? read(fields, name) : { typed: '', read: { value: null } }

/** One of these, or nothing. */
const maybe =
  (options: readonly string[]): Reader<string | null> =>
  (fields, name) => {
    const typed = fields.text(name, 60) ?? ''
    return { typed, read: { value: options.find((option) => option === typed) ?? null } }
  }

const withEntry = async (member: Member, give: (event: TrainingEvent, entry: Entry) => Answer | Promise<Answer>): Promise<Answer> => {
  const { event, entries } = await readEventOf(member)
  const entry = entries.find(({ id }) => id === member.param('entry'))
  return entry ? give(event, entry) : deniedPage(member, 'not-found')
}

const shown = (member: Member, event: TrainingEvent, entry: Entry, entered: Entered<unknown>, asksKind = false, alike?: string): Shown => {
  const { t, key, desk } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({
    t,
    name,
    fault: faults.find((fault) => fault.name === name)?.text,
    value: String(entered.typed(name)),
  })
  const act = (to: string, fields: Readonly<Record<string, string>>, text: string) => (
    <PostButton action={`${addressOf(event.id)}/${to}`} fields={{ key, ...fields }} look="quiet">
      {text}
    </PostButton>
  )
  const counted = entry.state === 'confirmed'
  return {
    title: t('event.entry'),
    faults,
    body: (
      <>
        <PageHead title={t('event.entry')} sub={entry.name} back={{ href: addressOf(event.id), text: t('event.back') }} />
        {counted ? (
          <Part id="counted" heading={t('event.entry-counted')}>
            <p>{t('event.entry-counted-why')}</p>
            {entry.certified ? (
              <p>{t('event.entry-certified')}</p>
            ) : (
              <>
                <p>{t('event.entry-counted-slip')}</p>
                <p>{t('event.entry-uncount-why')}</p>
                {act('uncount', { entry: entry.id }, t('event.entry-uncount'))}
              </>
            )}
          </Part>
        ) : (
          <DeskForm action={`${addressOf(event.id)}/entries/${entry.id}`} hidden={{ key }}>
            <TextField {...field('name')} label={t('register.name')} autocomplete="off" />
            <TextField {...field('organisation')} label={t('register.organisation')} autocomplete="off" />
            {asksKind || entered.typed('sector') ? (
              <SelectField {...field('sector')} {...kindOf(member, String(entered.typed('organisation')), alike)} />
            ) : null}
            <SelectField
              {...field('group')}
              label={t('register.group')}
              choices={[
                { value: '', text: t('event.group-none') },
                ...desk.parts.pack.roleGroups.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <TextField
              {...field('email')}
              label={t('event.entry-email')}
              hint={t(entry.hasEmail ? 'event.entry-email-given' : 'event.entry-email-none')}
              type="email"
              autocomplete="off"
            />
            {entry.hasEmail ? (
              <ChecksField
                t={t}
                name="no-email"
                label={t('event.entry-email-wrong')}
                choices={[{ value: 'yes', text: t('event.entry-email-remove') }]}
              />
            ) : null}
            <div class="actions">
              <SubmitButton>{t('event.entry-save')}</SubmitButton>
            </div>
          </DeskForm>
        )}
        {entry.state === 'entered' ? act('strike', { entries: entry.id }, t('event.entry-strike')) : null}
        {entry.state === 'booked' || entry.state === 'waiting' ? act('unbook', { entry: entry.id }, t('event.entry-unbook')) : null}
      </>
    ),
  }
}
