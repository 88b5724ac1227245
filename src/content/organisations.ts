import type { FirstResponder, Partner } from '../domain/people/partnership.ts'

/** The organisations that a pack knows by name, and in which sets of a flow each stands. */
export type Organisations = { options: readonly { id: string; name: string }[]; sets: ReadonlyMap<string, readonly string[]> }

type Known = { id: string; name: string; fro: boolean; duty: Partner['duty_to_notify']; kind: string }

/**
 * Partners first, then First Responder Organisations that are no partner. A body that had ended when it was last checked is left out.
 * Sets: `may-refer`, `has-duty`, `duty-by-policy`, `duty-unsure`, `police`.
 */
export const organisationsOf = (partners: readonly Partner[], responders: readonly FirstResponder[]): Organisations => {
  const known: Known[] = [
    ...partners
      .filter(({ valid_to, checked }) => valid_to === undefined || valid_to >= checked)
      .map(({ id, name, fro, duty_to_notify, kind }) => ({ id, name, fro, duty: duty_to_notify, kind })),
  ]
  const partnerIds = new Set(known.map(({ id }) => id))
  for (const { id, name, duty_to_notify, group } of responders)
    if (!group && !partnerIds.has(id)) known.push({ id, name, fro: true, duty: duty_to_notify, kind: 'national' })
  const set = (holds: (of: Known) => boolean) => known.filter(holds).map(({ id }) => id)
  return {
    options: known.map(({ id, name }) => ({ id, name })),
    sets: new Map([
      ['may-refer', set(({ fro }) => fro)],
      ['has-duty', set(({ duty }) => duty === true)],
      ['duty-by-policy', set(({ duty }) => duty === 'by-policy')],
      // Taken over from a body that had it: that it came along is not confirmed.
      ['duty-unsure', set(({ duty }) => duty === 'unknown' || duty === 'inherited')],
      ['police', set(({ kind }) => kind === 'police')],
    ]),
  }
}
