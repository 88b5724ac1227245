import type { Child } from 'hono/jsx'
import type { OnCallPerson } from '../../../../commands/rota/read-rota.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { telOf } from '../../components/contact.tsx'
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

/** Someone was asked something: by an email, where the desk can send one. */
const asking: readonly string[] = ['asked', 'swap-asked']

type Props = {
  asked: Pick<Asked, 't' | 'query' | 'desk'>
  fault?: Wrong | null
  /** Who may have been asked, with their number. */
  people?: readonly OnCallPerson[]
}

/** What was done, by the address that the form led to; or why not. */
export const ToldMessage = ({ asked, fault = null, people = [] }: Props) => {
  const { t, query, desk } = asked
  const told = done.find((one) => one === query('told'))
  if (!fault && !told) return null
  const unsent = !fault && !desk.parts.mails && asking.includes(told ?? '')
  const id = `rota-told.${fault ?? told}${unsent ? '-no-mail' : ''}` as DeskId
  return (
    <Message kind={fault ? 'wrong' : 'told'} id="told" heading={t(fault ? 'rota-told.wrong-title' : 'rota-told.title')}>
      <p>{t(id)}</p>
      {unsent ? <p>{tellThem(asked, people)}</p> : null}
    </Message>
  )
}

/** No email went out: who to call. */
const tellThem = ({ t, query }: Props['asked'], people: readonly OnCallPerson[]): Child => {
  const { name, phone } = people.find(({ person }) => person === query('who')) ?? {}
  return name && phone
    ? t.rich<Child>('rota-told.no-mail', { name, number: phone, a: (inner) => <a href={telOf(phone)}>{inner}</a> })
    : t('rota-told.no-mail-number')
}
