import { answerMoves } from '../../../../../commands/register/people/answer-moves.ts'
import { type LearnerMove, readMoves } from '../../../../../commands/register/people/moves.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { longDate } from '../../../../../format/when.ts'
import { PostButton } from '../../../components/buttons.tsx'
import { Empty } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { keyFor } from '../../../context/form-key.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { listPath } from './people-list.tsx'

export const movesPath = `${listPath}/moves`
const answers = ['moved', 'stays'] as const

/** People whom something names at another organisation than the register knows: a coordinator says whether they moved. A SPOC sees whom theirs named. */
export const movesPage: MemberPage = {
  path: movesPath,
  here: 'register',
  show: (member) => shown(member, false),
  send: async (member, fields) => {
    const answer = fields.choice('answer', answers)
    if (!answer) return { to: movesPath }
    const outcome = await member.perform(answerMoves, { moves: [fields.text('move', 40) ?? ''], answer })
    return 'fault' in outcome ? shown(member, true) : { to: `${movesPath}?told=${answer}` }
  },
}

const shown = async (member: Member, answered: boolean): Promise<Shown> => {
  const { t, query, viewer } = member
  const { moves, count } = (await member.perform(readMoves, null)).done
  const told = answers.find((one) => one === query('told'))
  return {
    title: t('trained.moves'),
    body: (
      <>
        <PageHead
          title={t('trained.moves')}
          sub={count ? t('trained.moves-count', { count }) : undefined}
          back={{ href: listPath, text: t('trained.back') }}
        />
        {told ? <Message kind="told" id="told" heading={t(`trained.told-moves-${told}`)} /> : null}
        {answered ? <Message kind="wrong" id="answered" heading={t('trained-fault.answered')} /> : null}
        {moves.length ? (
          <>
            <p>{t(holds(viewer, 'coordinator') ? 'trained.moves-what' : 'trained.moves-what-own')}</p>
            {moves.map((move) => (
              <OneMove member={member} move={move} />
            ))}
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

const OneMove = ({ member, move: { id, named, to, on, known } }: { member: Member; move: LearnerMove }) => {
  const { t } = member
  const said = `${named}, ${to}`
  return (
    <Part id={`move-${id}`} heading={said}>
      <ul class="points">
        <li>{t('trained.move-on', { date: longDate(on) })}</li>
        {known ? (
          <li>
            <a href={`${listPath}/people/${known.person}`}>{t('trained.move-known', { name: known.name, organisation: known.at })}</a>
          </li>
        ) : null}
      </ul>
      {known ? (
        <div class="actions">
          {answers.map((answer) => (
            <PostButton action={movesPath} look="quiet" fields={{ key: keyFor(member, `${id} ${answer}`), move: id, answer }} of={said}>
              {t(answer === 'moved' ? 'trained.move-yes' : 'trained.move-no')}
            </PostButton>
          ))}
        </div>
      ) : null}
    </Part>
  )
}
