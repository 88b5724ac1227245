import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, type Climb, type Climbing, climb } from './climb.ts'

const start = Temporal.Instant.from('2026-12-02T02:00Z')
const at = (minutes: number) => start.add({ minutes })
const within = { danger: 15, other: 60 }
const people = ['asha', 'ben', 'cai', 'dev', 'eve']

const usual: Climbing = {
  open: true,
  urgent: false,
  read: true,
  narrow: false,
  owner: 'asha',
  ownedSince: at(-300),
  offer: null,
  last: null,
  tried: [],
  refused: [],
  candidates: [
    { person: 'asha', rung: 1, coordinator: true },
    { person: 'dev', rung: 2, coordinator: false },
    { person: 'ben', rung: null, coordinator: true },
  ],
}

test('an offer that nobody accepts goes to the second on call, then to every coordinator, then to the coordinator on call, flagged', () => {
  const offered: Climbing = { ...usual, tried: ['cai'], offer: { rung: 0, until: at(60), cause: 'asked', flagged: false } }
  expect(climb(offered, at(59), within)).toEqual({ step: 'nothing' })
  expect(climb(offered, at(60), within)).toEqual({ step: 'offer', rung: 2, to: 'dev', until: at(120) })
  const second: Climbing = { ...usual, tried: ['cai', 'dev'], offer: { rung: 2, until: at(120), cause: 'asked', flagged: false } }
  expect(climb(second, at(120), within)).toEqual({ step: 'offer', rung: 3, to: null, until: at(180) })
  const all: Climbing = { ...usual, tried: ['cai', 'dev'], offer: { rung: 3, until: at(180), cause: 'asked', flagged: false } }
  expect(climb(all, at(180), within)).toEqual({ step: 'stay', owner: 'asha' })
  expect(climb({ ...all, offer: { rung: 3, until: at(180), cause: 'asked', flagged: true } }, at(999), within)).toEqual({ step: 'nothing' })
})

test('a refusal moves it on at once, and never back to whoever refused', () => {
  const refused: Climbing = {
    ...usual,
    tried: ['dev'],
    refused: ['dev'],
    last: { rung: 1, cause: 'asked', answer: 'refused', at: at(3) },
  }
  expect(climb(refused, at(3), within)).toEqual({ step: 'offer', rung: 3, to: null, until: at(63) })
})

test('danger that nobody has opened goes to the second on call after the short limit, and comes back once it is opened', () => {
  const unread: Climbing = { ...usual, urgent: true, read: false, ownedSince: at(0) }
  expect(climb(unread, at(14), within)).toEqual({ step: 'nothing' })
  expect(climb(unread, at(15), within)).toEqual({ step: 'offer', rung: 2, to: 'dev', until: at(30) })
  const asked: Climbing = { ...unread, offer: { rung: 2, until: at(30), cause: 'unread', flagged: false } }
  expect(climb({ ...asked, read: true }, at(16), within)).toEqual({ step: 'withdraw' })
  expect(climb({ ...unread, last: { rung: 2, cause: 'unread', answer: 'withdrawn', at: at(16) } }, at(99), within)).toEqual({
    step: 'nothing',
  })
  expect(climb({ ...unread, urgent: false }, at(999), within)).toEqual({ step: 'nothing' })
})

const candidates: fc.Arbitrary<Candidate[]> = fc.uniqueArray(
  fc.record({
    person: fc.constantFrom(...people),
    rung: fc.constantFrom<Candidate['rung']>(1, 2, null),
    coordinator: fc.boolean(),
  }),
  { selector: ({ person }) => person, maxLength: 5 },
)
const answers = fc.constantFrom('refused' as const, 'silent' as const)

/** Plays on until nothing more happens: whoever is asked is silent or refuses. Returns every step. */
const play = (first: Climbing, replies: readonly ('refused' | 'silent')[]): { steps: Climb[]; last: Climbing } => {
  let facts = first
  let now = first.offer?.until ?? at(0)
  const steps: Climb[] = []
  for (const reply of replies) {
    const step = climb(facts, now, within)
    if (step.step === 'nothing') break
    steps.push(step)
    if (step.step === 'own') facts = { ...facts, owner: step.owner, offer: null, last: null, ownedSince: now }
    if (step.step === 'withdraw') facts = { ...facts, offer: null, last: { rung: 0, cause: 'unread', answer: 'withdrawn', at: now } }
    if (step.step === 'stay')
      facts = { ...facts, owner: step.owner, last: null, offer: { rung: 3, until: now, cause: 'asked', flagged: true } }
    if (step.step === 'offer') {
      const cause = facts.offer?.cause ?? facts.last?.cause ?? 'unread'
      const tried = step.to === null ? facts.tried : [...facts.tried, step.to]
      const said = reply === 'refused' && step.to !== null
      facts = {
        ...facts,
        tried,
        refused: said ? [...facts.refused, step.to ?? ''] : facts.refused,
        offer: said ? null : { rung: step.rung, until: step.until, cause, flagged: false },
        last: said ? { rung: step.rung, cause, answer: 'refused', at: now } : null,
      }
      if (!said) now = step.until
    }
  }
  return { steps, last: facts }
}

test('whoever is asked, and whatever they say: it ends, it has an owner who may see it, and nobody is asked who refused, is kept apart or has it', () => {
  fc.assert(
    fc.property(
      candidates,
      fc.constantFrom(...people),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(null, 0 as const, 1 as const, 2 as const),
      fc.subarray(people),
      fc.array(answers, { minLength: 12, maxLength: 12 }),
      (there, owner, urgent, read, narrow, rung, refused, replies) => {
        const offer = rung === null ? null : ({ rung, until: at(5), cause: 'asked', flagged: false } as const)
        const first: Climbing = { ...usual, candidates: there, owner, urgent, read, narrow, offer, tried: refused, refused }
        const { steps, last } = play(first, replies)
        // It ends well before the replies do.
        expect(steps.length).toBeLessThan(9)
        const able = there.filter(({ coordinator }) => coordinator || !narrow)
        const may = able.map(({ person }) => person)
        // Nobody is given it who is not a coordinator, on call, or had it before; only coordinators, where the reporter chose so.
        const fit = able.filter((one) => one.coordinator || one.rung !== null || one.person === owner).map(({ person }) => person)
        if (fit.length) expect(fit).toContain(last.owner)
        let owned = owner
        for (const step of steps) {
          if (step.step === 'own') owned = step.owner
          if (step.step === 'offer' && step.to !== null) {
            expect(may).toContain(step.to)
            expect(step.to).not.toBe(owned)
            expect(refused).not.toContain(step.to)
          }
          if (step.step === 'stay') {
            expect(may).toContain(step.owner)
            if (step.owner !== owned) expect(refused).not.toContain(step.owner)
          }
        }
      },
    ),
  )
})
