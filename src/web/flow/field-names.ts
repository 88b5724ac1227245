import { type Entry, entriesOf, type Flow } from '../../domain/flow/flow.ts'
import { dateParts } from '../../domain/time/typed-date.ts'
import { carriedField } from '../forms/carrier.ts'
import { flowButtons, shownField } from './buttons.ts'
import type { FlowFault } from './flow-fault.ts'

/** The name of a field of a page: that of its entry; in a group with the group and the number of the row. */
export const fieldName = (entry: string, group?: { id: string; row: number }): string =>
  group ? `${group.id}-${group.row}-${entry}` : entry

/** The name of the field to which an error summary leads: a date's first wrong part; of a group as a whole its first field. */
export const fieldOf = (fault: FlowFault, entries: readonly Entry[]): string => {
  const [id, row, inner] = fault.at
  const entry = entries.find((one) => one.id === id)
  if (entry?.kind !== 'group') return firstOf(entry, String(id), fault)
  const [first] = entry.entries ?? []
  const one = entry.entries?.find((other) => other.id === inner) ?? first
  return one ? firstOf(one, fieldName(one.id, { id: entry.id, row: typeof row === 'number' ? row : 0 }), fault) : entry.id
}

const firstOf = (entry: Entry | undefined, name: string, fault: FlowFault): string => {
  if (entry?.kind !== 'date') return name
  return `${name}-${fault.code === 'date' ? fault.fault.parts[0] : dateParts[0]}`
}

/** Names that a flow's own fields may not have: those of buttons, of what is carried, and of one another. */
export const nameFaults = (flow: Flow): string[] => {
  const taken = new Set<string>([...Object.values(flowButtons), shownField, carriedField])
  const entries = entriesOf(flow)
  const groups = new Set(entries.filter(({ kind }) => kind === 'group').map(({ id }) => id))
  const faults = entries.filter(({ id }) => taken.has(id)).map(({ id }) => `the entry "${id}" has the name of a button`)
  for (const { id } of flow.givens) if (taken.has(id)) faults.push(`the given "${id}" has the name of a button`)
  const dates = new Set(entries.filter(({ kind }) => kind === 'date').map(({ id }) => id))
  for (const { id } of entries) {
    const [, before = '', part = ''] = /^(.+)-(day|month|year)$/.exec(id) ?? []
    if (dates.has(before)) faults.push(`the entry "${id}" has the name of the ${part} of "${before}"`)
    const [, group = ''] = /^(.+?)-\d{1,3}-/.exec(id) ?? []
    if (groups.has(group)) faults.push(`the entry "${id}" has the name of a field in a row of "${group}"`)
  }
  return faults
}
