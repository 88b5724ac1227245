import type { Workplace } from '../../../commands/attend/enter-event.ts'
import type { KnownOrganisation } from '../../../commands/attend/read-event.ts'
import type { Pack } from '../../../content/pack.ts'
import { organisationKey, plainName } from '../../../domain/register/names.ts'
import type { Fields } from '../../forms/fields.ts'

/** Who somebody says they are, as they typed it. */
export type WhoTyped = { name: string; organisation: string; sector: string; group: string; email: string }
export const nobodyTyped: WhoTyped = { name: '', organisation: '', sector: '', group: '', email: '' }

export type WhoFault = {
  field: 'name' | 'organisation' | 'sector' | 'email'
  fault: 'name' | 'name-long' | 'organisation' | 'organisation-long' | 'sector' | 'email'
}

const longest = 120

export const whoIn = (fields: Fields): WhoTyped => {
  const text = (name: string): string => plainName(fields.text(name, 400) ?? '')
  return { name: text('name'), organisation: text('organisation'), sector: text('sector'), group: text('group'), email: text('email') }
}

/** What was typed, as the register takes it; what is wrong with it; and whether the kind of organisation is to be asked. */
export const readWho = (
  typed: WhoTyped,
  organisations: readonly KnownOrganisation[],
  { trainedSectors, roleGroups }: Pick<Pack, 'trainedSectors' | 'roleGroups'>,
): { workplace: Workplace; group: string | null; email: string | null; faults: WhoFault[]; asksSector: boolean } => {
  const known = knownOf(organisations, typed.organisation)
  const sector = trainedSectors.find(({ id }) => id === typed.sector)?.id ?? null
  return {
    workplace: known ? { id: known.id } : { name: typed.organisation, sector: sector ?? '' },
    group: roleGroups.find(({ id }) => id === typed.group)?.id ?? null,
    email: typed.email || null,
    faults: faultsOf(typed, known !== null || sector !== null),
    asksSector: !known && typed.organisation !== '',
  }
}

const knownOf = (organisations: readonly KnownOrganisation[], typed: string): KnownOrganisation | null => {
  const key = organisationKey(typed)
  return (key && organisations.find(({ name }) => organisationKey(name) === key)) || null
}

const faultsOf = ({ name, organisation, email }: WhoTyped, placed: boolean): WhoFault[] => {
  const letters = (text: string): number => [...text].length
  return [
    ...(name
      ? letters(name) > longest
        ? [{ field: 'name', fault: 'name-long' } as const]
        : []
      : [{ field: 'name', fault: 'name' } as const]),
    ...(organisation && organisationKey(organisation)
      ? letters(organisation) > longest
        ? [{ field: 'organisation', fault: 'organisation-long' } as const]
        : placed
          ? []
          : [{ field: 'sector', fault: 'sector' } as const]
      : [{ field: 'organisation', fault: 'organisation' } as const]),
    ...(email && !(email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email))
      ? [{ field: 'email', fault: 'email' } as const]
      : []),
  ]
}
