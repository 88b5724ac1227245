import type { LineLists } from '../domain/services/line-lists.ts'
import { needs } from '../domain/services/needs.ts'

/** The lists of lists.yaml, each at its place in the file. */
export const linesOf = ({ get_help, roles: _, ...others }: LineLists): { path: string[]; names: readonly string[] }[] => [
  ...needs.map((need) => ({ path: ['get_help', need], names: get_help[need] })),
  ...Object.entries(others).map(([key, names]) => ({ path: [key], names: names ?? [] })),
]
