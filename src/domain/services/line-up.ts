import { type ArrangedContact, arrange, type Contact } from './arrange.ts'

/**
 * These services, those open first, in the order given. `others` are looked at for one that is open, to stand beside one that is not.
 * An id that is no service is left out.
 */
export const lineUp = (ids: readonly string[], others: readonly string[], contactOf: (id: string) => Contact | null): ArrangedContact[] =>
  arrange([...new Set([...ids, ...others])].flatMap((id) => contactOf(id) ?? [])).filter(({ service }) => ids.includes(service.id))
