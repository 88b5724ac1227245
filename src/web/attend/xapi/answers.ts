import type { WordId } from '../../../content/word-ids.ts'
import type { Locale } from '../../context/types.ts'
import { safetyHeaders } from '../../http/headers.ts'

/** The version that we are: on each answer, errors too (xAPI 1.0.3, part three, 3.3). */
export const ourVersion = '1.0.3'

/** An answer to a learning system. No page of another site may read it: a partner's key belongs in no browser. */
export const answer = (status: number, body: unknown = null, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      ...safetyHeaders,
      'x-experience-api-version': ourVersion,
      'cache-control': 'no-store',
      ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...headers,
    },
  })

/** A refusal, with a sentence for whoever reads the log of the learning system. `at`: which part of what was sent. */
export const refusal = (
  { t }: Pick<Locale, 't'>,
  status: number,
  sentence: Extract<WordId, `xapi.${string}` | `xapi-fault.${string}`>,
  at: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): Response => answer(status, { error: t(sentence), ...(at === null ? {} : { at }) }, headers)
