import type { DeskId } from '../../../../content/word-ids.ts'
import { Message } from '../../components/message.tsx'
import type { Asked } from '../../context/page.ts'

/** What the last click did, as the address says it. */
const done = [
  'agreed',
  'refused',
  'taken',
  'swap-refused',
  'swap-asked',
  'withdrawn',
  'asked',
  'ended',
  'kept',
  'listed',
  'unlisted',
  'leave-added',
  'leave-removed',
] as const
/** What it could not do. */
const wrong = ['over', 'answered', 'on-leave', 'busy', 'not-listed', 'which'] as const
export type Wrong = (typeof wrong)[number]

export const wrongOf = (fault: string): Wrong => wrong.find((one) => one === fault) ?? 'over'

/** What was done, by the address that the form led to; or why not. */
export const ToldMessage = ({ asked: { t, query }, fault = null }: { asked: Pick<Asked, 't' | 'query'>; fault?: Wrong | null }) => {
  const told = done.find((one) => one === query('told'))
  if (!fault && !told) return null
  const id = `rota-told.${fault ?? told}` as DeskId
  return (
    <Message kind={fault ? 'wrong' : 'told'} id="told" heading={t(fault ? 'rota-told.wrong-title' : 'rota-told.title')}>
      <p>{t(id)}</p>
    </Message>
  )
}
