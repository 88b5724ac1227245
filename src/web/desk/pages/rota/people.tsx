import { listOnCall } from '../../../../commands/rota/list-on-call.ts'
import { readOnCall } from '../../../../commands/rota/read-on-call.ts'
import { unlistOnCall } from '../../../../commands/rota/unlist-on-call.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Telephone } from '../../components/contact.tsx'
import { DeskForm, SelectField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { ToldMessage } from './told.tsx'

type OnCall = Awaited<ReturnType<typeof listOf>>

const listOf = async (member: Member) => (await member.perform(readOnCall, {})).done

const faultsOf: Readonly<Record<string, DeskId>> = { 'not-active': 'listed.fault-active', 'listed-already': 'listed.fault-already' }

/** Who may be asked to be on call. */
export const onCallPeoplePage: MemberPage = {
  path: '/desk/rota/people',
  here: 'rota',
  show: async (member) => listShown(member, unsent(), await listOf(member)),
  send: async (member, fields) => {
    const list = await listOf(member)
    const known = [...list.others, ...list.listed].map(({ person }) => person)
    const entered = readEntered(fields, { person: oneOf(known, 'listed.fault-who') })
    if (!entered.values) return listShown(member, entered, list)
    const outcome = await member.perform(listOnCall, entered.values, member.key)
    if ('done' in outcome) return { to: '/desk/rota/people?told=listed' }
    return listShown(member, withFault(entered, 'person', faultsOf[outcome.fault] ?? 'listed.fault-who'), list)
  },
}

/** Takes someone off the list: what that means is said before it is done. */
export const unlistPage: MemberPage = {
  path: '/desk/rota/people/:person',
  here: 'rota',
  show: async (member) => {
    const { t, key, viewer } = member
    if (!mayAny(viewer, 'remove', 'on-call')) return deniedPage(member, 'not-allowed')
    const list = await listOf(member)
    const one = list.listed.find(({ person }) => person === member.param('person'))
    if (!one) return listShown(member, unsent(), list, 404)
    const named = { name: one.name }
    const title = t('listed.end-title', named)
    return {
      title,
      body: (
        <>
          <PageHead title={title} back={{ href: '/desk/rota/people', text: t('listed.title') }} />
          <Confirm
            will={{
              heading: t('end.will'),
              items: [t('listed.end-will', { name: one.name, count: one.turns }), t('listed.end-swaps', named)],
            }}
            cannot={{ heading: t('end.cannot'), items: [t('listed.end-cannot', named), t('end.cannot-told', named)] }}
            action={`/desk/rota/people/${one.person}`}
            hidden={{ key }}
            final={t('listed.end-go', named)}
            keep={{ href: '/desk/rota/people', text: t('listed.end-keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const outcome = await member.perform(unlistOnCall, { person: member.param('person') }, member.key)
    if ('done' in outcome) return { to: '/desk/rota/people?told=unlisted' }
    const entered = outcome.fault === 'needs-coordinator' ? withFault(unsent(), 'person', 'fault-person.needs-coordinator') : unsent()
    return listShown(member, entered, await listOf(member), 409)
  },
}

const listShown = (member: Member, entered: Entered<unknown>, { listed, others }: OnCall, status?: number): Shown => {
  const { t, viewer, key } = member
  const faults = faultLines(t, entered)
  const keeps = mayAny(viewer, 'remove', 'on-call')
  type Line = OnCall['listed'][number]
  const columns: [Column<Line>, ...Column<Line>[]] = [
    { id: 'name', label: t('listed.name'), cell: ({ name }) => name },
    { id: 'partner', label: t('listed.partner'), cell: ({ partner }) => partner },
    {
      id: 'number',
      label: t('listed.number'),
      cell: ({ phone }) => (phone ? <Telephone number={phone} /> : <Tag state="late">{t('on-call.no-number')}</Tag>),
    },
    { id: 'turns', label: t('listed.turns'), figures: true, cell: ({ turns }) => turns },
    ...(keeps
      ? [
          {
            id: 'remove',
            label: t('listed.change'),
            cell: ({ person, name }: Line) => (
              <LinkButton href={`/desk/rota/people/${person}`} look="text" of={name}>
                {t('listed.remove')}
              </LinkButton>
            ),
          },
        ]
      : []),
  ]
  return {
    ...(status === undefined ? {} : { status }),
    title: t('listed.title'),
    faults,
    body: (
      <>
        <PageHead title={t('listed.title')} sub={t('listed.what')} back={{ href: '/desk/rota', text: t('rota.back') }} />
        <ToldMessage asked={member} />
        {listed.length ? (
          <Rows caption={t('listed.caption')} columns={columns} groups={[{ rows: listed }]} />
        ) : (
          <Empty heading={t('listed.none')} />
        )}
        {mayAny(viewer, 'add', 'on-call') ? (
          <Part id="add" heading={t('listed.add')}>
            {others.length ? (
              <DeskForm action="/desk/rota/people" hidden={{ key }}>
                <SelectField
                  t={t}
                  name="person"
                  label={t('listed.who')}
                  fault={faults[0]?.text}
                  value={entered.typed('person')}
                  choices={[
                    { value: '', text: t('ask.choose') },
                    ...others.map(({ person, name, partner }) => ({ value: person, text: `${name}, ${partner}` })),
                  ]}
                />
                <div class="actions">
                  <SubmitButton>{t('listed.go')}</SubmitButton>
                </div>
              </DeskForm>
            ) : (
              <p>{t('listed.none-left')}</p>
            )}
          </Part>
        ) : null}
      </>
    ),
  }
}
