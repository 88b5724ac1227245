import type { AppContext, Handler } from '../http/context.ts'
import type { ErrorPages } from '../http/error-pages.ts'
import { logFailure } from '../http/failure.ts'
import { fromHere } from '../http/origin.ts'
import { type Refusal, readForm } from '../http/read-form.ts'
import { isMultipart, readMultipart } from '../http/read-multipart.ts'
import { respond, respondBytes, seeOther, toSave } from '../http/respond.ts'
import type { Addressed, Form, FormAnswer, Upload } from './form.ts'
import { submit } from './submit.ts'

/** Answers a posted form: read at the edge, what it carried opened, taken one step on, sent. It never throws. */
export const formHandler = (form: Form, errors: ErrorPages): Handler => {
  const { upload, largest } = form
  const patience = upload?.patience ?? form.patience
  const refuse = (c: AppContext, { status, sentence, later }: Refused): Response =>
    send(c, form, { status, page: errors.refused(sentence), ...(later === undefined ? {} : { retryAfter: later }) })
  const give = (c: AppContext, answer: FormAnswer): Response =>
    'refused' in answer ? refuse(c, { status: 400, sentence: answer.refused }) : send(c, form, answer)
  const broken = (c: AppContext, err: unknown): Response => {
    logFailure(c, 'A form could not be answered.', { status: 500, err })
    return send(c, form, { status: 500, page: errors.broken('server-error') })
  }
  const answer = async (c: AppContext, crowded = false): Promise<Response> => {
    const { incoming } = c.env
    const body = upload ? await readMultipart(incoming, crowded ? countedOnly(upload) : upload, largest) : await readForm(incoming, largest)
    // Whoever sent it has gone before it was all there: nobody reads what this says.
    if (body === null) return new Response(null, { status: 400 })
    if ('sentence' in body) return refuse(c, body)
    const patient = patience === undefined ? null : waitFor(c, patience)
    try {
      return give(c, await submit(form, { ...body, crowded, asked: addressedIn(c) }, patient?.signal))
    } catch (err) {
      return broken(c, err)
    } finally {
      patient?.end()
    }
  }
  const taking = placesFor(upload)
  return async (c) => {
    if (!fromHere(c.env.incoming, c.var.origin)) return refuse(c, { status: 403, sentence: 'error.other-origin' })
    // Without files it is a form like any other.
    if (!upload || !isMultipart(c.env.incoming)) return answer(c)
    const admitted = (await upload.admit?.ask(addressedIn(c)).catch((err: unknown) => ({ err }))) ?? { by: null }
    if ('err' in admitted) return broken(c, admitted.err)
    if ('answer' in admitted) return give(c, admitted.answer)
    const leave = taking(admitted.by)
    if (!leave) return upload.goesOn ? answer(c, true) : refuse(c, { status: 503, sentence: upload.busy, later: upload.later })
    try {
      return await answer(c)
    } finally {
      leave()
    }
  }
}

/** Files are in memory until they are answered: so many at one time, and of one person fewer. Null: there is no place, so the others are told to come again. */
const placesFor = (upload: Upload | undefined) => {
  const taken: (string | null)[] = []
  return (by: string | null): (() => void) | null => {
    if (!upload || taken.length >= upload.atOnce) return null
    if (upload.admit && taken.filter((one) => one === by).length >= upload.admit.each) return null
    taken.push(by)
    return () => void taken.splice(taken.indexOf(by), 1)
  }
}

const addressedIn = (c: AppContext): Addressed => ({
  param: (name) => c.req.param(name),
  header: (name) => c.req.header(name),
  peer: c.env.incoming.socket.remoteAddress,
})

/** Of files so many, and nothing of what is in them. */
const countedOnly = (upload: Upload): Upload => ({
  ...upload,
  fileFields: upload.fileFields.map((field) => ({ ...field, most: 0, counted: field.counted ?? field.most })),
})

type Refused = { status: Refusal['status'] | 503; sentence: Refusal['sentence']; later?: number }

/** A connection that is silent while the answer is in the making is no dead one; `signal` tells that it was closed. */
const waitFor = ({ env: { incoming, outgoing } }: AppContext, patience: number): { signal: AbortSignal; end(): void } => {
  const { socket } = incoming
  const quiet = socket.timeout ?? 0
  socket.setTimeout(patience)
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  return { signal: gone.signal, end: () => void socket.setTimeout(quiet) }
}

const send = (c: AppContext, { cacheControl }: Form, answer: Exclude<FormAnswer, { refused: unknown }>): Response => {
  const { reader } = c.var
  if ('to' in answer) return seeOther(answer.to, cacheControl, answer.headers)
  if ('page' in answer) {
    const { status, page, retryAfter, failed } = answer
    if (failed) logFailure(c, 'What a form asked for could not be made.', { status, ...failed })
    return respond(reader, {
      status,
      body: page,
      cacheControl,
      ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
    })
  }
  const { content, ...named } = answer.file
  return typeof content === 'string'
    ? respond(reader, { status: 200, body: content, cacheControl, headers: toSave(named) })
    : respondBytes(content, cacheControl, toSave(named))
}
