import { changeProfile } from '../../../../commands/people/change-profile.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Versions } from '../../components/versions.tsx'
import { type Entered, email, faultLines, readEntered, telephone, text, unsent, withFault } from '../../context/entered.ts'
import type { Member, Shown } from '../../context/page.ts'
import { changePage, doneWith, pathOf } from './change.ts'
import { afterInviting } from './invitation-link.tsx'

type Written = { name: string; email: string; phone: string | null }

/** How someone is called and reached. Where two change it at once, the second sees both and chooses. */
export const profilePage = changePage('profile', {
  show: (member, person) =>
    form(member, person, person.version, unsent({ name: person.name, email: person.email, phone: person.phone ?? '' })),
  send: async (member, fields, id, again) => {
    if (fields.text('keep') === 'theirs') return doneWith(id, 'nothing')
    const entered = readEntered(fields, {
      name: text({ missing: 'fault-person.name-missing', long: 'fault.name-long', most: 120 }),
      email: email('fault.email'),
      phone: telephone('fault-person.phone'),
    })
    const version = versionIn(fields.text('version', 10))
    if (!entered.values) return form(member, await again(), version, entered)
    const outcome = await member.perform(changeProfile, { person: id, ...entered.values, version }, member.key)
    if ('done' in outcome) {
      const { invitation } = outcome.done
      return invitation ? afterInviting(member, { id, ...entered.values }, invitation) : doneWith(id, 'profile')
    }
    const person = await again()
    if (outcome.fault === 'email-taken') return form(member, person, version, withFault(entered, 'email', 'fault-person.email-taken'))
    return both(member, person, entered.values)
  },
})

/** One that is no number is no version of anything: the second save shows both. */
const versionIn = (text: string | null): number => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0)

const form = ({ t, key }: Member, person: Person, version: number, entered: Entered<unknown>): Shown => {
  const faults = faultLines(t, entered)
  const field = (name: keyof Written) => ({
    t,
    name,
    fault: faults.find((fault) => fault.name === name)?.text,
    value: entered.typed(name),
    autocomplete: 'off',
  })
  const title = t('change-person.title', { name: person.name })
  return {
    title,
    faults,
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
        <DeskForm action={pathOf(person, '/profile')} hidden={{ key, version: String(version) }}>
          <TextField {...field('name')} label={t('change-person.name')} />
          <TextField
            {...field('email')}
            label={t('change-person.email')}
            type="email"
            hint={person.state === 'invited' ? t('change-person.email-hint') : undefined}
          />
          <TextField {...field('phone')} label={t('change-person.phone')} type="tel" hint={t('change-person.phone-hint')} />
          <Actions>
            <SubmitButton>{t('change-person.go')}</SubmitButton>
            <LinkButton href={pathOf(person)} look="quiet">
              {t('change-person.keep')}
            </LinkButton>
          </Actions>
        </DeskForm>
      </div>
    ),
  }
}

const both = ({ t, key }: Member, person: Person, mine: Written): Shown => {
  const title = t('change-person.both-title')
  const line = (name: keyof Written, label: string) => ({
    label,
    theirs: person[name] ?? t('change-person.none'),
    mine: mine[name] ?? t('change-person.none'),
    differs: person[name] !== mine[name],
  })
  return {
    status: 409,
    title,
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
        <p>{t('change-person.both-what')}</p>
        <Versions
          t={t}
          caption={t('change-person.both-caption')}
          action={pathOf(person, '/profile')}
          hidden={{ key, version: String(person.version), name: mine.name, email: mine.email, phone: mine.phone ?? '' }}
          fields={[line('name', t('change-person.name')), line('email', t('change-person.email')), line('phone', t('change-person.phone'))]}
          theirs={{
            heading: t('change-person.theirs'),
            state: t('change-person.theirs-state'),
            by: t('change-person.theirs-by'),
            keep: t('change-person.theirs-keep'),
          }}
          mine={{
            heading: t('change-person.mine'),
            state: t('change-person.mine-state'),
            by: t('change-person.mine-by'),
            keep: t('change-person.mine-keep'),
          }}
        />
      </div>
    ),
  }
}
