import { mayAny } from '../../../../domain/access/table.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { formNow, sentence } from '../../layout/intake-watch.ts'

/** Is the form open, until when somebody who writes now is promised to be read, or why it is closed; and the way to close it, or to open it again. */
export const FormNow = ({ member }: { member: Member }) => {
  const { t, me, viewer } = member
  const { reasons, promise } = formNow(member)
  const change = mayAny(viewer, 'change', 'intake')
  return (
    <>
      <p>
        <Tag state={reasons.length ? 'shut' : 'in-time'}>{t(reasons.length ? 'form.closed' : 'form.open')}</Tag>
      </p>
      {reasons.length ? (
        <ul class="points">
          {reasons.map((reason) => (
            <li>{sentence(t(reason))}</li>
          ))}
        </ul>
      ) : promise ? (
        <p>{t('form.promise', { when: momentWords(member, promise) })}</p>
      ) : null}
      <p class="small">{t('form.stays')}</p>
      {change ? (
        <p>
          {me.intake.closedAt ? (
            <LinkButton href="/desk/concerns/form/open" look="quiet">
              {t('form.to-open')}
            </LinkButton>
          ) : (
            <LinkButton href="/desk/concerns/form/close" look="stop">
              {t('form.to-close')}
            </LinkButton>
          )}
        </p>
      ) : null}
    </>
  )
}
