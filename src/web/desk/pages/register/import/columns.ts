import type { DeskId } from '../../../../../content/word-ids.ts'
import { learntIn } from '../../../../../domain/register/activity.ts'
import { type ColumnsChosen, guessColumns, saysDone } from '../../../../../domain/register/sheet/columns.ts'
import { dateOrders } from '../../../../../domain/register/sheet/dates.ts'
import type { Table } from '../../../../../domain/register/sheet/layout.ts'
import { endsAfter, type Mapping } from '../../../../../domain/register/sheet/mapping.ts'
import type { Fields } from '../../../../forms/fields.ts'
import type { FieldFault } from '../../../context/entered.ts'
import { date } from '../../../context/entered-times.ts'
import type { Member } from '../../../context/page.ts'
import type { Carried } from './carried.ts'
import { orderOf, rolesAsked, updateChoices, wordsOf } from './words.ts'

/** The value of a choice that says: a column of organisations is not used, for all work for the partner. */
export const unused = 'unused'

/** Has a partner's list a column that looks like organisations? Whoever imports it must say whether it counts. */
export const saysOrganisation = ({ headers }: Table, { event, partner }: Pick<Carried, 'event' | 'partner'>): boolean =>
  event === null && partner !== null && guessColumns(headers).organisation !== undefined

/** The value of a choice that says: the column of courses tells it. */
export const byColumn = 'column'

/** Columns chosen as they were when the questions under them were asked: other columns, other questions. */
export const askedOf = ({ columns }: Pick<Mapping, 'columns'>): string =>
  JSON.stringify([columns.date ?? null, columns.course ?? null, columns.result ?? null, columns.organisation ?? null])

/** How a file may be matched, before anybody says otherwise. */
export const guessMapping = (
  member: Pick<Member, 'desk'>,
  table: Table,
  { event, partner }: Pick<Carried, 'event' | 'partner'>,
): Mapping => {
  const guessed = guessColumns(table.headers)
  const columns: ColumnsChosen = Object.fromEntries(
    rolesAsked(event).flatMap((role) => (guessed[role] === undefined ? [] : [[role, guessed[role]]])),
  )
  // A SPOC's list, or an event's, is mostly of one employer, and its own name for it is none of ours.
  if (partner !== null && event === null) delete columns.organisation
  const { course } = member.desk.parts.pack
  const courses = wordsOf(table, columns.course)
  const tiers = [...(courses ?? [])].flatMap(([key, said]) => {
    const named = learntIn(said, course)
    const found =
      (named?.from ? named.named : named?.tier) ?? course.tiers.find(({ name }) => said.toLowerCase() === name.toLowerCase())?.id
    return found ? [[key, found] as const] : []
  })
  const results = [...(wordsOf(table, columns.result) ?? [])]
  const order = orderOf(table, columns.date)
  return {
    columns,
    tier: null,
    tiers: Object.fromEntries(tiers),
    done: results.filter(([, said]) => saysDone(said)).map(([key]) => key),
    order: order === 'ask' ? null : order,
    ...{ on: null, ends: 0, ours: false, sector: null },
  }
}

/** `asks`: a column was changed, so that other questions are to be asked. */
export type ColumnsRead = { mapping: Mapping; faults: FieldFault[]; asks: boolean }

/** What somebody said of the columns. */
export const readColumns = (member: Member, fields: Fields, table: Table, carried: Carried): ColumnsRead => {
  const { t, desk, local } = member
  const { event, partner } = carried
  const pack = desk.parts.pack
  const faults: FieldFault[] = []
  const wrong = (name: string, id: DeskId): void => void faults.push({ name, text: t(id) })
  const columns: ColumnsChosen = {}
  for (const role of rolesAsked(event)) {
    const typed = fields.text(`col-${role}`, 5) ?? ''
    const at = /^\d{1,3}$/.test(typed) ? Number(typed) : -1
    if (at >= 0 && at < table.headers.length) columns[role] = at
  }
  if (columns.name === undefined && columns.first === undefined && columns.last === undefined) wrong('col-name', 'import-fault.name')
  const used = Object.entries(columns)
  const twice = used.find(([, at], place) => used.findIndex(([, other]) => other === at) < place)
  if (twice) wrong(`col-${twice[0]}`, 'import-fault.twice')
  const taught = [...pack.course.tiers.map(({ id }) => id), ...updateChoices(member).map(({ value }) => value)]
  const tier = fields.choice('tier', [byColumn, ...taught])
  const [courses, results] = [wordsOf(table, columns.course), wordsOf(table, columns.result)]
  const tiers: Record<string, string> = {}
  for (const [at, key] of [...(courses?.keys() ?? [])].entries()) {
    const chosen = fields.choice(`tier-${at}`, taught)
    if (chosen) tiers[key] = chosen
  }
  const done = fields.several('done').filter((key) => results?.has(key))
  const order = fields.choice('order', dateOrders) ?? orderOf(table, columns.date)
  const ends = endsAfter.find((years) => String(years) === fields.text('ends', 2)) ?? 0
  const on = date('import-fault.on')(fields, 'on')
  const onDay = 'value' in on.read && Temporal.PlainDate.compare(on.read.value, local.toPlainDate()) <= 0 ? on.read.value : null
  const ours = fields.choice('ours', ['yes', 'no'])
  const sector = fields.choice(
    'sector',
    pack.trainedSectors.map(({ id }) => id),
  )
  const mapping: Mapping = {
    columns,
    tier: tier === byColumn || event !== null ? null : tier,
    ...{ tiers, done, order: order === 'ask' ? null : order, on: onDay?.toString() ?? null, ends, ours: ours === 'yes', sector },
  }
  if (fields.text('asked', 200) !== askedOf(mapping)) return { mapping, faults, asks: true }
  if (event === null) {
    if (partner === null && columns.organisation === undefined) wrong('col-organisation', 'import-fault.organisation-column')
    if (saysOrganisation(table, carried) && columns.organisation === undefined && fields.text('col-organisation', 8) !== unused)
      wrong('col-organisation', 'import-fault.organisation-say')
    if (tier === null) wrong('tier', 'import-fault.tier')
    if (tier === byColumn) {
      if (columns.course === undefined) wrong('col-course', 'import-fault.course')
      else if (!courses) wrong('col-course', 'import-fault.course-many')
      else if (!Object.keys(tiers).length && ![...courses.values()].some((said) => learntIn(said, pack.course)))
        wrong('tier-0', 'import-fault.tiers')
    }
    if (columns.date === undefined && !onDay)
      wrong('on', on.typed.length && String(on.typed).replace(/,/g, '') ? 'import-fault.on' : 'import-fault.date')
    if (columns.date !== undefined && order === 'ask') wrong('order', 'import-fault.order')
    if (ours === null) wrong('ours', 'import-fault.ours')
  }
  if (columns.result !== undefined) {
    if (!results) wrong('col-result', 'import-fault.result-many')
    else if (!done.length) wrong('done', 'import-fault.done')
  }
  if (columns.organisation !== undefined && sector === null) wrong('sector', 'import-fault.sector')
  return { mapping, faults, asks: false }
}

/** May a file be read by how one like it was matched before? Its words may be others, and it may have no day. */
export const fits = (table: Table, { columns, done, order, on, tier, tiers }: Mapping, { event }: Pick<Carried, 'event'>): boolean => {
  if (Object.values(columns).some((at) => at >= table.headers.length)) return false
  const results = wordsOf(table, columns.result)
  if (columns.result !== undefined && !(results && done.some((key) => results.has(key)))) return false
  if (event !== null) return true
  const asked = orderOf(table, columns.date)
  // A file that tells the order itself is believed before what was said of another one.
  if (asked !== null && asked !== 'ask' && order !== null && asked !== order) return false
  if (columns.date === undefined ? on === null : asked === 'ask' && order === null) return false
  const courses = wordsOf(table, columns.course)
  return tier !== null || [...(courses?.keys() ?? [])].some((key) => tiers[key] !== undefined)
}
