import type { Workplace } from '../../../commands/attend/enter-event.ts'
import type { KnownOrganisation } from '../../../commands/attend/read-event.ts'
import type { Pack } from '../../../content/pack.ts'
import { alikeOf, meantKnown } from '../../../domain/register/alike.ts'
import { holdsAddress, isName, organisationKey, plainName } from '../../../domain/register/names.ts'
import type { Fields } from '../../forms/fields.ts'

/** Who somebody says they are, as they typed it. */
export type Typed = {
  name: string
  organisation: string
  sector: string
  /** The organisation whose kind the page asked for, by its key. */
  sectorOf: string
  group: string
  email: string
}
export const nothingTyped: Typed = { name: '', organisation: '', sector: '', sectorOf: '', group: '', email: '' }

export type WhoFault = { field: 'name' | 'organisation' | 'sector' | 'email'; fault: WhoFaultId }
export type WhoFaultId =
  | 'name'
  | 'name-letters'
  | 'name-long'
  | 'organisation'
  | 'organisation-long'
  | 'organisation-address'
  | 'sector'
  | 'email'

const longest = 120

export const lettersOf = (text: string): number => [...text].length

export const typedIn = (fields: Fields): Typed => {
  const text = (name: string): string => plainName(fields.text(name, 400) ?? '')
  const sector = { sector: text('sector'), sectorOf: text('sector-of') }
  return { name: text('name'), organisation: text('organisation'), ...sector, group: text('group'), email: text('email') }
}

/**
 * What was typed, as the register takes it. `asksSector`: it is none that is known, so its kind is asked for. `isNext`: that is the next question,
 * which nobody had before them yet, and so no fault of theirs.
 */
export const readWho = (
  { trainedSectors, roleGroups }: Pack,
  organisations: readonly KnownOrganisation[],
  typed: Typed,
): { faults: WhoFault[]; asksSector: boolean; isNext: boolean; workplace: Workplace; group: string | null; email: string | null } => {
  const key = organisationKey(typed.organisation)
  const known = (key && organisations.find(({ name }) => organisationKey(name) === key)) || null
  const alike = known
    ? null
    : alikeOf(
        typed.organisation,
        organisations.map(({ name }) => name),
      )
  // Whoever mistyped one that is known says so in place of its kind.
  const meant = (typed.sector === meantKnown && organisations.find(({ name }) => name === alike)) || null
  const place = known ?? meant
  const sector = trainedSectors.find(({ id }) => id === typed.sector)?.id ?? null
  const isNext = key !== '' && !place && !sector && typed.sectorOf !== key
  return {
    faults: faultsOf(typed, place !== null || sector !== null || isNext),
    asksSector: !known && key !== '',
    isNext,
    workplace: place ? { id: place.id } : { name: typed.organisation, sector: sector ?? '' },
    group: roleGroups.find(({ id }) => id === typed.group)?.id ?? null,
    email: typed.email || null,
  }
}

const faultsOf = ({ name, organisation, email }: Typed, placed: boolean): WhoFault[] => {
  const place = organisationFault(organisation) ?? (placed ? null : ({ field: 'sector', fault: 'sector' } as const))
  return [
    ...nameFaults(name),
    ...(place ? [place] : []),
    ...(email && !isEmail(email) ? [{ field: 'email', fault: 'email' } as const] : []),
  ]
}

const organisationFault = (organisation: string): WhoFault | null => {
  const key = organisationKey(organisation)
  if (!key) return { field: 'organisation', fault: 'organisation' }
  if (lettersOf(organisation) > longest) return { field: 'organisation', fault: 'organisation-long' }
  return holdsAddress(organisation) ? { field: 'organisation', fault: 'organisation-address' } : null
}

const nameFaults = (name: string): WhoFault[] => {
  if (!/\p{L}/u.test(name)) return [{ field: 'name', fault: 'name' }]
  if (!isName(name)) return [{ field: 'name', fault: 'name-letters' }]
  return lettersOf(name) > longest ? [{ field: 'name', fault: 'name-long' }] : []
}

const isEmail = (email: string): boolean => email.length <= 254 && /^[^\s@<>()[\],;:\\"]+@[^\s@]+\.[^\s@]{2,}$/.test(email)
