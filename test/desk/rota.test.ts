import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readMe } from '../../src/commands/home/read-me.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { addLeave } from '../../src/commands/rota/add-leave.ts'
import { answerShift } from '../../src/commands/rota/answer-shift.ts'
import { answerSwap } from '../../src/commands/rota/answer-swap.ts'
import { askShift } from '../../src/commands/rota/ask-shift.ts'
import { askSwap } from '../../src/commands/rota/ask-swap.ts'
import { endShift } from '../../src/commands/rota/end-shift.ts'
import { listOnCall } from '../../src/commands/rota/list-on-call.ts'
import { readRota } from '../../src/commands/rota/read-rota.ts'
import { removeLeave } from '../../src/commands/rota/remove-leave.ts'
import { unlistOnCall } from '../../src/commands/rota/unlist-on-call.ts'
import { withdrawSwap } from '../../src/commands/rota/withdraw-swap.ts'
import { shiftOn } from '../../src/domain/rota/nights.ts'
import type { RungNumber, Span } from '../../src/domain/rota/shift.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let coordinator: Somebody
let asha: Somebody
let nell: Somebody
let stranger: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  asha = await desk.somebody(['practitioner'], { name: 'Asha Stile' })
  nell = await desk.somebody(['practitioner'], { name: 'Nell Byway', partner: 'watford' })
  stranger = await desk.somebody(['practitioner'])
  for (const { person } of [asha, nell]) await desk.as(coordinator, listOnCall, { person })
})
afterAll(() => desk.close())

/** Each test has days of its own: nobody is on call twice at once. */
let today = Temporal.Now.plainDateISO('Europe/London').add({ days: 2 })
beforeEach(() => {
  today = today.add({ days: 20 })
})
const night = (days = 0): Span =>
  shiftOn(today.add({ days }), new Temporal.PlainTime(17, 30), new Temporal.PlainTime(8), 'Europe/London') as Span
const ask = (who: Somebody, { times = [night()], rung = 1 as RungNumber, instead = [] as string[], by = coordinator } = {}) =>
  desk.as(by, askShift, { person: who.person, rung, times, instead })
const asked = async (...args: Parameters<typeof ask>): Promise<string[]> => {
  const outcome = await ask(...args)
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return [...outcome.done.shifts]
}
const agreed = async (who: Somebody, ...rest: [Parameters<typeof ask>[1]?]): Promise<string> => {
  const shifts = await asked(who, ...rest)
  expect(await desk.as(who, answerShift, { shifts, answer: 'agreed' })).toEqual({ done: 'agreed' })
  return shifts[0] as string
}
const swapOf = async (shift: string, from = asha, to = nell): Promise<string> => {
  const outcome = await desk.as(from, askSwap, { shift, to: to.person })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return outcome.done.swap
}
const holders = async (): Promise<string[]> => {
  const outcome = await desk.as(coordinator, readRota, { starts: night(-3).starts, ends: night(17).ends })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return outcome.done.shifts.map(({ name, rung, answer }) => `${name} ${rung} ${answer}`)
}

test('a coordinator asks someone on the list, for a series with one mail; whoever was asked answers, nobody else, once', async () => {
  desk.jobs.length = 0
  const shifts = await asked(asha, { times: [night(0), night(1), night(2)] })
  expect(desk.jobs).toEqual([{ name: 'mail', mail: 'shift-asked', shift: shifts[0] }])
  expect(await holders()).toEqual(Array(3).fill('Asha Stile 1 null'))
  for (const other of [nell, coordinator, stranger])
    expect(await desk.as(other, answerShift, { shifts, answer: 'agreed' })).toEqual({ fault: 'not-allowed' })
  const mixed = [...shifts, '00000000-0000-4000-8000-000000000000']
  expect(await desk.as(asha, answerShift, { shifts: mixed, answer: 'agreed' })).toEqual({ fault: 'not-found' })
  const answers = await Promise.all([
    desk.as(asha, answerShift, { shifts: shifts.slice(0, 2), answer: 'agreed' }),
    desk.as(asha, answerShift, { shifts: shifts.slice(0, 2), answer: 'refused' }),
  ])
  expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
  expect(answers).toContainEqual({ fault: answers.some((a) => 'fault' in a && a.fault === 'over') ? 'over' : 'answered' })
})

test('only coordinators ask, end, list and unlist; ids that are none, and of nobody, are not found', async () => {
  const [shift] = (await asked(asha)) as [string]
  for (const other of [asha, stranger]) {
    expect(await ask(nell, { by: other, times: [night(3)] })).toEqual({ fault: 'not-allowed' })
    expect(await desk.as(other, endShift, { shift })).toEqual({ fault: 'not-allowed' })
    expect(await desk.as(other, listOnCall, { person: asha.person })).toEqual({ fault: 'not-allowed' })
    expect(await desk.as(other, unlistOnCall, { person: nell.person })).toEqual({ fault: 'not-allowed' })
  }
  expect(await ask(stranger, { times: [night(3)] })).toEqual({ fault: 'not-listed' })
  for (const id of ['none', "' or true", '00000000-0000-4000-8000-000000000000']) {
    const notFound = { fault: 'not-found' }
    expect(await desk.as(coordinator, endShift, { shift: id })).toEqual(notFound)
    expect(await desk.as(asha, askSwap, { shift: id, to: nell.person })).toEqual(notFound)
    expect(await desk.as(asha, answerShift, { shifts: [id], answer: 'agreed' })).toEqual(notFound)
    expect(await desk.as(asha, answerSwap, { swap: id, answer: 'taken' })).toEqual(notFound)
    expect(await desk.as(asha, withdrawSwap, { swap: id })).toEqual(notFound)
    expect(await desk.as(asha, removeLeave, { leave: id })).toEqual(notFound)
    expect(await desk.as(coordinator, listOnCall, { person: id })).toEqual(notFound)
  }
  expect(await desk.as(coordinator, endShift, { shift })).toEqual({ done: null })
  expect(await desk.as(coordinator, endShift, { shift })).toEqual({ fault: 'over' })
  expect(await desk.as(asha, answerShift, { shifts: [shift], answer: 'agreed' })).toEqual({ fault: 'over' })
})

test('nobody is asked for what is over, for no night or too many', async () => {
  const past = { starts: Temporal.Now.instant().subtract({ hours: 20 }), ends: Temporal.Now.instant().subtract({ hours: 2 }) }
  expect(await ask(asha, { times: [night(), past] })).toEqual({ fault: 'over' })
  expect(await ask(asha, { times: [] })).toEqual({ fault: 'no-night' })
  expect(await ask(asha, { times: Array.from({ length: 15 }, (_, days) => night(days)) })).toEqual({ fault: 'no-night' })
  expect(await holders()).toEqual([])
})

test('two coordinators ask two people for one night at once: one is asked, and the other is told; who has seen that may choose', async () => {
  const second = await desk.somebody(['coordinator'])
  const outcomes = await Promise.all([ask(asha), ask(nell, { by: second })])
  expect(outcomes).toContainEqual({ fault: 'taken' })
  const [first] = (await holders()) as [string]
  const [had, wants] = first.startsWith('Asha') ? [asha, nell] : [nell, asha]
  const [kept] = outcomes.flatMap((outcome) => ('done' in outcome ? outcome.done.shifts : [])) as [string]
  // Another that nobody has seen does not make way.
  expect(await ask(wants, { instead: ['00000000-0000-4000-8000-000000000000'] })).toEqual({ fault: 'taken' })
  expect(await ask(wants, { instead: [kept] })).toHaveProperty('done')
  expect(await holders()).toEqual([`${wants.name} 1 null`])
  expect(await desk.as(had, answerShift, { shifts: [kept], answer: 'agreed' })).toEqual({ fault: 'over' })
})

test('nobody is on call twice at once, or in a leave; who is said by the rota', async () => {
  const leave = await desk.as(asha, addLeave, { person: asha.person, first: today.add({ days: 1 }), last: today.add({ days: 2 }) })
  if (!('done' in leave)) throw new Error(leave.fault)
  expect(leave.done.swap).toEqual([])
  expect(await ask(asha)).toEqual({ fault: 'clash' })
  expect(await ask(asha, { times: [night(3)] })).toHaveProperty('done')
  expect(await ask(asha, { times: [night(3)], rung: 2 })).toEqual({ fault: 'clash' })
  expect(await ask(nell, { times: [night(3)], rung: 2 })).toHaveProperty('done')
  for (const other of [nell, stranger]) {
    expect(await desk.as(other, removeLeave, { leave: leave.done.leave })).toEqual({ fault: 'not-found' })
    expect(await desk.as(other, addLeave, { person: asha.person, first: today, last: today })).not.toHaveProperty('done')
  }
  expect(await desk.as(coordinator, removeLeave, { leave: leave.done.leave })).toEqual({ done: null })
  expect(await ask(asha)).toHaveProperty('done')
})

test('a leave over a shift is kept, and says what must be swapped; nobody agrees to a night of their leave', async () => {
  const shift = await agreed(asha)
  const open = await asked(asha, { times: [night(1)] })
  const by = (first: number, last: number) =>
    desk.as(coordinator, addLeave, { person: asha.person, first: today.add({ days: first }), last: today.add({ days: last }) })
  const leave = await by(0, 2)
  expect(leave).toMatchObject({ done: { swap: [shift, ...open] } })
  expect(await desk.as(asha, answerShift, { shifts: open, answer: 'agreed' })).toEqual({ fault: 'on-leave' })
  expect(await desk.as(asha, answerShift, { shifts: open, answer: 'refused' })).toEqual({ done: 'refused' })
  expect([await by(2, 1), await by(0, 400), await by(-400, -300)]).toEqual([{ fault: 'order' }, { fault: 'long' }, { fault: 'past' }])
})

test('what was refused is shown until someone else is asked', async () => {
  const shifts = await asked(asha)
  await desk.as(asha, answerShift, { shifts, answer: 'refused' })
  expect(await holders()).toEqual(['Asha Stile 1 refused'])
  expect(await ask(nell)).toHaveProperty('done')
  expect(await holders()).toEqual(['Nell Byway 1 null'])
})

test('a swap: the old shift ends and the new one is agreed; only whoever was asked answers, and only whoever asked takes it back', async () => {
  const shift = await agreed(asha)
  desk.jobs.length = 0
  expect(await desk.as(nell, askSwap, { shift, to: asha.person })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(asha, askSwap, { shift, to: asha.person })).toEqual({ fault: 'yourself' })
  expect(await desk.as(asha, askSwap, { shift, to: stranger.person })).toEqual({ fault: 'not-listed' })
  const swap = await swapOf(shift)
  expect(desk.jobs).toEqual([{ name: 'mail', mail: 'swap-asked', swap }])
  expect(await desk.as(asha, askSwap, { shift, to: nell.person })).toEqual({ fault: 'asked-already' })
  expect(await desk.as(asha, answerSwap, { swap, answer: 'taken' })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(nell, withdrawSwap, { swap })).toEqual({ fault: 'not-allowed' })
  for (const other of [stranger]) expect(await desk.as(other, answerSwap, { swap, answer: 'taken' })).toEqual({ fault: 'not-found' })
  const answers = await Promise.all([1, 2].map(() => desk.as(nell, answerSwap, { swap, answer: 'taken' })))
  expect(answers).toContainEqual({ done: 'taken' })
  expect(answers).toContainEqual({ fault: 'over' })
  expect(await holders()).toEqual(['Nell Byway 1 agreed'])
})

test('a swap that is taken back and taken at once goes one way', async () => {
  const swap = await swapOf(await agreed(asha))
  const [back, answer] = await Promise.all([desk.as(asha, withdrawSwap, { swap }), desk.as(nell, answerSwap, { swap, answer: 'taken' })])
  expect(['done' in back, 'done' in answer].filter(Boolean)).toHaveLength(1)
  expect(await holders()).toEqual(['done' in back ? 'Asha Stile 1 agreed' : 'Nell Byway 1 agreed'])
})

test('a swap that was refused leaves the shift, and another may be asked; of a shift that was ended it is over', async () => {
  const shift = await agreed(asha)
  expect(await desk.as(nell, answerSwap, { swap: await swapOf(shift), answer: 'refused' })).toEqual({ done: 'refused' })
  expect(await holders()).toEqual(['Asha Stile 1 agreed'])
  const swap = await swapOf(shift)
  const [ended, taken] = await Promise.all([
    desk.as(coordinator, endShift, { shift }),
    desk.as(nell, answerSwap, { swap, answer: 'taken' }),
  ])
  // Whoever came first: the question is over for the other.
  expect([ended, taken]).toContainEqual({ fault: 'over' })
  expect(await holders()).toEqual('done' in ended ? [] : ['Nell Byway 1 agreed'])
})

test('nobody takes a shift beside one of theirs, or in their leave', async () => {
  const shift = await agreed(asha)
  const swap = await swapOf(shift)
  const own = await agreed(nell, { rung: 2 })
  expect(await desk.as(nell, answerSwap, { swap, answer: 'taken' })).toEqual({ fault: 'busy' })
  await desk.as(coordinator, endShift, { shift: own })
  const leave = await desk.as(nell, addLeave, { person: nell.person, first: today, last: today })
  expect(await desk.as(nell, answerSwap, { swap, answer: 'taken' })).toEqual({ fault: 'on-leave' })
  if ('done' in leave) await desk.as(nell, removeLeave, { leave: leave.done.leave })
  expect(await desk.as(nell, answerSwap, { swap, answer: 'taken' })).toEqual({ done: 'taken' })
})

test('whoever comes off the list has no shift to come, and is asked for none; what they were asked is over', async () => {
  const one = await desk.somebody(['practitioner'])
  expect(await desk.as(coordinator, listOnCall, { person: one.person })).toEqual({ done: null })
  expect(await desk.as(coordinator, listOnCall, { person: one.person })).toEqual({ fault: 'listed-already' })
  const swap = await swapOf(await agreed(asha), asha, one)
  await agreed(one, { times: [night(1)] })
  expect(await desk.as(coordinator, unlistOnCall, { person: one.person })).toEqual({ done: { shifts: 1 } })
  expect(await desk.as(coordinator, unlistOnCall, { person: one.person })).toEqual({ fault: 'not-listed' })
  expect(await desk.as(one, answerSwap, { swap, answer: 'taken' })).toEqual({ fault: 'over' })
  expect(await holders()).toEqual(['Asha Stile 1 agreed'])
})

test('a leaver has no shift to come; one who takes a swap while they leave, or asks, does so before or not at all', async () => {
  const administrator = await desk.somebody(['administrator'])
  const leaver = await desk.somebody(['practitioner'], { name: 'Cal Fingerpost' })
  await desk.as(coordinator, listOnCall, { person: leaver.person })
  const swap = await swapOf(await agreed(leaver), leaver, nell)
  const into = await swapOf(await agreed(asha, { times: [night(1)] }), asha, leaver)
  const [left, taken, took] = await Promise.all([
    desk.as(administrator, endAccess, { person: leaver.person }),
    desk.as(nell, answerSwap, { swap, answer: 'taken' }),
    desk.as(leaver, answerSwap, { swap: into, answer: 'taken' }),
  ])
  expect(left).toHaveProperty('done')
  const rota = await holders()
  expect(rota.filter((line) => line.startsWith('Cal'))).toEqual([])
  expect(rota.includes('Nell Byway 1 agreed')).toBe('done' in taken)
  expect(rota.includes('Asha Stile 1 agreed')).toBe(!('done' in took))
})

test('the database itself refuses two on a rung, and one person twice', async () => {
  await asked(asha)
  const { starts, ends } = night()
  const insert = (person: string, rung: 1 | 2) =>
    desk.owner
      .insertInto('shift')
      .values({
        person_id: person,
        rung,
        starts_at: new Date(starts.epochMilliseconds),
        ends_at: new Date(ends.epochMilliseconds),
        asked_by: null,
      })
      .execute()
  await expect(insert(nell.person, 1)).rejects.toMatchObject({ code: 'WM003' })
  await expect(insert(asha.person, 2)).rejects.toMatchObject({ code: 'WM003' })
  await insert(nell.person, 2)
})

test('everyone who is signed in is told who is on call now; each change is in the audit, under whose it is', async () => {
  const now = Temporal.Now.instant()
  const shifts = await asked(asha, { times: [{ starts: now.subtract({ hours: 1 }), ends: now.add({ hours: 1 }) }] })
  const first = async () => {
    const outcome = await desk.as(stranger, readMe, {})
    return 'done' in outcome
      ? [outcome.done.onCall.first, outcome.done.onCall.rungs[0]?.standing, outcome.done.onCall.rungs[0]?.shift?.name]
      : []
  }
  expect(await first()).toEqual(['police', 'asked', 'Asha Stile'])
  await desk.as(asha, answerShift, { shifts, answer: 'agreed' })
  expect(await first()).toEqual([1, 'agreed', 'Asha Stile'])
  const { rows } = await sql<{ verb: string; owner: string }>`select verb, owner from audit order by seq desc limit 2`.execute(desk.owner)
  expect(rows).toEqual([
    { verb: 'answer-shift', owner: asha.person },
    { verb: 'ask-shift', owner: asha.person },
  ])
})
