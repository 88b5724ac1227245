import { type PeopleAsk, type PeopleEdge, type PeopleRow, pageRows } from '../../../../../commands/register/people/read-people.ts'
import { isUuid } from '../../../../../commands/uuid.ts'
import { type PeopleState, peopleStates, type StandingWorth } from '../../../../../domain/register/count.ts'
import { nameKey } from '../../../../../domain/register/names.ts'
import { longDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { SelectField, TextField } from '../../../components/fields.tsx'
import { Empty, Filter, Paging } from '../../../components/list.tsx'
import { Rows } from '../../../components/rows.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { tierName } from '../words.ts'

export const listPath = '/desk/register'

/** What is asked of the list, as the address has it. */
export type ListAsk = PeopleAsk & { typed: string; short: boolean }

export const askIn = ({ query, desk }: Member, partner: string | null): ListAsk => {
  const tier = desk.parts.pack.course.tiers.find(({ id }) => id === query('tier'))?.id ?? null
  const typed = (query('q') ?? '').slice(0, 120).trim()
  const words = nameKey(typed).split(' ').filter(Boolean)
  // One letter is the beginning of too many names: a database would look at each.
  const long = words.filter((word) => word.length > 1)
  return {
    ...{ partner, tier, state: peopleStates.find((one) => one === query('state')) ?? null, typed },
    ...{ words: long, short: typed !== '' && !long.length, after: edgeIn(query('after') ?? '') },
  }
}

const edgeIn = (text: string): PeopleEdge | null => {
  const [, id = '', tier = '', name = '', word = ''] =
    /^([0-9a-f-]{36})~([a-z-]{1,60})~([a-z0-9 ]{0,200})(?:~([a-z0-9]{1,200}))?$/.exec(text) ?? []
  return isUuid(id) ? { id, tier, name, word } : null
}
const edgeText = ({ id, tier, nameKey: name, word }: PeopleRow): string => `${id}~${tier}~${name}${word ? `~${word}` : ''}`

type Asked = { partner: string | null; tier: string | null; state: PeopleState | string | null; typed: string; after?: string }
export const listHref = ({ partner, tier, state, typed, after }: Asked): string => {
  const all = { partner, tier, state, q: typed, after }
  const query = new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return query ? `${listPath}?${query}` : listPath
}

const tagOf = { current: 'in-time', 'needs-update': 'due', ended: 'late' } as const
export const WorthTag = ({ t, worth }: Pick<Member, 't'> & { worth: StandingWorth | null }) =>
  worth === null ? <Tag state="shut">{t('trained.state-none')}</Tag> : <Tag state={tagOf[worth]}>{t(`trained.state-${worth}`)}</Tag>

type ListProps = {
  member: Member
  ask: ListAsk
  read: readonly PeopleRow[]
  /** Partners to choose from; null: whoever looks sees those of one alone. */
  partners: ReadonlyMap<string, string> | null
}

/** People by name, a page of them, with what is asked for. */
export const PeopleList = ({ member, ask, read, partners }: ListProps) => {
  const { t, desk } = member
  const rows = read.slice(0, pageRows)
  const last = rows.at(-1)
  const base = { partner: partners ? ask.partner : null, tier: ask.tier, state: ask.state, typed: ask.typed }
  const set = ask.tier !== null || ask.state !== null || ask.typed !== '' || (partners !== null && ask.partner !== null)
  return (
    <>
      <Filter t={t} action={listPath} set={set} show={t('trained.show')} clear={{ href: listPath, text: t('trained.clear') }}>
        <TextField
          t={t}
          name="q"
          label={t('trained.search')}
          hint={t('trained.search-hint')}
          fault={ask.short ? t('trained-fault.letters') : undefined}
          value={ask.typed}
          autocomplete="off"
        />
        <SelectField
          t={t}
          name="tier"
          label={t('trained.course')}
          value={ask.tier ?? ''}
          choices={[
            { value: '', text: t('trained.any-course') },
            ...desk.parts.pack.course.tiers.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <SelectField
          t={t}
          name="state"
          label={t('trained.state')}
          value={ask.state ?? ''}
          choices={[
            { value: '', text: t('trained.any-state') },
            ...peopleStates.map((state) => ({ value: state, text: t(`trained.head-${state}`) })),
          ]}
        />
        {partners ? (
          <SelectField
            t={t}
            name="partner"
            label={t('trained.head-partner')}
            value={ask.partner ?? ''}
            choices={[{ value: '', text: t('trained.any-organisation') }, ...[...partners].map(([value, text]) => ({ value, text }))]}
          />
        ) : null}
      </Filter>
      {rows.length ? (
        <Rows
          caption={t('trained.list')}
          tight
          groups={[{ rows }]}
          columns={[
            { id: 'name', label: t('trained.name'), cell: ({ id, name }) => <a href={`${listPath}/people/${id}`}>{name}</a> },
            ...(partners
              ? [{ id: 'organisation', label: t('trained.organisation'), cell: ({ organisation }: PeopleRow) => organisation }]
              : []),
            { id: 'course', label: t('trained.course'), cell: ({ tier }) => tierName(member, tier) },
            {
              id: 'group',
              label: t('trained.group'),
              cell: ({ group }) => desk.parts.pack.roleGroups.find(({ id }) => id === group)?.name ?? '',
            },
            { id: 'learnt', label: t('trained.learnt'), cell: ({ on }) => longDate(on) },
            { id: 'how', label: t('trained.how'), cell: ({ way }) => (way ? t(`trained.way-${way}`) : '') },
            {
              id: 'state',
              label: t('trained.state'),
              cell: ({ worth, fresh }) => (
                <>
                  <WorthTag t={t} worth={worth} /> {fresh ? <span class="small">{t('trained.head-new')}</span> : null}
                </>
              ),
            },
          ]}
        />
      ) : (
        <Empty
          heading={t(set || ask.after ? 'trained.nobody' : 'trained.nobody-yet')}
          ways={
            set || ask.after ? (
              <LinkButton href={listPath} look="quiet">
                {t('trained.clear')}
              </LinkButton>
            ) : null
          }
        >
          <p>{t(set || ask.after ? 'trained.nobody-why' : 'trained.nobody-yet-why')}</p>
        </Empty>
      )}
      {rows.some(({ way }) => way === 'alone') ? <p class="small">{t('trained.way-alone-why')}</p> : null}
      {rows.length ? (
        <Paging
          t={t}
          said={t('trained.shown', { count: rows.length })}
          earlier={ask.after ? { href: listHref(base), text: t('trained.first') } : null}
          later={read.length > pageRows && last ? { href: listHref({ ...base, after: edgeText(last) }), text: t('trained.next') } : null}
        />
      ) : null}
    </>
  )
}
