import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Listed } from '../../src/commands/concerns/list.ts'
import { readFindChoices } from '../../src/commands/concerns/read-find-choices.ts'
import { readFoundConcerns } from '../../src/commands/concerns/read-found-concerns.ts'
import { orderOf, pageRows, readInbox, readInboxCounts } from '../../src/commands/concerns/read-inbox.ts'
import { readConcernNeeds, readOthers } from '../../src/commands/home/read-concern-needs.ts'
import { roles } from '../../src/domain/access/roles.ts'
import { audiencesOf, type InboxView, inboxViews } from '../../src/domain/concerns/audiences.ts'
import {
  compare,
  directions,
  type Edge,
  edgeText,
  listOrders,
  nothingSought,
  type Order,
  placeIn,
} from '../../src/domain/concerns/lists.ts'
import { asSignedIn } from '../../src/store/store.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { drawn, madeSigns, madeTowns, makeConcerns } from '../support/many-concerns.ts'

let desk: TestDesk
let anna: Somebody
let ben: Somebody
const draw = drawn(7)
beforeAll(async () => {
  desk = await openTestDesk()
  anna = await desk.somebody(['coordinator'], { name: 'Anna Weir' })
  ben = await desk.somebody(['coordinator'], { name: 'Ben Lock' })
  await makeConcerns(desk.owner, draw, [anna.person, ben.person], 90)
})
afterAll(() => desk.close())

const done = async <Value>(outcome: Promise<{ done: Value } | { fault: string }>): Promise<Value> => {
  const is = await outcome
  if ('fault' in is) throw new Error(is.fault)
  return is.done
}

type Page = (edge: Edge | null) => Promise<readonly Listed[]>

/** From the first page to the last, `between` each of them. */
const walk = async (page: Page, between: () => Promise<unknown> = async () => {}): Promise<Listed[]> => {
  const all: Listed[] = []
  for (let edge: Edge | null = null; ; ) {
    const read = await page(edge)
    const rows = read.slice(0, pageRows)
    all.push(...rows)
    const last = rows.at(-1)
    if (read.length <= pageRows || !last) return all
    // As an address carries it.
    const place = placeIn(edgeText(last))
    if (!place) throw new Error('an edge is not read as it was written')
    edge = { way: 'after', place }
    await between()
  }
}

const pageOfInbox =
  (who: Somebody, view: InboxView, order: Order): Page =>
  (edge) =>
    done(desk.as(who, readInbox, { view, order, edge }))

/** What a list should hold, from the concerns themselves and a plain sort. */
const plain = async (order: Order, which: (row: Plain) => boolean): Promise<number[]> =>
  (await everyConcern())
    .filter(which)
    .toSorted(compare(order))
    .map(({ number }) => number)

type Plain = Awaited<ReturnType<typeof everyConcern>>[number]
const everyConcern = async () => {
  const rows = await desk.owner.selectFrom('concern').selectAll().execute()
  const replies = await desk.owner.selectFrom('concern_reply').select('concern_id').where('taken_back_at', 'is', null).execute()
  const answered = new Set(replies.map(({ concern_id }) => concern_id))
  return rows.map((row) => {
    const going = row.state === 'new' || row.state === 'open'
    const first = going && row.reply_key && !row.merged_into && !answered.has(row.id) ? row.reply_by : null
    const promised = [row.read_at ? null : row.read_by, row.answer_by ?? first].flatMap((at) => at?.getTime() ?? [])
    return {
      ...row,
      open: going,
      rank: row.danger ? 0 : row.child || row.young ? 1 : 2,
      due: promised.length ? Temporal.Instant.fromEpochMilliseconds(Math.min(...promised)) : null,
      received: Temporal.Instant.fromEpochMilliseconds(row.received_at.getTime()),
    }
  })
}
const isLate = ({ open, due }: Plain): boolean => open && due !== null && due.epochMilliseconds < desk.parts.now().epochMilliseconds

const orders = listOrders.flatMap((by) => directions.map((direction): Order => ({ by, direction })))

test('every view is in the order of a plain sort, whichever order is asked for, page by page and back', async () => {
  const is: Readonly<Record<InboxView, (row: Plain) => boolean>> = {
    open: ({ open }) => open,
    mine: ({ open, owner_id }) => open && owner_id === anna.person,
    offered: () => false,
    late: isLate,
    closed: ({ open }) => !open,
  }
  // In `npm test` every order of one view: all views are put in order by the same code.
  for (const view of inboxViews)
    for (const order of process.env.WAYMARK_ALL || view === 'open' ? [orderOf(view), ...orders] : [orderOf(view)]) {
      const expected = await plain(order, is[view])
      const walked = await walk(pageOfInbox(anna, view, order))
      expect([view, order, walked.map(({ number }) => number)]).toEqual([view, order, expected])
      // Back from the last row: the page before it, in the same order.
      const last = walked.at(-1)
      if (!last) continue
      const back = await pageOfInbox(anna, view, order)({ way: 'before', place: last })
      expect(back.map(({ number }) => number)).toEqual(expected.slice(0, -1).slice(-pageRows - 1))
    }
  expect(is.open).not.toBe(is.closed)
})

test('what is found is what a plain filter finds, for each thing that can be looked for and for several at once', async () => {
  const day = desk.parts.now().subtract({ hours: 50 })
  const cases: [Partial<typeof nothingSought>, (row: Plain) => boolean][] = [
    [{}, () => true],
    [{ town: 'Watford' }, ({ town }) => town === 'Watford'],
    [{ sector: 'nail-bar' }, ({ sector }) => sector === 'nail-bar'],
    [{ sign: madeSigns[0] }, ({ signs }) => signs.includes(madeSigns[0])],
    [{ state: 'withdrawn' }, ({ state }) => state === 'withdrawn'],
    [{ owner: ben.person }, ({ owner_id }) => owner_id === ben.person],
    [{ from: day }, ({ received }) => Temporal.Instant.compare(received, day) >= 0],
    [{ until: day }, ({ received }) => Temporal.Instant.compare(received, day) < 0],
    [
      { town: 'Stevenage', sign: madeSigns[1], state: 'open', owner: anna.person },
      ({ town, signs, state, owner_id }) =>
        town === 'Stevenage' && signs.includes(madeSigns[1]) && state === 'open' && owner_id === anna.person,
    ],
    [{ town: 'Nowhere' }, () => false],
  ]
  for (const [sought, which] of cases)
    for (const direction of directions) {
      const order: Order = { by: 'received', direction }
      const page: Page = (edge) =>
        done(desk.as(anna, readFoundConcerns, { number: null, sought: { ...nothingSought, ...sought }, order, edge }))
      expect([sought, (await walk(page)).map(({ number }) => number)]).toEqual([sought, await plain(order, which)])
    }
  const one = await done(
    desk.as(anna, readFoundConcerns, { number: 12, sought: { ...nothingSought, town: 'Nowhere' }, order: orderOf('closed'), edge: null }),
  )
  expect(one.map(({ number }) => number)).toEqual([12])
  expect((await done(desk.as(anna, readFindChoices, null))).towns).toEqual([...madeTowns].toSorted())
})

test('while others change concerns, no page skips one that stays as it is, and none is shown twice', async () => {
  const order = orderOf('open')
  const all = await everyConcern()
  const changing = new Set(
    all
      .filter(({ open }) => open)
      .map(({ id }) => id)
      .filter((_, at) => at % 3 === 0),
  )
  const left = [...changing]
  const change = async () => {
    await makeConcerns(desk.owner, draw, [anna.person, ben.person], 3)
    for (const id of left.splice(0, 4))
      await desk.owner
        .updateTable('concern')
        .set(draw() < 0.5 ? { state: 'closed' } : { danger: true, answer_by: new Date(Date.now() + 3_600_000) })
        .where('id', '=', id)
        .execute()
  }
  const shown = (await walk(pageOfInbox(anna, 'open', order), change)).map(({ id }) => id)
  const steady = all.filter(({ id, open }) => open && !changing.has(id)).map(({ id }) => id)
  expect(shown.filter((id) => steady.includes(id))).toEqual(
    (await everyConcern())
      .filter(({ id }) => steady.includes(id))
      .toSorted(compare(order))
      .map(({ id }) => id),
  )
  expect(left.length).toBeLessThan(changing.size)
})

test('the listing says what concerns say, whatever is done to them one after the other', async () => {
  const ids = (await everyConcern()).map(({ id }) => id)
  const partners = ['watford', 'stevenage']
  for (let step = 0; step < 60; step++) {
    const id = ids[Math.floor(draw() * ids.length)] as string
    const set = {
      town: madeTowns[step % 3] ?? null,
      signs: madeSigns.slice(step % 3),
      owner_id: step % 2 ? anna.person : ben.person,
      state: step % 4 ? ('open' as const) : ('closed' as const),
    }
    await desk.owner.updateTable('concern').set(set).where('id', '=', id).execute()
    if (step % 3 === 0 && step % 4)
      await sql`insert into concern_share (concern_id, partner_id, made_by) values (${id}, ${partners[step % 2]}, ${anna.person}) on conflict do nothing`.execute(
        desk.owner,
      )
    if (step % 6 === 1)
      await desk.owner
        .updateTable('concern')
        .set({ withdrawn_at: step % 4 === 3 ? new Date() : null })
        .where('id', '=', id)
        .execute()
    if (step % 5 === 0) await desk.owner.updateTable('concern_share').set({ ended_at: new Date() }).where('concern_id', '=', id).execute()
    if (step % 7 === 0)
      await desk.owner
        .insertInto('concern_text')
        .values({ id: crypto.randomUUID(), concern_id: id, kind: 'added', sealed: Buffer.alloc(9) })
        .execute()
    if (step % 3 === 1)
      await desk.owner
        .updateTable('concern_reply')
        .set({ taken_back_at: step % 2 ? new Date() : null })
        .where('concern_id', '=', id)
        .execute()
    if (step % 14 === 0) await desk.owner.updateTable('concern_text').set({ under: 'own' }).where('concern_id', '=', id).execute()
  }
  const columns = sql.raw(
    'audience, concern_id, number, open, rank, due, received, state, town, sector, owner_id, kept_apart, added, taken_back',
  )
  const differ = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
      (select ${columns} from listing except select ${columns} from listing_now) union all (select ${columns} from listing_now except select ${columns} from listing)
    ) them`.execute(desk.owner)
    const signs = await sql<{ count: number }>`select count(*)::int as count from (
      (select audience, concern_id, sign from listing_sign except select audience, concern_id, unnest(signs) from listing_now)
      union all (select audience, concern_id, unnest(signs) from listing_now except select audience, concern_id, sign from listing_sign)) them`.execute(
      desk.owner,
    )
    return (rows[0]?.count ?? -1) + (signs.rows[0]?.count ?? -1)
  }
  expect(await differ()).toBe(0)
  // It would be seen.
  await sql`update listing set town = 'Elsewhere' where number = 1`.execute(desk.owner)
  expect(await differ()).toBeGreaterThan(0)
  await sql`select relist_all()`.execute(desk.owner)
  expect(await differ()).toBe(0)
})

test('each role reads its lists from audiences of which the database says that it is one', async () => {
  for (const role of roles) {
    const who = await desk.somebody([role, ...(role === 'spoc' ? (['practitioner'] as const) : [])], { partner: 'watford' })
    const viewer = {
      person: who.person,
      partner: 'watford',
      grants: [{ role, partner: 'watford' }, ...(role === 'spoc' ? ([{ role: 'practitioner', partner: 'watford' }] as const) : [])],
    }
    const { rows } = await asSignedIn(desk.parts.store, who.signIn, (tx) =>
      sql<{ mine: string[] }>`select my_audiences() as mine`.execute(tx),
    )
    const wanted = new Set(inboxViews.flatMap((view) => audiencesOf(viewer, view)))
    const { mine } = rows[0] ?? { mine: [] }
    expect([role, [...wanted].filter((one) => !mine.includes(one))]).toEqual([role, []])
    // Whoever sees all needs none of the others to do so.
    expect([role, mine.filter((one) => !wanted.has(one))]).toEqual([role, []])
  }
})

test('who is kept apart finds nothing of it in any view, count, search, choice or figure; who may not see it neither', async () => {
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const spoc = await desk.somebody(['spoc'], { partner: 'stevenage' })
  const named = await desk.somebody(['practitioner'], { partner: 'stevenage' })
  const other = await desk.somebody(['practitioner'], { partner: 'stevenage' })
  const analyst = await desk.somebody(['analyst'])
  const administrator = await desk.somebody(['administrator'])
  const everything = async (who: Somebody) => {
    const counted = ['open', 'mine', 'offered', 'late'] as const
    const numbers = await done(desk.as(who, readInboxCounts, counted))
    const counts = Object.fromEntries(counted.map((view, at) => [view, numbers[at]]))
    const seen: Record<string, unknown> = { counts }
    for (const view of inboxViews) seen[view] = (await walk(pageOfInbox(who, view, orderOf(view)))).map(({ number }) => number)
    const found = async (sought: Partial<typeof nothingSought>, number: number | null = null) =>
      (
        await walk((edge) =>
          done(desk.as(who, readFoundConcerns, { number, sought: { ...nothingSought, ...sought }, order: orderOf('closed'), edge })),
        )
      ).map((row) => row.number)
    seen.all = await found({})
    seen.town = await found({ town: 'Secretville' })
    seen.sign = await found({ sign: 'secret-sign' })
    seen.owner = await found({ owner: anna.person })
    seen.one = await found({}, 9001)
    seen.towns = (await done(desk.as(who, readFindChoices, null))).towns
    seen.unread = (await done(desk.as(who, readConcernNeeds, null))).unread.length
    seen.night = (await done(desk.as(who, readOthers, { since: desk.parts.now().subtract({ hours: 1 }) }))).night.arrived
    return seen
  }
  // What is late grows by itself.
  const steady = (seen: Record<string, unknown> | undefined) => ({
    ...seen,
    late: null,
    counts: { ...(seen?.counts as object), late: null },
  })
  const people = { inside, spoc, named, other, analyst, administrator }
  const before = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([name, who]) => [name, await everything(who)] as const)),
  )
  const coordinator = await everything(anna)
  await sql`insert into concern (id, number, received_at, read_by, danger, sharing, owner_id, town, signs)
    values ('00000000-0000-4000-8000-000000009001', 9001, now(), now(), true, 'partners', ${anna.person}, 'Secretville', '{secret-sign}')`.execute(
    desk.owner,
  )
  const id = '00000000-0000-4000-8000-000000009001'
  await sql`insert into concern_apart (concern_id, partner_id) values (${id}, 'watford')`.execute(desk.owner)
  for (const [name, who] of Object.entries(people)) expect([name, steady(await everything(who))]).toEqual([name, steady(before[name])])
  expect(await everything(anna)).toMatchObject({ one: [9001], town: [9001], sign: [9001], towns: expect.arrayContaining(['Secretville']) })
  expect(coordinator).toMatchObject({ one: [], town: [] })

  // Passed to a partner, and to one person there.
  await sql`insert into concern_share (concern_id, partner_id, person_id, made_by) values (${id}, 'stevenage', ${named.person}, ${anna.person})`.execute(
    desk.owner,
  )
  expect(await everything(spoc)).toMatchObject({ one: [9001], open: expect.arrayContaining([9001]) })
  expect(await everything(named)).toMatchObject({ one: [9001], open: [9001], mine: [] })
  for (const name of ['inside', 'other', 'analyst', 'administrator'] as const)
    expect([name, steady(await everything(people[name]))]).toEqual([name, steady(before[name])])

  // Offered to one person.
  await sql`insert into concern_offer (concern_id, from_person, to_person, until) values (${id}, ${anna.person}, ${other.person}, now() + interval '1 hour')`.execute(
    desk.owner,
  )
  expect(await everything(other)).toMatchObject({ offered: [9001], open: [9001], mine: [], counts: { offered: 1, open: 1, late: 1 } })
  expect((await everything(inside)).one).toEqual([])
})
