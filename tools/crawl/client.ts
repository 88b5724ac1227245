import { type Answer, type Ask, answersIn, bytesOf, exchange, origin } from './http.ts'
import { normalAnswer, normalText } from './normalise.ts'
import type { Recorder } from './record.ts'

/** Asks one site and records what it answers, each under its name. */
export type Client = {
  ask(name: string, ask: Ask, get?: Answer): Promise<Answer>
  /** Bytes as they are, which may be no request at all; `methods`: one for each answer that is expected. */
  send(name: string, bytes: Buffer, methods: readonly string[]): Promise<void>
  post(name: string, target: string, form: URLSearchParams | string, headers?: Readonly<Record<string, string | null>>): Promise<Answer>
}

/** What a browser sends along with a form. */
export const asForm = { origin, 'content-type': 'application/x-www-form-urlencoded' }

/** What was filled in, cut to what somebody reads, without what is another one each time. */
const unsealed = (body: string): string => body.replace(/\bso-far=[^&]*/, 'so-far=…').slice(0, 300)

export const makeClient = (site: string, port: number, recorder: Recorder): Client => {
  const ask: Client['ask'] = async (name, asked, get) => {
    const bytes = await exchange(port, bytesOf(asked))
    const [answer] = answersIn(bytes, [asked.method])
    if (!answer) throw new Error('no answer')
    recorder.put(normalText(`${site} ${name}`), normalAnswer(answer, get), asked.body ? unsealed(String(asked.body)) : undefined)
    return answer
  }
  return {
    ask,
    send: async (name, bytes, methods) => {
      const back = await exchange(port, bytes)
      for (const [index, answer] of answersIn(back, methods).entries()) {
        const get = methods[index] === 'HEAD' ? answersIn(back, methods)[index - 1] : undefined
        recorder.put(normalText(`${site} ${name}${index ? ` answer ${index + 1}` : ''}`), normalAnswer(answer, get))
      }
    },
    post: (name, target, form, headers = {}) =>
      ask(name, { method: 'POST', target, headers: { ...asForm, ...headers }, body: form.toString() }),
  }
}
