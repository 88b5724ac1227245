import type { AppContext, Handler } from '../http/context.ts'
import type { ErrorPages } from '../http/error-pages.ts'
import { logFailure } from '../http/failure.ts'
import { fromHere } from '../http/origin.ts'
import { type Refusal, readForm } from '../http/read-form.ts'
import { isMultipart, readMultipart } from '../http/read-multipart.ts'
import { respond, respondBytes, seeOther, toSave } from '../http/respond.ts'
import type { Form, FormAnswer, Upload } from './form.ts'
import { submit } from './submit.ts'

/** Answers a posted form: read at the edge, what it carried opened, taken one step on, sent. It never throws. */
export const formHandler = (form: Form, errors: ErrorPages): Handler => {
  const { upload, largest } = form
  const patience = upload?.patience ?? form.patience
  const refuse = (c: AppContext, { status, sentence, later }: Refused): Response =>
    send(c, form, { status, page: errors.refused(sentence), ...(later === undefined ? {} : { retryAfter: later }) })
  const answer = async (c: AppContext, crowded = false): Promise<Response> => {
    const { incoming } = c.env
    if (!fromHere(incoming, c.var.origin)) return refuse(c, { status: 403, sentence: 'error.other-origin' })
    const body = upload ? await readMultipart(incoming, crowded ? countedOnly(upload) : upload, largest) : await readForm(incoming, largest)
    // Whoever sent it has gone before it was all there: nobody reads what this says.
    if (body === null) return new Response(null, { status: 400 })
    if ('sentence' in body) return refuse(c, body)
    const patient = patience === undefined ? null : waitFor(c, patience)
    try {
      const asked = {
        param: (name: string) => c.req.param(name),
        header: (name: string) => c.req.header(name),
        peer: incoming.socket.remoteAddress,
      }
      const answer = await submit(form, { ...body, crowded, asked }, patient?.signal)
      return 'refused' in answer ? refuse(c, { status: 400, sentence: answer.refused }) : send(c, form, answer)
    } catch (err) {
      logFailure(c, 'A form could not be answered.', { status: 500, err })
      return send(c, form, { status: 500, page: errors.broken('server-error') })
    } finally {
      patient?.end()
    }
  }
  if (!upload) return (c) => answer(c)
  let taking = 0
  // Files are in memory until they are answered: so many at one time, and the others are told to come again.
  return async (c) => {
    // Without files it is a form like any other.
    if (!isMultipart(c.env.incoming)) return answer(c)
    if (taking >= upload.atOnce) {
      if (upload.goesOn) return answer(c, true)
      return refuse(c, { status: 503, sentence: upload.busy, later: upload.later })
    }
    taking += 1
    try {
      return await answer(c)
    } finally {
      taking -= 1
    }
  }
}

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
