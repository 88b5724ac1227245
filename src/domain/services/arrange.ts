import { servesAsWell } from './serves.ts'
import type { Service } from './service.ts'
import type { ServiceState } from './state.ts'

/** Whom to contact now, best first. */
export const groups = ['open', 'hours-unconfirmed', 'closed', 'unconfirmed'] as const
export type Group = (typeof groups)[number]

export type Contact = { service: Service; state: ServiceState }

export type ArrangedContact = Contact & {
  group: Group
  /** For all groups but `open`: the service that is confirmed open now, and serves the same places, to show beside it; null only when none is. */
  beside: Service | null
}

/** A number that is not confirmed comes before everything else: whatever its hours, it may ring at a stranger. */
export const groupOf = (state: ServiceState): Group => {
  if (!state.numberConfirmed) return 'unconfirmed'
  if (!state.sure || state.state === 'unknown') return 'hours-unconfirmed'
  return state.state === 'closed' ? 'closed' : 'open'
}

/** A line that is open, to stand beside one that is not. Whoever calls for a child is never sent to a line for adults alone. */
export const besideOf = (service: Service, anyOpen: readonly Service[]): Service | null => {
  const forChildren = service.audience.includes('child')
  const open = anyOpen.filter((other) => servesAsWell(other, service) && !(forChildren && other.adults_only))
  const named = (service.instead ?? []).map((id) => open.find((other) => other.id === id)).find((other) => other !== undefined)
  const sharesAudience = (other: Service) => other.audience.some((who) => service.audience.includes(who))
  return named ?? open.find(sharesAudience) ?? open[0] ?? null
}

/** Rows that answer one id follow one another, where the best of them stands: whoever meets the line of another council finds their own right after it. */
const together = (contacts: readonly ArrangedContact[]): ArrangedContact[] =>
  contacts.flatMap((contact, at) => {
    const { for: asked } = contact.service
    if (asked === undefined) return [contact]
    const all = contacts.filter(({ service }) => service.for === asked)
    return contacts.indexOf(all[0] ?? contact) === at ? all : []
  })

/** Group by group in the order of `groups`; inside a group the order given, which is the pack's. */
export const arrange = (contacts: readonly Contact[]): ArrangedContact[] => {
  const grouped = contacts.map((contact) => ({ ...contact, group: groupOf(contact.state) }))
  const open = grouped.filter(({ group }) => group === 'open').map(({ service }) => service)
  return together(
    groups.flatMap((group) =>
      grouped
        .filter((contact) => contact.group === group)
        .map((contact) => ({ ...contact, beside: group === 'open' ? null : besideOf(contact.service, open) })),
    ),
  )
}

/**
 * The first moment after `now` at which anything said of these services may be different: a state changes, or a doubt or
 * review date takes effect. Until then a page made from them may be kept. null: never, as far as is known.
 */
export const nextChange = (states: readonly ServiceState[], now: Temporal.Instant): Temporal.Instant | null =>
  states
    .flatMap(({ until, sureUntil }) => [until, sureUntil])
    .flatMap((time) => (time ? [time.toInstant()] : []))
    .filter((time) => Temporal.Instant.compare(time, now) > 0)
    .sort(Temporal.Instant.compare)[0] ?? null
