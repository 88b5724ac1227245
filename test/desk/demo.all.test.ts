import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { readIntakeState } from '../../src/commands/intake/read-state.ts'
import { openByFile } from '../../src/commands/keys/open-by-file.ts'
import { shippedPack } from '../../src/content/fixtures.ts'
import { type Role, roles } from '../../src/domain/access/roles.ts'
import { chainReader } from '../../src/domain/audit/chain.ts'
import { concernStates } from '../../src/domain/concerns/concern.ts'
import { intakeNow } from '../../src/domain/concerns/intake-open.ts'
import { details, stories } from '../../src/processes/demo/concerns/stories.ts'
import { fill } from '../../src/processes/demo/fill.ts'
import { filled, filledOn, isDemo, takeFolder, toFill } from '../../src/processes/demo/folder.ts'
import { readyToFill } from '../../src/processes/demo/open-demo.ts'
import { withEarlierReleases } from '../../src/processes/demo/register/earlier-releases.ts'
import { demoSettings, isOfCounty } from '../../src/processes/demo/settings.ts'
import { settingNames } from '../../src/processes/environment.ts'
import { makeFirstLink } from '../../src/processes/first-link.ts'
import { entriesOf } from '../../src/store/audit/entries.ts'
import type { Db } from '../../src/store/store.ts'
import { deskPages } from '../../src/web/desk/registry.ts'
import { openTestIntake } from '../support/concerns.ts'
import { openTestDesk, type ServedDesk, serveTestDesk, type TestDesk } from '../support/desk.ts'
import { dumpOf } from '../support/key-holders.ts'
import { recordedLog } from '../support/recorded-log.ts'

/* `npm run demo`: a made-up county at work, and nothing that is real. */

const shipped = shippedPack('fallowshire').pack
if (!shipped) throw new Error('the made-up pack has faults')
const pack = withEarlierReleases(shipped, Temporal.Now.plainDateISO(shipped.partnership.timezone))

const keyFile = join(mkdtempSync(join(tmpdir(), 'waymark-demo-')), 'key')
writeFileSync(keyFile, randomBytes(32), { mode: 0o600 })

const fillDesk = async (desk: TestDesk): Promise<{ took: number; code: readonly string[] }> => {
  const { parts, owner } = desk
  await openByFile(parts, owner)
  const since = performance.now()
  const intake = openTestIntake(desk)
  const code = await fill({ parts, owner, intake, firstLink: (await makeFirstLink(owner, parts.now())) ?? '' })
  await intake.close()
  return { took: performance.now() - since, code }
}

let demo: ServedDesk
let came: Awaited<ReturnType<typeof fillDesk>>
const log = recordedLog()
beforeAll(async () => {
  demo = await serveTestDesk({ pack, demo: true, keyFile, log: log.log })
  came = await fillDesk(demo)
}, 90_000)
afterAll(async () => {
  await demo.stop()
  rmSync(join(keyFile, '..'), { recursive: true })
})

/** What does not depend on ids and times. */
const shapeOf = async (owner: Db) => ({
  people: await owner
    .selectFrom('profile')
    .innerJoin('person', 'person.id', 'profile.person_id')
    .select(['name', 'email', 'phone', 'profile.partner_id', 'state', 'leaves_on'])
    .orderBy('name')
    .execute(),
  grants: await owner
    .selectFrom('role_grant')
    .innerJoin('profile', 'profile.person_id', 'role_grant.person_id')
    .select(['name', 'role', 'ended_at as ended'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('role')
    .execute(),
  shifts: await owner
    .selectFrom('shift')
    .innerJoin('profile', 'profile.person_id', 'shift.person_id')
    .leftJoin('shift_answer', 'shift_answer.shift_id', 'shift.id')
    .select(['name', 'rung', 'starts_at', 'answer'])
    .where('ended_at', 'is', null)
    .orderBy('starts_at')
    .orderBy('rung')
    .execute(),
  checks: await owner.selectFrom('fact_check').select(['fact', 'checked_on', 'said', 'holds']).orderBy('made_at').orderBy('fact').execute(),
})

const cookieFor = async (role: Role): Promise<string> => {
  const answer = await fetch(`${demo.at}/desk/demo/${role}`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const open = async (path: string, cookie = ''): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`${demo.at}${path}`, { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}

describe('the county', () => {
  test('is filled in a moment, by whom a real desk would be, and the same each time', async () => {
    // The bar is 15 s; other tests run beside this one.
    expect(came.took).toBeLessThan(40_000)
    const again = await openTestDesk({ pack, keyFile })
    expect((await fillDesk(again)).code).toEqual(came.code)
    const [one, other] = [await shapeOf(demo.owner), await shapeOf(again.owner)]
    await again.close()
    expect(other).toEqual(one)
    expect([one.people.length, new Set(one.people.map(({ partner_id }) => partner_id)).size]).toEqual([30, 12])
    for (const role of roles) expect(one.grants.filter((grant) => grant.role === role).length, role).toBeGreaterThan(1)
    expect(Object.groupBy(one.people, ({ state }) => state)).toMatchObject({ invited: { length: 2 }, ended: { length: 1 } })
    expect(new Set(one.shifts.map(({ answer }) => answer))).toEqual(new Set(['agreed', 'refused', null]))
    expect([one.checks.length, new Set(one.checks.map(({ holds }) => holds))]).toEqual([12, new Set(['yes', 'partly', 'no'])])
  })

  test('nobody in it can be reached: addresses of example.org, numbers kept for drama, ids of its own partners', async () => {
    const { people } = await shapeOf(demo.owner)
    for (const { email, phone } of people) {
      expect(email).toMatch(/^[a-z.-]+@example\.org$/)
      // Ofcom, "Telephone numbers for use in TV and radio drama programmes".
      expect(phone ?? '07700 900000').toMatch(/^07700 900\d{3}$/)
    }
    for (const { phone, area } of pack.services)
      if (area === 'fallowshire') expect(phone).toMatchObject({ display: expect.stringMatching(/^01632 960 \d{3}$/) })
    expect(people.map(({ partner_id }) => pack.partners.some(({ id }) => id === partner_id))).not.toContain(false)
  })

  test('three years of training stand in its register: of every sector, on each version, and nobody in it can be reached', async () => {
    const { rows: whole } = await sql<Record<string, number>>`select
      (select count(*)::int from training_event where ends_at < now()) as held,
      (select count(*)::int from training_event where starts_at < now() and ends_at > now()) as now,
      (select count(*)::int from training_event where starts_at > now()) as coming,
      (select count(distinct trainer_id)::int from training_event) as trainers,
      (select count(*)::int from learner) as people,
      (select count(distinct version)::int from attendance) as versions,
      (select count(distinct sector)::int from attendance) as sectors,
      (select count(distinct way)::int from attendance) as ways,
      (select count(*)::int from attendance a where a.version is not null and not exists (select from certificate c where c.attendance_id = a.id)) as uncertified,
      (select count(*)::int from certificate c where not c.demonstration) as real,
      (select count(*)::int from event_entry where state = 'entered') as entered,
      (select count(*)::int from event_entry where state = 'booked') as booked,
      (select count(*)::int from event_entry where state = 'waiting') as waiting,
      (select count(distinct event_id)::int from evaluation) as answered,
      (select count(*)::int from trainer_approval) as approvals,
      (select count(*)::int from learner where email is not null and email !~ '@example\\.org$') as reachable,
      (select count(*)::int from register_release) as releases,
      (select count(*)::int from learner_alike where state = 'open') > 4 as alike,
      (select count(*)::int from register_count) > 100 as counted,
      (select count(distinct worth)::int from standing) as worths,
      (select (current_date - min(on_date)) from attendance) as days`.execute(demo.owner)
    expect(whole[0]).toMatchObject({
      held: 120,
      now: 1,
      coming: 1,
      trainers: 4,
      sectors: pack.trainedSectors.length,
      ways: 5,
      uncertified: 0,
      real: 0,
      reachable: 0,
    })
    expect(whole[0]).toMatchObject({
      versions: pack.course.releases.length,
      entered: 11,
      booked: 12,
      waiting: 3,
      answered: 80,
      approvals: 8,
      releases: 2,
      alike: true,
      counted: true,
    })
    expect(whole[0]?.people).toBeGreaterThan(1400)
    expect(whole[0]?.days).toBeGreaterThan(3 * 360)
    // Nobody learned a version before it came out, or took an update that they had no need of.
    const { rows: early } = await sql<{ what: string }>`
      with came_out as (select taught, date::date as on_date from jsonb_to_recordset(${JSON.stringify(pack.course.releases)}::jsonb) as x (taught text, date text))
      select 'learned' as what from attendance a join came_out r on r.taught = a.version where a.on_date < r.on_date
      union all select 'held' from certificate c join came_out r on r.taught = c.version where c.learnt_on < r.on_date
      union all select 'given' from training_event e join came_out r on r.taught = e.version where e.starts_at::date < r.on_date
      union all select 'needless' from attendance u where u.way = 'update' and not exists (
        select from attendance a where a.learner_id = u.learner_id and a.tier = u.tier and a.on_date < u.on_date and a.version <> u.version)`.execute(
      demo.owner,
    )
    expect(early).toEqual([])
    // What one holds is what their attendances say.
    const { rows: standing } = await sql<{ n: number }>`select count(*)::int as n from (select distinct learner_id, tier from attendance) a
      full join standing s using (learner_id, tier) where a.tier is null or s.tier is null`.execute(demo.owner)
    expect(standing).toEqual([{ n: 0 }])
  })

  test('what they did is in the audit, whose chain holds', async () => {
    const client = new pg.Client(demo.url)
    await client.connect()
    const reader = chainReader((bytes) => createHash('sha256').update(bytes).digest('hex'))
    let count = 0
    for await (const entry of entriesOf(client)) {
      expect(entry && reader.take(entry)).toBe(null)
      count += 1
    }
    await client.end()
    expect(reader.end().fault).toBe(null)
    expect(count).toBeGreaterThan(150)
  })

  test('somebody is called now, and for the next ten days', async () => {
    const now = Temporal.Now.instant()
    for (const hours of [0, 24, 24 * 10]) {
      const then = new Date(now.add({ hours }).epochMilliseconds)
      const there = await demo.owner
        .selectFrom('shift')
        .innerJoin('shift_answer', 'shift_answer.shift_id', 'shift.id')
        .select('shift.id')
        .where('rung', '=', 1)
        .where('answer', '=', 'agreed')
        .where('ended_at', 'is', null)
        .where('starts_at', '<=', then)
        .where('ends_at', '>', then)
        .execute()
      expect(there, `in ${hours} hours`).toHaveLength(1)
    }
  })
})

describe('its concerns', () => {
  const countBy = async (column: 'state' | 'outcome' | 'mark' | 'kind') =>
    new Map(
      (
        await demo.owner
          .selectFrom('concern')
          .select(column)
          .execute()
          .then((rows) => Object.entries(Object.groupBy(rows, (row) => String(row[column]))))
      ).map(([name, rows = []]) => [name, rows.length]),
    )

  test('are two hundred, in every state, with every outcome, and some are erased', async () => {
    const states = await countBy('state')
    expect(states.values().reduce((sum, many) => sum + many)).toBe(200)
    for (const state of concernStates) expect(states.get(state), state).toBeGreaterThan(3)
    const outcomes = await countBy('outcome')
    for (const { id } of pack.concernOutcomes) expect(outcomes.get(id), id).toBeGreaterThan(2)
    const marks = await countBy('mark')
    expect([marks.get('malicious'), marks.get('repeated'), (await countBy('kind')).get('intelligence')]).toEqual([3, 4, 4])
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from erasure) as erased,
      (select count(*)::int from concern where state = 'new' and read_by < now()) as late,
      (select count(*)::int from concern where danger and state in ('new', 'open')) as danger,
      (select count(*)::int from concern where (child or young) and state in ('new', 'open')) as child,
      (select count(*)::int from concern where answer_by < now() and state = 'open') as promised,
      (select count(*)::int from concern where merged_into is not null) as merged,
      (select count(*)::int from concern where kept_apart) as apart,
      (select count(*)::int from concern_offer where answer is null) as offered,
      (select count(*)::int from concern_offer where answer = 'refused') as refused,
      (select count(*)::int from concern_reply where goes_at > now()) as held,
      (select count(*)::int from concern_reply where seen_at is not null) as seen,
      (select count(*)::int from concern_hold where ended_at is null) as holds,
      (select count(*)::int from concern_picture where stopped_at is not null) as stopped,
      (select count(*)::int from (select token from concern_identifier group by token having count(*) > 1) them) as seen_before,
      (select count(*)::int from sharing_decision where outcome is null and not urgent) as asked,
      (select count(*)::int from sharing_decision where outcome is null and urgent) as to_review,
      (select count(*)::int from share_answer where kind = 'answer') as answered`.execute(demo.owner)
    for (const [what, many] of Object.entries(rows[0] ?? {})) expect(many, what).toBeGreaterThan(0)
  })

  test('lie in the past, as their lists and the audit have them', async () => {
    const { rows } = await sql<{ wrong: number; days: number }>`select
      (select count(*)::int from concern c join listing l on l.concern_id = c.id where l.received <> c.received_at) as wrong,
      (select extract(day from max(now() - received_at))::int from concern) as days`.execute(demo.owner)
    expect(rows[0]).toEqual({ wrong: 0, days: 118 })
    const late = await sql`select from audit where object = 'concern' and at > now() - interval '1 minute'`.execute(demo.owner)
    expect(late.rows).toEqual([])
  })

  test('keep the form open, for its reader, its key and whoever is on call are there', async () => {
    const intake = openTestIntake(demo)
    const standing = await readIntakeState(intake)
    expect(intakeNow(pack, standing, demo.parts.now())).toMatchObject({ reasons: [] })
    const reporter = await openByCode(intake, came.code)
    expect(reporter).toMatchObject({ state: 'open', replies: [{}, {}] })
    await intake.close()
  })

  test('leave no word in the log, and none in a plain column', async () => {
    const cookie = await cookieFor('coordinator')
    for (const path of ['/desk', '/desk/concerns']) await open(path, cookie)
    const told = [log.written(), ...demo.told, await dumpOf(demo.owner)].join('\n')
    for (const { what } of Object.values(stories).flat()) expect(told).not.toContain(what)
    for (const detail of details) expect(told).not.toContain(detail)
    expect(told).not.toContain(came.code.join(' '))
  })
})

describe('whoever tries it', () => {
  test.each(roles)('is a %s with one click, and every page says that the data is made up', async (role) => {
    const cookie = await cookieFor(role)
    const home = await open('/desk', cookie)
    expect(home.status).toBe(200)
    const places = new Set([...home.text.matchAll(/href="(\/desk[^"#]*)"/g)].map(([, path = '']) => path))
    expect(places.size).toBeGreaterThan(3)
    for (const path of places) expect((await open(path, cookie)).text, path).toContain('<b>Made-up data.</b>')
  })

  test('is led there from where one signs in, and nowhere else', async () => {
    const { text } = await open('/desk/sign-in')
    for (const role of roles) expect(text).toContain(`href="/desk/demo/${role}"`)
    for (const path of ['/desk/demo', '/desk/demo/nobody', '/desk/demo/constructor', '/desk/first/x', '/desk/nowhere'])
      expect((await open(path)).text, path).toContain('<b>Made-up data.</b>')
    expect((await open('/desk/demo/nobody')).status).toBe(404)
  })
})

describe('a desk that is no demonstration', () => {
  test('has none of it, whatever is asked', async () => {
    expect(deskPages.filter(({ path }) => path.includes('demo'))).toEqual([])
    const real = await serveTestDesk()
    await real.somebody(roles)
    for (const role of roles)
      for (const path of [`/desk/demo/${role}`, `/desk/demo/${role}?demo=1`, `/desk/sign-in?demo=true&tryAs=true`]) {
        const answer = await fetch(`${real.at}${path}`, { redirect: 'manual', headers: { 'x-demo': '1', cookie: 'demo=1' } })
        const text = await answer.text()
        if (path.startsWith('/desk/demo')) expect(answer.status, path).toBe(404)
        expect(answer.headers.get('set-cookie'), path).toBe(null)
        expect(text).not.toMatch(/\/desk\/demo\/|Made-up/)
      }
    await real.stop()
  })
})

describe('its settings', () => {
  const of = (env: NodeJS.ProcessEnv) => demoSettings(env, settingNames)

  test('lead it to nothing that is real, and to this machine alone', () => {
    const given = Object.fromEntries(settingNames.map((name) => [name, 'x']))
    const { DATABASE_URL, ...others } = given
    expect(of({ DATABASE_URL })).toEqual({ fault: expect.stringContaining('DATABASE_URL') })
    const read = of({
      ...others,
      PORT: '3001',
      HOST: '0.0.0.0',
      WAYMARK_DATA: 'own',
      WAYMARK_DESK: 'https://desk.example.org',
      PATH: 'p',
    })
    expect(read).toEqual({
      env: {
        PATH: 'p',
        PORT: '3001',
        HOST: '127.0.0.1',
        WAYMARK_PACK: 'fallowshire',
        WAYMARK_DATA: 'own',
        WAYMARK_KEY_FILE: join('own', 'made-up-key'),
        WAYMARK_PREMAKE: 'x',
      },
    })
    expect(of({})).toMatchObject({ env: { WAYMARK_DATA: join('data', 'demo') } })
    expect([isOfCounty({}), isOfCounty({ WAYMARK_PACK: '' }), isOfCounty({ WAYMARK_PACK: 'hertfordshire' })]).toEqual([true, true, false])
  })

  test('a folder with a desk that may be real is refused; one of its own is filled once, and anew where that is asked for or was broken off', () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-demo-'))
    const [real, own] = [join(folder, 'real'), join(folder, 'own')]
    mkdirSync(join(real, 'store'), { recursive: true })
    expect([takeFolder(real), isDemo(real)]).toEqual([expect.stringContaining('no demonstration'), false])
    expect([takeFolder(own), isDemo(own), filledOn(own)]).toEqual([null, true, null])
    mkdirSync(join(own, 'store'))
    filled(own, Temporal.PlainDate.from('2026-11-30'), ['one', 'two'])
    expect([takeFolder(own), filledOn(own)]).toEqual([null, '2026-11-30'])
    toFill(own)
    expect(filledOn(own)).toBe(null)
    rmSync(folder, { recursive: true })
  })

  test('what is to be filled anew is emptied first, and nothing else is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-demo-'))
    const desk = await openTestDesk({ pack })
    const tables = async () => (await desk.owner.introspection.getTables()).length
    const before = await tables()
    takeFolder(folder)
    mkdirSync(join(folder, 'keys'))
    filled(folder, Temporal.PlainDate.from('2026-11-30'), [])
    await readyToFill(desk.owner, folder)
    expect([before > 10, await tables(), existsSync(join(folder, 'keys'))]).toEqual([true, before, true])
    toFill(folder)
    await readyToFill(desk.owner, folder)
    expect([await tables(), existsSync(join(folder, 'keys'))]).toEqual([0, false])
    await desk.close()
    rmSync(folder, { recursive: true })
  })
})
