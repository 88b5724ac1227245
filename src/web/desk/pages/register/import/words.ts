import { updateName } from '../../../../../domain/register/activity.ts'
import { type ColumnRole, valueKey } from '../../../../../domain/register/sheet/columns.ts'
import { type DateOrder, dateOrderOf } from '../../../../../domain/register/sheet/dates.ts'
import type { Table } from '../../../../../domain/register/sheet/layout.ts'
import { mostValues } from '../../../../../domain/register/sheet/mapping.ts'
import { lessonBefore } from '../../../../../domain/training/lesson.ts'
import { longDate } from '../../../../../format/when.ts'
import type { Member } from '../../../context/page.ts'

/** What stands in a column, each once, by how it is compared; null: there are too many different ones to match by hand. */
export const wordsOf = ({ rows }: Table, column: number | undefined): ReadonlyMap<string, string> | null => {
  const words = new Map<string, string>()
  if (column === undefined) return words
  for (const { cells } of rows) {
    const said = (cells[column] ?? '').trim()
    const key = valueKey(said)
    if (!words.has(key) && said) words.set(key, said)
    if (words.size > mostValues) return null
  }
  return words
}

export const orderOf = ({ rows }: Table, column: number | undefined): DateOrder | 'ask' | null =>
  column === undefined
    ? null
    : dateOrderOf(
        (function* () {
          for (const { cells } of rows) yield cells[column] ?? ''
        })(),
      )

/** The first thing that stands in a column. */
export const exampleOf = ({ rows }: Table, column: number): string => {
  for (const { cells } of rows) {
    const letters = [...(cells[column]?.trim() ?? '')]
    if (letters.length) return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('')
  }
  return ''
}

/** Roles that are asked for: of an event's list, not those that the event says. */
export const rolesAsked = (event: string | null): readonly ColumnRole[] => [
  ...(['name', 'first', 'last', 'email', 'number', 'organisation', 'group'] as const),
  ...(event === null ? (['date', 'course'] as const) : []),
  'result',
]

/** Short updates that there are packages of, by the name that a learning system gives one. */
export const updateChoices = ({ t, desk }: Pick<Member, 't' | 'desk'>): { value: string; text: string }[] => {
  const { course } = desk.parts.pack
  return course.tiers.flatMap((tier) => {
    const lesson = lessonBefore(course, tier)
    if (!lesson) return []
    const since = course.releases.find(({ taught }) => taught === lesson.from)?.date
    const date = since === undefined ? '' : longDate(Temporal.PlainDate.from(since))
    return [{ value: updateName(course, tier.id, lesson.from), text: t('import.tier-update', { tier: tier.name, date }) }]
  })
}
