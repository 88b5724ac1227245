import type { EntryState } from './event.ts'
import { nameKey, organisationKey } from './names.ts'

/* Who of a list is offered to be counted, and when what follows from it can no longer be undone with one press. */

type Listed = { id: string; name: string; organisation: string | null; state: EntryState; leftOut: boolean }

/** Certificates follow at the earliest this long after the end of an event… */
export const certificatesAfterEnd = Temporal.Duration.from({ hours: 1 })
/** …and this long after somebody was confirmed: until then a mistake is undone as if it had never been. */
export const certificatesAfterConfirming = Temporal.Duration.from({ minutes: 30 })

/** When those who are confirmed at this moment get a certificate (certificate_after says the same in the database). */
export const certificatesAt = (ends: Temporal.Instant, confirmed: Temporal.Instant): Temporal.Instant => {
  const [a, b] = [ends.add(certificatesAfterEnd), confirmed.add(certificatesAfterConfirming)]
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}

/** Names that stand there more than once: it may be one person who was entered twice. Only the trainer can tell. */
export const twiceIn = (entries: readonly Pick<Listed, 'name'>[]): ReadonlySet<string> =>
  new Set([...Map.groupBy(entries, ({ name }) => nameKey(name))].flatMap(([key, those]) => (those.length > 1 ? [key] : [])))

/**
 * Who is ticked before the trainer has looked: everybody but those whom they left out before, the second of one name at one workplace, and whoever
 * has the name of somebody who is counted already.
 */
export const tickedBefore = (entries: readonly Listed[]): string[] => {
  const counted = new Set(entries.filter(({ state }) => state === 'confirmed').map(({ name }) => nameKey(name)))
  const seen = new Set<string>()
  return entries.flatMap(({ id, name, organisation, state, leftOut }) => {
    if (state !== 'entered' || leftOut || counted.has(nameKey(name))) return []
    const who = `${nameKey(name)}|${organisationKey(organisation ?? '')}`
    if (seen.has(who)) return []
    seen.add(who)
    return [id]
  })
}

/** Of those who are ticked, the names that would be counted twice: twice ticked, or counted already. */
export const wouldCountTwice = (entries: readonly Listed[], ticked: readonly string[]): string[] => {
  const those = entries.filter(({ id, state }) => state === 'confirmed' || (state === 'entered' && ticked.includes(id)))
  const twice = twiceIn(those)
  const names = those.filter(({ id, name }) => ticked.includes(id) && twice.has(nameKey(name))).map(({ name }) => name)
  return names.filter((name, n) => names.findIndex((other) => nameKey(other) === nameKey(name)) === n)
}
