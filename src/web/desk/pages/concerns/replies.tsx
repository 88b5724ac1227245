import type { SentReply } from '../../../../commands/concerns/replies.ts'
import { hasGone, isHeld } from '../../../../domain/concerns/reply.ts'
import { LinkButton, PostButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import { type Entered, unsent } from '../../context/entered.ts'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import type { ConcernPart } from './part.ts'
import { ReplyForm, Templates } from './reply-form.tsx'
import { nameOf, paragraphsOf, pathOf } from './words.ts'

/** What the desk answered, what is still held, and the next reply. */
export const repliesPart: ConcernPart = async (member, concern) => {
  const { t, now } = member
  const { replies, codeSeenAt } = concern
  const gone = replies.filter((reply) => hasGone(reply, now)).toReversed()
  const held = replies.filter((reply) => isHeld(reply, now))
  const path = pathOf(concern)
  return {
    side: 'reporter',
    id: 'replies',
    jump: t('reply.jump'),
    body: (
      <>
        {gone.map((reply) => (
          <Reply member={member} reply={reply} />
        ))}
        {held.map((reply) => (
          <Held member={member} reply={reply} path={path} />
        ))}
        <p class="small">
          {gone.length || held.length ? null : `${t('reply.none-yet')} `}
          {concern.code
            ? codeSeenAt
              ? t('reply.looked', { when: momentWords(member, codeSeenAt) })
              : t('reply.not-looked')
            : t(concern.withdrawnAt ? 'reply.fault-withdrawn' : 'reply.no-code')}
        </p>
        {concern.code && concern.state !== 'withdrawn' ? (
          held.length || concern.state === 'closed' ? (
            <p>
              <LinkButton href={`${path}/reply`} look="text">
                {t(held.length ? 'reply.another' : 'reply.all-the-same')}
              </LinkButton>
            </p>
          ) : (
            <>
              <ReplyForm member={member} path={path} entered={begun(member, replies)} first={!gone.length} />
              <Templates member={member} path={path} />
            </>
          )
        ) : null}
      </>
    ),
  }
}

/** What was just taken back is in the box again. */
const begun = ({ query }: Member, replies: readonly SentReply[]): Entered<never> => {
  if (!query('told')?.startsWith('taken-back')) return unsent()
  const [last] = replies
    .flatMap(({ takenBackAt, text }) => (takenBackAt && text !== null ? [{ takenBackAt, text }] : []))
    .toSorted((one, two) => Temporal.Instant.compare(two.takenBackAt, one.takenBackAt))
  return unsent(last ? { reply: last.text } : {})
}

const Reply = ({ member, reply }: { member: Member; reply: SentReply }) => {
  const { t } = member
  return (
    <article class="said ours" aria-label={t('reply.sent')}>
      <h3>{t('reply.sent')}</h3>
      <p class="small">
        {t('reply.sent-by', { name: nameOf(member, reply.by), when: momentWords(member, reply.goesAt) })}{' '}
        {reply.seenAt ? t('reply.seen', { when: momentWords(member, reply.seenAt) }) : t('reply.not-seen')}
      </p>
      <blockquote dir="auto">
        {reply.text === null ? <p>{t('concern.unreadable')}</p> : paragraphsOf(reply.text).map((paragraph) => <p>{paragraph}</p>)}
      </blockquote>
    </article>
  )
}

const Held = ({ member, reply, path }: { member: Member; reply: SentReply; path: string }) => {
  const { t, key } = member
  return (
    <Message
      kind="told"
      id={`held-${reply.id}`}
      heading={t('reply.held', { when: momentWords(member, reply.goesAt) })}
      act={
        <PostButton action={`${path}/reply/take-back`} fields={{ key, reply: reply.id }} look="quiet">
          {t('reply.take-back')}
        </PostButton>
      }
    >
      <p>{t('reply.held-why')}</p>
      <blockquote dir="auto">
        {paragraphsOf(reply.text ?? '').map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </blockquote>
    </Message>
  )
}
