import { fileURLToPath } from 'node:url'
import { shippedPack } from '../../src/content/fixtures.ts'
import type { Pack } from '../../src/content/pack.ts'

export const contentFolder = fileURLToPath(new URL('../../content', import.meta.url))

let real: Pack | undefined

/** The pack in this clone, read once in each worker. */
export const realPack = (): Pack => {
  if (real) return real
  const { pack, findings } = shippedPack('hertfordshire')
  if (!pack) throw new Error(`the shipped pack has faults: ${JSON.stringify(findings.slice(0, 3))}`)
  real = pack
  return pack
}

const owned = new WeakMap<Pack, Pack>()

/** As if the partnership had taken the pack as its own: the same for the same pack, so that what is found out of it is found out once. */
export const adopted = (pack: Pack): Pack => {
  const known = owned.get(pack) ?? {
    ...pack,
    partnership: {
      ...pack.partnership,
      adopted: { role: 'Chair of the test', organisation: 'hertfordshire-county-council', date: '2026-11-24' },
    },
  }
  owned.set(pack, known)
  return known
}
