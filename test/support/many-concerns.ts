import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { concernStates } from '../../src/domain/concerns/concern.ts'
import type { Db } from '../../src/store/store.ts'

/** Numbers that look drawn at random and are the same in each run. */
export const drawn = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const madeTowns = ['Watford', 'Stevenage', 'Hatfield'] as const
export const madeSigns = ['spoken-for', 'no-papers', 'sleeps-at-work'] as const

/** So many concerns of all kinds, put there by the tables' owner: what lists show of them. Many share a moment or a promise. */
export const makeConcerns = async (owner: Db, draw: () => number, owners: readonly string[], count: number): Promise<string[]> => {
  const pick = <One>(from: readonly One[]): One => from[Math.floor(draw() * from.length)] as One
  const now = Date.now()
  const hours = (from: number, to: number): Date => new Date(now + Math.round(from + draw() * (to - from)) * 3_600_000)
  // One after the other, below those that are drawn.
  const { rows: last } = await sql<{ number: number }>`select coalesce(max(number), 0) as number from concern where number < 10000`.execute(
    owner,
  )
  const after = last[0]?.number ?? 0
  const rows = Array.from({ length: count }, (_, place) => {
    const state = pick([...concernStates, 'open', 'new'] as const)
    const id = randomUUID()
    return {
      id,
      number: after + place + 1,
      received_at: hours(-60, -40),
      read_by: hours(-10, 10),
      read_at: state === 'new' ? null : hours(-39, -11),
      sharing: 'partners' as const,
      danger: draw() < 0.2,
      child: draw() < 0.2,
      young: draw() < 0.1,
      town: pick([...madeTowns, null]),
      sector: pick(['car-wash', 'nail-bar', null]),
      signs: madeSigns.filter(() => draw() < 0.4),
      state,
      owner_id: pick(owners),
      answer_by: draw() < 0.5 ? hours(-10, 10) : null,
      reply_by: state === 'new' ? null : hours(-10, 10),
      reply_key: draw() < 0.7 ? Buffer.alloc(32, 1) : null,
    }
  })
  await owner.insertInto('concern').values(rows).execute()
  const replied = rows.filter(({ reply_key }) => reply_key && draw() < 0.5)
  const empty = Buffer.alloc(40)
  await owner
    .insertInto('concern_reply')
    .values(
      replied.map(({ id, owner_id }) => ({
        ...{ id: randomUUID(), concern_id: id, made_by: owner_id, goes_at: hours(-10, 1), sealed: empty, for_reporter: empty },
        taken_back_at: draw() < 0.4 ? hours(-10, -1) : null,
      })),
    )
    .execute()
  return rows.map(({ id }) => id)
}
