import { type Listed, readInbox } from '../../../../commands/concerns/read-inbox.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Empty } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { titleOf } from './words.ts'

/** What waits, danger and children first, then what is due first. */
export const inboxPage: MemberPage = {
  path: '/desk/concerns',
  here: 'inbox',
  show: async (member) => {
    const { t } = member
    const { done: listed } = await member.perform(readInbox, null)
    return {
      title: t('place.inbox'),
      body: (
        <>
          <PageHead title={t('place.inbox')} />
          {listed.length ? (
            <Rows caption={t('place.inbox')} columns={columnsOf(member)} groups={[{ rows: listed }]} />
          ) : (
            <Empty heading={t('inbox.empty')} />
          )}
        </>
      ),
    }
  },
}

const columnsOf = (member: Member): readonly [Column<Listed>, ...Column<Listed>[]] => {
  const { t } = member
  return [
    {
      id: 'concern',
      label: t('inbox.concern'),
      cell: (row) => (
        <>
          <a href={`/desk/concerns/${row.id}`}>{titleOf(member, row)}</a> <span class="ref">{reference(row.number)}</span>
        </>
      ),
    },
    {
      id: 'urgent',
      label: t('inbox.urgent'),
      cell: ({ danger, child }) =>
        danger ? <Tag state="late">{t('concern.danger')}</Tag> : child ? <Tag state="due">{t('concern.child')}</Tag> : null,
    },
    { id: 'due', label: t('inbox.due'), cell: ({ due }) => (due ? momentWords(member, due) : null) },
    { id: 'owner', label: t('inbox.owner'), cell: ({ owner }) => owner.name },
  ]
}
