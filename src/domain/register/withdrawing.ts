/** Why a coordinator takes a certificate back: an id that the pack has a sentence for. Whoever checks it is told that it was, and not why. */
export const withdrawReasons = ['mistake', 'not-there', 'wrong-person'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]
/** Besides: what it was made from was taken back (an import undone, a list put right). */
export const withdrawnBecause = [...withdrawReasons, 'taken-back'] as const
