import type { Pack } from '../../src/content/pack.ts'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import type { Edition, Output } from '../../src/press/shared/output.ts'

export const edition: Edition = { now: Temporal.Instant.from('2026-11-27T09:00:00Z'), origin: 'https://waymark.example.org' }

const known = new WeakMap<Pack, Map<string, Output[]>>()

/** All that can be made of a pack, found out once in each worker: that takes longer than to make a page. */
export const outputsOfPack = (pack: Pack, by: Partial<Edition> = {}): Output[] => {
  const wanted = { ...edition, ...by }
  const of = known.get(pack) ?? new Map<string, Output[]>()
  known.set(pack, of)
  const key = JSON.stringify(wanted)
  const outputs = of.get(key) ?? outputsOf(pack, wanted)
  of.set(key, outputs)
  return outputs
}
