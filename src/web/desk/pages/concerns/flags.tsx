import type { Plain } from '../../../../domain/concerns/concern.ts'
import { Flag } from '../../components/flags.tsx'
import type { Member } from '../../context/page.ts'

/** Danger and a child, as boards that point: the only full yellow of the desk is danger. */
export const Flags = ({
  member: { t },
  concern: { danger, child, young = false },
}: {
  member: Member
  concern: Pick<Plain, 'danger' | 'child'> & Partial<Pick<Plain, 'young'>>
}) => (
  <>
    {danger ? <Flag kind="danger">{t('concern.danger')}</Flag> : null}
    {child || young ? <Flag kind="child">{t('concern.child')}</Flag> : null}
  </>
)
