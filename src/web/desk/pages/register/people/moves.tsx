import { answerMoves } from '../../../../../commands/register/people/answer-moves.ts'
import { countMost, type LearnerMove, moveRows, readMoves } from '../../../../../commands/register/people/moves.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { longDate } from '../../../../../format/when.ts'
import { SubmitButton } from '../../../components/buttons.tsx'
import { ChecksField, DeskForm, RadiosField } from '../../../components/fields.tsx'
import { Empty } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import type { FieldFault } from '../../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { movesPath } from '../import/carried.ts'
import { listPath } from './people-list.tsx'

const answers = ['moved', 'stays'] as const

/** People whom something names at another organisation than the register knows: a coordinator says whether they moved. A SPOC sees whom theirs named. */
export const movesPage: MemberPage = {
  path: movesPath,
  here: 'register',
  show: (member) => shown(member, {}),
  send: async (member, fields) => {
    const { t } = member
    const moves = fields.several('moves')
    const answer = fields.choice('answer', answers)
    const faults = [
      ...(moves.length ? [] : [{ name: 'moves', text: t('trained-fault.moves') }]),
      ...(answer ? [] : [{ name: 'answer', text: t('trained-fault.move-answer') }]),
    ]
    if (!answer || faults.length) return shown(member, { faults, ticked: moves, answer })
    const outcome = await member.perform(answerMoves, { moves, answer }, member.key)
    return 'fault' in outcome ? shown(member, { answered: true }) : { to: `${movesPath}?told=${answer}` }
  },
}

type Sent = { faults?: readonly FieldFault[]; ticked?: readonly string[]; answer?: (typeof answers)[number] | null; answered?: boolean }

const shown = async (member: Member, sent: Sent): Promise<Shown> => {
  const { t, query, viewer } = member
  const { moves, count } = (await member.perform(readMoves, null)).done
  const told = answers.find((one) => one === query('told'))
  const mayAnswer = holds(viewer, 'coordinator')
  return {
    title: t('trained.moves'),
    faults: sent.faults ?? [],
    body: (
      <>
        <PageHead
          title={t('trained.moves')}
          sub={count ? t(count < countMost ? 'trained.moves-count' : 'trained.moves-many', { count }) : undefined}
          back={{ href: listPath, text: t('trained.back') }}
        />
        {told ? <Message kind="told" id="told" heading={t(`trained.told-moves-${told}`)} /> : null}
        {sent.answered ? <Message kind="wrong" id="answered" heading={t('trained-fault.answered')} /> : null}
        {moves.length ? (
          <>
            <p>{t(mayAnswer ? 'trained.moves-what' : 'trained.moves-what-own')}</p>
            {count > moves.length ? <p>{t(mayAnswer ? 'trained.moves-first' : 'trained.moves-first-own', { count: moveRows })}</p> : null}
            {mayAnswer ? <Answering member={member} moves={moves} sent={sent} /> : <Named member={member} moves={moves} />}
          </>
        ) : (
          <Empty heading={t('trained.moves-none')}>
            <p>{t('trained.moves-none-why')}</p>
          </Empty>
        )}
      </>
    ),
  }
}

type Props = { member: Member; moves: readonly LearnerMove[] }

/** Those of one organisation beside one another, ticked where the answer is the same. One alone is ticked. */
const Answering = ({ member, moves, sent: { faults = [], ticked, answer } }: Props & { sent: Sent }) => {
  const { t, key } = member
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  return (
    <DeskForm action={movesPath} hidden={{ key }}>
      {[...Map.groupBy(moves, ({ to }) => to)].map(([to, theirs], at) => (
        <ChecksField
          t={t}
          name="moves"
          {...(at ? { id: `moves-of-${at}` } : {})}
          label={t('trained.moves-to', { organisation: to })}
          fault={at ? undefined : fault('moves')}
          values={ticked ?? (moves.length === 1 ? moves.map(({ id }) => id) : [])}
          choices={theirs.map((move) => ({ value: move.id, text: move.named, hint: <Known member={member} move={move} /> }))}
        />
      ))}
      <RadiosField
        t={t}
        name="answer"
        label={t('trained.moves-answer')}
        fault={fault('answer')}
        value={answer ?? undefined}
        choices={[
          { value: 'moved', text: t('trained.move-yes'), hint: t('trained.move-yes-why') },
          { value: 'stays', text: t('trained.move-no'), hint: t('trained.move-no-why') },
        ]}
      />
      <div class="actions">
        <SubmitButton>{t('trained.moves-go')}</SubmitButton>
      </div>
    </DeskForm>
  )
}

const Known = ({ member: { t }, move: { on, known } }: { member: Member; move: LearnerMove }) => (
  <>
    {t('trained.move-on', { date: longDate(on) })}{' '}
    {known ? (
      <>
        {t('trained.move-known')} <a href={`${listPath}/people/${known.person}`}>{known.name}</a>, {known.at}
      </>
    ) : null}
  </>
)

const Named = ({ member: { t }, moves }: Props) => (
  <>
    {[...Map.groupBy(moves, ({ to }) => to)].map(([to, theirs], at) => (
      <Part id={`named-${at}`} heading={to}>
        <ul class="points">
          {theirs.map(({ named, on }) => (
            <li>
              {named}. {t('trained.move-on', { date: longDate(on) })}
            </li>
          ))}
        </ul>
      </Part>
    ))}
  </>
)
