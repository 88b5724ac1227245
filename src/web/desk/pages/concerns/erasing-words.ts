import type { Member } from '../../context/page.ts'

/** Why somebody asked to have a concern erased; its id, where the pack has it no more. */
export const erasingReason = ({ desk }: Pick<Member, 'desk'>, reason: string): string =>
  desk.locale.pack.erasingReasons.find(({ id }) => id === reason)?.text ?? reason
