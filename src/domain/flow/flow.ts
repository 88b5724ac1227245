import { z } from 'zod'
import { fact, id, partialDate, sure, unknown } from '../fact.ts'
import { type Condition, conditionSchema } from './condition.ts'

/** What the record of a referral must know of an answer: how it may be written, whom it points to, what of it may go into a Duty to Notify. */
const recordSchema = z.strictObject({
  as: z.enum(['line', 'paragraphs', 'name', 'email', 'phone', 'number', 'tick', 'address', 'listed', 'file']).optional(),
  /** The official list of which it must be an entry, letter for letter. */
  list: id.optional(),
  rules: z.array(id).optional(),
  max_chars: z.number().int().positive().optional(),
  max_files: z.number().int().positive().optional(),
  max_megabytes: z.number().int().positive().optional(),
  file_types: z.array(id).optional(),
  data: z.array(z.enum(['none', 'identifies-potential-victim', 'identifies-others', 'identifies-referrer', 'sensitive'])).min(1),
  dtn: z.enum(['carry', 'redact', 'with-consent', 'not-asked']),
  /** False: stays with who refers. */
  sent: z.literal(false).optional(),
  /** One telling for each situation of exploitation. */
  each_situation: z.literal(true).optional(),
  /** The form's own heading over it, and the nearest group of the published statistics. */
  group: id.optional(),
  statistics: id.optional(),
})

/**
 * Another wording of an entry or an action, under `variants` of its words: the first whose condition holds replaces what it gives of the
 * usual words. So a council's own staff read what they do, where others read whom to call, and the action stays one action.
 */
const variantSchema = z.strictObject({ id, if: conditionSchema })
export type Variant = z.infer<typeof variantSchema>

/** Lists of a pack that give options to an entry, before its own. */
export const optionLists = ['organisations', 'towns', 'sectors', 'signs', 'partners'] as const
export type OptionsFrom = (typeof optionLists)[number]

/** Something to be answered. Without `optional` it must be. */
export type Entry = {
  id: string
  kind: 'choice' | 'several' | 'text' | 'date' | 'group'
  options?: readonly string[] | undefined
  /** Options that are offered only where a condition holds. Elsewhere they count as not chosen. */
  options_if?: Readonly<Record<string, Condition>> | undefined
  /** Of `several`: to choose none is an answer too. */
  may_be_empty?: true | undefined
  /** The pack gives more options: see content/flows.ts. */
  options_from?: OptionsFrom | undefined
  optional?: true | undefined
  ask_if?: Condition | undefined
  /** Other words for some readers: see variantSchema. */
  variants?: readonly Variant[] | undefined
  /** What a row of a repeated group holds, and how many rows there may be. */
  entries?: readonly Entry[] | undefined
  most?: number | undefined
  record?: z.infer<typeof recordSchema> | undefined
}

const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z
    .strictObject({
      id,
      kind: z.enum(['choice', 'several', 'text', 'date', 'group']),
      options: z.array(id).min(1).optional(),
      options_if: z.record(id, conditionSchema).optional(),
      may_be_empty: z.literal(true).optional(),
      options_from: z.enum(optionLists).optional(),
      optional: z.literal(true).optional(),
      ask_if: conditionSchema.optional(),
      variants: z.array(variantSchema).min(1).optional(),
      entries: z.array(entrySchema).min(1).optional(),
      most: z.number().int().positive().optional(),
      record: recordSchema.optional(),
    })
    .refine(
      ({ kind, options, options_from }) =>
        (kind === 'choice' || kind === 'several') === (options !== undefined || options_from !== undefined),
      {
        message: 'options for a choice or several, and for no other kind',
        path: ['options'],
      },
    )
    .refine(({ kind, may_be_empty }) => !may_be_empty || kind === 'several', {
      message: 'may_be_empty for several, and for no other kind',
      path: ['may_be_empty'],
    })
    .refine(({ kind, entries }) => (kind === 'group') === (entries !== undefined), {
      message: 'entries for a group, and for no other kind',
      path: ['entries'],
    }),
)

/** Where to go: the first whose condition holds. The last has none. */
const goSchema = z.strictObject({ if: conditionSchema.optional(), to: id })

/** A page of a flow. */
export const questionSchema = z.strictObject({
  id,
  section: id.optional(),
  /** Absent: always asked, where a way leads to it. */
  ask_if: conditionSchema.optional(),
  entries: z.array(entrySchema).min(1),
  /** At least one of these entries must be answered. */
  at_least_one: z.array(id).min(1).optional(),
  go: z.array(goSchema).min(1),
})
export type Question = z.infer<typeof questionSchema>

/**
 * An answer that is known without being asked, and may be changed at any time. The pack gives it where `from` says so; where it `follows`
 * another given it is as that one until it is changed itself.
 */
export const givenSchema = z.strictObject({
  id,
  options: z.array(id).min(1),
  from: z.literal('nation').optional(),
  follows: id.optional(),
  default: id.optional(),
})
export type Given = z.infer<typeof givenSchema>

/** Options that conditions name together. The pack may add to it. */
export const setSchema = z.strictObject({ id, of: z.array(id) })

export const outcomeSchema = z.strictObject({ id })
export type Outcome = z.infer<typeof outcomeSchema>

/** When an action is due: at once, today, or before the person leaves. */
export const times = ['now', 'today', 'leaving'] as const
export type Time = (typeof times)[number]

/** Something to do. Actions of an outcome are all to be done, in order: none replaces another. */
export const actionSchema = z.strictObject({
  id,
  /** The outcomes to which it belongs. */
  on: z.array(id).min(1),
  if: conditionSchema.optional(),
  when: z.enum(times).optional(),
  /** How much it matters, 1 the most: orders the actions of one time, and the summary of an outcome takes the lowest. */
  rank: z.number().int().positive().optional(),
  /** Who to call, the best first. */
  services: z.array(id),
  /** A body whose way of being reached stands in bodies.yaml. */
  body: id.optional(),
  form: z.url({ protocol: /^https$/ }).optional(),
  /** The question whose answer its link changes. */
  changes: id.optional(),
  /** Other words for some readers, with what differs in how sure they are and in whom they call; `body: null` names none. */
  variants: z
    .array(variantSchema.extend({ sure: sure.optional(), services: z.array(id).optional(), body: z.null().optional() }))
    .min(1)
    .optional(),
  /** Rows of sharing-reasons.yaml are listed under its steps. */
  lists: z.literal('sharing-reasons').optional(),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
export type Action = z.infer<typeof actionSchema>

/** What to do for someone who must leave in the middle: judged by what is known so far, an answer that is not given counting as empty. */
export const leavingSchema = actionSchema.omit({
  on: true,
  when: true,
  rank: true,
  body: true,
  form: true,
  changes: true,
  variants: true,
  lists: true,
})
export type Leaving = z.infer<typeof leavingSchema>

/** What must hold on every route where `if` does. Ids are those of questions, outcomes and actions that the route meets. */
export const invariantSchema = z.strictObject({
  id,
  if: conditionSchema.optional(),
  always: z.array(id).min(1).optional(),
  one_of: z.array(id).min(1).optional(),
  never: z.array(id).min(1).optional(),
  not_together: z.array(id).min(2).optional(),
  /** Each of `always` is among so many first actions. */
  within_first: z.number().int().positive().optional(),
  /** The most questions that a route may have. */
  most_questions: z.number().int().positive().optional(),
  source: z.string().min(1),
})
export type Invariant = z.infer<typeof invariantSchema>

/** `version` goes up with every change after which an old answer could be misread. */
export const flowHead = z.strictObject({ id, version: z.number().int().positive(), ...fact })
export type FlowHead = z.infer<typeof flowHead>

/** A set of questions, routes and outcomes. The first question is the start; jumps go forward only. */
export type Flow = {
  head: FlowHead
  givens: readonly Given[]
  sets: ReadonlyMap<string, readonly string[]>
  questions: readonly Question[]
  outcomes: readonly Outcome[]
  actions: readonly Action[]
  leaving: readonly Leaving[]
  invariants: readonly Invariant[]
}

/** Entries of a flow, those within groups left out: no condition reads them. */
export const entriesOf = (flow: Flow): Entry[] => flow.questions.flatMap((question) => question.entries)
