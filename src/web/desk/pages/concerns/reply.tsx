import { checkReply } from '../../../../commands/concerns/check-reply.ts'
import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import type { ReplyFault } from '../../../../commands/concerns/replies.ts'
import { sendReply } from '../../../../commands/concerns/send-reply.ts'
import { takeBackReply } from '../../../../commands/concerns/take-back-reply.ts'
import { mayGoAtOnce, promisedBy, replyHold } from '../../../../domain/concerns/reply.ts'
import type { Warning } from '../../../../domain/concerns/reply-check.ts'
import type { Fields } from '../../../forms/fields.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { Box, Columns } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage, Shown } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { OfConcern } from './head.tsx'
import { Preview } from './preview.tsx'
import { type promiseChoices, ReplyForm, replyReaders, Templates, templates } from './reply-form.tsx'
import { notSealed } from './sealed-page.tsx'
import { Warnings } from './warnings.tsx'
import { pathOf } from './words.ts'

const here = { path: '/desk/concerns/:id/reply', here: 'inbox' } as const
type Promise_ = (typeof promiseChoices)[number]

const headIn = async (member: Member) => (await member.perform(readHead, { concern: member.param('id') })).done

/** A reply is written here or on the concern's page, and checked on a page of its own. Until it is sent it is kept in the page alone. */
export const replyPage: MemberPage = {
  ...here,
  show: async (member) => {
    const from = templates.find((template) => template === member.query('from'))
    return written(member, unsent(from ? { reply: member.t(`reply.template-${from}-text`) } : {}))
  },
  send: async (member, fields) => {
    const entered = readEntered(fields, replyReaders)
    // Back from the check, to change it.
    if (fields.has('change') || !entered.values) return written(member, fields.has('change') ? { ...entered, faults: {} } : entered)
    const { reply, promise } = entered.values
    const input = { concern: member.param('id'), text: reply, promised: promise !== 'none' }
    const checked = await member.perform(checkReply, input)
    if ('fault' in checked) return notWritten(member, entered, checked.fault)
    const { t } = member
    const { head, warnings } = checked.done
    const path = pathOf(head)
    const by = promiseOf(member, promise)
    return {
      title: t('reply.check-title'),
      body: (
        <>
          <OfConcern member={member} concern={head} title={t('reply.check-title')} />
          <Columns
            side={
              <Box id="promised" heading={t('reply.you-promise')}>
                <p>{by ? t('reply.you-promise-by', { when: momentWords(member, by) }) : t('reply.you-promise-nothing')}</p>
              </Box>
            }
          >
            <p>{t('reply.exactly')}</p>
            <Preview member={member} text={reply}>
              {by ? <p class="small">{t('reply.page-says', { when: momentWords(member, by) })}</p> : null}
            </Preview>
            <Warnings member={member} warnings={warnings} />
            <div class="flow">
              <DeskForm action={`${path}/reply/send`} hidden={{ key: member.key, reply, promise }}>
                <div class="actions">
                  <SubmitButton look="sends">{t('reply.send')}</SubmitButton>
                </div>
              </DeskForm>
              <p class="small">{t('reply.hold', { when: momentWords(member, member.now.add(replyHold)) })}</p>
              <DeskForm action={`${path}/reply`} hidden={{ reply, promise }}>
                <Actions>
                  <SubmitButton look="quiet" name="change" value="yes">
                    {t('reply.change')}
                  </SubmitButton>
                </Actions>
              </DeskForm>
              {offersAtOnce(head, warnings) ? (
                <DeskForm action={`${path}/reply/send`} hidden={{ key: member.key, reply, promise, 'at-once': 'yes' }}>
                  <h2>{t('reply.at-once')}</h2>
                  <p>{t(warnings.length ? 'reply.at-once-look' : 'reply.at-once-why')}</p>
                  <SubmitButton look="stop">{t('reply.send-at-once')}</SubmitButton>
                </DeskForm>
              ) : null}
            </div>
          </Columns>
        </>
      ),
    }
  },
}

/** Apart from the way that can be taken back; and where there is something to look at, only for danger. */
const offersAtOnce = (head: ConcernHead, warnings: readonly Warning[]): boolean => mayGoAtOnce(head) && (head.danger || !warnings.length)

const promiseOf = ({ local }: Member, promise: Promise_): Temporal.Instant | null =>
  promise === 'none' ? null : promisedBy(promise, local)

const form = async (member: Member, entered: Entered<unknown>): Promise<Shown> => {
  const { t } = member
  const head = await headIn(member)
  return {
    title: t('reply.write-title'),
    faults: faultLines(t, entered),
    body: (
      <section class="zone reporter">
        <ReplyForm member={member} path={pathOf(head)} entered={entered} first={false} />
        <Templates member={member} path={pathOf(head)} />
      </section>
    ),
  }
}

const written = async (member: Member, entered: Entered<unknown>): Promise<Answer> => {
  const { title, faults = [], body } = await form(member, entered)
  const head = await headIn(member)
  return {
    title,
    faults,
    body: (
      <>
        <OfConcern member={member} concern={head} title={title} />
        {body}
      </>
    ),
  }
}

type NotSent = Parameters<typeof notSealed>[1] | ReplyFault | 'not-danger' | 'withdrawn'

/** Why it cannot be sent, with the text as it was. */
const notWritten = async (member: Member, entered: Entered<unknown>, fault: NotSent): Promise<Answer> => {
  const { t } = member
  const { title, body } = await form(member, entered)
  if (fault === 'key-closed' || fault === 'erased' || fault === 'damaged') return notSealed(member, fault, title, body)
  const head = await headIn(member)
  return {
    status: 409,
    title,
    body: (
      <>
        <OfConcern member={member} concern={head} title={title} />
        <Message kind="wrong" id="not-sent" heading={t('reply.not-sent')}>
          <p>{t(`reply.fault-${fault}`)}</p>
        </Message>
        {body}
      </>
    ),
  }
}

export const sendReplyPage: MemberPage = {
  path: `${here.path}/send`,
  here: 'inbox',
  send: async (member, fields) => {
    const entered = readEntered(fields, replyReaders)
    if (!entered.values) return written(member, entered)
    const { reply, promise } = entered.values
    const concern = member.param('id')
    const input = { concern, text: reply, answerBy: promiseOf(member, promise), atOnce: fields.has('at-once') }
    const sent = await member.perform(sendReply, input, member.key)
    return 'fault' in sent ? notWritten(member, entered, sent.fault) : { to: `${pathOf({ id: concern })}#replies` }
  },
}

export const takeBackPage: MemberPage = {
  path: `${here.path}/take-back`,
  here: 'inbox',
  send: async (member, fields: Fields) => {
    const concern = member.param('id')
    const taken = await member.perform(takeBackReply, { concern, reply: fields.text('reply', 40) ?? '' }, member.key)
    const told = 'fault' in taken ? taken.fault : taken.done.reopened ? 'taken-back-reopened' : 'taken-back'
    return { to: `${pathOf({ id: concern })}?told=${told}` }
  },
}
