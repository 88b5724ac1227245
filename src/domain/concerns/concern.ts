/** Where a concern stands: nobody has read it, somebody deals with it, it is closed, or its reporter took it back. */
export const concernStates = ['new', 'open', 'closed', 'withdrawn'] as const
export type ConcernState = (typeof concernStates)[number]

/** How soon something must be done, as the reporter says it. */
export const urgencies = ['now', 'soon', 'not-urgent'] as const
export type Urgency = (typeof urgencies)[number]

/** Who may read it, as the reporter chose: coordinators only, partners who can help, or others too. */
export const sharings = ['coordinators', 'partners', 'others'] as const
export type Sharing = (typeof sharings)[number]

/** What a report may turn out to be. It is kept all the same: what looks made up may be true, and what comes often may get worse. */
export const concernMarks = ['malicious', 'repeated'] as const
export type ConcernMark = (typeof concernMarks)[number]

/** What stands beside the sealed words of a report, in the open, so that lists can sort and search by it. Ids are the pack's. */
export type Plain = {
  danger: boolean
  child: boolean
  urgency: Urgency | null
  town: string | null
  sector: string | null
  signs: readonly string[]
  sharing: Sharing
  /** The reporter is the person it is about. */
  self: boolean
  /** The reporter is under 18: treated as a child at risk. */
  young: boolean
  /** They left a way to be reached. */
  contact: boolean
}

/**
 * Does the reporter's choice of coordinators hold? Where somebody's life is in danger or a child may be at risk, the form said that it is passed on
 * whatever they choose: then whoever is on call at that moment may have it too (store/migrations/0008-concerns.ts, is_narrow, and 0014-owners.ts, may_take, hold the same).
 */
export const coordinatorsOnly = ({ sharing, danger, child, young }: Pick<Plain, 'sharing' | 'danger' | 'child' | 'young'>): boolean =>
  sharing === 'coordinators' && !danger && !child && !young

/** Why whoever is on call may be asked, although the reporter chose coordinators only; null: nobody else may be, or the choice does not ask for it. */
export const exceptionOf = ({
  sharing,
  danger,
  child,
  young,
}: Pick<Plain, 'sharing' | 'danger' | 'child' | 'young'>): 'danger' | 'child' | null =>
  sharing !== 'coordinators' ? null : danger ? 'danger' : child || young ? 'child' : null

/** As people say it, and as lists show it. */
export const reference = (number: number): string => `C-${number}`
export const numberIn = (typed: string): number | null => {
  const [, digits] = /^c?-?(\d{1,9})$/i.exec(typed.replaceAll(' ', '')) ?? []
  return digits === undefined ? null : Number(digits)
}
