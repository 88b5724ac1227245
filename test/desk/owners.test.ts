import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptOffer, refuseOffer, takeOver, withdrawOffer } from '../../src/commands/concerns/answer-offer.ts'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { keepPartnerOut, stepOut } from '../../src/commands/concerns/keep-apart.ts'
import { markings } from '../../src/commands/concerns/mark-urgent.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { readOwner } from '../../src/commands/concerns/read-owner.ts'
import { readToKeepOut } from '../../src/commands/concerns/read-to-keep-out.ts'
import { changeChoice } from '../../src/commands/concerns/sharing/change-choice.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { endRole } from '../../src/commands/people/end-role.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import { unlistOnCall } from '../../src/commands/rota/unlist-on-call.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { alerted, climbNow, offersOf, onCall, ownerOf, unowned } from '../support/owners.ts'

let desk: TestDesk
let intake: TestIntake
/** A coordinator who is first on call; another who is not; a practitioner who is second; one on the list who is not on call; an administrator. */
let anna: Somebody
let ben: Somebody
let dev: Somebody
let cai: Somebody
let admin: Somebody
let moved = 0

beforeAll(async () => {
  desk = await openTestDesk({ now: () => Temporal.Now.instant().add({ minutes: moved }) })
  ;({ anna, ben, intake } = await receivingDesk(desk))
  dev = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Dev Bridleway' })
  cai = await desk.somebody(['practitioner'], { partner: 'stevenage', name: 'Cai Holloway' })
  admin = await desk.somebody(['administrator'])
  await onCall(desk, anna, 1, { from: -100, to: 100 })
  await onCall(desk, dev, 2, { from: -100, to: 100 })
  await onCall(desk, cai, 1, { from: 200, to: 210 })
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const summary = 'A woman needs somewhere safe to sleep. Ask for Zebediah Quillfeather.'
const offered = async (id: string) => {
  const [one, more] = await offersOf(desk, id)
  if (!one || more) throw new Error('one open offer was expected')
  return one
}

test('whoever is first on call owns what comes in; handing over needs acceptance, and until then it stays', async () => {
  const { id } = await raise(desk, intake)
  expect(await ownerOf(desk, id)).toBe(anna.person)
  await alerted(desk)
  expect(await desk.as(anna, handOver, { concern: id, to: cai.person, summary })).toHaveProperty('done')
  expect(await ownerOf(desk, id)).toBe(anna.person)
  expect(await alerted(desk)).toEqual([{ mail: 'concern-offered', person: cai.person }])
  // One open offer; nobody else takes it; whoever it is offered to reads no word of it yet.
  expect(await desk.as(anna, handOver, { concern: id, to: dev.person, summary })).toEqual({ fault: 'offered-already' })
  const { id: offer } = await offered(id)
  expect(await desk.as(dev, acceptOffer, { concern: id, offer })).toEqual({ fault: 'not-found' })
  expect(await desk.as(ben, acceptOffer, { concern: id, offer })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(cai, readConcern, { concern: id })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(cai, acceptOffer, { concern: id, offer })).toEqual({ done: null })
  expect(await ownerOf(desk, id)).toBe(cai.person)
  expect(await desk.as(cai, readConcern, { concern: id })).toHaveProperty('done')
  expect(await alerted(desk)).toEqual([{ mail: 'concern-answered', person: anna.person }])
  // What was written with the offer is in no dump.
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
})

test('nobody is offered what they may not read: not on the list, left, kept apart, an administrator', async () => {
  const { id } = await raise(desk, intake, { walled: ['stevenage'] })
  const plain = await desk.somebody(['practitioner'])
  for (const { person } of [plain, admin, cai])
    expect(await desk.as(anna, handOver, { concern: id, to: person, summary })).toEqual({ fault: 'may-not-read' })
  expect(await desk.as(anna, handOver, { concern: id, to: anna.person, summary })).toEqual({ fault: 'not-themselves' })
  expect(await desk.as(dev, handOver, { concern: id, to: cai.person, summary })).toEqual({ fault: 'not-found' })
})

test('what its reporter wants only coordinators to read is a coordinator’s: nobody else owns it, is offered it, takes it or is asked for it next', async () => {
  const only = { sharing: 'coordinators' } as const
  const { id } = await raise(desk, intake, { plain: only })
  expect(await ownerOf(desk, id)).toBe(anna.person)
  for (const { person } of [dev, cai])
    expect(await desk.as(anna, handOver, { concern: id, to: person, summary })).toEqual({ fault: 'may-not-read' })
  const asked = await desk.as(anna, readOwner, { concern: id })
  expect('done' in asked && asked.done.others.map(({ person }) => person)).toEqual([ben.person])
  // Whoever is first on call is no coordinator: it comes to one who is there.
  const eve = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Eve Stile' })
  await desk.owner.updateTable('shift').set({ rung: 2 }).where('person_id', '=', anna.person).execute()
  await onCall(desk, eve, 1)
  try {
    const { id: other } = await raise(desk, intake, { plain: only })
    expect([anna.person, ben.person]).toContain(await ownerOf(desk, other))
    // They were told that danger goes on whatever they choose.
    const { id: urgent } = await raise(desk, intake, { plain: { ...only, danger: true } })
    expect(await ownerOf(desk, urgent)).toBe(eve.person)
    expect(await desk.as(eve, handOver, { concern: urgent, to: dev.person, summary })).toHaveProperty('done')
    // Without the mark the choice holds again: for whoever has it, and whoever is asked for it.
    expect(await desk.as(eve, markings.danger.unmark, { concern: urgent, reason: 'It was a false alarm.' })).toEqual({
      done: { gone: true },
    })
    expect([anna.person, ben.person]).toContain(await ownerOf(desk, urgent))
    expect(await offersOf(desk, urgent)).toEqual([])
    expect(await desk.as(eve, readConcern, { concern: urgent })).toEqual({ fault: 'not-found' })
    // The reporter chooses otherwise later.
    const { id: wide, code } = await raise(desk, intake)
    expect(await ownerOf(desk, wide)).toBe(eve.person)
    // The desk and whoever has the code see where an owner works who is no coordinator; the latter also later.
    expect(await desk.as(ben, readConcern, { concern: wide })).toMatchObject({ done: { owner: { at: 'Watford Borough Council' } } })
    const owners = { shared: { owners: ['Watford Borough Council'], partners: [] } }
    expect(await openByCode(intake, code)).toMatchObject(owners)
    const said = 'Please keep it to yourselves.'
    expect(await desk.as(ben, changeChoice, { concern: wide, choice: 'coordinators', said })).toHaveProperty('done')
    expect([anna.person, ben.person]).toContain(await ownerOf(desk, wide))
    // What nobody accepts climbs past whoever is on call and no coordinator.
    await desk.as(ben, takeOver, { concern: wide })
    await desk.as(ben, handOver, { concern: wide, to: anna.person, summary })
    expect(await openByCode(intake, code)).toMatchObject(owners)
    moved = 61
    await climbNow(desk)
    expect((await offersOf(desk, wide)).every(({ to_person }) => to_person === null || to_person === anna.person)).toBe(true)
    moved = 0
    await desk.as(ben, takeOver, { concern: wide })
    expect(await unowned(desk)).toEqual([])
  } finally {
    await desk.owner.updateTable('shift').set({ ended_at: new Date() }).where('person_id', '=', eve.person).execute()
    await desk.owner.updateTable('shift').set({ rung: 1 }).where('person_id', '=', anna.person).execute()
    await desk.owner.deleteFrom('on_call').where('person_id', '=', eve.person).execute()
    await alerted(desk)
  }
})

const turnOf = ({ person }: Somebody, ends: { ends_at: Date }) =>
  desk.owner.updateTable('shift').set(ends).where('person_id', '=', person).execute()

test('what was for coordinators only goes, in danger, to whoever is on call at that moment and to nobody else who is no coordinator', async () => {
  for (const mark of [{ danger: true }, { child: true }]) {
    const { id } = await raise(desk, intake, { plain: { sharing: 'coordinators', ...mark } })
    const asked = await desk.as(anna, readOwner, { concern: id })
    expect('done' in asked && asked.done.others.map(({ person }) => person)).toEqual([dev.person, ben.person])
    expect(asked).toMatchObject({ done: { coordinatorsOnly: true, exception: Object.keys(mark)[0] } })
    // On the list, and not on call now.
    expect(await desk.as(anna, handOver, { concern: id, to: cai.person, summary })).toEqual({ fault: 'not-on-call' })
    // On call now; who was asked on their turn may still say yes after it, keeps it, and cannot be asked again.
    expect(await desk.as(anna, handOver, { concern: id, to: dev.person, summary })).toHaveProperty('done')
    await turnOf(dev, { ends_at: new Date() })
    const { id: offer } = await offered(id)
    expect(await desk.as(dev, acceptOffer, { concern: id, offer })).toEqual({ done: null })
    await climbNow(desk)
    expect(await ownerOf(desk, id)).toBe(dev.person)
    expect(await desk.as(ben, takeOver, { concern: id })).toEqual({ done: null })
    expect(await desk.as(ben, handOver, { concern: id, to: dev.person, summary })).toEqual({ fault: 'not-on-call' })
    // Asked past the desk, in the database itself, before any turn: they cannot take it.
    await desk.owner
      .insertInto('concern_offer')
      .values({ concern_id: id, from_person: ben.person, to_person: cai.person, until: new Date(Date.now() + 200 * 3_600_000) })
      .execute()
    const { id: past } = await offered(id)
    expect(await desk.as(cai, acceptOffer, { concern: id, offer: past })).toEqual({ fault: 'not-on-call' })
    await desk.as(ben, withdrawOffer, { concern: id, offer: past })
    await turnOf(dev, { ends_at: new Date(Date.now() + 100 * 3_600_000) })
  }
  await alerted(desk)
})

test('a refusal needs a reason, is sealed, and moves it on at once; it can be taken back; a coordinator can take it', async () => {
  const { id } = await raise(desk, intake)
  await desk.as(anna, handOver, { concern: id, to: cai.person, summary })
  const { id: first } = await offered(id)
  expect(await desk.as(cai, refuseOffer, { concern: id, offer: first, reason: 'I am at sea with Quillfeather.' })).toEqual({ done: null })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  await climbNow(desk)
  expect(await offered(id)).toMatchObject({ to_person: dev.person, rung: 2 })
  const { id: second } = await offered(id)
  expect(await desk.as(cai, withdrawOffer, { concern: id, offer: second })).toEqual({ fault: 'not-found' })
  expect(await desk.as(anna, withdrawOffer, { concern: id, offer: second })).toEqual({ done: null })
  expect(await desk.as(dev, acceptOffer, { concern: id, offer: second })).toEqual({ fault: 'not-found' })
  await climbNow(desk)
  expect(await offersOf(desk, id)).toEqual([])
  expect(await desk.as(ben, takeOver, { concern: id })).toEqual({ done: null })
  expect(await ownerOf(desk, id)).toBe(ben.person)
  expect(await desk.as(anna, takeOver, { concern: id })).toEqual({ done: null })
  expect(await desk.as(dev, takeOver, { concern: id })).toEqual({ fault: 'not-found' })
})

test('what nobody accepts climbs rung by rung to every coordinator, and stays with the coordinator on call, flagged, until one takes it', async () => {
  const { id } = await raise(desk, intake)
  await desk.as(ben, takeOver, { concern: id })
  await desk.as(ben, handOver, { concern: id, to: cai.person, summary })
  await alerted(desk)
  const rungs: unknown[] = []
  // Two desks at once, and one that was down for a day: each rung once, none left out.
  for (const minutes of [59, 2, 60, 24 * 60, 61, 61]) {
    moved += minutes
    await Promise.all([climbNow(desk), climbNow(desk)])
    const { rung, to_person, flagged_at } = await offered(id)
    rungs.push([rung, to_person, flagged_at !== null, await ownerOf(desk, id)])
  }
  expect(rungs).toEqual([
    [0, cai.person, false, ben.person],
    [1, anna.person, false, ben.person],
    [2, dev.person, false, ben.person],
    [3, null, false, ben.person],
    [3, null, true, anna.person],
    [3, null, true, anna.person],
  ])
  const told = await alerted(desk)
  expect(told.filter(({ mail }) => mail === 'concern-offered').map(({ person }) => person)).toEqual([anna.person, dev.person, anna.person])
  expect(
    told
      .filter(({ mail }) => mail === 'concern-waits')
      .map(({ person }) => person)
      .sort(),
  ).toEqual([anna.person, ben.person].sort())
  expect(told.filter(({ mail }) => mail === 'concern-given')).toEqual([{ mail: 'concern-given', person: anna.person }])
  // Of two coordinators who take it at once, one does.
  const { id: offer } = await offered(id)
  const both = await Promise.all([ben, anna].map((who) => desk.as(who, acceptOffer, { concern: id, offer })))
  expect(both.filter((one) => 'done' in one)).toHaveLength(1)
  expect(await offersOf(desk, id)).toEqual([])
  moved = 0
})

test('danger is told of at once, to whoever owns it and whoever is first on call; unread it goes to the second; once opened it comes back', async () => {
  await alerted(desk)
  const { id } = await raise(desk, intake, { plain: { danger: true } })
  expect(await alerted(desk)).toEqual([{ mail: 'concern-waits', person: anna.person }])
  expect(await alerted(desk)).toEqual([])
  moved = 14
  await climbNow(desk)
  expect(await offersOf(desk, id)).toEqual([])
  moved = 16
  await Promise.all([climbNow(desk), climbNow(desk)])
  expect(await offered(id)).toMatchObject({ to_person: dev.person, rung: 2, cause: 'unread' })
  expect(await alerted(desk)).toEqual([{ mail: 'concern-offered', person: dev.person }])
  // Nobody offered it: it went on by itself, and says so.
  expect(await desk.as(anna, readConcern, { concern: id })).toMatchObject({ done: { offers: [{ climbed: 'unread' }] } })
  await climbNow(desk)
  expect(await offersOf(desk, id)).toEqual([])
  moved = 600
  await climbNow(desk)
  expect(await offersOf(desk, id)).toEqual([])
  moved = 0
})

test('a reporter under 18 alerts too; a mark alerts everybody but whoever made it, each once', async () => {
  await raise(desk, intake, { plain: { young: true } })
  expect(await alerted(desk)).toHaveLength(1)
  const { id } = await raise(desk, intake)
  expect(await alerted(desk)).toEqual([])
  await desk.as(ben, takeOver, { concern: id })
  await alerted(desk)
  await desk.as(ben, markings.danger.mark, { concern: id })
  expect(await alerted(desk)).toEqual([{ mail: 'concern-waits', person: anna.person }])
  await desk.as(ben, markings.danger.mark, { concern: id })
  await desk.as(ben, markings.child.mark, { concern: id })
  expect(await alerted(desk)).toEqual([{ mail: 'concern-waits', person: anna.person }])
  // Taken back with a reason, which stands inside.
  await desk.as(anna, markings.danger.unmark, { concern: id, reason: 'The police have been, and all are safe.' })
  await desk.as(anna, markings.child.unmark, { concern: id, reason: 'He is 24.' })
  const notes = await desk.as(anna, readConcern, { concern: id })
  expect('done' in notes && notes.done.notes.map(({ text }) => text).toSorted()).toEqual([
    'He is 24.',
    'The police have been, and all are safe.',
  ])
  expect(await alerted(desk)).toEqual([])
  const inbox = await desk.as(anna, readInbox, null)
  expect('done' in inbox && inbox.done.find((one) => one.id === id)).toMatchObject({ danger: false, child: false })
})

test('whoever steps out owns it no more and sees it no more; a partner is kept out later; refused where no coordinator would be left', async () => {
  const { id } = await raise(desk, intake)
  expect(await desk.as(anna, stepOut, { concern: id })).toEqual({ done: null })
  expect(await ownerOf(desk, id)).toBe(dev.person)
  expect(await desk.as(anna, readConcern, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(ben, stepOut, { concern: id })).toEqual({ fault: 'nobody-left' })
  const partners = await desk.as(ben, readToKeepOut, { concern: id })
  expect('done' in partners && partners.done.map((partner) => partner.id)).toContain('watford')
  expect(await desk.as(ben, keepPartnerOut, { concern: id, partner: 'watford' })).toEqual({ done: null })
  expect(await ownerOf(desk, id)).toBe(ben.person)
  expect(await desk.as(dev, readConcern, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(ben, keepPartnerOut, { concern: id, partner: 'watford' })).toEqual({ fault: 'kept-out-already' })
  expect(await desk.as(ben, keepPartnerOut, { concern: id, partner: 'hertfordshire-county-council' })).toEqual({ fault: 'nobody-left' })
  expect(await unowned(desk)).toEqual([])
})

test('whoever leaves, loses the role, comes off the list or moves hands on what they own, and offers to them go on', async () => {
  const leaver = await desk.somebody(['coordinator', 'practitioner'])
  const ids: string[] = []
  for (let at = 0; at < 3; at += 1) ids.push((await raise(desk, intake)).id)
  for (const id of ids) await desk.as(leaver, takeOver, { concern: id })
  await desk.as(leaver, handOver, { concern: ids[1] ?? '', to: cai.person, summary })
  const { id: asked } = await raise(desk, intake)
  await desk.as(anna, handOver, { concern: asked, to: leaver.person, summary })
  await alerted(desk)
  expect(await desk.as(admin, endRole, { person: leaver.person, role: 'coordinator' })).toHaveProperty('done')
  for (const id of ids) expect(await ownerOf(desk, id)).toBe(anna.person)
  expect(await offersOf(desk, ids[1] ?? '')).toEqual([])
  expect((await alerted(desk)).filter(({ mail }) => mail === 'concern-given')).toHaveLength(3)
  await climbNow(desk)
  expect(await offered(asked)).toMatchObject({ rung: 2, to_person: dev.person })
  const one = await desk.somebody(['practitioner'])
  await onCall(desk, one, 2, { from: 300, to: 301 })
  for (const end of [
    () => desk.as(admin, endAccess, { person: one.person }),
    () => desk.as(anna, unlistOnCall, { person: one.person }),
    () => desk.as(admin, movePerson, { person: one.person, partner: 'watford', roles: ['practitioner'] }),
  ].toReversed()) {
    await desk.as(anna, handOver, { concern: ids[0] ?? '', to: one.person, summary })
    const { id: offer } = await offered(ids[0] ?? '')
    expect(await desk.as(one, acceptOffer, { concern: ids[0] ?? '', offer })).toEqual({ done: null })
    expect(await end()).toHaveProperty('done')
    expect(await ownerOf(desk, ids[0] ?? '')).toBe(anna.person)
    await desk.owner
      .insertInto('on_call')
      .values({ person_id: one.person })
      .onConflict((on) => on.doNothing())
      .execute()
  }
  expect(await unowned(desk)).toEqual([])
})
