import { type Role, roles, type Viewer } from '../../../domain/access/roles.ts'
import type { DeskWords } from './words.ts'

export const roleWord = (t: DeskWords, role: Role): string => t(`role.${role}`)

/** "SPOC, Coordinator": roles in the order of their list. */
export const roleList = (t: DeskWords, held: readonly Role[]): string =>
  roles
    .filter((role) => held.includes(role))
    .map((role) => roleWord(t, role))
    .join(', ')

/** All roles of whoever is signed in. */
export const rolesInWords = (t: DeskWords, { grants }: Pick<Viewer, 'grants'>): string =>
  roleList(
    t,
    grants.map(({ role }) => role),
  )
