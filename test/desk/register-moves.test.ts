import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AttendParts, registerHash } from '../../src/commands/attend/parts.ts'
import { tryImport } from '../../src/commands/register/imports/try-import.ts'
import { undoImport } from '../../src/commands/register/imports/undo-import.ts'
import { answerAlike } from '../../src/commands/register/people/answer-alike.ts'
import { answerMoves } from '../../src/commands/register/people/answer-moves.ts'
import { moveLearner, partLearner } from '../../src/commands/register/people/change-person.ts'
import { mergeOrganisation } from '../../src/commands/register/people/merge-organisation.ts'
import { readMoves } from '../../src/commands/register/people/moves.ts'
import { readPerson } from '../../src/commands/register/people/read-person.ts'
import type { ArrivingRow } from '../../src/domain/register/arriving.ts'
import { nameKey, organisationKey } from '../../src/domain/register/names.ts'
import { asSignedIn, type Tx } from '../../src/store/store.ts'
import { openTestDesk, type Somebody, serveTestDesk, type TestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { certified, importsRows, issues, openTestAttend } from '../support/register.ts'
import { trained } from '../support/trained.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
let coordinator: Somebody
let [here, there]: Somebody[] = []
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
  ;[here, there] = [await desk.somebody(['spoc'], { partner: 'watford' }), await desk.somebody(['spoc'], { partner: 'stevenage' })]
})
/** Nothing is asked still of a test before. */
beforeEach(() => desk.owner.deleteFrom('learner_move').execute())
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const placeOf = async (partner: string): Promise<string> =>
  (await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()).id
const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`

/** They were at an event of Watford's people, and hold a certificate. Gives who they are. */
const knownAt = async (partner: string, name: string): Promise<{ learner: string; certificate: string; event: string }> => {
  const { of, event } = await certified(desk, attend, trainer, [{ name, email: emailOf(name), workplace: { id: await placeOf(partner) } }])
  return { learner: of(name).learner_id ?? '', certificate: of(name).id, event }
}
/** A SPOC imports a list with one row. */
const imports = async (
  spoc: Somebody,
  partner: string,
  name: string,
  email: string,
  on_date = '2026-11-30',
  more: Partial<ArrivingRow> = {},
): Promise<string> => {
  const id = randomUUID()
  const email_key = registerHash(attend.pepper, 'email', email).toString('hex')
  const row = { name, name_key: nameKey(name), email_key, tier: 'public-facing', version: null, on_date, way: 'file' as const, ...more }
  await importsRows(desk, spoc, { id, partner, rows: [row] })
  return id
}
/** Everyone whom a search of a partner's people finds. */
const finds = async (tx: Tx, partner: string): Promise<string[]> => {
  const { pack } = desk.parts
  const tiers = pack.course.tiers.map(({ id }) => id)
  const each = await Promise.all(
    ['abi', 'ben', 'cass', 'dee'].map((begins) =>
      sql<{
        learner_id: string
      }>`select * from find_people(array[${begins}], ${partner}, ${tiers}::text[], array['', 'current', 'needs-update', 'ended'],
        array[true, false], null, null, null, null, 20)`.execute(tx),
    ),
  )
  return [...new Set(each.flatMap(({ rows }) => rows.map(({ learner_id }) => learner_id)))]
}
/** All of the register that somebody can read of a learner, whatever they ask. */
const seenBy = (who: Somebody, learner: string) =>
  asSignedIn(desk.parts.store, who.signIn, async (tx) => ({
    learner: (await tx.selectFrom('learner').select('name').where('id', '=', learner).execute()).length,
    standing: (await tx.selectFrom('standing').select('tier').where('one', '=', learner).execute()).length,
    attendance: (await tx.selectFrom('attendance').select('tier').where('learner_id', '=', learner).execute()).map(({ tier }) => tier),
    certificates: (await tx.selectFrom('certificate').select('code').where('learner_id', '=', learner).execute()).length,
    found: (await finds(tx, 'stevenage')).filter((id) => id === learner).length,
    copies: (await sql`select * from learner_copies(array[${learner}]::uuid[])`.execute(tx)).rows.length,
  }))
const movesFor = async (who: Somebody) => {
  const read = await desk.as(who, readMoves, null)
  if ('fault' in read) throw new Error(read.fault)
  return read.done.moves
}
const nothing = { learner: 0, standing: 0, certificates: 0, found: 0, copies: 0 }

test('an email on another partner’s list hands it nothing of what was learned elsewhere, until a coordinator says that they moved', async () => {
  if (!here || !there) throw new Error('nobody')
  const { learner } = await knownAt('watford', 'Abi Lychgate')
  await imports(there, 'stevenage', 'A. Lychgate', emailOf('Abi Lychgate'))
  expect(await seenBy(there, learner)).toEqual({ ...nothing, attendance: ['public-facing'] })
  expect(await desk.as(there, readPerson, { person: learner })).toEqual({ fault: 'not-found' })
  expect(await seenBy(here, learner)).toMatchObject({ learner: 1, standing: 1, attendance: ['everyone'], certificates: 1, copies: 1 })
  // Whose list it was sees the name that it sent, and not where they are known; the partner they are of is told nothing.
  const [asked] = await movesFor(there)
  expect(asked).toMatchObject({ named: 'A. Lychgate', to: expect.stringContaining('Stevenage'), known: null })
  expect(await movesFor(here)).toEqual([])
  expect(await movesFor(coordinator)).toMatchObject([
    { named: 'A. Lychgate', known: { name: 'Abi Lychgate', at: expect.stringContaining('Watford') } },
  ])
  const answer = { moves: [asked?.id ?? ''], answer: 'moved' as const }
  for (const spoc of [here, there]) expect(await desk.as(spoc, answerMoves, answer)).toHaveProperty('fault')
  expect(await desk.as(coordinator, answerMoves, answer)).toEqual({ done: { answered: 1 } })
  expect(await seenBy(there, learner)).toMatchObject({ learner: 1, standing: 2, certificates: 1, found: 1, copies: 1 })
  expect(await seenBy(here, learner)).toEqual({ ...nothing, attendance: ['everyone'] })
  expect([await movesFor(coordinator), await movesFor(there)]).toEqual([[], []])
})

test('who did not move stays, and is not asked about again before something newer names them there', async () => {
  if (!there) throw new Error('nobody')
  const { learner } = await knownAt('watford', 'Ben Packhorse')
  const again = (day?: string) => imports(there as Somebody, 'stevenage', 'Ben Packhorse', emailOf('Ben Packhorse'), day)
  await again('2020-01-01')
  expect(await movesFor(coordinator), 'an old list asks nothing').toEqual([])
  await again('2027-01-04')
  const moves = (await movesFor(coordinator)).map(({ id }) => id)
  expect(await desk.as(coordinator, answerMoves, { moves, answer: 'stays' })).toEqual({ done: { answered: 1 } })
  await again('2027-01-04')
  expect(await movesFor(coordinator)).toEqual([])
  expect(await seenBy(there, learner)).toMatchObject(nothing)
  await again('2027-02-01')
  expect(await movesFor(coordinator)).toHaveLength(1)
  // Their own partner lets them go: nothing is left to ask.
  expect(await desk.as(here as Somebody, moveLearner, { person: learner, organisation: await placeOf('stevenage') })).toHaveProperty('done')
  expect(await movesFor(coordinator)).toEqual([])
})

test('a list that is taken back takes its questions along; an event asks as a list does, and whoever is of no partner is handed to none', async () => {
  if (!there) throw new Error('nobody')
  await knownAt('watford', 'Cass Ford')
  const id = await imports(there, 'stevenage', 'Cass Ford', emailOf('Cass Ford'))
  expect(await movesFor(coordinator)).toHaveLength(1)
  expect(await desk.as(there, undoImport, { id })).toHaveProperty('done')
  expect(await movesFor(coordinator)).toEqual([])
  // Somebody enters themselves, or another, as of Stevenage.
  await certified(desk, attend, trainer, [
    { name: 'Cass Ford', email: emailOf('Cass Ford'), workplace: { id: await placeOf('stevenage') } },
  ])
  expect(await movesFor(there)).toMatchObject([{ named: 'Cass Ford' }])
  const { learner } = await (async () => {
    const { of } = await certified(desk, attend, trainer, [{ name: 'Dee Stile', email: emailOf('Dee Stile') }])
    return { learner: of('Dee Stile').learner_id ?? '' }
  })()
  await imports(there, 'stevenage', 'Dee Stile', emailOf('Dee Stile'))
  expect(await seenBy(there, learner)).toEqual({ ...nothing, attendance: ['public-facing'] })
})

/** Two entries turn out to be one person: whoever looks after them says so. */
const join = async (spoc: Somebody, ...both: readonly [string, string]): Promise<string> => {
  const [one_id = '', other_id = ''] = both.toSorted()
  const { partner_id } = await entryOf(one_id)
  const pair = await desk.owner
    .insertInto('learner_alike')
    .values({ one_id, other_id, partner_id, similarity: 0.9 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const joined = await desk.as(spoc, answerAlike, { pair: pair.id, answer: 'joined' })
  if ('fault' in joined) throw new Error(joined.fault)
  return joined.done.person
}
const entryOf = (id: string) => desk.owner.selectFrom('learner').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const organisationsOf = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await entryOf(id)).organisation_id))
const typed = async (name: string): Promise<string> => {
  const { id } = await desk.owner
    .insertInto('organisation')
    .values({ name, name_key: organisationKey(name), sector: 'business' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
/** A coordinator imports a list with one row, of an organisation that was typed. */
const importsAt = (organisation: string, name: string, on_date: string, role_group?: string) => {
  const email_key = registerHash(attend.pepper, 'email', emailOf(name)).toString('hex')
  const at = { organisation, organisation_key: organisationKey(organisation), sector: 'business' }
  const row = { name, name_key: nameKey(name), email_key, ...at, tier: 'public-facing', version: null, on_date, way: 'file' as const }
  return importsRows(desk, coordinator, { id: randomUUID(), partner: null, rows: [{ ...row, ...(role_group ? { role_group } : {}) }] })
}

test('whoever turns out to be one with another moves whole, also when that was said after the question was asked', async () => {
  if (!here || !there) throw new Error('nobody')
  const { learner } = await knownAt('watford', 'Eve Tollgate')
  await imports(there, 'stevenage', 'Eve Tollgate', emailOf('Eve Tollgate'))
  const first = await trained(desk, 'Eve Tollgates', 'watford', [{ days: 900 }], { email_key: Buffer.alloc(32, 7), made_on: '2020-01-01' })
  expect(await join(here, first, learner)).toBe(first)
  const [asked, ...more] = await movesFor(coordinator)
  expect([asked?.known, more]).toEqual([expect.objectContaining({ person: first, name: 'Eve Tollgates' }), []])
  // A third entry of theirs is asked about as well: one answer is for the person.
  const third = await trained(desk, 'Eve Tolgate', 'watford', [{ days: 800 }])
  await join(here, first, third)
  expect(await desk.as(coordinator, answerMoves, { moves: [asked?.id ?? ''], answer: 'moved' })).toEqual({ done: { answered: 1 } })
  const place = await placeOf('stevenage')
  expect(await organisationsOf(first, learner, third)).toEqual([place, place, place])
  expect(await movesFor(coordinator)).toEqual([])
  // So does whoever moves by themselves, for nobody sees more by it.
  await typed('Toll House')
  const alone = await trained(desk, 'Flo Milepost', 'Toll House', [{ days: 700 }], {
    email_key: Buffer.alloc(32, 8),
    made_on: '2020-01-01',
  })
  await importsAt('Toll House', 'Flo Mileposts', '2026-01-01')
  const named = await desk.owner.selectFrom('learner').selectAll().where('name', '=', 'Flo Mileposts').executeTakeFirstOrThrow()
  await join(coordinator, alone, named.id)
  const inn = await typed('Coaching Inn')
  await importsAt('Coaching Inn', 'Flo Mileposts', '2026-06-01')
  expect(await organisationsOf(alone, named.id)).toEqual([inn, inn])
})

test('a person who is parted again takes the question along that was theirs', async () => {
  if (!here || !there) throw new Error('nobody')
  const first = await trained(desk, 'Gil Turnpike', 'watford', [{ days: 900 }], { email_key: Buffer.alloc(32, 9), made_on: '2020-01-01' })
  const { learner } = await knownAt('watford', 'Gil Turnpikes')
  await join(here, first, learner)
  await imports(there, 'stevenage', 'Gil Turnpikes', emailOf('Gil Turnpikes'))
  expect(await desk.as(here, partLearner, { person: learner })).toHaveProperty('done')
  const [asked] = await movesFor(coordinator)
  expect(asked?.known).toMatchObject({ person: learner })
  expect(await desk.as(coordinator, answerMoves, { moves: [asked?.id ?? ''], answer: 'moved' })).toEqual({ done: { answered: 1 } })
  expect(await organisationsOf(first, learner)).toEqual([await placeOf('watford'), await placeOf('stevenage')])
})

test('an organisation that is put right keeps the questions that are open, and answers those that it answers', async () => {
  if (!there) throw new Error('nobody')
  const [wash, hand] = [await typed('Carwash Hatfeild'), await typed('Hatfield Hand Car Wash')]
  await importsAt('Carwash Hatfeild', 'Hal Fingerpost', '2026-01-01')
  await imports(there, 'stevenage', 'Hal Fingerpost', emailOf('Hal Fingerpost'))
  expect(await movesFor(coordinator)).toHaveLength(1)
  expect(await desk.as(coordinator, mergeOrganisation, { organisation: wash, into: hand })).toEqual({ done: { moved: 1 } })
  const [open] = await movesFor(coordinator)
  expect(open?.known).toMatchObject({ name: 'Hal Fingerpost', at: 'Hatfield Hand Car Wash' })
  await importsAt('Toll House', 'Hal Fingerpost', '2027-01-04')
  expect(await movesFor(coordinator), 'they move between two that are of no partner').toHaveLength(1)
  expect(await desk.as(coordinator, answerMoves, { moves: [open?.id ?? ''], answer: 'stays' })).toEqual({ done: { answered: 1 } })
  // What was typed is their own employer after all.
  const { learner } = await knownAt('watford', 'Ida Waypost')
  await importsAt('Watford Counsil', 'Ida Waypost', '2027-01-04')
  expect(await movesFor(coordinator)).toMatchObject([{ named: 'Ida Waypost', to: 'Watford Counsil' }])
  const { id } = await desk.owner.selectFrom('organisation').select('id').where('name', '=', 'Watford Counsil').executeTakeFirstOrThrow()
  expect(await desk.as(coordinator, mergeOrganisation, { organisation: id, into: await placeOf('watford') })).toHaveProperty('done')
  expect(await movesFor(coordinator)).toEqual([])
  expect(await organisationsOf(learner)).toEqual([await placeOf('watford')])
})

test('an event of before moves nobody back, and asks nothing, as an old list does not', async () => {
  const inn = await typed('Staging Inn')
  const at = { name: 'Old Smithy', sector: 'business' }
  const person = { name: 'Jo Drovers', email: emailOf('Jo Drovers'), workplace: at }
  const { of } = await certified(desk, attend, trainer, [person])
  const learner = of('Jo Drovers').learner_id ?? ''
  await importsAt('Staging Inn', 'Jo Drovers', '2027-01-04', 'first-responder')
  expect(await entryOf(learner)).toMatchObject({ organisation_id: inn, role_group: 'first-responder' })
  await certified(desk, attend, trainer, [person])
  expect(await entryOf(learner)).toMatchObject({ organisation_id: inn, role_group: 'first-responder' })
  await certified(desk, attend, trainer, [{ ...person, workplace: { id: await placeOf('stevenage') } }])
  expect(await movesFor(coordinator)).toEqual([])
})

/** What somebody holds, and how many certificates they were given; all that one organisation's list could change for another's people. */
const holds = async (learner: string) => {
  await issues(desk)
  const { owner } = desk
  const standing = await owner.selectFrom('standing').select(['tier', 'on_date']).where('one', '=', learner).orderBy('tier').execute()
  const made = await owner.selectFrom('certificate').select(['learnt_on', 'replaced_by']).where('learner_id', '=', learner).execute()
  const counting = made.filter(({ replaced_by }) => replaced_by === null)
  return { standing, made: made.length, counting: counting.map(({ learnt_on }) => learnt_on) }
}
const ours = () => ({ tier: 'everyone', version: desk.parts.pack.course.taught })

test('what one organisation’s list says of another’s person is counted, and changes nothing that they hold until somebody answers', async () => {
  const [watford, stevenage] = [here as Somebody, there as Somebody]
  const { learner } = await knownAt('watford', 'Eli Wharf')
  const before = await holds(learner)
  const list = (day: string) => imports(stevenage, 'stevenage', 'Eli Wharf', emailOf('Eli Wharf'), day, ours())
  const first = await list('2027-01-04')
  expect(await holds(learner)).toEqual(before)
  expect((await seenBy(stevenage, learner)).attendance, 'it is counted').toEqual(['everyone'])
  const asked = async () => (await movesFor(coordinator)).filter(({ named }) => named === 'Eli Wharf')
  const answers = async (answer: 'moved' | 'stays') =>
    desk.as(coordinator, answerMoves, { moves: (await asked()).map(({ id }) => id), answer })
  // Of two lists, what is left of the first is asked about when the second is taken back.
  expect(await desk.as(stevenage, undoImport, { id: await list('2027-01-05') })).toHaveProperty('done')
  expect(await asked()).toMatchObject([{ on: Temporal.PlainDate.from('2027-01-04') }])
  await answers('stays')
  expect(await holds(learner)).toEqual(before)
  await list('2027-02-01')
  expect(await holds(learner)).toEqual(before)
  await answers('moved')
  expect(await holds(learner)).toEqual({ standing: [{ tier: 'everyone', on_date: '2027-02-01' }], made: 3, counting: ['2027-02-01'] })
  expect(await seenBy(watford, learner)).toMatchObject({ certificates: 0 })
  // Who learned it before they moved has learned it still.
  expect(await desk.as(stevenage, undoImport, { id: first })).toHaveProperty('done')
  expect(await holds(learner)).toMatchObject({ counting: ['2027-02-01'] })
})

test('what their own organisation says of somebody counts at once, also where another’s list has said it before', async () => {
  const { learner } = await knownAt('watford', 'Fay Towpath')
  const list = (who: Somebody, partner: string) => imports(who, partner, 'Fay Towpath', emailOf('Fay Towpath'), '2027-01-04', ours())
  await list(there as Somebody, 'stevenage')
  await list(here as Somebody, 'watford')
  expect(await holds(learner)).toMatchObject({ made: 2, counting: ['2027-01-04'] })
})

test('a trial of a list tells no day on which somebody else’s people were trained, and stands in the audit', async () => {
  if (!there) throw new Error('nobody')
  const days = ['2026-11-10', '2026-11-11', '2026-11-12']
  const row = (on_date: string, name = 'Abi Stranger') => ({
    ...{ name, name_key: nameKey(name), email_key: registerHash(attend.pepper, 'email', emailOf('Gil Warren')).toString('hex') },
    ...{ tier: 'everyone', version: null, on_date, way: 'file' as const },
  })
  await importsRows(desk, here as Somebody, { id: randomUUID(), partner: 'watford', rows: [row(days[1] ?? '', 'Gil Warren')] })
  const tries = () => desk.as(there as Somebody, tryImport, { partner: 'stevenage', event: null, rows: days.map((day) => row(day)) })
  expect(await tries()).toMatchObject({ done: { came: ['kept', 'kept', 'kept'], fresh: 0, elsewhere: new Set([0, 1, 2]) } })
  // What they recorded themselves they may know; no more than that.
  await importsRows(desk, there, { id: randomUUID(), partner: 'stevenage', rows: [row(days[0] ?? '')] })
  expect(await tries()).toMatchObject({ done: { came: ['known', 'kept', 'kept'], fresh: 0 } })
  const entries = await desk.owner.selectFrom('audit').select(['person', 'object_id']).where('verb', '=', 'read-import-trial').execute()
  expect(entries).toEqual(Array(2).fill({ person: there.person, object_id: 'stevenage' }))
})

test('a coordinator answers on the page, several at once, and is told on the home page; a SPOC sees there whom their lists named, and no more', async () => {
  const served = await serveTestDesk({ pack: adopted(realPack()) })
  const [answers, sent] = [await served.somebody(['coordinator']), await served.somebody(['spoc'], { partner: 'stevenage' })]
  const place = async (partner: string) =>
    (await served.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()).id
  const learner = await trained(served, 'Fay Bridleway', 'watford', [{ days: 400 }])
  const second = await trained(served, 'Gus Bridleway', 'watford', [{ days: 400 }])
  const move = { organisation_id: await place('stevenage'), partner_id: 'stevenage', on_date: '2026-11-30' }
  await served.owner
    .insertInto('learner_move')
    .values([
      { ...move, learner_id: learner, name: 'F. Bridleway' },
      { ...move, learner_id: second, name: 'G. Bridleway' },
    ])
    .execute()
  const path = '/desk/register/moves'
  const own = await deskVisitor(served.at, sent.cookie).get(path)
  expect(own.text).toContain('F. Bridleway')
  expect(own.text).not.toMatch(/Fay|Watford|They moved/)
  const visitor = deskVisitor(served.at, answers.cookie)
  expect((await visitor.get('/desk')).text).toContain('2 people may work somewhere else now')
  expect((await deskVisitor(served.at, sent.cookie).get('/desk')).text).not.toContain('work somewhere else')
  const page = await visitor.get(path)
  expect(page.text).toMatch(/Fay Bridleway<\/a>, [^<]*Watford/)
  const ids = [...page.text.matchAll(/name="moves"[^>]* value="([^"]+)"/g)].map(([, id = '']) => id)
  expect(ids).toHaveLength(2)
  const keyIn = (text: string): string => /name="key" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const key = keyIn(page.text)
  const ticked = (answer: string, key: string) =>
    new URLSearchParams([['key', key], ['answer', answer], ...ids.map((id) => ['moves', id] as [string, string])])
  const nobody = await visitor.post(path, { key })
  expect(nobody).toMatchObject({ status: 400, text: expect.stringContaining('Tick the people that your answer is about') })
  expect(nobody.text).toContain('Choose whether they moved')
  expect(await visitor.post(path, ticked('moved', key))).toMatchObject({ status: 303, to: `${path}?told=moved` })
  const after = await visitor.get(path)
  expect(after.text).toContain('No one is waiting for an answer')
  const other = keyIn((await visitor.get(`/desk/register/people/${learner}`)).text)
  expect((await visitor.post(path, ticked('stays', other))).text).toContain('Someone has answered that already')
  expect((await visitor.get('/desk')).text).not.toContain('work somewhere else')
  const theirs = deskVisitor(served.at, sent.cookie)
  for (const person of [learner, second]) expect((await theirs.get(`/desk/register/people/${person}`)).text).toContain('Bridleway')
  await served.stop()
})
