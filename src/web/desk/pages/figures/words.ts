import type { Member } from '../../context/page.ts'

/** Where everybody sees the figures, without the scheme. */
export const publicAddress = ({ desk }: Pick<Member, 'desk'>): string => `${desk.installation.site}/data`.replace(/^https?:\/\//, '')
