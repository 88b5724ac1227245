import type { Pack } from '../../src/content/pack.ts'
import { kinds, outputsOf } from '../../src/press/catalogue/kinds.ts'
import type { Edition, KindName, Output } from '../../src/press/shared/output.ts'

export const edition: Edition = { now: Temporal.Instant.from('2026-11-27T09:00:00Z'), origin: 'https://waymark.example.org' }

const known = new WeakMap<Pack, Map<string, readonly Output[]>>()
const none: readonly Output[] = []

/** Of one kind, what can be made of a pack: found out once in each worker, since that takes longer than to make a page. */
export const outputsOfKind = (pack: Pack, name: KindName, by: Omit<Partial<Edition>, 'provider'> = {}): readonly Output[] => {
  const wanted = { ...edition, ...by }
  const of = known.get(pack) ?? new Map<string, readonly Output[]>()
  known.set(pack, of)
  const key = `${name} ${JSON.stringify(wanted)}`
  const outputs = of.get(key) ?? kinds.find((kind) => kind.name === name)?.outputs(pack, wanted) ?? none
  of.set(key, outputs)
  return outputs
}

/** All that can be made of a pack; for a training provider, its own course. */
export const outputsOfPack = (pack: Pack, { provider, ...by }: Partial<Edition> = {}): Output[] =>
  provider ? outputsOf(pack, { ...edition, ...by, provider }) : kinds.flatMap(({ name }) => outputsOfKind(pack, name, by))
