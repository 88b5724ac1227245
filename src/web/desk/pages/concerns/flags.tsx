import type { Plain } from '../../../../domain/concerns/concern.ts'
import type { Member } from '../../context/page.ts'

/** Danger and a child, as boards that point: the only full yellow of the desk is danger. */
export const Flags = ({
  member: { t },
  concern: { danger, child, young },
}: {
  member: Member
  concern: Pick<Plain, 'danger' | 'child' | 'young'>
}) => (
  <>
    {danger ? <span class="flag danger">{t('concern.danger')}</span> : null}
    {child || young ? <span class="flag child">{t('concern.child')}</span> : null}
  </>
)
