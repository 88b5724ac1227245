import type { FactCheck } from '../../../../commands/facts/check.ts'
import { readFact } from '../../../../commands/facts/read-fact.ts'
import { recordCheck } from '../../../../commands/facts/record-check.ts'
import { factDue } from '../../../../domain/facts/due.ts'
import type { PackFact } from '../../../../domain/facts/pack-fact.ts'
import { Message } from '../../components/message.tsx'
import { Columns, PageHead, Part } from '../../components/page-head.tsx'
import { type Entered, unsent } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { Checks } from './checks.tsx'
import { CheckForm, checkFaults, notThatDay, readFinding } from './form.tsx'
import { Ask, Now } from './now.tsx'
import { Why } from './tags.tsx'
import { addressOf } from './words.ts'

/** One fact: what the pack says, whom to ask and what, and what they said. */
export const factPage: MemberPage = {
  path: '/desk/facts/:list/:id',
  here: 'facts',
  show: (member) => factShown(member, unsent()),
  send: async (member, fields) => {
    const key = keyIn(member)
    const { entered, finding } = readFinding(fields)
    if (!finding) return factShown(member, entered)
    const outcome = await member.perform(recordCheck, { ...key, ...finding }, member.key)
    if ('fault' in outcome) return factShown(member, notThatDay(entered))
    return { to: `/desk/facts/${key.list}/${key.fact}?told=recorded` }
  },
}

export const keyIn = ({ param }: Pick<Member, 'param'>) => ({ list: param('list'), fact: param('id') })

/** The fact and its checks; where there is none in the pack, the page that says so answers (readFact). */
export const factIn = async (member: Member): Promise<{ fact: PackFact; checks: readonly FactCheck[] }> => {
  const key = keyIn(member)
  const outcome = await member.perform(readFact, key)
  const fact = member.desk.locale.pack.facts.find(({ list, id }) => list === key.list && id === key.fact)
  if (!fact || !('done' in outcome)) throw new Error('a fact that was read is not in the pack')
  return { fact, checks: outcome.done }
}

const told = ['recorded', 'changed', 'withdrawn'] as const

const factShown = async (member: Member, entered: Entered<unknown>): Promise<Shown> => {
  const { t, local, query, key } = member
  const { fact, checks } = await factIn(member)
  const said = told.find((one) => one === query('told'))
  const current = checks.filter(({ withdrawn }) => !withdrawn)
  return {
    title: fact.name,
    faults: checkFaults(member, entered),
    body: (
      <>
        <PageHead title={fact.name} sub={t(`fact-list.${fact.list}`)} back={{ href: '/desk/facts', text: t('fact.back') }} />
        {said ? (
          <Message kind="told" id="told" heading={t(`fact.${said}-title`)}>
            {said === 'changed' ? null : <p>{t(`fact.${said}-text`)}</p>}
          </Message>
        ) : null}
        <p>
          <Why t={t} due={factDue(fact, current, local.toPlainDate())} />
        </p>
        <Columns
          side={
            <Part id="earlier" heading={t('fact.earlier')}>
              {checks.length ? <Checks member={member} fact={fact} checks={checks} /> : <p>{t('fact.earlier-none')}</p>}
            </Part>
          }
        >
          <Part id="now" heading={t('fact.now')}>
            <Now member={member} fact={fact} />
          </Part>
          <Part id="ask" heading={t('fact.ask')}>
            <Ask member={member} fact={fact} />
          </Part>
          <Part id="record" heading={t('fact.record')}>
            <CheckForm asked={member} entered={entered} action={addressOf(fact)} hidden={{ key }} save={t('fact.save')} />
          </Part>
        </Columns>
      </>
    ),
  }
}
