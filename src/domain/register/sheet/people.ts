import type { Course } from '../../training/course.ts'
import { versionOn } from '../../training/delta.ts'
import { type Learnt, learntIn } from '../activity.ts'
import { emailKey, nameKey, plainName } from '../names.ts'
import type { RoleGroup } from '../register.ts'
import { type ColumnRole, valueKey } from './columns.ts'
import { dayIn } from './dates.ts'
import type { Table } from './layout.ts'
import type { Mapping } from './mapping.ts'

/** Somebody in a file who did it. */
export type SheetPerson = {
  line: number
  name: string
  email: string | null
  number: string | null
  organisation: string | null
  group: string | null
  tier: string
  version: string | null
  /** Of the short update: the version whose holders it is for. */
  from: string | null
  on: string
}

/** Why a row cannot be kept. */
export type RowReason =
  | 'name-missing'
  | 'name-long'
  | 'name-odd'
  | 'email'
  | 'email-shared'
  | 'organisation-long'
  | 'date-missing'
  | 'date'
  | 'date-future'
  | 'date-old'
  | 'course'
/** `of`: the line that it is about, where that is another one. */
export type BadRow = { line: number; column: string; reason: RowReason; said: string; of?: number }

/** `others`: rows that say somebody did not do it, or did something else: nobody's fault, and nobody to count. */
export type PeopleRead = { people: readonly SheetPerson[]; bad: readonly BadRow[]; others: number }

export type Reading = {
  course: Pick<Course, 'id' | 'tiers' | 'taught' | 'releases'>
  groups: readonly RoleGroup[]
  today: Temporal.PlainDate
  timeZone: string
  /** An event's: its list has its own day and its own course. */
  event?: { tier: string; version: string; on: string } | undefined
}

const emailLike = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@.]{2,}$/
/** A formula, an address of a page or an account: somebody's mistake, or their joke, and nobody's name. */
const oddName = /^[=+@]|:\/\//
/** Before it nobody was taught what the register counts: the Modern Slavery Act is of 2015. */
const oldest = Temporal.PlainDate.from('2015-03-26')

/** The people of a table, as a mapping says. */
export const peopleIn = ({ headers, rows }: Table, mapping: Mapping, reading: Reading): PeopleRead => {
  const people: SheetPerson[] = []
  const bad: BadRow[] = []
  let others = 0
  const read = rowReader(mapping, reading)
  for (const { line, cells } of rows) {
    const row = read(cells)
    if ('other' in row) others++
    else if ('reason' in row) {
      const column = row.role === null ? '' : (headers[mapping.columns[row.role] ?? -1] ?? '')
      bad.push({ line, column, reason: row.reason, said: [...plainName(row.said)].slice(0, 40).join('') })
    } else people.push({ line, ...row })
  }
  return { people, bad, others }
}

/**
 * A mailbox that two people share is nobody's: whoever has the email of a line before, another name and another number is left for a look, for they
 * would become one person. A name alone may have changed, and a number may be new.
 */
export const apartByEmail = (people: readonly SheetPerson[], column: string): { people: SheetPerson[]; bad: BadRow[] } => {
  const first = new Map<string, SheetPerson>()
  const [apart, bad]: [SheetPerson[], BadRow[]] = [[], []]
  for (const one of people) {
    const email = one.email === null ? null : emailKey(one.email)
    const before = email === null ? undefined : first.get(email)
    if (email !== null && !before) first.set(email, one)
    const shared =
      before?.number && one.number && nameKey(before.number) !== nameKey(one.number) && nameKey(before.name) !== nameKey(one.name)
    if (shared) bad.push({ line: one.line, column, reason: 'email-shared', said: one.name, of: before.line })
    else apart.push(one)
  }
  return { people: apart, bad }
}

type Row = Omit<SheetPerson, 'line'> | { reason: RowReason; role: ColumnRole | null; said: string } | { other: true }

const rowReader = (mapping: Mapping, reading: Reading): ((cells: readonly string[]) => Row) => {
  const { columns } = mapping
  const done = new Set(mapping.done)
  const groups = new Map(reading.groups.flatMap(({ id, name }) => [[nameKey(name), id] as const, [nameKey(id), id] as const]))
  const learnt = courseReader(mapping, reading)
  const day = dayReader(mapping, reading)
  const taughtOn = versionOn(reading.course.releases)
  return (cells) => {
    const cell = (role: ColumnRole): string => (columns[role] === undefined ? '' : (cells[columns[role]] ?? '').trim())
    if (columns.result !== undefined && !done.has(valueKey(cell('result')))) return { other: true }
    const course = learnt(cell('course'))
    if (!course) return cell('course') ? { other: true } : { reason: 'course', role: 'course', said: '' }
    const wrong = (reason: RowReason, role: ColumnRole): Row => ({ reason, role, said: cell(role) })
    const named: ColumnRole = columns.name === undefined ? 'last' : 'name'
    const name = plainName(columns.name === undefined ? `${cell('first')} ${cell('last')}` : cell('name')).replace(
      / \((?:guest|external|unverified)\)$/i,
      '',
    )
    if (!nameKey(name)) return wrong('name-missing', named)
    if ([...name].length > 120) return wrong('name-long', named)
    if (oddName.test(name)) return wrong('name-odd', named)
    const email = cell('email').replace(/^mailto:/i, '')
    if (email && (email.length > 254 || !emailLike.test(email))) return wrong('email', 'email')
    const organisation = plainName(cell('organisation'))
    if ([...organisation].length > 120) return wrong('organisation-long', 'organisation')
    const on = day(cell('date'))
    if (typeof on !== 'string') return { ...on, role: columns.date === undefined ? null : 'date', said: cell('date') }
    return {
      ...{
        name,
        email: email || null,
        number: numberIn(cell('number').slice(0, 60)),
        organisation: nameKey(organisation) ? organisation : null,
      },
      ...{ group: groups.get(nameKey(cell('group'))) ?? null, tier: course.tier, on },
      version: course.version ?? (mapping.ours && course.from === null ? taughtOn(on) : null),
      from: course.from,
    }
  }
}

/** What is written where there is no number, or in place of one for everybody of a kind: it would make one person of many. */
const noNumber =
  /^(?:[0 ]*|x+|n ?a|nil|none|null|no|no number|unknown|not (?:known|applicable|available|given|provided)|blank|pending|tb[acd]|ref|value|(?:agency|bank|temp|temporary|contract|external|guest|student|volunteer)(?: staff| worker)?|contractor)$/
const numberIn = (said: string): string | null => (noNumber.test(nameKey(said)) ? null : said)

/** What a row says was learned; null: nothing of ours. A name that our packages give to a course says its version too. */
const courseReader = (
  { tier, tiers, columns }: Mapping,
  { course, event }: Reading,
): ((said: string) => Pick<Learnt, 'tier' | 'version' | 'from'> | null) => {
  if (event) return () => ({ tier: event.tier, version: event.version, from: null })
  return (said) => {
    const named = columns.course === undefined ? null : learntIn(said, course)
    if (named) return named
    // What was chosen by hand: a tier, or the name of its update.
    const found = tier ?? tiers[valueKey(said)] ?? ''
    return course.tiers.some(({ id }) => id === found) ? { tier: found, version: null, from: null } : learntIn(found, course)
  }
}

const dayReader = (
  { on, order, ends, columns }: Mapping,
  { today, timeZone, event }: Reading,
): ((said: string) => string | { reason: RowReason }) => {
  if (event) return () => event.on
  if (columns.date === undefined) return () => on ?? { reason: 'date-missing' }
  // Days repeat: each is read once.
  const read = new Map<string, string | { reason: RowReason }>()
  const judge = (said: string): string | { reason: RowReason } => {
    if (!said) return { reason: 'date-missing' }
    const day = dayIn(said, order ?? 'dmy', timeZone)?.subtract({ years: ends })
    if (!day) return { reason: 'date' }
    if (Temporal.PlainDate.compare(day, today) > 0) return { reason: 'date-future' }
    return Temporal.PlainDate.compare(day, oldest) < 0 ? { reason: 'date-old' } : day.toString()
  }
  return (said) => {
    const known = read.get(said)
    if (known !== undefined) return known
    const made = judge(said)
    read.set(said, made)
    return made
  }
}
