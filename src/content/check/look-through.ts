import { createContext, Script } from 'node:vm'
import type { Readers } from '../../domain/style/readers.ts'
import { type CompiledPattern, compile, type StyleHit, type StylePattern } from '../../domain/style/style.ts'

/** What is looked through: a text as it is read, and by whom. */
export type Looked = { text: string; readers: Readers }

/** What patterns find, and those that took longer than they may and were given up. */
export type Looker = { hits: (one: Looked) => readonly StyleHit[]; slow: ReadonlySet<string> }

/** Looks through texts with every pattern that is for their readers. One that takes more than `most` ms for all of them is given up. */
export const lookThrough = (patterns: readonly StylePattern[], texts: readonly Looked[], most: number): Looker => {
  const kept = keptFor(patterns)
  const anew = new Set(texts.filter((one) => !kept.hits.has(one)))
  for (const one of anew) kept.hits.set(one, [])
  const usable = kept.compiled.filter(({ id }) => !kept.slow.has(id))
  const look = (some: readonly CompiledPattern[]) => withinTime(most, () => hitsIn(anew, some))
  // A watch over each of them would take longer than they do.
  const together = anew.size ? look(usable) : []
  for (const found of together ? [together] : usable.map((pattern) => look([pattern]) ?? pattern.id)) {
    if (typeof found === 'string') kept.slow.add(found)
    else for (const { one, hits } of found) kept.hits.get(one)?.push(...hits)
  }
  return { hits: (one) => kept.hits.get(one) ?? [], slow: kept.slow }
}

const hitsIn = (texts: ReadonlySet<Looked>, patterns: readonly CompiledPattern[]): { one: Looked; hits: StyleHit[] }[] =>
  patterns.flatMap((pattern) =>
    [...texts].flatMap((one) => {
      const hits = pattern.isFor(one.readers) ? pattern.find(one.text) : []
      return hits.length ? [{ one, hits }] : []
    }),
  )

type Kept = { list: string; compiled: readonly CompiledPattern[]; hits: WeakMap<Looked, StyleHit[]>; slow: Set<string> }

/** What the last list found, by text: a test checks the same pack a hundred times over, with one text changed. */
let last: Kept | null = null
const keptFor = (patterns: readonly StylePattern[]): Kept => {
  const list = JSON.stringify(patterns)
  if (last?.list !== list) last = { list, compiled: patterns.map(compile), hits: new WeakMap(), slow: new Set() }
  return last
}

/** What something gives; null where it did not come to its end in time. Nothing else stops a regular expression that goes back and forth for ever. */
const withinTime = <T>(most: number, act: () => T): T | null => {
  try {
    return run.runInContext(createContext({ act }), { timeout: most }) as T
  } catch (error) {
    // It is an Error of the other context.
    if (Reflect.get(Object(error), 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null
    throw error
  }
}
const run = new Script('act()')
