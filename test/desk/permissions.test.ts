import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOfPartner, type Role, roles } from '../../src/domain/access/roles.ts'
import { type Action, actions, type Facts, may, type ObjectKind, objects } from '../../src/domain/access/table.ts'
import { certificateCode, eventCode } from '../../src/domain/register/codes.ts'
import { objectTables } from '../../src/store/policies/objects.ts'
import { asSignedIn, type Db, type Tx } from '../../src/store/store.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

/*
 * Every cell of the permission table, tried on the database itself as somebody who is signed in: it must allow what the table allows, and
 * deny the rest, whatever a command would have asked before. What a row is to somebody is worked out here, apart from the policies.
 */

const [here, there] = ['watford', 'stevenage'] as const

let desk: TestDesk
/** Nobody's own: a colleague who is in no directory, a SPOC elsewhere who is, somebody elsewhere who is not. */
let others: Somebody[]
const viewers = new Map<Role, Somebody>()
const partnerOf = new Map<string, string>()

beforeAll(async () => {
  desk = await openTestDesk()
  const make = async (role: Role, partner: string): Promise<Somebody> => {
    const one = await desk.somebody([role], { partner })
    partnerOf.set(one.person, partner)
    return one
  }
  others = [await make('practitioner', here), await make('spoc', there), await make('practitioner', there)]
  for (const role of roles) viewers.set(role, await make(role, here))
  for (const one of [...others, ...viewers.values()]) for (const object of objects) await rowFor(object, one.person, desk.owner)
})
afterAll(() => desk.close())

const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
const bytes = (): Buffer => randomBytes(32)
/** Nobody has two shifts at one time. */
let hours = 0
const nextHour = (): { starts_at: Date; ends_at: Date } => {
  hours += 1
  return { starts_at: new Date(soon(hours)), ends_at: new Date(soon(hours + 1)) }
}

/** Values of a new row that is somebody's, by its table; the rest has defaults. Some need a row of another table first, which the owner makes. */
const values: Partial<Record<ObjectKind, (person: string, owner: Db) => Promise<Record<string, unknown>> | Record<string, unknown>>> = {
  partner: () => ({ id: `p-${randomUUID()}`, name: 'Another' }),
  person: (person) => ({ partner_id: partnerOf.get(person) }),
  profile: async (person, owner) => {
    const partner_id = partnerOf.get(person) ?? ''
    const { id } = await owner.insertInto('person').values({ partner_id }).returning('id').executeTakeFirstOrThrow()
    return { person_id: id, partner_id, name: 'Somebody', email: `${id}@example.org` }
  },
  role: (person) => ({ person_id: person, partner_id: partnerOf.get(person), role: 'analyst' }),
  invitation: (person) => ({ person_id: person, partner_id: partnerOf.get(person), token_hash: bytes(), expires_at: soon(1) }),
  'sign-in': (person) => ({
    person_id: person,
    token_hash: bytes(),
    method: 'passkey',
    device: '',
    idle_ends_at: soon(1),
    ends_at: soon(1),
  }),
  passkey: (person) => ({ person_id: person, credential_id: randomUUID(), public_key: bytes(), counter: 0, name: 'Phone' }),
  password: (person) => ({ person_id: person, hash: '', authenticator: bytes() }),
  'recovery-code': (person) => ({ person_id: person, hash: bytes() }),
  'work-account': (person) => ({ person_id: person, issuer: 'https://id.example.org', subject: randomUUID() }),
  shift: (person) => ({ person_id: person, ...nextHour(), rung: 1 }),
  'shift-answer': async (person, owner) => {
    const shift = await owner
      .insertInto('shift')
      .values({ person_id: person, ...nextHour(), rung: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { shift_id: shift.id, person_id: person, answer: 'agreed' }
  },
  swap: async (person, owner) => {
    const shift = await owner
      .insertInto('shift')
      .values({ person_id: person, ...nextHour(), rung: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { shift_id: shift.id, from_person: person, to_person: others.find((one) => one.person !== person)?.person }
  },
  leave: (person) => ({ person_id: person, first_day: '2027-01-04', last_day: '2027-01-05' }),
  'on-call': (person) => ({ person_id: person }),
  'fact-check': (person) => ({
    made_by: person,
    list: 'services',
    fact: 'police-101',
    checked_on: '2026-11-30',
    way: 'telephone',
    partner_id: partnerOf.get(person),
    asked: 'a call handler',
    said: 'Yes.',
    holds: 'yes',
  }),
  'receiving-key': () => ({ seq: randomInt(2 ** 31), id: randomBytes(8).toString('hex'), public: bytes() }),
  alarm: (person) => ({ kind: 'many-reads', person_id: person, count: 40 }),
  intake: () => ({ one: true }),
  concern: (person) => ({ id: randomUUID(), read_by: soon(12), owner_id: person }),
  'concern-text': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), kind: 'report', sealed: bytes() }),
  'concern-note': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), sealed: bytes() }),
  'concern-reply': async (person) => ({
    ...{ id: randomUUID(), concern_id: await concernOf(person) },
    ...{ goes_at: soon(1), sealed: bytes(), for_reporter: bytes() },
  }),
  'concern-offer': async (person) => ({ concern_id: await concernOf(person), until: soon(1) }),
  'concern-share': async (person) => ({ concern_id: await concernOf(person), partner_id: partnerOf.get(person) }),
  'concern-link': async (person, owner) => ({
    concern_id: await concernOf(person),
    other_id: await anotherConcern(person, owner),
    kind: 'related',
  }),
  'concern-apart': async (person) => ({ concern_id: await concernOf(person), partner_id: 'dacorum' }),
  'concern-picture': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), place: 1, sealed: bytes() }),
  'concern-identifier': async (person) => ({
    ...{ id: randomUUID(), concern_id: await concernOf(person) },
    ...{ kind: 'phone', token: bytes(), sealed: bytes() },
  }),
  'concern-intelligence': async (person) => ({
    ...{ id: randomUUID(), concern_id: await concernOf(person) },
    ...{ source: '2', assessment: 'B', handling: 'P', sealed: bytes() },
  }),
  'sharing-decision': async (person) => ({
    ...{
      id: randomUUID(),
      concern_id: await concernOf(person),
      partner_id: 'three-rivers',
      reason: 'other-adults-at-risk',
      sealed: bytes(),
    },
  }),
  'share-answer': async (person, owner) => ({
    ...{ id: randomUUID(), share_id: await shareOf(person, owner), concern_id: await concernOf(person) },
    ...{ partner_id: partnerOf.get(person), kind: 'answer', sealed: bytes() },
  }),
  'choice-change': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), choice: 'partners', sealed: bytes() }),
  'concern-hold': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), sealed: bytes() }),
  'erasure-request': async (person) => ({
    ...{ id: randomUUID(), concern_id: await concernOf(person), reason: 'reporter', erases_on: '2100-01-01' },
  }),
  'access-request': async (person) => ({ id: randomUUID(), concern_id: await concernOf(person), received_on: '2026-11-30' }),
  erasure: () => ({ id: randomUUID(), number: 1, rule: 'asked', last_key: 1, replies: false }),
  organisation: () => ({ name: 'Somewhere', name_key: randomUUID(), sector: 'business' }),
  'training-event': (person) => eventValues(person),
  'event-entry': async (person, owner) => ({
    ...{ id: randomUUID(), event_id: await eventOf(person, owner), trainer_id: person, name: 'Abi', name_key: 'abi' },
    ...{ organisation: 'Somewhere', organisation_key: 'somewhere', way: 'list', state: 'entered' },
  }),
  'sheet-photo': async (person, owner) => ({
    ...{ id: randomUUID(), event_id: await eventOf(person, owner), trainer_id: person, sealed: bytes() },
  }),
  learner: (person, owner) => learnerValues(person, owner),
  attendance: (person) => ({
    ...attendanceValues,
    id: randomUUID(),
    who: randomUUID(),
    partner_id: partnerOf.get(person),
    trainer_id: person,
  }),
  standing: async (person, owner) => {
    const { organisation_id, ...learner } = await learnerValues(person, owner)
    const { id } = await owner
      .insertInto('learner')
      .values({ ...learner, organisation_id })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      ...{ learner_id: id, tier: 'everyone', one: id, organisation_id, partner_id: partnerOf.get(person), name_key: 'abi' },
      ...{ on_date: '2026-11-30', attendance_id: randomUUID() },
    }
  },
  certificate: (person) => ({
    ...{ code: certificateCode(randomBytes(16)), partner_id: partnerOf.get(person), name_hash: bytes(), tier: 'everyone' },
    ...{ version: '0123456789ab', learnt_on: '2026-11-30', trainer_id: person },
  }),
  'register-release': (person) => ({ id: randomUUID(), ...nextQuarter(), released_by: person }),
  'release-figure': async (person, owner) => {
    const { id } = await owner
      .insertInto('register_release')
      .values({ id: randomUUID(), ...nextQuarter(), released_by: person })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { release_id: id, place: 1, to_month: '2026-03', people: 7 }
  },
  'register-count': (person) => ({
    ...{ kind: 'partner', tier: 'everyone', period: nextMonth(), measure: 'people', of: partnerOf.get(person) },
    ...{ partner_id: partnerOf.get(person), least: 6, most: 7 },
  }),
  'head-count': (person) => ({ partner_id: partnerOf.get(person), people: 600, on_date: '2026-04-01' }),
  'same-person': async (person, owner) => {
    const ids = [await aLearner(person, owner), await aLearner(person, owner)].sort()
    return { one_id: ids[0], other_id: ids[1], partner_id: partnerOf.get(person), similarity: 0.8 }
  },
  'learner-move': async (person, owner) => {
    const { id } = await owner
      .insertInto('organisation')
      .values({ name: `Elsewhere ${randomUUID()}`, name_key: `elsewhere ${randomUUID()}`, sector: 'business' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const learner_id = await aLearner(person, owner)
    return { learner_id, organisation_id: id, partner_id: partnerOf.get(person), name: 'Abi Lychgate', on_date: '2026-11-30' }
  },
  'register-import': (person) => ({ id: randomUUID(), made_by: person, partner_id: partnerOf.get(person), kind: 'file' }),
  'learning-key': (person) => ({ id: randomUUID(), partner_id: partnerOf.get(person), name: 'Our Moodle', hash: bytes() }),
  'trainer-approval': (person) => ({
    ...{ id: randomUUID(), person_id: person, partner_id: partnerOf.get(person), tier: 'everyone', from_day: '2026-11-30' },
  }),
}

/** Each is released once. */
let quarters = 0
const nextQuarter = (): { begins: string; until: string } => {
  quarters += 1
  return { begins: '2026-01', until: `${2100 + quarters}-03` }
}

/** One figure of each month. */
let months = 0
const nextMonth = (): string => {
  months += 1
  return `${3000 + months}-01`
}

const attendanceValues = { sector: 'business', tier: 'everyone', on_date: '2026-11-30', way: 'event' }
const eventValues = (person: string) => ({
  ...{ id: randomUUID(), code: eventCode(randomBytes(6)), word: 'ABC', partner_id: partnerOf.get(person) ?? '', trainer_id: person },
  ...{ tier: 'everyone', version: '0123456789ab', language: 'en', starts_at: soon(1), ends_at: soon(2), place: 'Watford', capacity: 20 },
})
const eventOf = async (person: string, owner: Db): Promise<string> => {
  const { starts_at, ends_at, ...event } = eventValues(person)
  const made = { ...event, starts_at: new Date(starts_at), ends_at: new Date(ends_at) }
  return (await owner.insertInto('training_event').values(made).returning('id').executeTakeFirstOrThrow()).id
}
const aLearner = async (person: string, owner: Db): Promise<string> =>
  (
    await owner
      .insertInto('learner')
      .values(await learnerValues(person, owner))
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
const learnerValues = async (person: string, owner: Db) => {
  const partner_id = partnerOf.get(person) ?? ''
  const { id } = await owner.selectFrom('organisation').select('id').where('partner_id', '=', partner_id).executeTakeFirstOrThrow()
  return { organisation_id: id, partner_id, name: 'Abi Lychgate', name_key: 'abi lychgate' }
}

/** Columns that name who did it: the database fills them in for whoever is signed in, and the owner of the tables is nobody. */
const signed: Partial<Record<ObjectKind, string>> = {
  'concern-note': 'made_by',
  'concern-reply': 'made_by',
  'concern-offer': 'from_person',
  'concern-share': 'made_by',
  'concern-identifier': 'made_by',
  'concern-intelligence': 'made_by',
  'sharing-decision': 'asked_by',
  'share-answer': 'made_by',
  'choice-change': 'made_by',
  'concern-link': 'made_by',
  'concern-hold': 'made_by',
  'erasure-request': 'made_by',
  'access-request': 'made_by',
  'trainer-approval': 'made_by',
  'learning-key': 'made_by',
  'head-count': 'made_by',
}

/** The concern that somebody owns. */
const concerns = new Map<string, string>()
const concernOf = async (person: string): Promise<string> => {
  const there = concerns.get(person)
  if (there) return there
  const id = randomUUID()
  concerns.set(person, id)
  await desk.owner
    .insertInto('concern')
    .values({ id, read_by: new Date(soon(12)), owner_id: person, sharing: 'partners' })
    .execute()
  return id
}

/** What was passed of it to their own partner (`rowFor` has made it). */
const shareOf = async (person: string, owner: Db): Promise<string> =>
  (
    await owner
      .selectFrom('concern_share')
      .select('id')
      .where('concern_id', '=', await concernOf(person))
      .executeTakeFirstOrThrow()
  ).id

const anotherConcern = async (person: string, owner: Db): Promise<string> => {
  const id = randomUUID()
  await owner
    .insertInto('concern')
    .values({ id, read_by: new Date(soon(12)), owner_id: person })
    .execute()
  return id
}

/** The row of each object that is somebody's own: where it is found. */
const rows = new Map<string, string>()
const keyOf = (object: ObjectKind, person: string): string => `${object} ${person}`

const rowFor = async (object: ObjectKind, person: string, owner: Db): Promise<void> => {
  const table = objectTables[object]?.table
  if (!table) return
  const at = async (): Promise<string> => {
    if (object === 'partner') return `id = '${partnerOf.get(person)}'`
    if (object === 'person') return `id = '${person}'`
    if (object === 'audit') {
      const { rows } = await sql<{ seq: string }>`select audit_append(null, 'look-at', 'person', 'x', ${person}::uuid) as seq`.execute(
        owner,
      )
      return `seq = ${rows[0]?.seq}`
    }
    // What makes a person what they are here is there already.
    if (object === 'profile' || object === 'role' || object === 'sign-in') return `person_id = '${person}'`
    // It would put them into the directory, and nobody would be left who is not in it.
    if (object === 'on-call' && [others[0], others[2]].some((one) => one?.person === person)) return 'false'
    if (object === 'intake') return 'true'
    // A concern that is somebody's own is passed to their partner too.
    if (object === 'concern') return `id = '${await concernOf(person)}'`
    const by = signed[object]
    const own: Record<string, unknown> = { ...(await values[object]?.(person, owner)), ...(by ? { [by]: person } : {}) }
    const [column = 'id'] = ['shift_id', 'person_id', 'learner_id', 'release_id', 'period'].filter((name) => primary[object] === name)
    const { rows } = await insert(owner, table, own, column)
    return `${column} = '${rows[0]?.at}'`
  }
  rows.set(keyOf(object, person), await at())
}

/** Tables whose rows have no id of their own. */
const primary: Partial<Record<ObjectKind, string>> = {
  standing: 'learner_id',
  'release-figure': 'release_id',
  'register-count': 'period',
  'shift-answer': 'shift_id',
  'on-call': 'person_id',
  password: 'person_id',
  'recovery-code': 'person_id',
  'work-account': 'person_id',
}

const insert = (db: Db, table: string, row: Record<string, unknown>, column: string) =>
  sql<{ at: string }>`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))}) returning ${sql.ref(column)}::text as at`.execute(db)

/** Does the database let it be done? Whatever was done is undone again. */
const tries = async (tx: Tx, action: Action, object: ObjectKind, person: string): Promise<boolean> => {
  const { table = '', changes = [], own = ['id'] } = objectTables[object] ?? {}
  const where = sql.raw(rows.get(keyOf(object, person)) ?? 'false')
  await sql`savepoint try`.execute(tx)
  try {
    if (action === 'read') {
      const column = objectTables[object]?.reads?.[0] ?? '1'
      return (await sql`select ${sql.raw(column)} from ${sql.table(table)} where ${where}`.execute(tx)).rows.length > 0
    }
    if (action === 'change') {
      const [column = 'id'] = [...changes, ...(primary[object] ? [primary[object]] : own)]
      const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} where ${where}`.execute(tx)
      return Number(done.numAffectedRows) > 0
    }
    if (action === 'remove') return Number((await sql`delete from ${sql.table(table)} where ${where}`.execute(tx)).numAffectedRows) > 0
    const row = (await values[object]?.(person, desk.owner)) ?? { seq: 1 }
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
      tx,
    )
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501') return false
    // Let through, and stopped by what is there already.
    if (code === '23505' || code === 'WM019') return true
    throw error
  } finally {
    await sql`rollback to savepoint try`.execute(tx)
  }
}

const directory = async (): Promise<readonly string[]> =>
  (await sql<{ them: string[] }>`select directory() as them`.execute(desk.owner)).rows[0]?.them ?? []

/** What a person's row of an object is to a viewer; worked out here once more. A new person is nobody's own. */
const factsOf = (object: ObjectKind, action: Action, viewer: Somebody, person: string, listed: readonly string[]): Facts => {
  const added = action === 'add'
  const own = viewer.person === person && object !== 'partner' && !(added && (object === 'person' || object === 'profile'))
  return {
    own: own || (object === 'swap' && !added && others.find((one) => one.person !== person)?.person === viewer.person),
    partner: partnerOf.get(person) ?? '',
    listed: listed.includes(person) && !added,
  }
}

const wanted = (role: Role, viewer: Somebody, action: Action, object: ObjectKind, facts: Facts): boolean => {
  const partner = partnerOf.get(viewer.person) ?? ''
  const table = objectTables[object]
  // A relation that a table's rows do not have cannot be met by one.
  const known: Facts = {
    own: facts.own === true && (table?.own !== undefined || (table?.concern !== undefined && !(action === 'add' && object === 'concern'))),
    // Passed to a partner: whoever answers for it there sees it. Whoever was not named does not.
    ...(((table?.partner && !table.concern) || (table?.concern && role === 'spoc')) && facts.partner !== undefined
      ? { partner: facts.partner }
      : {}),
    listed: facts.listed === true && table?.listed !== undefined,
  }
  return may({ person: viewer.person, partner, grants: [{ role, partner }] }, action, object, known)
}

const inTables = objects.filter((object) => objectTables[object] !== null)

test.each(roles)(
  '%s may do with each object, in each relation to it, what the table says, and the database denies the rest',
  async (role) => {
    const viewer = viewers.get(role)
    if (!viewer) throw new Error(`nobody is ${role}`)
    const listed = await directory()
    const wrong: string[] = []
    let [allowed, denied] = [0, 0]
    await asSignedIn(desk.parts.store, viewer.signIn, async (tx) => {
      for (const object of inTables)
        for (const action of actions)
          for (const { person } of [viewer, ...others]) {
            const facts = factsOf(object, action, viewer, person, listed)
            const want = wanted(role, viewer, action, object, facts)
            if (action !== 'add' && rows.get(keyOf(object, person)) === 'false') continue
            const got = await tries(tx, action, object, person)
            if (want) allowed += 1
            else denied += 1
            if (want !== got) wrong.push(`${action} ${object} ${JSON.stringify(facts)}: the table says ${want}, the database ${got}`)
          }
    })
    expect(wrong).toEqual([])
    expect([allowed > 20, denied > 100]).toEqual([true, true])
  },
)

test.each([
  [
    'a sign-in that has ended',
    async (one: Somebody) => desk.owner.updateTable('sign_in').set({ ended_at: new Date() }).where('id', '=', one.signIn).execute(),
  ],
  [
    'one that nobody has used for long',
    async (one: Somebody) =>
      desk.owner
        .updateTable('sign_in')
        .set({ idle_ends_at: new Date(0) })
        .where('id', '=', one.signIn)
        .execute(),
  ],
  [
    'one that is old',
    async (one: Somebody) =>
      desk.owner
        .updateTable('sign_in')
        .set({ ends_at: new Date(0) })
        .where('id', '=', one.signIn)
        .execute(),
  ],
  [
    'somebody who has left',
    async (one: Somebody) => desk.owner.updateTable('person').set({ state: 'ended' }).where('id', '=', one.person).execute(),
  ],
  [
    'somebody whose roles have ended',
    async (one: Somebody) =>
      desk.owner.updateTable('role_grant').set({ ended_at: new Date() }).where('person_id', '=', one.person).execute(),
  ],
  ['an id that was made up', async () => randomUUID()],
  ['nobody', async () => ''],
])('%s: nothing at all', async (_, end) => {
  const one = await desk.somebody([...roles], { partner: here })
  partnerOf.set(one.person, here)
  for (const object of objects) await rowFor(object, one.person, desk.owner)
  const ended = await end(one)
  const signIn = typeof ended === 'string' ? ended : one.signIn
  const got: string[] = []
  await asSignedIn(desk.parts.store, signIn, async (tx) => {
    // Whatever a row is to them: their own, or a colleague's whom they would see.
    for (const object of inTables)
      for (const action of actions)
        for (const { person } of [one, ...others.slice(0, 1)]) if (await tries(tx, action, object, person)) got.push(`${action} ${object}`)
  })
  expect(got).toEqual([])
})

test('what lets somebody in is nobody’s to read, and an entry of the audit nobody’s to change', async () => {
  const one = await desk.somebody([...roles], { partner: here })
  const ask = (text: string): Promise<string> =>
    asSignedIn(desk.parts.store, one.signIn, (tx) => sql.raw(text).execute(tx)).then(
      () => 'done',
      (error: { code?: string }) => error.code ?? '',
    )
  for (const text of [
    'select token_hash from sign_in',
    'select token_hash from invitation',
    'select public_key from passkey',
    'select hash from password',
    'select authenticator from password',
    'select hash from recovery_code',
    'select * from spent',
    'select * from password',
    'select * from recovery_code',
    'select * from throttle',
    'select * from first_link',
    'select hash from audit',
    "update audit set verb = 'nothing'",
    'delete from audit',
    "select audit_append(null, 'look-at', 'person', 'x', null)",
    'truncate fact_check',
    "insert into fact_check (list, fact, checked_on, way, asked, said, holds, made_by, partner_id, exported_at) values ('services', 'police-101', now(), 'source', '', 'x', 'yes', me(), 'watford', now())",
    'create table mine (a int)',
    'alter table person disable row level security',
    'set role waymark_app',
    'select pg_read_file($$postgresql.conf$$)',
  ])
    expect([text, await ask(text)]).toEqual([text, '42501'])
})

test('who signs people in sees nothing that is kept for the desk', async () => {
  const ask = (text: string): Promise<string> =>
    sql
      .raw(text)
      .execute(desk.parts.store.app)
      .then(
        () => 'done',
        (error: { code?: string }) => error.code ?? '',
      )
  for (const object of objects) {
    const table = objectTables[object]?.table
    const shared = [
      'partner',
      'person',
      'profile',
      'role_grant',
      'invitation',
      'sign_in',
      'passkey',
      'password',
      'recovery_code',
      'work_account',
    ]
    if (table && !shared.includes(table)) expect([table, await ask(`select 1 from ${table}`)]).toEqual([table, '42501'])
  }
  expect(await ask('select phone from profile')).toBe('42501')
})

test('a concern that is offered, or passed to somebody by name, is seen by them, and no word of it', async () => {
  const sees = (who: Somebody, table: string, where: string): Promise<boolean> =>
    asSignedIn(
      desk.parts.store,
      who.signIn,
      async (tx) => (await sql.raw(`select 1 from ${table} where ${where}`).execute(tx)).rows.length > 0,
    )
  const [owner, asked, named, other] = [
    await desk.somebody(['coordinator'], { partner: here }),
    await desk.somebody(['practitioner'], { partner: there }),
    await desk.somebody(['practitioner'], { partner: there }),
    await desk.somebody(['practitioner'], { partner: there }),
  ]
  partnerOf.set(owner.person, here)
  for (const object of objects.filter((one) => one.startsWith('concern'))) await rowFor(object, owner.person, desk.owner)
  const id = await concernOf(owner.person)
  await desk.owner.updateTable('concern_offer').set({ to_person: asked.person }).where('concern_id', '=', id).execute()
  const share = { concern_id: id, partner_id: there, person_id: named.person, made_by: owner.person }
  await desk.owner.insertInto('concern_share').values(share).execute()
  const words = [
    ...['concern_text', 'concern_note', 'concern_reply', 'concern_apart'],
    ...['concern_picture', 'concern_identifier', 'concern_intelligence'],
  ]
  for (const who of [asked, named]) {
    expect(await sees(who, 'concern', `id = '${id}'`)).toBe(true)
    expect(await sees(who, 'listing', `concern_id = '${id}'`)).toBe(true)
    for (const table of words) expect([table, await sees(who, table, `concern_id = '${id}'`)]).toEqual([table, false])
  }
  expect(await sees(asked, 'concern_offer', `concern_id = '${id}'`)).toBe(true)
  expect(await sees(named, 'concern_share', `concern_id = '${id}'`)).toBe(true)
  for (const table of ['concern_offer', 'concern_share', 'listing', ...words])
    expect([table, await sees(other, table, `concern_id = '${id}'`)]).toEqual([table, false])
  // The wall keeps out whoever works for the partner, whatever else they are: its owner, its coordinator, who it is offered to.
  const colleague = await desk.somebody(['coordinator', 'spoc', 'practitioner'], { partner: here })
  expect(await sees(colleague, 'concern', `id = '${id}'`)).toBe(true)
  // Whoever owns it then.
  await desk.somebody(['coordinator'], { partner: there })
  await desk.owner.insertInto('concern_apart').values({ concern_id: id, partner_id: here }).execute()
  await desk.owner.insertInto('concern_apart').values({ concern_id: id, person_id: asked.person }).execute()
  for (const who of [owner, colleague, asked])
    for (const table of ['concern', 'listing', 'concern_offer', 'concern_share', ...words])
      expect([table, await sees(who, table, `${table === 'concern' ? 'id' : 'concern_id'} = '${id}'`)]).toEqual([table, false])
  expect(await sees(named, 'concern', `id = '${id}'`)).toBe(true)
})

/** Tries each, and fails at the first that is not denied: one question instead of many. */
const allDenied = (texts: readonly string[]): string =>
  `do $try$ declare text text; begin
    foreach text in array array[${texts.map((text) => `$text$${text}$text$`).join()}] loop
      begin execute text; exception when insufficient_privilege then continue; end;
      raise exception 'not denied: %', text;
    end loop;
  end $try$`

test('what takes reports in adds and reads nothing back; what answers a code reads nothing else', async () => {
  const as = (role: 'waymark_intake' | 'waymark_reporter') => {
    const db = desk.database.poolOf(role, 1)
    return (text: string): Promise<string> =>
      db.query(text).then(
        () => 'done',
        (error: { code?: string }) => error.code ?? '',
      )
  }
  const [intake, reporter] = [as('waymark_intake'), as('waymark_reporter')]
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(desk.owner)
  for (const ask of [intake, reporter])
    for (const { name } of rows) {
      const texts = [`select 1 from ${name}`, `delete from ${name}`, `insert into ${name} default values`]
      expect([name, await ask(allDenied(texts))]).toEqual([name, 'done'])
    }
  expect(await intake(allDenied(['select 1']))).toBe('P0001')
  expect(await intake("select code_state('x')")).toBe('42501')
  expect(await intake("select code_replies('x')")).toBe('42501')
  expect(await reporter('select intake_state()')).toBe('42501')
  expect(await reporter('select raise_concern(null, null, null, null, null, null, null, null, null, null)')).toBe('42501')
  for (const ask of [intake, reporter])
    for (const text of [
      'select me()',
      'select audit_head()',
      "select relist('00000000-0000-0000-0000-000000000000')",
      'select concern_history(null)',
    ])
      expect([text, await ask(text)]).toEqual([text, '42501'])
  expect(await intake('select * from intake_state()')).toBe('done')
  expect(await reporter("select * from code_state('x')")).toBe('done')
})

test('each role is of one partner or of the partnership', () => {
  expect(roles.filter(isOfPartner)).toEqual(['practitioner', 'spoc', 'trainer'])
})
