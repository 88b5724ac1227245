import type { Outside } from '../../../domain/concerns/sharing.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import type { Case } from './case.ts'
import * as ended from './ended-lives.ts'
import * as open from './open-lives.ts'
import * as sharing from './sharing-lives.ts'
import { details, type Kind, seenAgain, stories, whens } from './stories.ts'
import { visitorAnswers, visitorDays, visitorLife, visitorSeed } from './visitor.ts'

/** One report that is to be: when it arrived, what it says, and what happens to it. */
export type Planned = {
  seed: string
  daysAgo: number
  answers: Answers
  referred: boolean
  pictures: number
  desk: string
  life(c: Case): Promise<unknown>
}

/** So many of one life, spread over these days before today. */
type Row = {
  life: (c: Case) => Promise<unknown>
  name: string
  many: number
  days: readonly [number, number]
  kind?: Kind
  more?: Answers
  referred?: boolean
  pictures?: number
  /** Whose it must be; else it is one coordinator's or another's. */
  desk?: string
}

const own = { desk: open.daniel }
const row = (
  name: string,
  life: Row['life'],
  many: number,
  days: Row['days'],
  rest: Omit<Row, 'name' | 'life' | 'many' | 'days'> = {},
): Row => ({ name, life, many, days, ...rest })

const inside: Answers = { 'who-may-read': 'coordinators' }
const partners: Answers = { 'who-may-read': 'partners' }
const anyone: Answers = { 'who-may-read': 'others' }

const opens: readonly Row[] = [
  row('new', open.fresh, 4, [0.03, 0.4]),
  row('new with pictures', open.fresh, 1, [0.2, 0.2], { pictures: 2 }),
  row('new, a child', open.fresh, 1, [0.1, 0.1], { kind: 'young' }),
  row('new, danger', open.fresh, 1, [0.01, 0.01], { kind: 'dangers' }),
  row('new, late', open.fresh, 3, [4, 6], own),
  row('read', open.justRead, 7, [0.3, 3]),
  row('read, own', open.justRead, 1, [0.5, 0.5], { kind: 'own' }),
  row('asked', open.asked, 6, [1, 9]),
  row('asked and seen', open.askedAndSeen, 8, [2, 20]),
  row('promised, late', open.promised(4), 5, [6, 12]),
  row('promised', open.promised(21), 6, [4, 14]),
  row('added', open.added, 5, [1.2, 6]),
  row('talked', open.talked, 6, [5, 24], { pictures: 1 }),
  row('reply held', open.replyHeld, 1, [0.064, 0.064], own),
  row('reply taken back', open.replyTakenBack, 2, [2, 5]),
  row('with Imran', open.withOther(open.imran), 5, [1, 30]),
  row('with Margaret', open.withOther(open.margaret), 3, [2, 25]),
  row('handed over', open.handedOver, 4, [2, 18], own),
  row('refused', open.refused, 2, [0.25, 0.27], { ...own, more: partners }),
  row('offered to Imran', open.offered(open.imran), 1, [0.05, 0.05], own),
  row('offered to Shanice', open.offered(open.shanice), 1, [0.052, 0.052], { ...own, more: partners }),
  row('offered to Helen', open.offered(open.helen), 1, [0.054, 0.054], { ...own, more: partners }),
  row('danger found', open.foundDanger, 3, [0.5, 5]),
  row('perhaps made up', open.wrongIn('malicious'), 3, [3, 40]),
  row('repeated', open.wrongIn('repeated'), 4, [3, 30]),
  row('on hold', open.held, 2, [30, 50]),
  row('stepped out', open.known, 1, [3, 3], own),
  row('with intelligence', open.withIntelligence, 2, [6, 16]),
  row('picture opened', open.pictureOpened, 2, [3, 8], { pictures: 1 }),
  row('picture stopped', open.pictureStopped, 1, [5, 5], { pictures: 1 }),
  row('about the police', open.askedAndSeen, 2, [4, 12], { ...own, more: { 'works-for': ['fallowshire-police'] } }),
  row('about the council', open.readByImran, 2, [3, 9], { more: { 'works-for': ['fallowshire-county-council'] } }),
]

const shared: readonly Row[] = [
  row('passed', sharing.passed('dunnockby', 'none'), 3, [1, 5], { more: partners }),
  row('passed, acknowledged', sharing.passed('saxelmere-homes', 'acknowledged'), 3, [3, 12], { more: partners }),
  row('passed, answered', sharing.passed('larkenwold', 'answered'), 2, [8, 28], { more: partners }),
  row('passed, answered too', sharing.passed('saxelmere', 'answered'), 2, [8, 28], { more: anyone }),
  row('told outside', sharing.toldOutside, 3, [2, 20], { more: anyone }),
  row('asks', sharing.asks, 2, [0.5, 0.9], { more: inside }),
  row('asks, refused', sharing.asksRefused, 2, [4, 11], { more: inside }),
  row('asks, approved', sharing.asksApproved(false), 1, [0.6, 0.6], { more: inside }),
  row('asks, sent', sharing.asksApproved(true), 2, [3, 15], { more: inside }),
  row('danger at once', sharing.atOnce('danger', 'waits'), 1, [0.3, 0.3], { ...own, kind: 'dangers', more: inside }),
  row('danger at once, looked at', sharing.atOnce('danger', 'approved'), 2, [2, 9], { kind: 'dangers', more: inside }),
  row('child at once', sharing.atOnce('child', 'waits'), 1, [0.5, 0.5], { kind: 'children', more: inside }),
  row('child at once, looked at', sharing.atOnce('child', 'approved'), 3, [3, 14], { kind: 'children', more: inside }),
  row('child at once, too much', sharing.atOnce('child', 'refused'), 1, [6, 6], { kind: 'children', more: inside }),
  row('chose again', sharing.choseAgain, 2, [4, 10], { more: inside }),
  row('referred', sharing.referral(false), 3, [7, 15], { referred: true }),
  row('referred and told', sharing.referral(true), 3, [5, 20], { referred: true }),
]

/** Those without action are erased ninety days after they were closed, so they came later. */
const ends: readonly (readonly [outcome: string, many: number, days: Row['days'], to?: Outside])[] = [
  ['acted-on', 7, [9, 118]],
  ['passed-to-police', 8, [9, 115], 'police'],
  ['passed-to-council', 7, [8, 110], 'council'],
  ['passed-to-other', 5, [10, 105], 'charity'],
  ['help-offered', 7, [9, 117]],
  ['known-already', 6, [11, 100]],
  ['not-enough', 6, [9, 80]],
  ['not-exploitation', 6, [9, 85]],
  ['outside-area', 4, [12, 90], 'council'],
]

const closed: readonly Row[] = [
  ...ends.flatMap(([outcome, many, days, to]) =>
    Array.from({ length: many }, (_, at) => {
      const day = days[0] + ((days[1] - days[0]) * at) / (many - 1)
      return row(`closed, ${outcome} ${at}`, ended.closed(outcome, at, to), 1, [day, day], to ? { more: anyone } : {})
    }),
  ),
  row('reopened', ended.reopened, 2, [15, 35]),
  row('withdrawn', ended.withdrawn, 5, [2, 12]),
  row('erased', ended.erased, 8, [40, 100], { more: anyone }),
]

const towns = ['dunnockby', 'saxelmere', 'larkenwold'] as const
const [choices, urgency] = [['coordinators', 'partners', 'coordinators', 'others'] as const, ['soon', 'not-urgent', 'soon'] as const]

/** A coordinator who is on call tonight has fewer than half of them. */
const desks = [open.daniel, open.imran, open.margaret, open.imran, open.daniel, open.margaret, open.imran]

const alarms: Readonly<Partial<Record<Kind, Answers>>> = {
  children: { child: 'yes', urgency: 'soon' },
  dangers: { urgency: 'danger' },
  own: { self: 'yes' },
  young: { self: 'yes', 'under-18': 'yes', child: 'yes' },
}

/** What the one with this number says. */
const answersOf = (number: number, kind: Kind, more: Answers): Answers => {
  const pool = stories[kind]
  const { what, where, sector, signs } = pool[number % pool.length] ?? { what: '', where: '', sector: 'street', signs: [] }
  const own = kind === 'own' || kind === 'young'
  const detail = own ? '' : ` ${details[number % details.length]}`
  const town = towns[(number * 7 + Math.floor(number / 5)) % 3] ?? towns[0]
  return {
    what: `${what}${detail}`,
    'where-town': number % 17 === 16 ? 'elsewhere' : town,
    where,
    ...(number % 3 === 2 ? {} : { when: whens[number % whens.length] ?? '' }),
    sector,
    signs: signs.slice(0, 1 + (number % 3)),
    ...(number % 4 === 3 ? {} : { urgency: urgency[number % 3] ?? 'soon' }),
    ...(number % 5 === 0 ? {} : { 'who-may-read': choices[number % 4] ?? 'coordinators' }),
    ...(number % 4 === 1 ? contact(number) : { 'answer-by': 'code' }),
    ...alarms[kind],
    ...more,
  }
}

/** A mobile number of the range that Ofcom keeps for drama. */
const contact = (number: number): Answers => ({
  'answer-by': 'contact',
  contact: `07700 900${500 + number}`,
  'safe-times': 'After seven in the evening. Please do not leave a message.',
})

/** What another person says of what somebody reported: the same place, seen from elsewhere. */
const sameEvent = (seed: string, answersTo: ReadonlyMap<string, Answers>): Answers => {
  const again = seenAgain.find(({ by }) => by === seed)
  const first = again && answersTo.get(again.of)
  if (!first) return {}
  const place = ['where-town', 'sector', 'signs'].flatMap((id) => (first[id] === undefined ? [] : [[id, first[id]]]))
  return { ...Object.fromEntries(place), what: again.what, where: again.where }
}

/** All of them, the first to arrive first. */
export const plan = (): Planned[] => {
  let number = 0
  const rows = [...opens, ...shared, ...closed].flatMap(
    ({ name, life, many, days: [from, to], kind = 'adults', more = {}, referred = false, pictures = 0, desk }) =>
      Array.from({ length: many }, (_, at): Planned => {
        const daysAgo = many === 1 ? from : from + ((to - from) * at) / (many - 1)
        const answers = answersOf(number, kind, more)
        number += 1
        return {
          seed: `${name} ${at}`,
          daysAgo,
          answers,
          referred,
          pictures,
          desk: desk ?? desks[number % desks.length] ?? open.daniel,
          life,
        }
      }),
  )
  const visitor = {
    seed: visitorSeed,
    daysAgo: visitorDays,
    answers: visitorAnswers,
    referred: false,
    pictures: 0,
    desk: open.daniel,
    life: visitorLife,
  }
  const all = [...rows, visitor]
  const answersTo = new Map(all.map(({ seed, answers }) => [seed, answers]))
  return all
    .map((one) => ({ ...one, answers: { ...one.answers, ...sameEvent(one.seed, answersTo) } }))
    .toSorted((one, two) => two.daysAgo - one.daysAgo)
}
