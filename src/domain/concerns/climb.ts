/** One who may own a concern now: active, may hold the key, not kept apart. `rung`: where they have agreed to be on call at this moment. */
export type Candidate = { person: string; rung: 1 | 2 | null; coordinator: boolean }

/** 0: offered by name. 1 and 2: to whoever is on call there. 3: to every coordinator. */
export type OfferRung = 0 | 1 | 2 | 3

/** Somebody asked for it, or nobody had opened what is urgent. */
export type OfferCause = 'asked' | 'unread'

/** What is decided from. `tried`: who was asked since it was first offered; `refused`: who of them said no. Candidates: the best to own it first. */
export type Climbing = {
  open: boolean
  /** Danger, or a child. */
  urgent: boolean
  read: boolean
  /** The reporter chose coordinators only, and it is neither danger nor a child: nobody else is asked for it or keeps it. */
  narrow: boolean
  owner: string
  ownedSince: Temporal.Instant
  /** The offer that nobody has answered. */
  offer: { rung: OfferRung; until: Temporal.Instant; cause: OfferCause; flagged: boolean } | null
  /** The last one that was answered, where none is open. */
  last: { rung: OfferRung; cause: OfferCause; answer: 'accepted' | 'refused' | 'lapsed' | 'withdrawn'; at: Temporal.Instant } | null
  tried: readonly string[]
  refused: readonly string[]
  candidates: readonly Candidate[]
}

/** In minutes: how long whoever is asked has to accept. */
export type AcceptWithin = { danger: number; other: number }

/**
 * `own`: whoever owned it may not any more. `withdraw`: it was opened, so nobody else need be asked. `stay`: everybody was asked; it is this
 * person's, and every coordinator is told until one takes it.
 */
export type Climb =
  | { step: 'nothing' }
  | { step: 'own'; owner: string }
  | { step: 'withdraw' }
  | { step: 'offer'; rung: 1 | 2 | 3; to: string | null; until: Temporal.Instant }
  | { step: 'stay'; owner: string }

const nothing: Climb = { step: 'nothing' }

export const acceptUntil = (now: Temporal.Instant, urgent: boolean, { danger, other }: AcceptWithin): Temporal.Instant =>
  now.add({ minutes: urgent ? danger : other })

/** What is to be done about a concern at this moment, if anything. Each offer is one rung higher than the one before, so it ends. */
export const climb = (facts: Climbing, now: Temporal.Instant, within: AcceptWithin): Climb => {
  const { open, urgent, read, owner, ownedSince, offer, last } = facts
  if (!open) return nothing
  const candidates = mayHave(facts)
  if (!candidates.some(({ person }) => person === owner)) {
    const best = candidates.find(({ rung, coordinator }) => coordinator || rung !== null)
    return best ? { step: 'own', owner: best.person } : nothing
  }
  const reached = (instant: Temporal.Instant): boolean => Temporal.Instant.compare(now, instant) >= 0
  if (offer) {
    if (offer.cause === 'unread' && read) return { step: 'withdraw' }
    return offer.flagged || !reached(offer.until) ? nothing : onward(facts, offer.rung, now, within)
  }
  if (last && (last.answer === 'refused' || last.answer === 'lapsed'))
    return last.cause === 'unread' && read ? nothing : onward(facts, last.rung, now, within)
  // Nobody else has been asked since it came to whoever owns it.
  const asked = last !== null && Temporal.Instant.compare(last.at, ownedSince) > 0
  if (!urgent || read || asked || !reached(acceptUntil(ownedSince, true, within))) return nothing
  return onward(facts, 0, now, within)
}

const onward = (facts: Climbing, after: OfferRung, now: Temporal.Instant, within: AcceptWithin): Climb => {
  const [next] = rungsAfter(facts, after)
  return next ? { step: 'offer', ...next, until: acceptUntil(now, facts.urgent, within) } : { step: 'stay', owner: keeper(facts) }
}

type Asked = Pick<Climbing, 'owner' | 'tried' | 'refused' | 'candidates' | 'narrow'>

const mayHave = ({ narrow, candidates }: Asked): readonly Candidate[] =>
  narrow ? candidates.filter(({ coordinator }) => coordinator) : candidates

/** Who is asked after this rung, one after the other: whoever is on call on each, then every coordinator. Nobody twice, and not whoever has it. */
export const rungsAfter = (asked: Asked, after: OfferRung): { rung: 1 | 2 | 3; to: string | null }[] => {
  const { owner, tried, refused } = asked
  const candidates = mayHave(asked)
  const onCall = ([1, 2] as const).flatMap((rung) => {
    const there = candidates.find((one) => one.rung === rung && one.person !== owner && !tried.includes(one.person))
    return rung > after && there ? [{ rung, to: there.person }] : []
  })
  const others = candidates.some(({ person, coordinator }) => coordinator && person !== owner && !refused.includes(person))
  return after < 3 && others ? [...onCall, { rung: 3, to: null }] : onCall
}

/** Whoever keeps it when nobody took it: the coordinator on call; without one whoever owns it, if she is a coordinator; else another coordinator. Nobody who refused, while there is another. */
export const keeper = ({ owner, refused, candidates }: Asked): string => {
  const willing = candidates.filter(({ person, coordinator }) => coordinator && (person === owner || !refused.includes(person)))
  const onCall = willing.filter(({ rung }) => rung !== null).toSorted((one, two) => (one.rung ?? 9) - (two.rung ?? 9))
  return (onCall[0] ?? willing.find(({ person }) => person === owner) ?? willing[0])?.person ?? owner
}
