import { nameKey } from '../names.ts'

/** What a column can say of a person. `result`: whether they did it at all. `number`: of an employee, where there is no email. */
export const columnRoles = ['name', 'first', 'last', 'email', 'number', 'organisation', 'group', 'date', 'course', 'result'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Which column says what, by its place. */
export type ColumnsChosen = Partial<Record<ColumnRole, number>>

/** Names of columns as programs write them, compared as names of people are (names.ts): in the order in which they are tried. */
const known: readonly (readonly [ColumnRole, RegExp])[] = [
  ['first', /^(?:first|given|fore) ?names?$/],
  ['last', /^(?:last|family|sur) ?name$/],
  [
    'name',
    /^(?:full |display )?name$|^(?:employee|learner|participant|delegate|attendee|staff|person|student)s?(?: full)?(?: name)?$|^participants?$/,
  ],
  ['email', /^(?:work |primary |business )?email(?: address)?$/],
  ['number', /^(?:employee|assignment|staff|payroll|esr|personnel)(?: id)? ?(?:number|no|id)$/],
  ['organisation', /^(?:organi[sz]ation|employer|company|institution|trust|workplace|partner)(?: name)?$/],
  ['group', /^(?:role|staff) group$|^job role$/],
  ['course', /^(?:course|competenc[ey]|training|module|certification)(?: (?:name|title))?$/],
  [
    'date',
    /^(?:date|when)$|^(?:completion|completed|attendance|attended|training|course|achieved|expiry|end|finish) (?:date|on)$|^date (?:completed|attended|achieved|of training|of completion|to)$|^course completed?$|^first join(?: time)?$|^join time$/,
  ],
  ['result', /^(?:status|result|outcome|state|completion status|attended|attendance|passed|role|meets requirement|requirement met)$/],
]

/** What a column says, by its name; null: nothing that is known. */
export const roleOf = (header: string): ColumnRole | null => {
  const key = nameKey(header)
  return known.find(([, is]) => is.test(key))?.[0] ?? null
}

/** A first guess, which whoever imports sees and can change: the first column of each name. A whole name goes before its parts. */
export const guessColumns = (headers: readonly string[]): ColumnsChosen => {
  const chosen: ColumnsChosen = {}
  for (const [at, header] of headers.entries()) {
    const role = roleOf(header)
    if (role && chosen[role] === undefined) chosen[role] = at
  }
  if (chosen.first !== undefined && chosen.last !== undefined) delete chosen.name
  else if (chosen.name !== undefined) {
    delete chosen.first
    delete chosen.last
  }
  if (chosen.date === undefined) {
    // Of one activity of Moodle, the pair of its columns.
    const dates = headers.flatMap((header, at) => (/ - completion date$/i.test(header) ? [at] : []))
    const [only] = dates
    if (only !== undefined && dates.length === 1) {
      chosen.date = only
      chosen.result ??= only - 1
    }
  }
  return chosen
}

/** A file with the same columns is matched as it was before. */
export const headerText = (headers: readonly string[]): string => JSON.stringify(headers.map(nameKey))

/** A word of a column as it is compared and remembered. */
export const valueKey = (value: string): string => nameKey(value).slice(0, 80)

/** Does a word say that somebody did it? A guess, which whoever imports sees and can change. */
export const saysDone = (value: string): boolean => {
  const key = nameKey(value)
  if (/\b(?:not|no|didnt|incomplete|failed|fail|organi[sz]er|progress|expired|absent|enrolled|booked)\b/.test(key)) return false
  return /^(?:complete|completed|pass|passed|achieved|yes|y|done|attended|present|attendee|presenter|true|1|100|current|met)\b/.test(key)
}
