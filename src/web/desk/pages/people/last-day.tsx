import type { Person } from '../../../../commands/people/read-person.ts'
import { furthestYears, setLastDay } from '../../../../commands/people/set-last-day.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DateField, DeskForm } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, readEntered, unsent } from '../../context/entered.ts'
import { date, typedParts } from '../../context/entered-times.ts'
import type { Member, Shown } from '../../context/page.ts'
import { changePage, doneWith, pathOf } from './change.ts'

/** The day at the end of which access ends by itself. */
export const lastDayPage = changePage('last-day', {
  show: (member, person) => form(member, person, unsent({ day: person.leavesOn ? partsOf(person.leavesOn) : [] }), null),
  send: async (member, fields, id, again) => {
    const { t } = member
    if (fields.has('clear')) {
      const outcome = await member.perform(setLastDay, { person: id, day: null })
      return doneWith(id, 'done' in outcome ? 'last-day-clear' : 'nothing')
    }
    const entered = readEntered(fields, { day: date('fault-person.day-wrong', 'fault-person.day-missing') })
    if (!entered.values) {
      const [fault] = Object.values(entered.faults)
      return form(member, await again(), entered, fault ? t(fault) : null)
    }
    const outcome = await member.perform(setLastDay, { person: id, day: entered.values.day.toString() }, member.key)
    if ('done' in outcome) return doneWith(id, 'last-day')
    const person = await again()
    const wrong = {
      'day-past': t('fault-person.day-past'),
      'day-far': t('fault-person.day-far', { years: furthestYears }),
      'last-administrator': t('fault-person.last-administrator', { name: person.name }),
      'ended-already': t('fault-person.left'),
    }
    return form(member, person, entered, wrong[outcome.fault])
  },
})

const partsOf = (iso: string): string[] => {
  const { day, month, year } = Temporal.PlainDate.from(iso)
  return [day, month, year].map(String)
}

const form = ({ t, key }: Member, person: Person, entered: Entered<unknown>, fault: string | null): Shown => {
  const title = t('last-day.title', { name: person.name })
  return {
    title,
    faults: fault ? [{ name: 'day', text: fault }] : [],
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
        <DeskForm action={pathOf(person, '/last-day')} hidden={{ key }}>
          <DateField
            t={t}
            name="day"
            label={t('last-day.label')}
            hint={t('last-day.hint')}
            fault={fault ?? undefined}
            parts={{ day: t('last-day.day'), month: t('last-day.month'), year: t('last-day.year') }}
            value={typedParts(entered, 'day')}
          />
          <Actions>
            <SubmitButton>{t('last-day.go')}</SubmitButton>
            <LinkButton href={pathOf(person)} look="quiet">
              {t('last-day.keep')}
            </LinkButton>
          </Actions>
        </DeskForm>
      </div>
    ),
  }
}
