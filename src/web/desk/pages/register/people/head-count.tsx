import { partnerOf } from '../../../../../commands/register/answers-for.ts'
import { enterHeadCount } from '../../../../../commands/register/counts/enter-head-count.ts'
import { readPartnerNames } from '../../../../../commands/register/counts/head-count.ts'
import { readCounts } from '../../../../../commands/register/counts/read-counts.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { DateField, DeskForm, SelectField, TextField } from '../../../components/fields.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead } from '../../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, type Reader, readEntered, unsent, withFault } from '../../../context/entered.ts'
import { date, typedParts } from '../../../context/entered-times.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { countOf } from './figures.tsx'
import { listHref, listPath } from './people-list.tsx'

const path = `${listPath}/head-count`

/** "6,000" as people write it. */
const people: Reader<number> = (fields, name) => {
  const typed = (fields.text(name, 20) ?? '').trim()
  const plain = typed.replace(/[, ]/g, '')
  const value = /^\d{1,7}$/.test(plain) ? Number(plain) : 0
  return { typed, read: value >= 1 && value <= 1_000_000 ? { value } : { fault: 'trained-fault.number' } }
}

/** How many people a partner has, as it says: what its figures are held against. */
export const headCountPage: MemberPage = {
  path,
  here: 'register',
  show: async (member) => shown(member, unsent({ partner: member.query('partner') ?? '' }), await namesFor(member)),
  send: async (member, fields) => {
    const names = await namesFor(member)
    const entered = readEntered(fields, {
      partner: oneOf([...names.keys()], 'trained-fault.partner'),
      people,
      on: date('trained-fault.day'),
    })
    if (!entered.values) return shown(member, entered, names)
    const current = await currentAt(member, entered.values.partner)
    // Asked once: whoever sends the same number again means it.
    if (entered.values.people < current && fields.text('sure', 200) !== sureOf(entered.values))
      return shown(member, entered, names, { current, ...entered.values })
    const outcome = await member.perform(enterHeadCount, entered.values, member.key)
    if ('done' in outcome) {
      const partner = partnerOf(member.viewer) === null ? entered.values.partner : null
      const to = listHref({ partner, tier: null, state: null, typed: '' })
      return { to: `${to}${to.includes('?') ? '&' : '?'}told=head` }
    }
    const [field, fault] =
      outcome.fault === 'later' ? (['on', 'trained-fault.later'] as const) : (['partner', 'trained-fault.partner'] as const)
    return shown(member, withFault(entered, field, fault), names)
  },
}

const sureOf = ({ partner, people }: { partner: string; people: number }): string => `${partner} ${people}`

/** How many people of a partner are current at the least, as counted last. */
const currentAt = async (member: Member, partner: string): Promise<number> => {
  const asked = { kind: 'partner', of: partner, tier: '', periods: [''], measures: ['current'] } as const
  return countOf((await member.perform(readCounts, asked)).done, { measure: 'current' }).least
}

/** Partners that whoever asks may enter it for. */
const namesFor = async (member: Member): Promise<ReadonlyMap<string, string>> => {
  const own = partnerOf(member.viewer)
  const names = (await member.perform(readPartnerNames, null)).done
  return new Map([...names].filter(([id]) => own === null || id === own))
}

type Fewer = { current: number; partner: string; people: number }

const shown = (member: Member, entered: Entered<unknown>, names: ReadonlyMap<string, string>, fewer: Fewer | null = null): Shown => {
  const { t, key } = member
  const faults = faultLines(t, entered)
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  const [only] = names.keys()
  const one = names.size === 1 && only !== undefined
  return {
    title: t('trained.head-title'),
    faults,
    body: (
      <>
        <PageHead
          title={one ? `${t('trained.head-title')}: ${names.get(only) ?? ''}` : t('trained.head-title')}
          sub={t('trained.head-what')}
          back={{ href: listPath, text: t('trained.back') }}
        />
        {fewer ? (
          <Message kind="warn" id="fewer" heading={t('trained.head-fewer', { current: fewer.current.toLocaleString('en-GB') })}>
            <p>{t('trained.head-fewer-text', { people: fewer.people.toLocaleString('en-GB') })}</p>
          </Message>
        ) : null}
        <DeskForm action={path} hidden={{ key, ...(one ? { partner: only } : {}), ...(fewer ? { sure: sureOf(fewer) } : {}) }}>
          {one ? null : (
            <SelectField
              t={t}
              name="partner"
              label={t('trained.head-partner')}
              fault={fault('partner')}
              value={entered.typed('partner')}
              choices={[...names].map(([value, text]) => ({ value, text }))}
            />
          )}
          <TextField
            t={t}
            name="people"
            label={t('trained.head-number')}
            fault={fault('people')}
            value={entered.typed('people')}
            autocomplete="off"
            inputmode="numeric"
          />
          <DateField
            t={t}
            name="on"
            label={t('trained.head-day')}
            fault={fault('on')}
            parts={{ day: t('register.day'), month: t('register.month'), year: t('register.year') }}
            value={typedParts(entered, 'on')}
          />
          <div class="actions">
            <SubmitButton>{t('trained.head-save')}</SubmitButton>
          </div>
        </DeskForm>
      </>
    ),
  }
}
