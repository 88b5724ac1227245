import type { Client } from 'pg'

/** Tables whose triggers would do for each row what is done for all at once afterwards. */
const bulk = ['learner', 'attendance', 'organisation', 'training_event']

/**
 * Attendances up to so many, put there by the tables' owner, over the last four years: each person has two on average; a third work for one
 * partner, six for another, and the rest for partners and four hundred organisations that were typed. Names are of 200 first names and 300 last
 * ones; one in a thousand may be somebody twice.
 */
export const fillRegister = async (client: Client, upTo: number): Promise<void> => {
  await client.query("set statement_timeout = '20min'")
  for (const table of bulk) await client.query(`alter table ${table} disable trigger user`)
  await client.query(`
    insert into organisation (name, name_key, sector) select 'Org ' || n || ' typed', 'org ' || n || ' typed', (array['business', 'voluntary', 'housing', 'education'])[1 + n % 4]
      from generate_series(1, 400) n on conflict (name_key) where merged_into is null do nothing`)
  await client.query(`
    create temp table place as
      select id, partner_id, row_number() over (order by partner_id, id) - 1 as place from organisation
        where partner_id is null or partner_id not in ('watford', 'dacorum', 'stevenage')
      union all select id, partner_id, case partner_id when 'dacorum' then -1 else -2 end from organisation where partner_id in ('watford', 'dacorum')`)
  await client.query('create temp table made (id uuid, n int)')
  await client.query(
    'insert into made select gen_random_uuid(), n from generate_series((select count(*)::int from learner) + 1, $1::int / 2) n',
    [upTo],
  )
  const name =
    "(array['john', 'abi', 'mary', 'asha', 'ben'])[1 + n % 5] || case when n % 3 = 0 then '' else chr(97 + n % 26) || chr(97 + n / 26 % 26) end || ' ' || (array['marl', 'ford', 'stile', 'wharf', 'lych'])[1 + n / 7 % 5] || chr(97 + n / 11 % 26) || chr(97 + n / 13 % 26)"
  await client.query(`
    insert into learner (id, organisation_id, partner_id, name, name_key, made_on)
      select m.id, p.id, p.partner_id, initcap(m.name), m.name, current_date - (m.n % 1400)
        from (select id, n, ${name} as name from made) m
        join place p on p.place = case when m.n <= 6 then -1 when m.n % 3 = 0 then -2 else m.n::bigint * 7919 % (select max(place) + 1 from place) end`)
  for (const [tier, share] of [
    ['everyone', 1],
    ['public-facing', 2],
    ['first-responder', 50],
    ['everyone', 2.1],
  ] as const)
    await client.query(`
      insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, tier, version, on_date, way)
        select gen_random_uuid(), l.id, l.id, l.organisation_id, l.partner_id, o.sector, '${tier}',
          case when m.n % 10 < 7 then (select version from (values ('0123456789ab')) v(version)) end, l.made_on - (m.n % 60), 'file'
        from made m join learner l on l.id = m.id join organisation o on o.id = l.organisation_id where floor(m.n / ${share}) <> floor((m.n - 1) / ${share})`)
  for (;;) {
    const { rowCount } = await client.query(`
      with batch as (delete from made where id in (select id from made limit 50000) returning id)
      select restand_all(array_agg(id)) from batch having count(*) > 0`)
    if (!rowCount) break
  }
  await client.query(`
    insert into learner_alike (one_id, other_id, partner_id, similarity)
      select least(a.id, b.id), greatest(a.id, b.id), a.partner_id, 0.9 from (select id, partner_id, row_number() over (partition by organisation_id order by name_key, id) n, organisation_id from learner) a
        join (select id, row_number() over (partition by organisation_id order by name_key, id) n, organisation_id from learner) b on b.organisation_id = a.organisation_id and b.n = a.n + 1
        where a.n % 1000 = 1 on conflict do nothing`)
  await client.query('drop table made, place')
  for (const table of bulk) await client.query(`alter table ${table} enable trigger user`)
  await client.query('vacuum analyze')
}
