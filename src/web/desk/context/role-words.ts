import { holds, type Role, roles, type Viewer } from '../../../domain/access/roles.ts'
import type { DeskWords } from './words.ts'

export const roleWord = (t: DeskWords, role: Role): string => t(`role.${role}`)

/** "Coordinator, administrator": all roles of somebody, in the order of the list. */
export const rolesInWords = (t: DeskWords, viewer: Pick<Viewer, 'grants'>): string =>
  roles
    .filter((role) => holds({ person: '', partner: '', ...viewer }, role))
    .map((role) => roleWord(t, role))
    .join(', ')
