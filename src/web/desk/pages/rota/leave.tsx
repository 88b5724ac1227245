import { addLeave } from '../../../../commands/rota/add-leave.ts'
import { type Rota, readRota } from '../../../../commands/rota/read-rota.ts'
import { removeLeave } from '../../../../commands/rota/remove-leave.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { relationsOf } from '../../../../domain/access/table.ts'
import { timeOfLeave } from '../../../../domain/rota/clashes.ts'
import { overlap } from '../../../../domain/rota/shift.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DateField, DeskForm, SelectField } from '../../components/fields.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import { date, typedParts } from '../../context/entered-times.ts'
import { keyFor } from '../../context/form-key.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { dayAndHours, leaveDays } from '../../on-call/when.ts'
import { ToldMessage } from './told.tsx'

const faultsOf: Readonly<Record<string, readonly [string, DeskId]>> = {
  order: ['last', 'leave.fault-order'],
  past: ['last', 'leave.fault-past'],
  long: ['last', 'leave.fault-long'],
}

/** Days on which someone cannot be on call: their own, and for a coordinator everybody's. */
export const leavePage: MemberPage = {
  path: '/desk/rota/leave',
  here: 'rota',
  show: async (member) => leaveShown(member, unsent({ person: member.me.person }), await rotaOf(member)),
  send: async (member, fields) => {
    if (fields.has('remove')) {
      await member.perform(removeLeave, { leave: fields.text('remove', 100) ?? '' }, member.key)
      return { to: '/desk/rota/leave?told=leave-removed' }
    }
    const rota = await rotaOf(member)
    const entered = readEntered(fields, {
      person: oneOf(
        whoIn(member, rota).map(({ value }) => value),
        'leave.fault-who',
      ),
      first: date('leave.fault-first'),
      last: date('leave.fault-last'),
    })
    if (!entered.values) return leaveShown(member, entered, rota)
    const outcome = await member.perform(addLeave, entered.values, member.key)
    if ('done' in outcome) return { to: '/desk/rota/leave?told=leave-added' }
    const [name, fault] = faultsOf[outcome.fault] ?? ['person', 'leave.fault-who']
    return leaveShown(member, withFault(entered, name, fault), rota)
  },
}

/** Leaves may be a year long, and begin in a year. */
const ahead = 24 * 740
const rotaOf = async (member: Member): Promise<Rota> =>
  (await member.perform(readRota, { starts: member.now, ends: member.now.add({ hours: ahead }) })).done

/** Who somebody may enter a leave for. */
const whoIn = ({ me, viewer, t }: Member, { people }: Rota) => {
  const all = viewer.grants.some(({ role }) => relationsOf(role, 'leave', 'add').includes('any'))
  const others = all ? people.filter(({ person }) => person !== me.person) : []
  return [
    { value: me.person, text: t('leave.me', { name: me.name }) },
    ...others.map(({ person, name, partner }) => ({ value: person, text: `${name}, ${partner}` })),
  ]
}

const leaveShown = (member: Member, entered: Entered<unknown>, rota: Rota): Shown => {
  const { t, key } = member
  const faults = faultLines(t, entered)
  const who = whoIn(member, rota)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const parts = { day: t('leave.day'), month: t('leave.month'), year: t('leave.year') }
  return {
    title: t('leave.title'),
    faults,
    body: (
      <>
        <PageHead title={t('leave.title')} sub={t('leave.what')} back={{ href: '/desk/rota', text: t('rota.back') }} />
        <ToldMessage asked={member} />
        <Part id="list" heading={t('leave.list')}>
          {rota.leaves.length ? (
            <ul class="waiting">
              {rota.leaves.map((leave) => (
                <LeaveLine member={member} rota={rota} leave={leave} />
              ))}
            </ul>
          ) : (
            <p>{t('leave.none')}</p>
          )}
        </Part>
        <Part id="add" heading={t('leave.add')}>
          <DeskForm action="/desk/rota/leave" hidden={{ key, ...(who.length > 1 ? {} : { person: member.me.person }) }}>
            {who.length > 1 ? (
              <SelectField {...field('person')} label={t('leave.who')} value={entered.typed('person')} choices={who} />
            ) : null}
            <DateField
              {...field('first')}
              label={t('leave.first')}
              hint={t('leave.date-hint')}
              parts={parts}
              value={typedParts(entered, 'first')}
            />
            <DateField {...field('last')} label={t('leave.last')} parts={parts} value={typedParts(entered, 'last')} />
            <div class="actions">
              <SubmitButton>{t('leave.go')}</SubmitButton>
            </div>
          </DeskForm>
        </Part>
      </>
    ),
  }
}

type LineProps = { member: Member; rota: Rota; leave: Rota['leaves'][number] }

/** One leave, with the turns in it that someone else has to take. */
const LeaveLine = ({ member, rota, leave }: LineProps) => {
  const { t, me, local } = member
  const name = leave.name ?? t('on-call.someone')
  const time = timeOfLeave(leave, local.timeZoneId)
  const days = leaveDays(member, leave)
  const held = rota.shifts.filter((shift) => shift.person === leave.person && shift.answer !== 'refused' && overlap(shift, time))
  return (
    <li>
      <div class="flow">
        <p>
          <b>{name}</b>, {days}
        </p>
        {held.map((shift) => (
          <p>
            <Tag state="late">{t('leave.must')}</Tag> {dayAndHours(member, shift)}{' '}
            {shift.person === me.person ? (
              <LinkButton href={`/desk/rota/swap/${shift.id}`} look="text" of={dayAndHours(member, shift)}>
                {t('leave.swap-it')}
              </LinkButton>
            ) : null}
          </p>
        ))}
      </div>
      <PostButton
        action="/desk/rota/leave"
        fields={{ key: keyFor(member, leave.id), remove: leave.id }}
        look="quiet"
        of={`${name}, ${days}`}
      >
        {t('leave.remove')}
      </PostButton>
    </li>
  )
}
