import { seeAlarm } from '../../../../commands/alarms/see-alarm.ts'
import { hideFirstSteps } from '../../../../commands/home/hide-first-steps.ts'
import { readOwnWall } from '../../../../commands/home/read-own-wall.ts'
import { readBothRoles } from '../../../../commands/people/read-both-roles.ts'
import { type Rota, readRota } from '../../../../commands/rota/read-rota.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { NeedGroup, Needs } from '../../components/needs.tsx'
import { Box, Columns, PageHead } from '../../components/page-head.tsx'
import { bothRolesWords } from '../../context/both-roles.ts'
import type { Member, MemberPage } from '../../context/page.ts'
import { hasInbox } from '../../context/places.ts'
import { OnCallLadder } from '../../on-call/ladder.tsx'
import { holdsNow, Turn } from '../../on-call/turn.tsx'
import { FormNow } from '../concerns/form-now.tsx'
import { firstStepsOf } from './first-steps.tsx'
import { alarmNeeds } from './needs/alarms.tsx'
import { concernNeeds } from './needs/concerns.tsx'
import { factNeeds } from './needs/facts.tsx'
import { invitationNeeds } from './needs/invitations.tsx'
import { jobNeeds } from './needs/jobs.tsx'
import { keepingNeeds } from './needs/keeping.tsx'
import { groupShown, type HomeNeed, inOrder, oneEach, type Provider, piecesOf } from './needs/need.ts'
import { offerNeeds } from './needs/offers.tsx'
import { ahead, rotaNeeds } from './needs/rota.tsx'
import { sharingNeeds } from './needs/sharing.tsx'
import { signInNeeds } from './needs/sign-in.tsx'
import { trainingNeeds } from './needs/training.tsx'
import { waitingNeeds } from './needs/waiting.tsx'
import { wallNeeds } from './needs/walls.tsx'
import { othersOf } from './others.tsx'

/** Whatever may need somebody now. A part of the desk adds what it has here. */
const providers: readonly Provider[] = [
  signInNeeds,
  concernNeeds,
  offerNeeds,
  alarmNeeds,
  waitingNeeds,
  jobNeeds,
  sharingNeeds,
  wallNeeds,
  keepingNeeds,
  rotaNeeds,
  trainingNeeds,
  invitationNeeds,
  factNeeds,
]

/** What was just done, by the word of the address that it led to. */
const tolds = {
  alarm: 'alarm.told',
  'alarm-earlier': 'alarm.told-earlier',
  steps: 'steps.told',
  'passed-ended': 'passed.told-ended',
  'offer-refused': 'owner-home.refused',
  'offer-over': 'owner-home.over',
  'stepped-out': 'owner-home.stepped-out',
  'kept-out': 'owner-home.kept-out',
  'to-coordinator': 'owner-home.to-coordinator',
} as const satisfies Record<string, DeskId>

/** Whoever kept themselves out sees nothing of it any more: which it was, and who has it now. */
const ownWallWords = async (member: Member): Promise<string | null> => {
  const { done: wall } = await member.perform(readOwnWall, null)
  if (!wall) return null
  const { number, partner, owner } = wall
  return member.t('owner-home.kept-out-text', { reference: reference(number), partner, name: owner ?? member.t('owner.someone') })
}

/** What must not go wrong in the next hours, for whoever is signed in. */
const homePage: MemberPage = {
  path: '/desk',
  here: 'home',
  show: (one) =>
    one.together(async (member) => {
      const { t, local, now } = member
      const { done: rota } = await member.perform(readRota, { starts: now, ends: now.add({ hours: ahead }) })
      const needs = []
      for (const provider of providers) needs.push(...(await provider(member, { rota })))
      const at = t('desk.minute', { time: clock(local), day: fullDate(local.toPlainDate()) })
      const side = await sideOf(member)
      const others = await othersOf(member)
      const turn = turnOf(member, rota)
      const told = tolds[member.query('told') as keyof typeof tolds]
      const more = told === 'owner-home.kept-out' ? await ownWallWords(member) : null
      // Whoever is asked at two in the morning sees that first.
      const offered = needs.some(({ opens }) => opens?.because === 'offered')
      const list = needs.length ? (
        <InOrder member={member} needs={inOrder(oneEach(needs))} />
      ) : (
        <Empty heading={t(holdsNow(member) ? 'home.nothing-else' : 'home.nothing')}>
          <p>{t('home.nothing-why', { at })}</p>
        </Empty>
      )
      return {
        title: t('home.title'),
        body: (
          <>
            <PageHead title={t('home.title')} sub={at} />
            {told ? (
              <Message kind="told" id="told" heading={t(told)}>
                {more ? <p>{more}</p> : null}
              </Message>
            ) : null}
            {offered ? null : turn}
            <Columns side={side}>
              {list}
              {offered ? turn : null}
              {others}
            </Columns>
          </>
        ),
      }
    }),
}

/** What presses by itself, and of what is alike the first few. */
const InOrder = ({ member: { t }, needs }: { member: Member; needs: readonly HomeNeed[] }) => (
  <section class="flow" aria-label={t('home.order')}>
    {piecesOf(needs).map((piece) => {
      if ('alone' in piece) return <Needs needs={piece.alone} />
      const its = piece.needs
      const late = its.filter(({ rank }) => rank === 'late').length
      const words = { name: t(`home.group-${piece.group}`), count: its.length }
      return (
        <NeedGroup
          id={`group-${piece.group}`}
          heading={t(its.some(({ cut }) => cut) ? 'home.group-cut' : 'home.group', words)}
          first={its.slice(0, groupShown)}
          rest={its.slice(groupShown)}
          more={t('home.group-rest', { count: its.length - groupShown })}
        >
          {late ? <p>{t('home.group-late', { count: late })}</p> : null}
        </NeedGroup>
      )
    })}
  </section>
)

/** For whoever may be on call, before all else: are they on call now, and who is called if they cannot answer. */
const turnOf = (member: Member, { mine, swaps, people }: Rota) => {
  const { me } = member
  return holdsNow(member) || people.some(({ person }) => person === me.person) ? <Turn member={member} mine={mine} swaps={swaps} /> : null
}

/** Beside the list: first steps, who is called now, and who watches whom. */
const sideOf = async (member: Member) => {
  const { t, me } = member
  const both = bothRolesWords(t, (await member.perform(readBothRoles, null)).done)
  return (
    <>
      {await firstStepsOf(member)}
      <Box id="on-call" heading={t('home.on-call')}>
        <OnCallLadder asked={member} now={me.onCall} />
        <p>
          <LinkButton href="/desk/rota" look="text">
            {t('home.rota')}
          </LinkButton>
        </p>
      </Box>
      {hasInbox(member) ? (
        <Box id="form" heading={t('form.title')}>
          <FormNow member={member} />
        </Box>
      ) : null}
      {both ? (
        <Box id="both-roles" heading={t('home.both')}>
          <p>{both}</p>
          <p class="small">{t('home.both-why')}</p>
        </Box>
      ) : null}
    </>
  )
}

const seenAlarmPage: MemberPage = {
  path: '/desk/alarms/seen',
  here: 'home',
  send: async (member, fields) => {
    const outcome = await member.perform(seeAlarm, { alarm: fields.text('alarm') ?? '' }, member.key)
    return { to: 'fault' in outcome ? '/desk?told=alarm-earlier' : '/desk?told=alarm' }
  },
}

const hiddenStepsPage: MemberPage = {
  path: '/desk/first-steps/hide',
  here: 'home',
  send: async (member) => {
    await member.perform(hideFirstSteps, {}, member.key)
    return { to: '/desk?told=steps' }
  },
}

export const homePages: readonly MemberPage[] = [homePage, seenAlarmPage, hiddenStepsPage]
