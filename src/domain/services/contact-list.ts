import { type ArrangedContact, arrange, type Contact } from './arrange.ts'

/**
 * These services, those open first, in the order given. `others`, and what a service for some places names in `instead`, are looked at for one that is
 * open, to stand beside one that is not: a council's team for the night is in no list. An id that is no service is left out. Where one of the
 * services is for children, no line for adults alone is looked at.
 */
export const contactList = (
  ids: readonly string[],
  others: readonly string[],
  contactOf: (id: string) => Contact | null,
): ArrangedContact[] => {
  const named = ids.flatMap((id) => {
    const service = contactOf(id)?.service
    return service?.serves ? (service.instead ?? []) : []
  })
  const forChildren = ids.some((id) => contactOf(id)?.service.audience.includes('child'))
  const beside = [...others, ...named].filter((id) => !forChildren || !contactOf(id)?.service.adults_only)
  const contacts = [...new Set([...ids, ...beside])].flatMap((id) => contactOf(id) ?? [])
  return arrange(contacts).filter(({ service }) => ids.includes(service.id))
}
