import { answerAlike } from '../../../../../commands/register/people/answer-alike.ts'
import { type Alike, type AlikeSide, readAlike } from '../../../../../commands/register/people/same-person.ts'
import { longDate } from '../../../../../format/when.ts'
import { PostButton } from '../../../components/buttons.tsx'
import { Empty } from '../../../components/list.tsx'
import { Message } from '../../../components/message.tsx'
import { PageHead, Part } from '../../../components/page-head.tsx'
import { keyFor } from '../../../context/form-key.ts'
import type { Member, MemberPage, Shown } from '../../../context/page.ts'
import { tierName } from '../words.ts'
import { listPath } from './people-list.tsx'

const path = `${listPath}/same`
const answers = ['joined', 'parted'] as const

/** Entries that may be one person: somebody who knows them says. */
export const samePage: MemberPage = {
  path,
  here: 'register',
  show: (member) => shown(member, false),
  send: async (member, fields) => {
    const answer = fields.choice('answer', answers)
    if (!answer) return { to: path }
    // Whoever answers is somebody who may see both: what was answered already changes nothing.
    const outcome = await member.perform(answerAlike, { pair: fields.text('pair', 40) ?? '', answer })
    return 'fault' in outcome ? shown(member, true) : { to: `${path}?told=${answer}` }
  },
}

const shown = async (member: Member, answered: boolean): Promise<Shown> => {
  const { t, query } = member
  const { pairs, count } = (await member.perform(readAlike, { partner: null })).done
  const told = answers.find((one) => one === query('told'))
  return {
    title: t('trained.same'),
    body: (
      <>
        <PageHead
          title={t('trained.same')}
          sub={count ? t('trained.same-count', { count }) : undefined}
          back={{ href: listPath, text: t('trained.back') }}
        />
        {told ? <Message kind="told" id="told" heading={t(`trained.told-${told}`)} /> : null}
        {answered ? <Message kind="wrong" id="answered" heading={t('trained-fault.answered')} /> : null}
        {pairs.length ? (
          <>
            <p>{t('trained.same-what')}</p>
            {pairs.map((pair) => (
              <Pair member={member} pair={pair} />
            ))}
          </>
        ) : (
          <Empty heading={t('trained.same-none')}>
            <p>{t('trained.same-none-why')}</p>
          </Empty>
        )}
      </>
    ),
  }
}

const Pair = ({ member, pair }: { member: Member; pair: Alike }) => {
  const { t } = member
  const [one, other] = pair.sides
  const said = t('trained.same-at', { one: one.name, other: other.name, organisation: pair.organisation })
  return (
    <Part id={`pair-${pair.id}`} heading={said}>
      <ul class="points">
        {pair.sides.map((side) => (
          <Side member={member} side={side} />
        ))}
      </ul>
      <div class="actions">
        {answers.map((answer) => (
          <PostButton action={path} look="quiet" fields={{ key: keyFor(member, `${pair.id} ${answer}`), pair: pair.id, answer }} of={said}>
            {t(answer === 'joined' ? 'trained.join' : 'trained.keep-apart')}
          </PostButton>
        ))}
      </div>
    </Part>
  )
}

const Side = ({ member, side }: { member: Member; side: AlikeSide }) => {
  const { t } = member
  const courses = side.tiers.map((tier) => tierName(member, tier)).join(', ')
  return (
    <li>
      <a href={`${listPath}/people/${side.id}`}>{side.name}</a>.{' '}
      {t('trained.same-side', { date: longDate(side.madeOn), courses: courses ? `${courses}.` : '' })}{' '}
      {side.last ? t('trained.same-last', { date: longDate(side.last) }) : null}
    </li>
  )
}
