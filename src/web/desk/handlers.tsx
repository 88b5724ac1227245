import { randomUUID } from 'node:crypto'
import { type CommonFault, perform, readTogether } from '../../commands/command.ts'
import { readMe } from '../../commands/home/read-me.ts'
import { closeEnded } from '../../commands/keys/close-ended.ts'
import { findSignIn } from '../../commands/sign-in/session.ts'
import { storeFaultOf } from '../../commands/store-fault.ts'
import { isUuid } from '../../commands/uuid.ts'
import type { fieldsOf } from '../forms/fields.ts'
import type { Addressed, Form, FormAnswer, Upload } from '../forms/form.ts'
import { formHandler } from '../forms/form-handler.ts'
import type { AppContext, Handler } from '../http/context.ts'
import type { ErrorPages } from '../http/error-pages.ts'
import type { Log } from '../http/log.ts'
import { networkOf } from '../http/network.ts'
import { respond, respondBytes, seeOther, toSave } from '../http/respond.ts'
import type { Route } from '../http/router.ts'
import { tokensIn } from './context/cookie.ts'
import type { Answer, Asked, Desk, DeskPage, Member, MemberPage, SentFiles, Shown } from './context/page.ts'
import { signInFor } from './context/way-back.ts'
import { aloneText, deniedPage, shellText, storeFaultPage } from './layout/texts.tsx'

/** Turned away by what a command answers to everybody: in place of the page stands the one that says so. */
class Turned extends Error {
  readonly fault: CommonFault
  constructor(fault: CommonFault) {
    super(fault)
    this.fault = fault
  }
}

type From = Addressed & { query(name: string): string | undefined; path: string; search: string }

const askedOf = (desk: Desk, from: From): Asked => {
  const now = desk.parts.now()
  return {
    desk,
    t: desk.t,
    now,
    local: now.toZonedDateTimeISO(desk.locale.pack.partnership.timezone),
    param: (name) => from.param(name) ?? '',
    query: (name) => from.query(name) ?? null,
    header: from.header,
    search: from.search,
    network: networkOf({ headers: { 'x-forwarded-for': from.header('x-forwarded-for') }, socket: { remoteAddress: from.peer } }, desk.hops),
  }
}

/** Who asks; null: nobody who is signed in. */
const memberOf = async (asked: Asked, key: string): Promise<Member | null> => {
  const { parts, origin } = asked.desk
  let signIn: string | null = null
  for (const token of tokensIn(asked.header('cookie'), origin)) signIn ??= await findSignIn(parts, token)
  if (signIn === null) return null
  await closeEnded(parts)
  const outcome = await perform(parts, signIn, readMe, {})
  if ('fault' in outcome) return null
  const { viewer, ...me } = outcome.done
  const member: Member = {
    ...asked,
    me,
    viewer,
    key,
    together: (work) =>
      readTogether(
        parts,
        signIn,
        (read) => {
          const within: Member = { ...member, perform: (command, input) => read(command, input) as never, together: (more) => more(within) }
          return work(within)
        },
        turned,
      ),
    perform: async (command, input, key) => {
      const outcome = await perform(parts, signIn, command, input, key)
      if ('fault' in outcome && (outcome.fault === 'signed-out' || outcome.fault === 'not-allowed' || outcome.fault === 'not-found'))
        throw new Turned(outcome.fault as CommonFault)
      return outcome as never
    },
  }
  return member
}

const turned = (fault: CommonFault): Error => new Turned(fault)

/** Back to where they were going, once they have signed in. */
const toSignIn = (path: string): Answer => ({ to: signInFor(path) })

/** A page of those who are signed in, or what stands in its place. */
const forMember = async (
  page: MemberPage,
  asked: Asked,
  from: From,
  key: string,
  give: (member: Member) => Promise<Answer>,
): Promise<Exclude<Answer, Shown> | { shown: Shown; text: string }> => {
  const member = await memberOf(asked, key)
  if (!member) return toSignIn(from.path) as Exclude<Answer, Shown>
  const answer = await give(member).catch((error: unknown): Answer => {
    if (!(error instanceof Turned)) throw error
    return error.fault === 'signed-out' ? toSignIn(from.path) : deniedPage(asked, error.fault)
  })
  return 'body' in answer ? { shown: answer, text: answer.alone ? aloneText(asked, answer) : shellText(member, page.here, answer) } : answer
}

const forAnybody = async (
  asked: Asked,
  give: (asked: Asked) => Promise<Answer>,
): Promise<Exclude<Answer, Shown> | { shown: Shown; text: string }> => {
  const answer = await give(asked)
  return 'body' in answer ? { shown: answer, text: aloneText(asked, answer) } : answer
}

const statusOf = ({ status, faults = [] }: Shown): number => status ?? (faults.length ? 400 : 200)

/** Nothing of the desk is kept by a browser. */
const cacheControl = 'no-store'

/** Where the database is not there, or has no room, a page says so: the same form sent again is done once (its key). Any other fault is ours. */
const orStoreFault = (
  asked: Asked,
  how: 'show' | 'send',
  log: Log,
  giving: Promise<Exclude<Answer, Shown> | { shown: Shown; text: string }>,
): Promise<Exclude<Answer, Shown> | { shown: Shown; text: string }> =>
  giving.catch((error: unknown) => {
    const fault = storeFaultOf(error)
    if (!fault) throw error
    log.warn({ status: 503, err: error }, 'A page of the desk could not be made: the database did not answer, or has no room.')
    const shown = storeFaultPage(asked, fault, how)
    return { shown, text: aloneText(asked, shown) }
  })

type SentHere = { fields: ReturnType<typeof fieldsOf>; files: SentFiles }
const noFiles: SentFiles = new Map()

/** Two forms with files of one person at a time: a button that was pressed twice is no fault, and never are all places one person's. */
const eachSends = 2
/** Stands for the answer of a form that is yet to be read. */
const nothingYet: Answer = { to: '/desk' }

/** The routes of a page: it is shown, and takes what is sent to its address. */
export const routeOf = (desk: Desk, page: DeskPage, errors: ErrorPages, log: Log): Route => {
  const give = (from: From, how: 'show' | 'send', key: string, sent?: SentHere) => {
    const asked = askedOf(desk, from)
    return orStoreFault(asked, how, log, giveUnlessGone(asked, from, how, key, sent))
  }
  const giveUnlessGone = (
    asked: Asked,
    from: From,
    how: 'show' | 'send',
    key: string,
    { fields, files = noFiles }: Partial<SentHere> = {},
  ) => {
    const none = async (): Promise<Answer> => deniedPage(asked, 'not-found')
    if (page.open) {
      const work = page[how]
      return forAnybody(asked, (asked) => (work ? work(asked, fields as never) : none()))
    }
    const work = page[how]
    return forMember(page, asked, from, key, (member) => (work ? work(member, fields as never, files) : none()))
  }
  const show: Handler = async (c) => {
    const answer = await give(fromContext(c), 'show', randomUUID())
    return sendShown(c, errors, answer)
  }
  const sentTo = (asked: Addressed): From => ({ ...asked, query: () => undefined, path: '/desk', search: '' })
  const given = (answer: Awaited<ReturnType<typeof give>>): FormAnswer => {
    if (!('shown' in answer)) return answer
    const { retryAfter } = answer.shown
    return { status: statusOf(answer.shown), page: answer.text, ...(retryAfter === undefined ? {} : { retryAfter }) }
  }
  /** Nobody who is not signed in, or may not send it, has a byte of their files read, or a place among those who send. */
  const admitting = (one: MemberPage, { admit, ...upload }: NonNullable<MemberPage['upload']>): Upload => ({
    ...upload,
    admit: {
      each: eachSends,
      ask: async (addressed) => {
        const [from, asked] = [sentTo(addressed), askedOf(desk, sentTo(addressed))]
        let by: string | null = null
        const answer = await orStoreFault(
          asked,
          'send',
          log,
          forMember(one, asked, from, randomUUID(), async (member) => {
            const answer = await admit(member)
            if (answer === null) by = member.viewer.person
            return answer ?? nothingYet
          }),
        )
        return by === null ? { answer: given(answer) } : { by }
      },
    },
  })
  const form: Form = {
    path: page.path,
    cacheControl,
    ...(!page.open && page.upload ? { upload: admitting(page, page.upload) } : {}),
    ...(!page.open && page.patience !== undefined ? { patience: page.patience } : {}),
    answer: async ({ fields, files, asked }): Promise<FormAnswer> => {
      const sent = fields.text('key') ?? ''
      return given(await give(sentTo(asked), 'send', isUuid(sent) ? sent : randomUUID(), { fields, files }))
    },
  }
  return {
    path: page.path,
    ...(page.show ? { page: show } : {}),
    ...(page.send ? { form: formHandler(form, errors) } : {}),
  }
}

const fromContext = (c: AppContext): From => ({
  param: (name) => c.req.param(name),
  header: (name) => c.req.header(name),
  query: (name) => c.req.query(name),
  path: c.req.path,
  search: new URL(c.req.url).search,
  peer: c.env.incoming.socket.remoteAddress,
})

const sendShown = (c: AppContext, errors: ErrorPages, answer: Exclude<Answer, Shown> | { shown: Shown; text: string }): Response => {
  if ('to' in answer) return seeOther(answer.to, cacheControl, answer.headers)
  if ('refused' in answer) return respond(c.var.reader, { status: 400, body: errors.refused(answer.refused), cacheControl })
  if ('file' in answer) {
    const { content, ...named } = answer.file
    return respondBytes(typeof content === 'string' ? Buffer.from(content) : content, cacheControl, toSave(named))
  }
  const { headers = {} } = answer.shown
  return respond(c.var.reader, { status: statusOf(answer.shown), body: answer.text, cacheControl, headers })
}
