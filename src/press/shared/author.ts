import type { Pack } from '../../content/pack.ts'

/**
 * Who a file names as its author. Until the partnership has taken the pack as its own that is the program, for nobody else has agreed to
 * what is in it.
 */
export const authorOf = ({ partnership }: Pack): string => (partnership.adopted ? partnership.name : 'Waymark')
