import type { Linked } from '../../../../commands/concerns/open-concern.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Actions, LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, TextField } from '../../components/fields.tsx'
import { Part } from '../../components/page-head.tsx'
import { Unbroken } from '../../components/unbroken.tsx'
import type { Member } from '../../context/page.ts'
import type { ConcernPart } from './part.ts'
import { pathOf, titleOf } from './words.ts'

/** Concerns that belong together with this one, and the way to compare it with another. */
export const linksPart: ConcernPart = async (member, concern) => {
  const { t } = member
  const path = pathOf(concern)
  return {
    side: 'beside',
    id: 'links',
    jump: t('concern-link.jump'),
    body: (
      <Part id="links-title" heading={t('concern-link.title')}>
        {concern.linked.length ? (
          <ul class="points">
            {concern.linked.map((linked) => (
              <li>
                <One member={member} path={path} linked={linked} />
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('concern-link.none')}</p>
        )}
        <CompareForm member={member} path={path} typed="" />
      </Part>
    ),
  }
}

const One = ({ member, path, linked }: { member: Member; path: string; linked: Linked }) => {
  const { t, key } = member
  const name = `${reference(linked.number)}, ${titleOf(member, linked)}`
  const words = { related: 'concern-link.related', into: 'concern-link.merged-into', from: 'concern-link.merged-from' } as const
  return (
    <>
      {t(words[linked.kind])}{' '}
      <a href={pathOf(linked)}>
        <Unbroken text={name} />
      </a>
      <div class="actions">
        <LinkButton href={`${path}/compare/${linked.id}`} look="text" of={name}>
          {t('concern-link.compare')}
        </LinkButton>
        <PostButton
          action={`${path}/${linked.kind === 'related' ? 'unlink' : 'unmerge'}`}
          fields={{ key, other: linked.id, way: linked.kind }}
          look="text"
          of={name}
        >
          {t(linked.kind === 'related' ? 'concern-link.unlink' : 'concern-link.unmerge')}
        </PostButton>
      </div>
    </>
  )
}

export const CompareForm = ({
  member: { t },
  path,
  typed,
  fault,
}: {
  member: Member
  path: string
  typed: string
  fault?: string | undefined
}) => (
  <DeskForm action={`${path}/compare`}>
    <TextField
      t={t}
      name="reference"
      label={t('concern-link.reference')}
      hint={t('concern-link.reference-hint')}
      value={typed}
      autocomplete="off"
      fault={fault}
    />
    <Actions>
      <SubmitButton look="quiet">{t('concern-link.compare')}</SubmitButton>
    </Actions>
  </DeskForm>
)
