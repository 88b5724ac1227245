import { learntIn } from '../../domain/register/activity.ts'
import { answeredIn } from '../../domain/register/answered.ts'
import { type ArrivingRow, learntFields } from '../../domain/register/arriving.ts'
import { emailKey, nameKey, plainName } from '../../domain/register/names.ts'
import { compared, doneBy, readStatement, type Statement, type StatementFault } from '../../domain/register/statement.ts'
import { uuidOf } from '../uuid-of.ts'
import { type CountedAnswer, onceId } from './count-answers.ts'
import { pairHash } from './learning-key.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** Of statements, in the order of the request, and by their place there. */
export type StatementsFault =
  | (StatementFault & { index: number })
  | { fault: 'same-id' | 'no-name' | 'future'; index: number }
  | { fault: 'key' | 'conflict' | 'gone' }

/** The partner whose key it is. */
export const readLearningKey = async ({ door }: AttendParts, pair: string): Promise<{ partner: string } | { fault: 'key' | 'gone' }> => {
  const found = await door()?.attend<{ partner: string | null }>('select attend_key($1) as partner', [pairHash(pair)])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const partner = found.rows[0]?.partner ?? null
  return partner === null ? { fault: 'key' } : { partner }
}

/** Takes in the statements of one request, all or none. Gives their ids, made here where they had none. */
export const recordStatements = async (
  parts: AttendParts,
  { pair, partner }: { pair: string; partner: string },
  values: readonly unknown[],
): Promise<{ done: readonly string[] } | StatementsFault> => {
  const given: Given[] = []
  const said = new Set<string>()
  for (const [index, value] of values.entries()) {
    const statement = readStatement(value)
    if ('fault' in statement) return { ...statement, index }
    if (statement.id !== null && said.has(statement.id)) return { fault: 'same-id', index }
    if (statement.id !== null) said.add(statement.id)
    const one = givenOf(parts, partner, statement, value)
    if ('fault' in one) return { ...one, index }
    given.push(one)
  }
  const asked = await parts
    .door()
    ?.attend<{ came: 'done' | 'key' | 'conflict' }>('select attend_statements($1, $2::jsonb) as came', [
      pairHash(pair),
      JSON.stringify(given),
    ])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came ?? 'gone'
  return came === 'done' ? { done: given.map(({ id }) => id) } : { fault: came }
}

/** As the database is given it (migrations/0031-statements.ts). */
type Given = {
  id: string
  hash: string
  verb: string | null
  activity: string | null
  said_at: string | null
  row: ArrivingRow | null
  answer: CountedAnswer | null
}

/** Clocks of other machines run a little ahead. */
const ahead = Temporal.Duration.from({ minutes: 10 })

const givenOf = (
  { pepper, pack, now }: AttendParts,
  partner: string,
  statement: Statement,
  value: unknown,
): Given | { fault: 'no-name' | 'future' } => {
  const said = statement.at ?? now()
  if (Temporal.Instant.compare(said, now().add(ahead)) > 0) return { fault: 'future' }
  const known = whoIs(pepper, partner, statement)
  const [own, content] =
    statement.id === null
      ? // Moodle gives its statements no id. One drawn by chance would count each that it sends again.
        [uuidOf(registerHash(pepper, 'statement', whatIsSaid(partner, statement))), whatIsSaid(partner, statement)]
      : [statement.id, compared(value)]
  const { course, partnership } = pack()
  const answered = answeredIn(statement, course)
  const given = {
    ...{ id: own, hash: registerHash(pepper, 'statement', content).toString('hex') },
    answer: answered && { ...answered, once: onceId(pepper, [known?.keys, answered.version, answered.question]) },
  }
  const learnt = doneBy(statement).flatMap((name) => learntIn(name, course) ?? [])[0]
  if (!learnt || !known) return { ...given, verb: null, activity: null, said_at: null, row: null }
  if (!known.name) return { fault: 'no-name' }
  return {
    ...{ ...given, verb: statement.verb, activity: learnt.named, said_at: said.toString() },
    row: {
      ...{ name: known.name, name_key: nameKey(known.name), ...known.keys },
      ...learntFields(learnt, said.toZonedDateTimeISO(partnership.timezone).toPlainDate(), 'statements', pack()),
    },
  }
}

/** Whom it is about: by the keyed hash of the email; where the system sends none, by one of the account in it, which another partner's is never taken for. */
const whoIs = (pepper: Uint8Array, partner: string, { actor, name }: Statement): { name: string; keys: Partial<ArrivingRow> } | null => {
  const called = (otherwise: string) =>
    [...plainName(name ?? '')].slice(0, 120).join('') || [...plainName(otherwise)].slice(0, 120).join('')
  const account = (...parts: string[]) => ({
    account_key: registerHash(pepper, 'account', JSON.stringify([partner, actor.kind, ...parts])).toString('hex'),
  })
  if (actor.kind === 'mbox')
    return {
      name: called(actor.email.split('@')[0] ?? ''),
      keys: { email_key: registerHash(pepper, 'email', emailKey(actor.email)).toString('hex') },
    }
  if (actor.kind === 'account') return { name: called(actor.account), keys: account(actor.home, actor.account) }
  if (actor.kind === 'group') return null
  return { name: called(''), keys: account(actor.value) }
}

const whatIsSaid = (partner: string, { actor, verb, activity, at, registration }: Statement): string =>
  JSON.stringify([partner, actor, verb, activity, at?.toString() ?? null, registration])
