import { type Identifier, readIdentifiers } from '../../../../commands/concerns/read-identifiers.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import { keyFor } from '../../context/form-key.ts'
import type { Member } from '../../context/page.ts'
import type { ConcernPart } from './part.ts'
import { titleOf } from './words.ts'

/** Registrations, numbers and addresses, and which other concerns have the same. */
export const identifiersPart: ConcernPart = async (member, concern) => {
  const read = await member.perform(readIdentifiers, { concern: concern.id })
  if ('fault' in read) return null
  const { t } = member
  const at = `/desk/concerns/${concern.id}/identifiers`
  return {
    side: 'inside',
    id: 'identifiers',
    jump: t('identifiers.title'),
    body: (
      <section class="part flow" aria-labelledby="identifiers-title">
        <h3 id="identifiers-title">{t('identifiers.title')}</h3>
        {read.done.length ? (
          <Rows caption={t('identifiers.title')} columns={columnsOf(member, at)} groups={[{ rows: read.done }]} />
        ) : (
          <p>{t('identifiers.none')}</p>
        )}
        <p>
          <LinkButton href={at} look="quiet">
            {t('identifiers.add')}
          </LinkButton>
        </p>
      </section>
    ),
  }
}

const columnsOf = (member: Member, at: string): readonly [Column<Identifier>, ...Column<Identifier>[]] => {
  const { t } = member
  return [
    {
      id: 'what',
      label: t('identifiers.what'),
      cell: ({ kind, text }) => (
        <>
          {text ?? t('identifiers.unreadable')} <span class="small">{t(`identifiers.kind-${kind}`)}</span>
        </>
      ),
    },
    { id: 'seen', label: t('identifiers.seen'), cell: (row) => <Seen member={member} row={row} /> },
    {
      id: 'do',
      label: t('identifiers.do'),
      cell: ({ id, text }) => (
        <PostButton action={`${at}/${id}/remove`} fields={{ key: keyFor(member, id) }} look="text" of={text ?? undefined}>
          {t('identifiers.remove')}
        </PostButton>
      ),
    },
  ]
}

const Seen = ({ member, row: { seen } }: { member: Member; row: Identifier }) =>
  seen.length ? (
    <ul class="points">
      {seen.map((other) => (
        <li>
          <a href={`/desk/concerns/${other.id}`}>
            {member.t('identifiers.seen-in', { reference: reference(other.number), title: titleOf(member, other) })}
          </a>
        </li>
      ))}
    </ul>
  ) : (
    <span>{member.t('identifiers.not-seen')}</span>
  )
