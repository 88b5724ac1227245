import type { Decision, Share, SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { isWithin, outsides } from '../../../../domain/concerns/sharing.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { atOncePath, decisionTo, nameOf, shareTo, sharingPath, standingWords } from '../concerns/sharing-words.ts'
import { titleOf } from '../concerns/words.ts'
import { sharingOf } from './read.ts'
import { Said, SharedText } from './texts.tsx'
import { Told } from './told.tsx'

/** Who else may read of a concern: the choice first, then what waits, then who has been told what. */
export const sharingPage: MemberPage = {
  path: '/desk/concerns/:id/sharing',
  here: 'inbox',
  show: async (member) => {
    const read = await sharingOf(member)
    if ('answer' in read) return read.answer
    const { page } = read
    const { t } = member
    return {
      title: `${t('sharing.title')}, ${reference(page.number)}`,
      body: (
        <div class="flow">
          <PageHead
            title={t('sharing.title')}
            sub={`${titleOf(member, page)}, ${reference(page.number)}`}
            back={{ href: `/desk/concerns/${page.concern}`, text: t('sharing.back-concern') }}
          />
          <Told member={member} page={page} />
          <Choice member={member} page={page} />
          <Part id="shared" heading={t('sharing.shared')}>
            {page.shares.length ? (
              <>
                <Rows caption={t('sharing.shared')} columns={columnsOf(member, page)} groups={[{ rows: page.shares }]} />
                {page.shares.map((share) => (
                  <Details member={member} share={share} />
                ))}
              </>
            ) : (
              <p>{t('sharing.shared-none')}</p>
            )}
          </Part>
          <Part id="decisions" heading={t('sharing.decisions')}>
            {page.decisions.length ? (
              <Rows caption={t('sharing.decisions')} columns={decisionColumns(member, page)} groups={[{ rows: page.decisions }]} />
            ) : (
              <p>{t('sharing.decisions-none')}</p>
            )}
          </Part>
          <Changes member={member} page={page} />
        </div>
      ),
    }
  },
}

/** What the reporter chose, and what may be done about it: what it allows first, what goes against it last. */
const Choice = ({ member, page }: { member: Member; page: SharingPage }) => {
  const { t, viewer } = member
  const { sharing, state, concern, owner } = page
  const gone = state === 'closed' || state === 'withdrawn'
  const passes = !gone && sharing !== 'coordinators'
  const asks = state !== 'closed' && (state === 'withdrawn' || outsides.some((outside) => !isWithin(sharing, { outside })))
  const urgent = owner === viewer.person && (page.danger || page.child || page.young)
  return (
    <Message
      kind={sharing === 'coordinators' || gone ? 'warn' : 'now'}
      id="choice"
      heading={`${t('sharing.choice')}: ${t(`sharing.choice-${sharing}`)}`}
      act={
        <>
          {passes ? <LinkButton href={sharingPath(concern, '/pass')}>{t('sharing.pass')}</LinkButton> : null}
          {asks ? (
            <LinkButton
              href={urgent ? atOncePath({ id: concern }) : sharingPath(concern, '/ask')}
              look={urgent && !passes ? 'full' : 'quiet'}
            >
              {t(urgent ? 'sharing.at-once' : 'sharing.ask')}
            </LinkButton>
          ) : null}
          <LinkButton href={sharingPath(concern, '/choice')} look="text">
            {t('sharing.change-choice')}
          </LinkButton>
        </>
      }
    >
      <p>
        {t(
          state === 'closed'
            ? 'sharing.closed-means'
            : state === 'withdrawn'
              ? 'sharing.withdrawn-means'
              : `sharing.choice-${sharing}-means`,
        )}
      </p>
      {page.keptOut.length ? <p>{t('sharing.kept-out', { partners: page.keptOut.join(', ') })}</p> : null}
    </Message>
  )
}

const columnsOf = (member: Member, page: SharingPage): readonly [Column<Share>, ...Column<Share>[]] => {
  const { t } = member
  return [
    {
      id: 'to',
      label: t('sharing.shared-to'),
      cell: (share) => <a href={`#told-${share.id}`}>{shareTo(member, share)}</a>,
    },
    {
      id: 'when',
      label: t('sharing.shared-when'),
      cell: ({ at, by, way }) =>
        `${t('sharing.shared-by', { when: momentWords(member, at), name: nameOf(member, by) })}${way ? `. ${t(`way.${way}`)}` : ''}`,
    },
    {
      id: 'why',
      label: t('sharing.shared-why'),
      cell: ({ decision }) =>
        decision ? <a href={sharingPath(page.concern, `/${decision}`)}>{t('sharing.by-decision')}</a> : t('sharing.within'),
    },
    { id: 'state', label: t('sharing.shared-state'), cell: (share) => <State member={member} page={page} share={share} /> },
  ]
}

const State = ({ member, page, share }: { member: Member; page: SharingPage; share: Share }) => {
  const { t } = member
  if ('outside' in share.to) return <Tag state="done">{t('sharing.state-outside')}</Tag>
  if (share.ended) return <Tag state="shut">{t('sharing.state-ended', { when: momentWords(member, share.ended) })}</Tag>
  const last = share.answers.at(-1)
  const values = { name: nameOf(member, last?.by), when: last ? momentWords(member, last.at) : '' }
  return (
    <>
      {last ? (
        <Tag state="done">{t(last.kind === 'answer' ? 'sharing.state-answered' : 'sharing.state-acknowledged', values)}</Tag>
      ) : (
        <Tag state="asked">{t('sharing.state-passed')}</Tag>
      )}{' '}
      <LinkButton href={sharingPath(page.concern, `/end/${share.id}`)} look="text" of={shareTo(member, share)}>
        {t('sharing.end')}
      </LinkButton>
    </>
  )
}

/** What they were told, opened where somebody wants to read it, and what they answered. */
const Details = ({ member, share }: { member: Member; share: Share }) => {
  const { t } = member
  const written = share.answers.filter(({ kind }) => kind === 'answer')
  return (
    <div id={`told-${share.id}`} class="flow">
      <details>
        <summary>{t('sharing.told-what', { to: shareTo(member, share) })}</summary>
        <SharedText t={t} shared={share.shared} under />
      </details>
      {written.map(({ at, by, text }) => (
        <Said
          by={t('sharing.answered-by', { when: momentWords(member, at), name: nameOf(member, by) })}
          text={text}
          gone={t('sharing.unreadable')}
        />
      ))}
    </div>
  )
}

const decisionColumns = (member: Member, page: SharingPage): readonly [Column<Decision>, ...Column<Decision>[]] => {
  const { t } = member
  return [
    {
      id: 'to',
      label: t('decision.to'),
      cell: (decision) => <a href={sharingPath(page.concern, `/${decision.id}`)}>{decisionTo(member, decision, page)}</a>,
    },
    {
      id: 'by',
      label: t('decision.by'),
      cell: ({ by, askedAt }) => t('decision.by-when', { name: nameOf(member, by.name), when: momentWords(member, askedAt) }),
    },
    {
      id: 'state',
      label: t('sharing.shared-state'),
      cell: (decision) => {
        const { state, text } = standingWords(member, decision)
        return <Tag state={state}>{text}</Tag>
      },
    },
  ]
}

const Changes = ({ member, page }: { member: Member; page: SharingPage }) => {
  const { t } = member
  if (!page.changes.length) return null
  return (
    <Part id="changes" heading={t('sharing.changes')}>
      {page.changes.map(({ choice, at, by, said }) => (
        <Said
          by={t('sharing.changed', { choice: t(`sharing.choice-${choice}`), when: momentWords(member, at), name: nameOf(member, by) })}
          text={said}
          gone={t('sharing.unreadable')}
        />
      ))}
    </Part>
  )
}
