import type { FactCheck } from '../../../../commands/facts/check.ts'
import { readFacts } from '../../../../commands/facts/read-facts.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { byUrgency, type FactDue, type FactView, factDue, factViews, isInView } from '../../../../domain/facts/due.ts'
import { factLists } from '../../../../domain/facts/pack-fact.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { SelectField, TextField } from '../../components/fields.tsx'
import { Empty, Filter, Paging, Views } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Rows } from '../../components/rows.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { Why } from './tags.tsx'
import { addressOf, dayWords, roleName } from './words.ts'

/** Lines on a page. */
const most = 50

/** What is asked of the list, as the address has it. */
type Asks = { view: FactView; list: string; owner: string; q: string; from: number }

/** The pack's facts: what falls due, what is doubtful, and what has been recorded. */
export const factsPage: MemberPage = {
  path: '/desk/facts',
  here: 'facts',
  show: async (member) => {
    const outcome = await member.perform(readFacts, {})
    return list(member, 'done' in outcome ? outcome.done : [])
  },
}

const list = (member: Member, checks: readonly FactCheck[]): Shown => {
  const { t, local, desk, viewer } = member
  const asks = asksOf(member)
  const byFact = Map.groupBy(checks, ({ list, fact }) => `${list}/${fact}`)
  const { facts } = desk.locale.pack
  const every = facts.map((fact) => factDue(fact, byFact.get(`${fact.list}/${fact.id}`) ?? [], local.toPlainDate())).sort(byUrgency)
  const owners = [...new Set(facts.map(({ owner }) => owner))].sort()
  const needle = asks.q.toLowerCase()
  const filtered = every.filter(
    ({ fact }) =>
      (!asks.list || fact.list === asks.list) &&
      (!asks.owner || fact.owner === asks.owner) &&
      (!needle || fact.name.toLowerCase().includes(needle) || fact.id.includes(needle)),
  )
  const shown = filtered.filter((due) => isInView(due, asks.view))
  const page = shown.slice(asks.from, asks.from + most)
  const set = Boolean(asks.list || asks.owner || asks.q)
  const open = every.flatMap(({ waiting }) => waiting).filter(({ exported }) => !exported).length
  return {
    title: t('facts.title'),
    body: (
      <>
        <PageHead
          title={t('facts.title')}
          sub={t('facts.sub', { count: facts.length })}
          act={
            holds(viewer, 'coordinator') ? (
              <LinkButton href="/desk/facts/export" look={open ? 'full' : 'quiet'}>
                {open ? t('facts.export-count', { count: open }) : t('facts.export')}
              </LinkButton>
            ) : undefined
          }
        />
        <Views
          t={t}
          views={factViews.map((view) => ({
            href: hrefOf({ ...asks, view, from: 0 }),
            label: t(`facts.${view}`),
            count: String(filtered.filter((due) => isInView(due, view)).length),
            here: view === asks.view,
          }))}
        />
        <Filter
          t={t}
          action="/desk/facts"
          set={set}
          show={t('facts.show')}
          clear={{ href: hrefOf({ ...nothing, view: asks.view }), text: t('facts.clear') }}
          note={t('facts.search-note')}
        >
          <input type="hidden" name="view" value={asks.view} />
          <SelectField
            t={t}
            name="list"
            label={t('facts.list')}
            value={asks.list}
            choices={[{ value: '', text: t('facts.all') }, ...factLists.map((value) => ({ value, text: t(`fact-list.${value}`) }))]}
          />
          <SelectField
            t={t}
            name="owner"
            label={t('facts.owner')}
            value={asks.owner}
            choices={[{ value: '', text: t('facts.all') }, ...owners.map((value) => ({ value, text: roleName(value) }))]}
          />
          <TextField t={t} name="q" label={t('facts.search')} value={asks.q} autocomplete="off" />
        </Filter>
        {page.length ? <Lines member={member} page={page} checks={byFact} /> : null}
        {page.length ? (
          <Paging
            t={t}
            said={t('facts.range', { from: asks.from + 1, to: asks.from + page.length, count: shown.length })}
            earlier={asks.from > 0 ? { href: hrefOf({ ...asks, from: Math.max(0, asks.from - most) }), text: t('facts.earlier') } : null}
            later={asks.from + most < shown.length ? { href: hrefOf({ ...asks, from: asks.from + most }), text: t('facts.next') } : null}
          />
        ) : (
          <Empty
            heading={t('facts.none')}
            ways={
              <LinkButton href="/desk/facts" look="quiet">
                {t('facts.clear')}
              </LinkButton>
            }
          >
            <p>{t(set ? 'facts.none-filter' : 'facts.none-view')}</p>
          </Empty>
        )}
      </>
    ),
  }
}

type LinesProps = { member: Member; page: readonly FactDue[]; checks: ReadonlyMap<string, readonly FactCheck[]> }

const Lines = ({ member: { t }, page, checks }: LinesProps) => (
  <Rows
    caption={t('facts.caption')}
    groups={[{ rows: page }]}
    columns={[
      {
        id: 'what',
        label: t('facts.what'),
        cell: ({ fact }) => (
          <>
            <a href={addressOf(fact)}>{fact.name}</a>
            <br />
            <span class="small">{t(`fact-list.${fact.list}`)}</span>
          </>
        ),
      },
      { id: 'why', label: t('facts.why'), cell: (due) => <Why t={t} due={due} /> },
      { id: 'by', label: t('facts.by'), cell: ({ fact }) => dayWords(fact.review) },
      {
        id: 'last',
        label: t('facts.last'),
        cell: ({ fact }) => {
          const last = checks.get(`${fact.list}/${fact.id}`)?.[0]
          return last ? `${dayWords(last.checkedOn)}, ${last.partner}` : t('facts.last-none')
        },
      },
    ]}
  />
)

const nothing: Asks = { view: 'all', list: '', owner: '', q: '', from: 0 }

const asksOf = ({ query }: Member): Asks => {
  const text = (name: string) => (query(name) ?? '').slice(0, 100).trim()
  const from = Number(/^\d{1,5}$/.exec(text('from'))?.[0] ?? 0)
  return {
    view: factViews.find((view) => view === text('view')) ?? 'all',
    list: factLists.find((list) => list === text('list')) ?? '',
    owner: text('owner'),
    q: text('q'),
    from: from - (from % most),
  }
}

const hrefOf = (asks: Asks): string => {
  const asked = Object.entries(asks).filter(([name, value]) => value !== nothing[name as keyof Asks])
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/desk/facts?${query}` : '/desk/facts'
}
