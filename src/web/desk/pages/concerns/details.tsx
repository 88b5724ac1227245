import { changeDetails } from '../../../../commands/concerns/change-details.ts'
import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm, SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { type Entered, faultLines, oneOf, readEntered, someOf, unsent, version } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import { pathOf, townName } from './words.ts'

const none = 'none'

/** What the report form offers; and what stands there, which may be of an older pack. */
const townsOf = (member: Member, { town }: ConcernHead): string[] => {
  const ids = member.desk.locale.pack.partnership.towns?.areas.map(({ id }) => id) ?? []
  return town === null || ids.includes(town) ? ids : [...ids, town]
}

const readersOf = (member: Member, head: ConcernHead) => ({
  town: oneOf([none, ...townsOf(member, head)], 'concern-details.town-missing'),
  sector: oneOf([none, ...member.desk.locale.pack.sectors.map(({ id }) => id)], 'concern-details.sector-missing'),
  signs: someOf(
    member.desk.locale.pack.indicators.map(({ id }) => id),
    null,
  ),
  version: version(),
})

/** What lists search by. How urgent it is is marked by buttons of their own (urgency.tsx), which tell people at once. */
export const detailsPage: MemberPage = {
  path: '/desk/concerns/:id/details',
  here: 'inbox',
  show: async (member) => {
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    return page(member, head, filled(head))
  },
  send: async (member, fields) => {
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    const entered = readEntered(fields, readersOf(member, head))
    if (!entered.values) return page(member, head, entered)
    const { town, sector, signs, version } = entered.values
    // Ids of the pack by their names: a list that the form knows nothing of stays as it was.
    const kept = head.signs.filter((sign) => !member.desk.locale.pack.indicators.some(({ id }) => id === sign))
    const input = {
      concern: head.id,
      version,
      town: town === none ? null : town,
      sector: sector === none ? null : sector,
      signs: [...kept, ...signs],
    }
    const changed = await member.perform(changeDetails, input, member.key)
    if (!('fault' in changed)) return { to: `${pathOf(head)}?told=details` }
    return page(member, head, entered, true)
  },
}

const filled = ({ town, sector, signs }: ConcernHead): Entered<never> => unsent({ town: town ?? none, sector: sector ?? none, signs })

const page = (member: Member, head: ConcernHead, entered: Entered<unknown>, changed = false): Answer => {
  const { t, key, desk } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const title = t('concern-details.title')
  return {
    ...(changed ? { status: 409 } : {}),
    title,
    faults,
    body: (
      <>
        <OfConcern member={member} concern={head} title={title} />
        {changed ? (
          <Message kind="wrong" id="changed" heading={t('concern-details.changed')}>
            <p>{t('concern-details.changed-why')}</p>
          </Message>
        ) : null}
        <p>{t('concern-details.why')}</p>
        <DeskForm action={`${pathOf(head)}/details`} hidden={{ key, version: String(head.version) }}>
          <SelectField
            {...field('town')}
            label={t('concern-details.town')}
            value={entered.typed('town')}
            choices={[
              { value: none, text: t('concern-details.town-none') },
              ...townsOf(member, head).map((value) => ({ value, text: townName(member, value) })),
            ]}
          />
          <SelectField
            {...field('sector')}
            label={t('concern-details.sector')}
            value={entered.typed('sector')}
            choices={[
              { value: none, text: t('concern-details.sector-none') },
              ...desk.locale.pack.sectors.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <details class="more" open={entered.typedAll('signs').length > 0}>
            <summary>{t('concern-details.signs', { count: entered.typedAll('signs').length })}</summary>
            <ChecksField
              {...field('signs')}
              label={t('concern-details.signs-label')}
              values={entered.typedAll('signs')}
              choices={desk.locale.pack.indicators.map(({ id, text }) => ({ value: id, text }))}
            />
          </details>
          <SubmitButton>{t('concern-details.save')}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}
