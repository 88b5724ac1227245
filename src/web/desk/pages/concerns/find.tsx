import { type FindChoices, readFindChoices } from '../../../../commands/concerns/read-find-choices.ts'
import { readFoundConcerns } from '../../../../commands/concerns/read-found-concerns.ts'
import { isUuid } from '../../../../commands/uuid.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { numberIn, reference } from '../../../../domain/concerns/concern.ts'
import { foundStates, newestFirst, type Order, type Sought } from '../../../../domain/concerns/lists.ts'
import { byCategory } from '../../../../domain/signs/lists.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { SelectField, TextField } from '../../components/fields.tsx'
import { Empty, Filter } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { hasInbox } from '../../context/places.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { listColumns } from './list-columns.tsx'
import { addressWith, edgeIn, ListPaging, orderIn, orderText, pageOf, sortBy } from './list-page.tsx'
import { townName } from './words.ts'

const path = '/desk/concerns/find'

const fields = ['ref', 'town', 'sector', 'sign', 'state', 'owner', 'from', 'to'] as const
type Typed = Readonly<Record<(typeof fields)[number], string>>

/** Finds concerns by what stands of them in plain columns. What people wrote is sealed, and the page says so. */
export const findPage: MemberPage = {
  path,
  here: 'find',
  show: async (member) => {
    if (!hasInbox(member)) return deniedPage(member, 'not-allowed')
    const { t, query } = member
    const typed = Object.fromEntries(
      fields.map((name) => [
        name,
        (query(name) ?? '')
          .replace(/\p{Cc}/gu, '')
          .slice(0, 60)
          .trim(),
      ]),
    ) as Typed
    const set = fields.some((name) => typed[name])
    const { sought, number, faults } = soughtIn(member, typed)
    const order = orderIn(member) ?? newestFirst
    const edge = edgeIn(member)
    const href = (asked: { order?: Order }, at = null as typeof edge): string => {
      const by = orderText(asked.order ?? order)
      return addressWith(path, { ...typed, sort: by === orderText(newestFirst) ? null : by }, at)
    }
    const { done: choices } = await member.perform(readFindChoices, null)
    const wrong = Object.keys(faults).length > 0
    const read = wrong ? [] : (await member.perform(readFoundConcerns, { number, sought, order, edge })).done
    const page = pageOf(read, edge)
    return {
      title: t('find.title'),
      body: (
        <>
          <PageHead title={t('find.title')} sub={t('find.sub')} />
          <Filter t={t} action={path} set={set} show={t('find.show')} clear={{ href: path, text: t('find.clear') }} note={t('find.note')}>
            <Fields member={member} typed={typed} faults={faults} choices={choices} />
          </Filter>
          {page.rows.length ? (
            <Rows
              caption={t('find.caption')}
              columns={listColumns(member, { received: sortBy('received', order, (by) => href({ order: by })) })}
              groups={[{ rows: page.rows }]}
              look="inbox"
            />
          ) : (
            <Nothing member={member} set={set} wrong={wrong} past={edge !== null} first={href({})} />
          )}
          <ListPaging member={member} {...page} href={(at) => href({}, at)} />
        </>
      ),
    }
  },
}

type Faults = Partial<Record<keyof Typed, string>>

/** What was typed, as what is asked; what cannot be understood is said at its field, and nothing is shown for it. */
const soughtIn = ({ t, local }: Member, typed: Typed): { sought: Sought; number: number | null; faults: Faults } => {
  const faults: Faults = {}
  const dayOf = (name: 'from' | 'to'): Temporal.PlainDate | null => {
    if (!typed[name]) return null
    try {
      // As the browser's own field has it: no year that no database knows.
      if (/^2\d{3}-\d{2}-\d{2}$/.test(typed[name])) return Temporal.PlainDate.from(typed[name])
    } catch {
      // There is no such day.
    }
    faults[name] = t('find.no-day')
    return null
  }
  const midnight = (day: Temporal.PlainDate | null) => day?.toZonedDateTime(local.timeZoneId).toInstant() ?? null
  const number = typed.ref ? numberIn(typed.ref) : null
  if (typed.ref && (number === null || number > 2 ** 31 - 1)) faults.ref = t('find.no-reference')
  if (typed.owner && !isUuid(typed.owner)) faults.owner = t('find.no-owner')
  const [from, to] = [dayOf('from'), dayOf('to')]
  if (from && to && Temporal.PlainDate.compare(from, to) > 0) faults.to = t('find.to-before-from')
  const sought: Sought = {
    town: typed.town || null,
    sector: typed.sector || null,
    sign: typed.sign || null,
    owner: typed.owner || null,
    state: foundStates.find((state) => state === typed.state) ?? null,
    from: midnight(from),
    until: midnight(to?.add({ days: 1 }) ?? null),
  }
  return { sought, number, faults }
}

type FieldsProps = { member: Member; typed: Typed; faults: Faults; choices: FindChoices }

const Fields = ({ member, typed, faults, choices }: FieldsProps) => {
  const { t, me, desk } = member
  const { sectors, indicators, categories } = desk.locale.pack
  const any = { value: '', text: t('find.any') }
  // What is looked for stays chosen, though it is none of the choices any more.
  const select = (
    name: 'town' | 'sector' | 'sign' | 'state' | 'owner',
    all: readonly { value: string; text: string; group?: string }[],
  ) => {
    const known = !typed[name] || all.some(({ value }) => value === typed[name])
    return (
      <SelectField
        t={t}
        name={name}
        label={t(`find.${name}`)}
        value={typed[name]}
        fault={faults[name]}
        choices={[any, ...all, ...(known ? [] : [{ value: typed[name], text: t('find.other') }])]}
      />
    )
  }
  return (
    <>
      <TextField t={t} name="ref" label={t('find.ref')} value={typed.ref} fault={faults.ref} autocomplete="off" />
      {select(
        'town',
        choices.towns.map((town) => ({ value: town, text: townName(member, town) })),
      )}
      {select(
        'sector',
        sectors.map(({ id, name }) => ({ value: id, text: name })),
      )}
      {select(
        'sign',
        byCategory(indicators, categories).flatMap(({ category, signs }) =>
          signs.map(({ id, text }) => ({ value: id, text, group: category.name })),
        ),
      )}
      {select(
        'state',
        foundStates.map((state) => ({ value: state, text: t(`inbox.state-${state}`) })),
      )}
      {select('owner', [
        { value: me.person, text: t('find.me') },
        ...choices.owners.filter(({ id }) => id !== me.person).map(({ id, name }) => ({ value: id, text: name })),
      ])}
      <TextField t={t} name="from" type="date" label={t('find.from')} value={typed.from} fault={faults.from} autocomplete="off" />
      <TextField t={t} name="to" type="date" label={t('find.to')} value={typed.to} fault={faults.to} autocomplete="off" />
    </>
  )
}

type NothingProps = { member: Member; set: boolean; wrong: boolean; past: boolean; first: string }

const Nothing = ({ member: { t, viewer }, set, wrong, past, first }: NothingProps) => (
  <Empty
    heading={t(
      wrong ? 'find.wrong' : past ? 'inbox.past' : set ? 'find.none' : holds(viewer, 'coordinator') ? 'find.none-yet' : 'find.none-seen',
    )}
    ways={
      past || set ? (
        <LinkButton href={past ? first : path} look="quiet">
          {t(past ? 'inbox.to-first' : 'find.clear')}
        </LinkButton>
      ) : null
    }
  >
    {wrong ? <p>{t('find.wrong-why')}</p> : set && !past ? <p>{t('find.none-why', { reference: reference(1187) })}</p> : null}
  </Empty>
)
