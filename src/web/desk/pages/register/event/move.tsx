import { moveEvent } from '../../../../../commands/register/change-event.ts'
import { clock } from '../../../../../format/when.ts'
import { DeskForm, TextField } from '../../../components/fields.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import {
  type Entered,
  type FieldFault,
  faultLines,
  oneOf,
  readEntered,
  text,
  unsent,
  version,
  withFault,
} from '../../../context/entered.ts'
import { date, time } from '../../../context/entered-times.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { askedAbout, GoButtons, WhenAndWhere } from '../when-and-where.tsx'
import { wholeNumber } from '../whole-number.ts'
import { addressOf, readEventOf, titleOf } from './event-of.ts'

/** Another day, time, place or size. */
export const movePage: MemberPage = {
  path: '/desk/events/:id/move',
  here: 'events',
  show: async (member) => {
    const { event } = await readEventOf(member)
    const [from, to] = [event.starts, event.ends].map((at) => at.toZonedDateTimeISO(member.local.timeZoneId)) as [
      Temporal.ZonedDateTime,
      Temporal.ZonedDateTime,
    ]
    return shown(
      member,
      titleOf(member, event),
      unsent({
        date: [String(from.day), String(from.month), String(from.year)],
        ...{ from: clock(from), to: clock(to), where: event.online ? 'online' : 'room', place: event.place },
        ...{ capacity: String(event.capacity), version: String(event.version) },
      }),
    )
  },
  send: async (member, fields) => {
    const { event } = await readEventOf(member)
    const { local } = member
    const entered = readEntered(fields, {
      date: date('register-fault.date'),
      from: time('register-fault.time-from'),
      to: time('register-fault.time-to'),
      where: oneOf(['room', 'online'], 'register-fault.where'),
      place: text({ missing: 'register-fault.place', long: 'register-fault.place-long', most: 160 }),
      capacity: wholeNumber('register-fault.capacity', [1, 2000]),
      version: version(),
    })
    const { values } = entered
    const title = titleOf(member, event)
    if (!values) return shown(member, title, entered)
    const instant = (at: Temporal.PlainTime) => values.date.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: at }).toInstant()
    const times = { starts: instant(values.from), ends: instant(values.to) }
    const asked = askedAbout(member, event.tier, times, fields, event)
    if (asked.length) return shown(member, title, entered, asked)
    const outcome = await member.perform(
      moveEvent,
      {
        ...{ event: event.id, version: values.version, ...times },
        ...{ online: values.where === 'online', place: values.place, capacity: values.capacity },
      },
      member.key,
    )
    if ('done' in outcome) return { to: `${addressOf(event.id)}?told=moved` }
    const [field, fault] = (
      {
        order: ['to', 'register-fault.order'],
        changed: ['date', 'event-fault.moved'],
        counted: ['date', 'event-fault.counted-day'],
      } as const
    )[outcome.fault]
    return shown(member, title, withFault(entered, field, fault))
  },
}

/** `asked`: what may be a slip, so whoever moves it is asked whether they mean it. */
const shown = (member: Member, title: string, entered: Entered<unknown>, asked: readonly FieldFault[] = []): Shown => {
  const { t, key } = member
  const faults = [...faultLines(t, entered), ...asked]
  const at = addressOf(member.param('id'))
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text, value: entered.typed(name) })
  return {
    title: t('event.move-title'),
    faults,
    body: (
      <>
        <PageHead title={t('event.move-title')} sub={title} back={{ href: at, text: t('event.back') }} />
        <p>{t('event.move-what')}</p>
        <DeskForm action={`${at}/move`} hidden={{ key, version: entered.typed('version') }}>
          <WhenAndWhere t={t} entered={entered} field={field} />
          <TextField {...field('capacity')} label={t('register.capacity')} autocomplete="off" inputmode="numeric" />
          <GoButtons go={t('event.move-go')} sure={asked.length ? t('event.move-short') : null} />
        </DeskForm>
      </>
    ),
  }
}
