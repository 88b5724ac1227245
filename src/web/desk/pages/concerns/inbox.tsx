import type { Listed } from '../../../../commands/concerns/list.ts'
import { orderOf, readInbox, readInboxCounts } from '../../../../commands/concerns/read-inbox.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { type InboxView, inboxViews } from '../../../../domain/concerns/audiences.ts'
import type { Order } from '../../../../domain/concerns/lists.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty, Views } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Group, Rows } from '../../components/rows.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { hasInbox, inboxLabel, seesOwnAlone } from '../../context/places.ts'
import { badge } from '../../layout/intake-watch.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { watchOnCall } from '../../on-call/watch.tsx'
import { FormNow } from './form-now.tsx'
import { listColumns } from './list-columns.tsx'
import { addressWith, edgeIn, ListPaging, orderIn, orderText, pageOf, sortBy } from './list-page.tsx'

const path = '/desk/concerns'

const tolds = { closed: 'form.told-closed', opened: 'form.told-opened', earlier: 'form.told-earlier' } as const satisfies Record<
  string,
  DeskId
>

/** What waits, danger and children first, then what is late, then by what is promised. */
export const inboxPage: MemberPage = {
  path,
  here: 'inbox',
  show: async (member) => {
    if (!hasInbox(member)) return deniedPage(member, 'not-allowed')
    const { t, query, viewer } = member
    const own = seesOwnAlone(member)
    const views = inboxViews.filter((view) => !(own && view === 'mine'))
    const view = views.find((one) => one === query('view')) ?? 'open'
    const order = orderIn(member) ?? orderOf(view)
    const edge = edgeIn(member)
    const href = (asked: { view?: InboxView; order?: Order }, at = null as typeof edge): string => {
      const shown = asked.view ?? view
      const by = asked.order ?? (asked.view ? orderOf(shown) : order)
      const plain = orderText(by) === orderText(orderOf(shown))
      return addressWith(path, { view: shown === 'open' ? null : shown, sort: plain ? null : orderText(by) }, at)
    }
    const { done: read } = await member.perform(readInbox, { view, order, edge })
    // The others are counted for every page (read-me).
    const [late = 0] = (await member.perform(readInboxCounts, ['late'])).done
    const counts = { ...member.me.concerns, late }
    const page = pageOf(read, edge)
    const title = t(inboxLabel(member))
    const onCall = watchOnCall(member)
    const told = tolds[query('told') as keyof typeof tolds]
    const sorts = {
      urgent: view === 'closed' ? undefined : sortBy('urgent', order, (by) => href({ order: by })),
      due: view === 'closed' ? undefined : sortBy('due', order, (by) => href({ order: by })),
      received: sortBy('received', order, (by) => href({ order: by })),
    }
    const labelOf = (one: InboxView): DeskId => (one === 'open' && own ? 'inbox.view-all-mine' : `inbox.view-${one}`)
    return {
      title,
      body: (
        <>
          <PageHead
            title={title}
            sub={
              <>
                {onCall.label}: <a href={onCall.href}>{onCall.value}</a>
              </>
            }
            act={
              <>
                <LinkButton href={`${path}/find`} look="quiet">
                  {t('inbox.find')}
                </LinkButton>
                {holds(viewer, 'coordinator') ? (
                  <LinkButton href="/desk/intelligence" look="text">
                    {t('intelligence.all')}
                  </LinkButton>
                ) : null}
              </>
            }
          />
          {told ? <Message kind="told" id="told" heading={t(told)} /> : null}
          <Views
            t={t}
            views={views.map((one) => ({
              href: href({ view: one }),
              label: t(labelOf(one)),
              count: one === 'closed' ? undefined : badge(counts[one]),
              here: one === view,
            }))}
          />
          {page.rows.length ? (
            <Rows
              caption={t(order.by === 'urgent' ? 'inbox.caption-urgent' : 'inbox.caption', { view: t(labelOf(view)) })}
              columns={listColumns(member, sorts, view === 'closed')}
              groups={order.by === 'urgent' && order.direction === 'up' ? groupsOf(member, page.rows) : [{ rows: page.rows }]}
              look="inbox"
            />
          ) : (
            <Nothing member={member} view={view} past={edge !== null} href={href({ view })} />
          )}
          <ListPaging member={member} {...page} href={(at) => href({}, at)} />
          <Part id="form" heading={t('form.title')}>
            <FormNow member={member} />
          </Part>
        </>
      ),
    }
  },
}

/** Danger and children, what is late, and the rest, each under its heading. */
const groupsOf = ({ t, now }: Member, rows: readonly Listed[]): Group<Listed>[] => {
  const groupOf = ({ rank, due }: Listed): 'first' | 'late' | 'rest' =>
    rank < 2 ? 'first' : due && Temporal.Instant.compare(due, now) < 0 ? 'late' : 'rest'
  const by = Map.groupBy(rows, groupOf)
  return (['first', 'late', 'rest'] as const).flatMap((group) => {
    const its = by.get(group)
    return its ? [{ heading: t(`inbox.group-${group}`), rows: its }] : []
  })
}

type NothingProps = { member: Member; view: InboxView; past: boolean; href: string }

/** Nothing is in this view: what that means. */
const Nothing = ({ member, view, past, href }: NothingProps) => {
  const { t } = member
  if (past)
    return (
      <Empty
        heading={t('inbox.past')}
        ways={
          <LinkButton href={href} look="quiet">
            {t('inbox.to-first')}
          </LinkButton>
        }
      />
    )
  const part = !holds(member.viewer, 'coordinator')
  const whose = part && view === 'open' ? 'mine' : part && view === 'late' ? 'late-seen' : view
  return (
    <Empty heading={t(`inbox.empty-${whose}`)}>
      <p>{t(`inbox.empty-${whose}-why`)}</p>
    </Empty>
  )
}
