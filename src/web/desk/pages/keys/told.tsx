import type { DeskId } from '../../../../content/word-ids.ts'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'

/** What was just done, with what to do next. */
const told: Readonly<Record<string, { heading: DeskId; text?: DeskId }>> = {
  made: { heading: 'key.told-made', text: 'key.told-made-text' },
  opened: { heading: 'key.told-opened' },
  closed: { heading: 'key.told-closed', text: 'key.closed-text' },
  joined: { heading: 'key.told-joined', text: 'key.told-joined-text' },
  allowed: { heading: 'key.told-allowed', text: 'key.add-wait-text' },
  removed: { heading: 'key.told-removed', text: 'key.told-removed-text' },
  changed: { heading: 'key.told-changed', text: 'key.told-changed-text' },
  renewed: { heading: 'key.told-renewed', text: 'key.told-removed-text' },
  file: { heading: 'key.told-file' },
}

export const Told = ({ member: { t, query } }: { member: Member }) => {
  const name = query('told') ?? ''
  const said = Object.hasOwn(told, name) ? told[name] : undefined
  return said ? (
    <Message kind="told" id="told" heading={t(said.heading)}>
      {said.text ? <p>{t(said.text)}</p> : null}
    </Message>
  ) : null
}
