import { needs } from '../domain/services/needs.ts'
import type { Lists } from './pack.ts'

/** The lists of lists.yaml, each at its place in the file. */
export const listsOf = ({ get_help, ...others }: Lists): { path: string[]; names: readonly string[] }[] => [
  ...needs.map((need) => ({ path: ['get_help', need], names: get_help[need] })),
  ...Object.entries(others).map(([key, names]) => ({ path: [key], names })),
]
