import type { Path } from './yaml-source.ts'

export type Place = { file: string; line: number }

/**
 * An id that some place of a pack names. `kind`: what it is the id of. `whole`: how a text has it (`{phone:…}`). `place` is asked only where
 * something is wrong: looking lines up takes time. `one`: there is room for a single service.
 */
export type Named = { kind: string; name: string; whole?: string; place: () => Place; one?: true }

/** The texts at a path of a value, each with its own path: `*` is any entry; at the end stands a text or a list of texts. */
export const textsAt = (value: unknown, pattern: string): { name: string; path: Path }[] => walk(value, pattern.split('.'), [])

const walk = (value: unknown, [key, ...rest]: readonly string[], path: Path): { name: string; path: Path }[] => {
  if (key === undefined) {
    if (typeof value === 'string') return [{ name: value, path }]
    return Array.isArray(value) ? value.flatMap((one, i) => (typeof one === 'string' ? [{ name: one, path: [...path, i] }] : [])) : []
  }
  if (!value || typeof value !== 'object') return []
  if (key !== '*') return walk(Reflect.get(value, key), rest, [...path, key])
  return Object.entries(value).flatMap(([at, inner]) => walk(inner, rest, [...path, Array.isArray(value) ? Number(at) : at]))
}
