import {
  type People,
  type PeopleView,
  type PersonLine,
  peopleViews,
  readPeople,
  unseenDays,
} from '../../../../commands/people/read-people.ts'
import { may } from '../../../../domain/access/table.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { SelectField } from '../../components/fields.tsx'
import { Empty, Filter, Paging, Views } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { roleList } from '../../context/role-words.ts'
import { StateTag, seenWords } from './words.tsx'

const path = '/desk/people'

/** Everyone whom whoever is signed in answers for. */
export const peoplePage: MemberPage = {
  path,
  here: 'people',
  show: async (member) => {
    const { t, viewer } = member
    const asked: AskedFor = {
      view: peopleViews.find((view) => view === member.query('view')) ?? 'everyone',
      partner: partnerIn(member.query('organisation')),
      after: member.query('after'),
    }
    const outcome = await member.perform(readPeople, asked)
    const people = outcome.done
    return {
      title: t('people.title'),
      body: (
        <div class="flow">
          <PageHead
            title={t('people.title')}
            sub={t('people.count', { people: people.counts.everyone, partners: asked.partner ? 1 : people.partners.length })}
            act={may(viewer, 'add', 'person', {}) ? <LinkButton href={`${path}/invite`}>{t('people.invite')}</LinkButton> : null}
          />
          <Views t={t} views={viewsOf(member, people, asked)} />
          {people.partners.length > 1 ? <PartnerFilter member={member} people={people} asked={asked} /> : null}
          {people.lines.length ? <List member={member} people={people} asked={asked} /> : <Nobody member={member} asked={asked} />}
        </div>
      ),
    }
  },
}

/** As ids of the pack are; anything else is no partner's, and all are shown. */
const partnerIn = (text: string | null): string | null => (text !== null && /^[a-z0-9-]{1,100}$/.test(text) ? text : null)

type AskedFor = { view: PeopleView; partner: string | null; after: string | null }

const addressOf = ({ view, partner, after }: Partial<AskedFor>): string => {
  const query = new URLSearchParams({
    ...(view && view !== 'everyone' ? { view } : {}),
    ...(partner ? { organisation: partner } : {}),
    ...(after ? { after } : {}),
  }).toString()
  return query ? `${path}?${query}` : path
}

const viewsOf = ({ t }: Member, { counts, seenSaid }: People, asked: AskedFor) => {
  const label = {
    everyone: t('people.everyone'),
    invited: t('people.invited'),
    unseen: t('people.unseen', { days: unseenDays }),
    left: t('people.left'),
  }
  return peopleViews
    .filter((view) => view !== 'unseen' || seenSaid)
    .map((view) => ({
      href: addressOf({ view, partner: asked.partner }),
      label: label[view],
      count: String(counts[view]),
      here: view === asked.view,
    }))
}

const PartnerFilter = ({ member: { t }, people, asked }: { member: Member; people: People; asked: AskedFor }) => (
  <Filter
    t={t}
    action={path}
    set={asked.partner !== null}
    show={t('people.show')}
    clear={{ href: addressOf({ view: asked.view }), text: t('people.clear') }}
  >
    {asked.view === 'everyone' ? null : <input type="hidden" name="view" value={asked.view} />}
    <SelectField
      t={t}
      name="organisation"
      label={t('people.partner')}
      value={asked.partner ?? ''}
      choices={[{ value: '', text: t('people.all-partners') }, ...people.partners.map(({ id, name }) => ({ value: id, text: name }))]}
    />
  </Filter>
)

const List = ({ member, people, asked }: { member: Member; people: People; asked: AskedFor }) => {
  const { t } = member
  const all = people.counts[asked.view]
  const shown = people.lines.length
  return (
    <>
      <Rows
        caption={asked.view === 'left' ? t('people.caption-left') : t('people.caption')}
        columns={columnsOf(member, people)}
        groups={[{ rows: people.lines }]}
      />
      <Paging
        t={t}
        said={shown === all ? t('people.page-all', { shown }) : t('people.page', { shown, all })}
        earlier={asked.after ? { href: addressOf({ ...asked, after: null }), text: t('people.first') } : null}
        later={people.next ? { href: addressOf({ ...asked, after: people.next }), text: t('people.next') } : null}
      />
    </>
  )
}

const columnsOf = (member: Member, { seenSaid }: People): [Column<PersonLine>, ...Column<PersonLine>[]] => {
  const { t, me } = member
  return [
    {
      id: 'name',
      label: t('people.name'),
      cell: ({ id, name }) => (
        <>
          <a href={`${path}/${id}`}>{name}</a> {id === me.person ? t('people.you') : null}
        </>
      ),
    },
    {
      id: 'partner',
      label: t('people.partner'),
      cell: ({ partner }) => (partner.ended ? `${partner.name} (${t('people.partner-ended')})` : partner.name),
    },
    { id: 'roles', label: t('people.roles'), cell: ({ roles }) => roleList(t, roles) || t('people.no-roles') },
    ...(seenSaid ? [{ id: 'seen', label: t('people.seen'), cell: ({ seen }: PersonLine) => seenWords(member, seen) }] : []),
    { id: 'state', label: t('people.state'), cell: (person) => <StateTag asked={member} person={person} /> },
  ]
}

const Nobody = ({ member: { t }, asked }: { member: Member; asked: AskedFor }) => {
  const why = {
    everyone: t('people.none-everyone'),
    invited: t('people.none-invited'),
    unseen: t('people.none-unseen', { days: unseenDays }),
    left: t('people.none-left'),
  }
  return (
    <Empty
      heading={t('people.none')}
      ways={
        <LinkButton href={path} look="quiet">
          {t('people.none-all')}
        </LinkButton>
      }
    >
      <p>{why[asked.view]}</p>
    </Empty>
  )
}
