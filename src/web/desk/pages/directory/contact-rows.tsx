import type { Listed } from '../../../../commands/people/read-directory.ts'
import { Mail, Telephone } from '../../components/contact.tsx'
import { Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { roleList } from '../../context/role-words.ts'

/** People and how to reach them. */
export const ContactRows = ({
  member: { t },
  caption,
  people,
}: {
  member: Pick<Member, 't'>
  caption: string
  people: readonly Listed[]
}) => (
  <Rows<Listed>
    caption={caption}
    columns={[
      {
        id: 'name',
        label: t('directory.name'),
        cell: ({ name, invited }) => (
          <>
            {name} {invited ? <Tag state="asked">{t('directory.invited')}</Tag> : null}
          </>
        ),
      },
      { id: 'partner', label: t('directory.partner'), cell: ({ partner }) => partner.name },
      { id: 'roles', label: t('directory.roles'), cell: (person) => rolesOf(t, person) },
      {
        id: 'phone',
        label: t('directory.phone'),
        cell: ({ phone }) => (phone ? <Telephone number={phone} /> : t('directory.no-phone')),
      },
      { id: 'email', label: t('directory.email'), cell: ({ email }) => <Mail address={email} /> },
    ]}
    groups={[{ rows: people }]}
  />
)

/** One person may hold both roles of the partnership; then every member is told. */
const rolesOf = (t: Member['t'], { roles: held }: Listed): string => {
  const words = roleList(t, held)
  return held.includes('coordinator') && held.includes('administrator') ? `${words} (${t('directory.both-tag')})` : words
}
