import type { Client } from 'pg'

/** Whoever looks at lists: what they see of all concerns, and the cookie that they are signed in with. */
export const lookers = ['all', 'third', 'few', 'none'] as const
export type Looker = (typeof lookers)[number]

/** Tables whose triggers would do for each row what is done for all at once afterwards. */
const bulk = ['concern', 'concern_text', 'concern_offer', 'concern_share', 'concern_apart', 'listing', 'listing_sign']

/**
 * Concerns up to so many, put there by the tables' owner: a fifth is open, of which most have been read; each has a place, a kind of place and
 * two signs of a hundred; one in a hundred is kept from a partner. A third was passed to one partner, a few are one practitioner's.
 */
export const fillConcerns = async (client: Client, upTo: number): Promise<void> => {
  for (const table of bulk) await client.query(`alter table ${table} disable trigger user`)
  await client.query('create temp table made (id uuid, n int)')
  await client.query(
    'insert into made select gen_random_uuid(), n from generate_series((select count(*)::int from concern) + 1, $1::int) n',
    [upTo],
  )
  await client.query(
    `
    insert into concern (id, number, received_at, read_by, read_at, danger, child, urgency, town, sector, signs, state, owner_id, answer_by, closed_at, kept_apart)
    select id, n, arrived, arrived + interval '14 hours', case when state <> 'new' then arrived + interval '9 hours' end, n % 41 = 0, n % 11 = 0,
      (array['now', 'soon', 'not-urgent'])[1 + n % 3], 'town-' || (n::bigint * 7919) % 61, 'sector-' || (n::bigint * 104729) % 29,
      array['sign-' || n % 100, 'sign-' || (n * 31) % 97], state, owners[1 + n % cardinality(owners)],
      case when state = 'open' and n % 3 > 0 then arrived + interval '9 days' end, case when state = 'closed' then arrived + interval '20 days' end, n % 100 = 0
    from made,
      lateral (select now() - (($1::int - n) || ' minutes')::interval as arrived) a,
      lateral (select case when n % 50 = 1 then 'withdrawn' when n % 40 = 3 then 'new' when n % 5 = 2 then 'open' else 'closed' end as state) s,
      (select array_agg(person_id order by person_id) as owners from role_grant where role = 'coordinator') o`,
    [upTo],
  )
  await client.query(
    `insert into concern_text (id, concern_id, kind, sealed) select gen_random_uuid(), id, 'report', decode(repeat('5a', 400), 'hex') from made`,
  )
  await client.query(`insert into concern_apart (concern_id, partner_id) select id, 'stevenage' from made where n % 100 = 0`)
  await client.query(
    `insert into concern_share (concern_id, partner_id, made_by) select id, 'watford', (select person_id from role_grant where role = 'coordinator' limit 1) from made where n % 3 = 0`,
  )
  await client.query(`
    update concern set owner_id = (select id from person join profile on person_id = id where name = 'few')
      where id in (select id from made where n % 5 = 2 order by n desc limit 6)`)
  await client.query('drop table made')
  await client.query('select relist_all()')
  for (const table of bulk) await client.query(`alter table ${table} enable trigger user`)
  await client.query('vacuum analyze')
}

/** People who look, signed in by hashes of tokens; forty coordinators beside them, who own what there is. */
export const fillLookers = async (client: Client, hashes: Readonly<Record<Looker, Buffer>>): Promise<void> => {
  const add = async (name: string, partner: string, role: string): Promise<string> => {
    const { rows } = await client.query("insert into person (partner_id, state) values ($1, 'active') returning id", [partner])
    const id: string = rows[0].id
    await client.query('insert into profile (person_id, partner_id, name, email) values ($1, $2, $3, $4)', [
      id,
      partner,
      name,
      `${name.replaceAll(' ', '-')}@example.org`,
    ])
    await client.query('insert into role_grant (person_id, partner_id, role) values ($1, $2, $3)', [id, partner, role])
    return id
  }
  for (let n = 0; n < 40; n++) await add(`Coordinator ${n}`, 'hertfordshire-county-council', 'coordinator')
  const roles = {
    all: ['hertfordshire-county-council', 'coordinator'],
    third: ['watford', 'spoc'],
    few: ['watford', 'practitioner'],
    none: ['stevenage', 'practitioner'],
  } as const
  for (const looker of lookers) {
    const id = await add(looker, roles[looker][0], roles[looker][1])
    await client.query(
      "insert into sign_in (token_hash, person_id, method, device, idle_ends_at, ends_at) values ($1, $2, 'passkey', '', now() + interval '1 day', now() + interval '1 day')",
      [hashes[looker], id],
    )
  }
}
