import type { Item } from '../../domain/training/part.ts'
import type { Fields } from './fields.ts'

/** The answers of a form that was sent: of each question one of its own choices, or none. */
export const answersIn = (fields: Fields, items: readonly Item[]): ReadonlyMap<string, string> =>
  new Map(
    items.flatMap(({ id, choices }) => {
      const chosen = fields.choice(
        id,
        choices.map((choice) => choice.id),
      )
      return chosen === null ? [] : [[id, chosen] as const]
    }),
  )
