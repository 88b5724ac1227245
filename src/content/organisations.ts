import type { FirstResponder, Partner } from '../domain/people/partnership.ts'

/** The organisations that a pack knows by name, and in which sets of a flow each stands. */
export type Organisations = { options: readonly { id: string; name: string }[]; sets: ReadonlyMap<string, readonly string[]> }

type Nation = FirstResponder['nations'][number]
type Known = { id: string; name: string; nations: readonly Nation[]; duty: Partner['duty_to_notify']; kind: string }

const allNations: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland']

/** The row of first-responders.yaml that speaks for all bodies of a partner's kind, and so says in which nations they may refer. */
const groupOf = (kind: Partner['kind']): string =>
  kind === 'police' ? 'police-forces' : kind.startsWith('council') ? 'local-authorities' : ''

/**
 * Partners first, then First Responder Organisations that are no partner. A body that had ended when it was last checked is left out.
 * Sets: `may-refer-in-<nation>`, by who made the report and where; `has-duty`, `duty-by-policy`, `duty-inherited`, `duty-unknown`;
 * `police`, `health`, `county-councils`, `district-councils`, `councils` (those that are both).
 */
export const organisationsOf = (partners: readonly Partner[], responders: readonly FirstResponder[], home: Nation): Organisations => {
  const nationsOf = new Map(responders.map(({ id, nations }) => [id, nations]))
  const known: Known[] = partners
    .filter(({ valid_to, checked }) => valid_to === undefined || valid_to >= checked)
    .map(({ id, name, fro, duty_to_notify, kind }) => ({
      id,
      name,
      nations: fro ? (nationsOf.get(id) ?? nationsOf.get(groupOf(kind)) ?? [home]) : [],
      duty: duty_to_notify,
      kind,
    }))
  const partnerIds = new Set(known.map(({ id }) => id))
  for (const { id, name, duty_to_notify, group, nations } of responders)
    if (!group && !partnerIds.has(id)) known.push({ id, name, nations, duty: duty_to_notify, kind: 'national' })
  const set = (holds: (of: Known) => boolean) => known.filter(holds).map(({ id }) => id)
  // A board that a council hosts is no council: it does not refer.
  const council = (holds: (kind: string) => boolean) => set(({ kind, nations }) => nations.length > 0 && holds(kind))
  return {
    options: known.map(({ id, name }) => ({ id, name })),
    sets: new Map([
      ...allNations.map((nation): [string, string[]] => [`may-refer-in-${nation}`, set(({ nations }) => nations.includes(nation))]),
      ['has-duty', set(({ duty }) => duty === true)],
      ['duty-by-policy', set(({ duty }) => duty === 'by-policy')],
      // Taken over from a body that had it: that it came along is not confirmed.
      ['duty-inherited', set(({ duty }) => duty === 'inherited')],
      ['duty-unknown', set(({ duty }) => duty === 'unknown')],
      ['police', set(({ kind }) => kind === 'police')],
      ['health', set(({ kind }) => kind === 'nhs-trust' || kind === 'nhs-icb')],
      ['county-councils', council((kind) => kind === 'council-county')],
      ['district-councils', council((kind) => kind === 'council-district')],
      // Kinds of council that are county and district in one.
      ['councils', council((kind) => kind.startsWith('council-') && kind !== 'council-county' && kind !== 'council-district')],
    ]),
  }
}
