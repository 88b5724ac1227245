import type { DeskId } from '../../../../content/word-ids.ts'
import type { Warning } from '../../../../domain/concerns/reply-check.ts'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'

/** What they may not have meant to write. It stops nothing: a person decides. */
export const Warnings = ({ member: { t }, warnings }: { member: Member; warnings: readonly Warning[] }) =>
  warnings.length ? (
    <Message kind="warn" id="look-at" heading={t('reply.look-at', { count: warnings.length })}>
      <ul class="points">
        {warnings.map((warning) => (
          <li>{t(idOf(warning), { found: warning.found })}</li>
        ))}
      </ul>
    </Message>
  ) : (
    <p class="small">{t('reply.nothing-found')}</p>
  )

const idOf = (warning: Warning): DeskId => {
  if (warning.kind === 'staff') return 'reply.warn-staff'
  if (warning.kind === 'note') return 'reply.warn-note'
  if (warning.kind === 'promise') return 'reply.warn-promise'
  return warning.given ? `reply.warn-${warning.kind}-given` : `reply.warn-${warning.kind}`
}
