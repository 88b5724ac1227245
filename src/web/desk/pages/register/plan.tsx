import { planEvent } from '../../../../commands/register/plan-event.ts'
import { DeskForm, RadiosField, SelectField, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, type FieldFault, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import { date, time } from '../../context/entered-times.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { askedAbout, GoButtons, WhenAndWhere } from './when-and-where.tsx'
import { wholeNumber } from './whole-number.ts'
import { trainingLanguages } from './words.ts'

const path = '/desk/events/plan'
const where = ['room', 'online'] as const

/** A trainer plans an event: what, when, where, for whom, and for how many. */
export const planPage: MemberPage = {
  path,
  here: 'events',
  show: async (member) => shown(member, unsent({ language: 'en', capacity: '20' })),
  send: async (member, fields) => {
    const { desk, local } = member
    const { course } = desk.parts.pack
    const entered = readEntered(fields, {
      tier: oneOf(
        course.tiers.map(({ id }) => id),
        'register-fault.tier',
      ),
      date: date('register-fault.date'),
      from: time('register-fault.time-from'),
      to: time('register-fault.time-to'),
      where: oneOf(where, 'register-fault.where'),
      place: text({ missing: 'register-fault.place', long: 'register-fault.place-long', most: 160 }),
      audience: text({ missing: null, long: 'register-fault.audience-long', most: 160 }),
      language: oneOf(
        trainingLanguages(member).map(({ value }) => value),
        'register-fault.language',
      ),
      capacity: wholeNumber('register-fault.capacity', [1, 2000]),
    })
    const { values } = entered
    if (!values) return shown(member, entered)
    const instant = (at: Temporal.PlainTime) => values.date.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: at }).toInstant()
    const times = { starts: instant(values.from), ends: instant(values.to) }
    const asked = askedAbout(member, values.tier, times, fields)
    if (asked.length) return shown(member, entered, asked)
    const outcome = await member.perform(
      planEvent,
      {
        ...{ tier: values.tier, language: values.language, ...times },
        ...{ online: values.where === 'online', place: values.place, audience: values.audience, capacity: values.capacity },
      },
      member.key,
    )
    if ('done' in outcome) return { to: `/desk/events/${outcome.done.event}?told=planned` }
    const [field, fault] = (
      { order: ['to', 'register-fault.order'], tier: ['tier', 'register-fault.tier'], taken: ['tier', 'register-fault.taken'] } as const
    )[outcome.fault]
    return shown(member, withFault(entered, field, fault))
  },
}

/** `asked`: what may be a slip, so whoever plans it is asked whether they mean it. */
const shown = (member: Member, entered: Entered<unknown>, asked: readonly FieldFault[] = []): Shown => {
  const { t, key, desk } = member
  const faults = [...faultLines(t, entered), ...asked]
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text, value: entered.typed(name) })
  return {
    title: t('register.plan'),
    faults,
    body: (
      <>
        <PageHead title={t('register.plan')} sub={t('register.plan-what')} back={{ href: '/desk/events', text: t('register.back') }} />
        <DeskForm action={path} hidden={{ key }}>
          <RadiosField
            {...field('tier')}
            label={t('register.tier')}
            choices={desk.parts.pack.course.tiers.map(({ id, name, minutes }) => ({
              value: id,
              text: name,
              hint: t('register.minutes', { minutes }),
            }))}
          />
          <WhenAndWhere t={t} entered={entered} field={field} />
          <TextField {...field('audience')} label={t('register.audience')} hint={t('register.audience-hint')} autocomplete="off" />
          <SelectField {...field('language')} label={t('register.language')} choices={trainingLanguages(member)} />
          <TextField {...field('capacity')} label={t('register.capacity')} autocomplete="off" inputmode="numeric" />
          <GoButtons go={t('register.go')} sure={asked.length ? t('register.go-short') : null} />
        </DeskForm>
      </>
    ),
  }
}
