import { z } from 'zod'

/*
 * The few things that are read of an xAPI statement (xAPI 1.0.3, part two, 2.2), checked; the rest is let pass and not kept. Tests hold it against
 * another reader of the whole.
 */

const iri = z
  .string()
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
  .max(2000)
const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)

const identifiers = {
  mbox: z
    .string()
    .regex(/^mailto:[^\s@]+@[^\s@]+$/)
    .max(300)
    .optional(),
  mbox_sha1sum: z
    .string()
    .regex(/^[0-9a-f]{40}$/i)
    .optional(),
  openid: iri.optional(),
  account: z.looseObject({ homePage: iri, name: z.string().min(1).max(500) }).optional(),
}
const held = (agent: object): number => Object.keys(identifiers).filter((key) => Object.hasOwn(agent, key)).length
const name = z.string().max(1000).optional()
const agent = z.looseObject({ ...identifiers, name, objectType: z.literal('Agent').optional() }).refine((one) => held(one) === 1)
/** A group is several people, or nobody can say who. */
const group = z
  .looseObject({ ...identifiers, name, objectType: z.literal('Group'), member: z.array(agent).optional() })
  .refine((one) => held(one) === 1 || (held(one) === 0 && one.member !== undefined))

const activity = z.looseObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z.looseObject({ extensions: z.record(z.string(), z.unknown()).optional() }).optional(),
})
const activities = z.union([activity, z.array(activity)]).optional()
const object = z.union([
  activity,
  agent.refine((one) => one.objectType === 'Agent'),
  group,
  z.looseObject({ objectType: z.literal('StatementRef'), id: uuid }),
  z.looseObject({ objectType: z.literal('SubStatement'), actor: z.unknown(), verb: z.unknown(), object: z.unknown() }),
])

const schema = z.looseObject({
  id: uuid.optional(),
  actor: z.union([group, agent]),
  verb: z.looseObject({ id: iri }),
  object,
  result: z.looseObject({ success: z.boolean().optional(), completion: z.boolean().optional() }).optional(),
  context: z
    .looseObject({
      registration: uuid.optional(),
      contextActivities: z.looseObject({ parent: activities, grouping: activities }).optional(),
    })
    .optional(),
  timestamp: z.string().optional(),
  version: z
    .string()
    .regex(/^1\.0(?:\.\d+)?$/)
    .optional(),
})

/** Whom a statement is about, as the system that sends it knows them. */
export type Actor =
  | { kind: 'mbox'; email: string }
  | { kind: 'account'; home: string; account: string }
  | { kind: 'mbox_sha1sum' | 'openid'; value: string }
  | { kind: 'group' }

export type Statement = {
  /** In lower case; null: it has none. */
  id: string | null
  actor: Actor
  /** Their name, where it is said. */
  name: string | null
  verb: string
  /** Address of the activity; null: it is about something else, such as a person. */
  activity: string | null
  /** By what else the activity is known in its system: its ID number, its short name. */
  known: readonly string[]
  /** The same of the activity of which this one is a part, as a package is of the activity that plays it. */
  partOf: readonly string[]
  /** The same of all that it is said to lie in: packages, activities, courses. */
  within: readonly string[]
  success: boolean | null
  completion: boolean | null
  registration: string | null
  at: Temporal.Instant | null
}

/** `at`: which part of it is not as it should be. */
export type StatementFault = { fault: 'attachments' | 'statement' | 'time'; at: string }

export const readStatement = (value: unknown): Statement | StatementFault => {
  if (value && typeof value === 'object' && Object.hasOwn(value, 'attachments')) return { fault: 'attachments', at: 'attachments' }
  const read = schema.safeParse(value)
  if (!read.success) return { fault: 'statement', at: read.error.issues[0]?.path.join('.') ?? '' }
  const { id, actor, verb, object, result, context, timestamp } = read.data
  const at = timestamp === undefined ? null : instantIn(timestamp)
  if (timestamp !== undefined && !at) return { fault: 'time', at: 'timestamp' }
  const about = activityOf(object)
  const around = context?.contextActivities
  const parents = [around?.parent ?? []].flat()
  return {
    ...{ id: id?.toLowerCase() ?? null, actor: actorOf(actor), name: actor.name?.trim() || null, verb: verb.id },
    ...{ activity: about?.id ?? null, known: about ? knownAs(about) : [] },
    // A system that plays a package names it by the address of what plays it, with a fragment (Moodle: `view.php?id=1#sco`).
    within: [...parents, ...[around?.grouping ?? []].flat()].flatMap((one) => [one.id, ...knownAs(one)]),
    partOf: about ? parents.filter(({ id }) => about.id.startsWith(`${id}#`)).flatMap((parent) => [parent.id, ...knownAs(parent)]) : [],
    ...{ success: result?.success ?? null, completion: result?.completion ?? null, registration: context?.registration ?? null, at },
  }
}

type Activity = z.infer<typeof activity>
const activityOf = (of: z.infer<typeof object>): Activity | null =>
  of.objectType === undefined || of.objectType === 'Activity' ? (of as Activity) : null

/** What whoever runs a learning system gave a course or an activity there as its ID number or short name. */
const extensions = ['external-id', 'short-id'].map((name) => `https://w3id.org/learning-analytics/learning-management-system/${name}`)
const knownAs = ({ definition }: Activity): string[] =>
  extensions.flatMap((name) => {
    const value = definition?.extensions?.[name]
    return typeof value === 'string' ? [value] : []
  })

const actorOf = (actor: z.infer<typeof agent> | z.infer<typeof group>): Actor => {
  if (actor.objectType === 'Group') return { kind: 'group' }
  if (actor.mbox !== undefined) return { kind: 'mbox', email: actor.mbox.slice('mailto:'.length) }
  if (actor.account) return { kind: 'account', home: actor.account.homePage, account: actor.account.name }
  if (actor.openid !== undefined) return { kind: 'openid', value: actor.openid }
  return { kind: 'mbox_sha1sum', value: (actor.mbox_sha1sum ?? '').toLowerCase() }
}

/** ISO 8601; a day alone is its beginning, and what has no zone is UTC. An offset of minus nothing says that the zone is not known, and is refused (part two, 4.5). */
const instantIn = (text: string): Temporal.Instant | null => {
  const [, day, time = 'T00:00', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(T[\d:.,]{2,30})?(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text) ?? []
  if (!day || /^-00(?::?00)?$/.test(zone)) return null
  try {
    return Temporal.Instant.from(`${day}${time}${zone}`)
  } catch {
    return null
  }
}

const verbs = 'http://adlnet.gov/expapi/verbs/'

/**
 * The names by which a statement may say that our course was done. `passed`, and `completed` unless it says that it was failed or left. Of a part
 * only `passed` counts: Moodle says `completed` of a package that somebody only opened.
 */
export const doneBy = ({ verb, success, completion, activity, known, partOf, actor }: Statement): readonly string[] => {
  if (actor.kind === 'group' || !activity || success === false || completion === false) return []
  if (verb === `${verbs}passed`) return [activity, ...known, ...partOf]
  return verb === `${verbs}completed` ? [activity, ...known] : []
}

/** How deep lists and objects lie in each other in a text of JSON, as far as `most`. It is asked before the text is read: nobody's reader goes deeper. */
export const deeperThan = (json: string, most: number): boolean => {
  let depth = 0
  let quoted = false
  for (let i = 0; i < json.length; i++) {
    const letter = json[i]
    if (quoted) {
      if (letter === '\\') i += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') {
      depth += 1
      if (depth > most) return true
    } else if (letter === '}' || letter === ']') depth -= 1
  }
  return false
}

/** What two statements of one id must have in common (part two, 2.2.2): all but what whoever takes them in adds, in one order of names. */
export const compared = (value: unknown): string => {
  const { id: _id, stored: _stored, authority: _authority, version: _version, ...rest } = value as Record<string, unknown>
  return JSON.stringify(ordered(rest))
}
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (!value || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)])
}
