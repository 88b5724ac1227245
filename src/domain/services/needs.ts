import { type ArrangedContact, besideOf, type Contact, type Group, groupOf } from './arrange.ts'
import type { Service } from './service.ts'

/** Who a reader of "get help" asks for. A person in trouble comes first, so theirs is the first list. */
export const needs = ['yourself', 'someone_else'] as const
export type Need = (typeof needs)[number]

/** Ids of the services for each need, in the order of the pack. A line may serve both. */
export type GetHelp = Readonly<Record<Need, readonly string[]>>

/** Every line once: those for one need in their order, then what only the other has. */
export const everyLine = (getHelp: GetHelp, first: Need = 'yourself'): string[] => [
  ...new Set([first, ...needs].flatMap((need) => getHelp[need])),
]

/** A line under one need. `again`: it is told in full under an earlier one. */
export type NeededContact = ArrangedContact & { again: boolean }
export type ByNeed = {
  groups: readonly { need: Need; contacts: readonly NeededContact[] }[]
  /** Lines whose number nobody confirms: after all others, whatever they are for. */
  unconfirmed: readonly ArrangedContact[]
}

/**
 * The lines of each need in the order of the pack, whatever their state: someone looks for the line that is meant for them. Beside one
 * that is not open is one that is, of the same need where there is one.
 */
export const byNeed = (getHelp: GetHelp, contactOf: (id: string) => Contact | null): ByNeed => {
  const all = everyLine(getHelp)
  // A council's team for the night is in no list: what a service for some places names in `instead` may be beside it.
  const named = all.flatMap((id) => {
    const service = contactOf(id)?.service
    return service?.serves ? (service.instead ?? []) : []
  })
  const contacts = new Map(
    [...new Set([...all, ...named])].flatMap((id): [string, Contact & { group: Group }][] => {
      const contact = contactOf(id)
      return contact ? [[id, { ...contact, group: groupOf(contact.state) }]] : []
    }),
  )
  const told = new Set<string>()
  const openAmong = (ids: readonly string[]): Service[] =>
    ids.flatMap((id) => {
      const contact = contacts.get(id)
      return contact?.group === 'open' ? [contact.service] : []
    })
  const arranged = (id: string, need: Need): ArrangedContact[] => {
    const contact = contacts.get(id)
    if (!contact) return []
    const { service, group } = contact
    const beside = besideOf(service, openAmong([...getHelp[need], ...(service.serves ? (service.instead ?? []) : [])]))
    return [{ ...contact, beside: group === 'open' ? null : (beside ?? besideOf(service, openAmong(all))) }]
  }
  const doubtful = (id: string) => contacts.get(id)?.group === 'unconfirmed'
  return {
    groups: needs.map((need) => ({
      need,
      contacts: getHelp[need]
        .filter((id) => !doubtful(id))
        .flatMap((id) => {
          const again = told.has(id)
          told.add(id)
          return arranged(id, need).map((contact) => ({ ...contact, again }))
        }),
    })),
    unconfirmed: all.filter(doubtful).flatMap((id) => arranged(id, needs.find((need) => getHelp[need].includes(id)) ?? needs[0])),
  }
}
