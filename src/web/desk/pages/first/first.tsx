import { firstLinkIsOpen, takeFirstLink } from '../../../../commands/sign-in/first-link.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, SelectField, TextField } from '../../components/fields.tsx'
import { deviceOf } from '../../context/device.ts'
import { type Entered, email, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Asked, OpenPage, Shown } from '../../context/page.ts'
import { comeIn } from '../sign-in/come-in.ts'

/** The first person comes by the link that a start prints, as administrator. */
export const firstPage: OpenPage = {
  path: '/desk/first/:token',
  open: true,
  show: async (asked) => ((await firstLinkIsOpen(asked.desk.parts, asked.param('token'))) ? form(asked, unsent()) : over(asked)),
  send: async (asked, fields) => {
    const { desk } = asked
    const partners = desk.locale.pack.partners.map(({ id }) => id)
    const entered = readEntered(fields, {
      name: text({ missing: 'fault.name-missing', long: 'fault.name-long', most: 120 }),
      email: email('fault.email'),
      partner: oneOf(partners, 'fault.partner-missing'),
    })
    if (!entered.values) return form(asked, entered)
    const token = asked.param('token')
    const outcome = await takeFirstLink(desk.parts, { ...entered.values, token, device: deviceOf(asked.header('user-agent')) })
    if ('done' in outcome) return comeIn(asked, outcome.done, '/desk/account')
    if (outcome.fault === 'link-over') return over(asked)
    return form(
      asked,
      outcome.fault === 'email-taken'
        ? withFault(entered, 'email', 'first.email-taken')
        : withFault(entered, 'partner', 'fault.partner-missing'),
    )
  },
}

const form = ({ t, desk, param }: Asked, entered: Entered<unknown>): Shown => {
  const faults = faultLines(t, entered)
  const field = (name: 'name' | 'email' | 'partner') => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  return {
    title: t('first.title'),
    faults,
    body: (
      <div class="flow">
        <h1>{t('first.title')}</h1>
        <p>{t('first.what', { partnership: desk.locale.pack.partnership.name })}</p>
        <p>{t('first.not')}</p>
        <DeskForm action={`/desk/first/${param('token')}`}>
          <TextField {...field('name')} label={t('first.name')} autocomplete="name" value={entered.typed('name')} />
          <TextField {...field('email')} label={t('first.email')} type="email" autocomplete="email" value={entered.typed('email')} />
          <SelectField
            {...field('partner')}
            label={t('first.partner')}
            value={entered.typed('partner')}
            choices={desk.locale.pack.partners.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <SubmitButton big>{t('first.go')}</SubmitButton>
        </DeskForm>
      </div>
    ),
  }
}

const over = ({ t }: Asked): Shown => ({
  status: 410,
  title: t('first.over-title'),
  body: (
    <div class="flow">
      <h1>{t('first.over-title')}</h1>
      <p>{t('first.over')}</p>
      <p>
        <a href="/desk/sign-in">{t('sign-in.title')}</a>
      </p>
    </div>
  ),
})
