import { learnerName, typedPlaces } from './names.ts'

/*
 * Three years of training in the made-up county, as a plan of numbers: the same at each start, counted back from today. Nothing here is drawn by chance.
 */

/** A partner, or a place that somebody typed: where the people of one event work. */
export type Place = { partner: string } | { typed: number }
export type PlannedLearner = {
  n: number
  name: string
  place: Place
  /** They are known again by it; some want the certificate by mail. */
  email: 'mail' | 'key' | null
  group: string | null
}
export type PlannedEvent = {
  n: number
  daysAgo: number
  /** In the order of `trainers`. */
  trainer: number
  tier: string
  place: string
  online: boolean
  there: readonly number[]
}
export type PlannedAttendance = { learner: number; tier: string; daysAgo: number; way: 'statements' | 'file' | 'alone' | 'update' }

/** Who teaches, by name (stage/cast.ts), in turn. */
export const trainers = ['Yusuf Abdi', 'Ngozi Adeyemi', 'Aoife Brennan', 'Priya Nair'] as const

/** Events for the people of each. Together with an event for each place that was typed they are 120. */
const blocks: Readonly<Record<string, number>> = {
  'fallowshire-county-council': 16,
  'fallowshire-hospitals': 16,
  'fallowshire-police': 12,
  dunnockby: 8,
  saxelmere: 8,
  larkenwold: 7,
  'fallowshire-fire': 6,
  'saxelmere-homes': 6,
  'larkenwold-college': 6,
  'fallowshire-icb': 5,
  'hearth-and-latch': 5,
  'fallowshire-open-door': 4,
}
/** The partner whose learning system sends results. */
export const sends = 'fallowshire-hospitals'

const perEvent = 12
const days = 1088
const groups = ['meets-public', 'behind-scenes', 'manages', 'volunteer', null] as const
const rooms = ['Dunnockby Town Hall', 'Saxelmere Library', 'Larkenwold Civic Centre', 'The Old Corn Exchange, Saxelmere'] as const

/** Which place each event is for: spread over the years, not one partner after the other. */
const order = (): Place[] => {
  const all = [
    ...Object.entries(blocks).flatMap(([partner, times]) => Array.from({ length: times }, (): Place => ({ partner }))),
    ...typedPlaces.map((_, typed): Place => ({ typed })),
  ]
  // 47 has no part in common with 120.
  return all.map((_, n) => all[(n * 47) % all.length] as Place)
}

export const registerPlan = (tiers: readonly string[]) => {
  const places = order()
  const [all = '', most = all, lead = most] = tiers
  const tierOf = (n: number): string => (n % 10 === 9 ? lead : n % 3 === 1 ? most : all)
  const learnerAt = (n: number, place: Place, name = learnerName(n)): PlannedLearner => ({
    ...{ n, name, place, group: groups[n % groups.length] ?? null },
    email: n % 5 === 0 ? 'mail' : n % 5 < 3 ? 'key' : null,
  })
  const learners: PlannedLearner[] = places.flatMap((place, block) =>
    Array.from({ length: perEvent }, (_, at) => learnerAt(block * perEvent + at, place)),
  )
  // A name that was written in two ways: for somebody to say whether they are one.
  const twice = places.flatMap((place, block) => (block % 13 === 4 ? [{ place, block }] : []))
  for (const { place, block } of twice) {
    const first = learners[block * perEvent + 3]
    if (first) learners.push({ ...learnerAt(learners.length, place, `${first.name}e`), email: null })
  }
  // Who learned at work, on the learning system, or alone, and was at no event.
  const online = Array.from({ length: 60 }, (_, at) => learnerAt(learners.length + at, at % 3 ? { partner: sends } : (places[at] as Place)))
  learners.push(...online)

  const events = places.map((_, n): PlannedEvent => {
    const own = Array.from({ length: perEvent - (n % 4) }, (_, at) => n * perEvent + at)
    // Some come again years later, to another part of the course or the same.
    const again = n < 40 ? [] : [n - 40, n - 37, n - 33].map((earlier) => earlier * perEvent + (n % 7))
    const spelt = twice.findIndex(({ block }) => block === n - 1)
    return {
      ...{
        n,
        daysAgo: days - n * 9,
        trainer: n % trainers.length,
        tier: tierOf(n),
        online: n % 6 === 5,
        place: rooms[(n + Math.floor(n / 4)) % rooms.length] ?? '',
      },
      there: [...own, ...again, ...(spelt >= 0 ? [places.length * perEvent + spelt] : [])],
    }
  })
  const was = new Set(events.flatMap(({ there }) => there))
  const others = learners.filter(({ n }) => !was.has(n))
  const attendances: PlannedAttendance[] = [
    ...others.map(({ n, place }, at): PlannedAttendance => {
      const way = 'partner' in place && place.partner === sends ? 'statements' : at % 4 ? 'file' : 'alone'
      return { learner: n, tier: all, daysAgo: 4 + ((at * 37) % 900), way }
    }),
    // Holders of an older version who took the short update: the newest came out 420 days ago (earlier-releases.ts).
    ...events
      .filter(({ daysAgo }) => daysAgo > 425 && daysAgo < 680)
      .map(({ n, tier, there }): PlannedAttendance => ({ learner: there[2] ?? 0, tier, daysAgo: 1 + (n % 5), way: 'update' })),
  ]
  return { learners, events, attendances }
}

/** Who has entered themselves where an event is being held, and whom nobody has confirmed. */
export const inRoom = 11
