import type { AttendParts } from '../../../commands/attend/parts.ts'
import { readKeptStatement } from '../../../commands/attend/read-statement.ts'
import { readLearningKey, recordStatements, type StatementsFault } from '../../../commands/attend/record-statements.ts'
import { activityAddress } from '../../../domain/register/activity.ts'
import { deeperThan } from '../../../domain/register/statement.ts'
import type { Locale } from '../../context/types.ts'
import type { Handler } from '../../http/context.ts'
import { logFailure } from '../../http/failure.ts'
import type { Route } from '../../http/router.ts'
import { answer, ourVersion, refusal } from './answers.ts'
import { basicPair, type Meant, readMeant } from './request.ts'

const most = { statements: 500, depth: 32 }
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const challenge = { 'www-authenticate': 'Basic realm="xAPI", charset="UTF-8"' }
const later = { 'retry-after': '60' }

/**
 * Where partners' learning systems send who did the course, as xAPI 1.0.3 has it: as much of a learning record store as that needs. Statements about
 * anything else are answered alike and not kept, so that a system can be told to send all that it has.
 */
export const xapiRoutes = (locale: Locale, parts: AttendParts): Route[] => [
  {
    path: '/xapi/about',
    all: (c) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? about(locale) : refuseMethod(locale, 'GET, HEAD')),
  },
  { path: '/xapi/statements', all: statementsHandler(locale, parts) },
]

const about = ({ t }: Locale): Response =>
  answer(200, { version: [ourVersion], extensions: { 'https://w3id.org/xapi/waymark/kept': t('xapi.kept') } })

const refuseMethod = (locale: Locale, allow: string): Response => refusal(locale, 405, 'xapi.method', null, { allow })

const statementsHandler =
  (locale: Locale, parts: AttendParts): Handler =>
  async (c) => {
    try {
      const meant = await readMeant(c.env.incoming, new URL(c.req.url).searchParams)
      if (meant === null) return answer(400)
      if ('status' in meant) return refusal(locale, meant.status, meant.status === 413 ? 'xapi.too-large' : 'xapi.not-read')
      if (!/^1\.0(?:\.\d+)?$/.test(meant.version ?? '')) return refusal(locale, 400, 'xapi.version')
      const pair = basicPair(meant.authorization)
      if (pair === null) return refusal(locale, 401, 'xapi.key', null, challenge)
      const key = await readLearningKey(parts, pair)
      if ('fault' in key)
        return key.fault === 'key' ? refusal(locale, 401, 'xapi.key', null, challenge) : refusal(locale, 503, 'xapi.gone', null, later)
      if (meant.method === 'GET' || meant.method === 'HEAD') return await read(locale, parts, pair, meant.query)
      if (meant.method === 'PUT' || meant.method === 'POST') return await take(locale, parts, { pair, ...key }, meant)
      return refuseMethod(locale, 'GET, HEAD, POST, PUT')
    } catch (err) {
      logFailure(c, 'Statements of a learning system could not be taken in.', { status: 500, err })
      return refusal(locale, 500, 'xapi.broken')
    }
  }

const take = async (
  locale: Locale,
  parts: AttendParts,
  key: { pair: string; partner: string },
  { method, type, query, body }: Meant,
): Promise<Response> => {
  if (!/^application\/json\s*(?:;|$)/i.test(type)) return refusal(locale, 400, 'xapi.type')
  const text = await body()
  if (text === null) return answer(400)
  if (typeof text !== 'string') return refusal(locale, text.status, text.status === 413 ? 'xapi.too-large' : 'xapi.not-read')
  if (deeperThan(text, most.depth)) return refusal(locale, 400, 'xapi.deep')
  const value = parsed(text)
  if (!value) return refusal(locale, 400, 'xapi.not-read')
  const put = method === 'PUT'
  const id = query.get('statementId')?.toLowerCase() ?? null
  const given = putId(value.json, id)
  if (put && !given) return refusal(locale, 400, 'xapi.put-id')
  const statements = put ? [given] : [value.json].flat()
  if (statements.length > most.statements) return refusal(locale, 413, 'xapi.too-many')
  const came = await recordStatements(parts, key, statements)
  if ('done' in came) return put ? answer(204) : answer(200, came.done)
  return refuse(locale, came)
}

const refuse = (locale: Locale, fault: StatementsFault): Response => {
  if ('index' in fault)
    return refusal(locale, 400, `xapi-fault.${fault.fault}`, [fault.index, 'at' in fault ? fault.at : ''].filter(String).join('.'))
  if (fault.fault === 'conflict') return refusal(locale, 409, 'xapi.conflict')
  return fault.fault === 'key' ? refusal(locale, 401, 'xapi.key', null, challenge) : refusal(locale, 503, 'xapi.gone', null, later)
}

/** In an object, so that `null` is told from what cannot be read. */
const parsed = (text: string): { json: unknown } | null => {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}

/** A statement that is put, with the id of its address; null where that is none, or another one stands in the statement. */
const putId = (json: unknown, id: string | null): object | null => {
  if (id === null || !uuid.test(id) || !json || typeof json !== 'object' || Array.isArray(json)) return null
  const own: unknown = Reflect.get(json, 'id')
  return own === undefined || (typeof own === 'string' && own.toLowerCase() === id) ? { ...json, id } : null
}

/** One statement by its id, where it was counted. Whom it was about is not kept with it, and lists of statements are not given. */
const read = async (locale: Locale, parts: AttendParts, pair: string, query: URLSearchParams): Promise<Response> => {
  const id = query.get('statementId')
  if (id === null) return query.has('voidedStatementId') ? refusal(locale, 404, 'xapi.none') : refusal(locale, 403, 'xapi.no-lists')
  if (!uuid.test(id)) return refusal(locale, 400, 'xapi.put-id')
  const found = await readKeptStatement(parts, pair, id)
  if ('fault' in found) return refusal(locale, 503, 'xapi.gone', null, later)
  const { statement } = found
  if (!statement) return refusal(locale, 404, 'xapi.none')
  const { origin } = locale.site.publishing
  return answer(
    200,
    {
      ...{ id: statement.id, actor: { objectType: 'Agent', account: { homePage: origin, name: 'not-kept' } } },
      ...{ verb: { id: statement.verb }, object: { id: activityAddress(origin, statement.activity) } },
      ...{ timestamp: zoned(statement.said_at), stored: zoned(statement.stored), version: ourVersion },
      authority: { objectType: 'Agent', account: { homePage: origin, name: 'waymark' } },
    },
    { 'x-experience-api-consistent-through': zoned(parts.now().toString()) },
  )
}

const zoned = (at: string): string => Temporal.Instant.from(at).toString({ fractionalSecondDigits: 3 })
