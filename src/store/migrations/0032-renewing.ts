/**
 * The short update in a learning system renews what its learner holds, as it does at the site (0027): an attendance of the update, and a job makes
 * the certificate. Nobody stands in the register by the update alone, so a row of it is kept only of whoever holds what it renews.
 */
export const renewing = `
-- Statements of the update by people who hold nothing that it renews: whoever looks after the system is told how many.
alter table learning_key add column unheld int not null default 0;

/*
 * Rows of the update ({way: 'update', tier, version, renews, whole_from, …}, domain/register/arriving.ts), by their place: null where it renews what
 * they hold; 'known': they hold that version already; 'unheld': they hold none of the versions that it renews, or it has ended by then, or was
 * withdrawn, or nobody knows who they are: nobody is found by a name. So is whoever is another
 * partner's than the one whose people alone may be recorded: nobody is told what they hold (0034). 'kept_at': places of rows of what was learned that
 * would be kept, for a look at what would come of them: what they hold is then what they will hold ('standing', restand_all in 0026).
 */
create function judge_updates(given jsonb, kept_at int[], only_partner text) returns table (place int, came text)
language sql stable security definer set search_path = public, pg_temp as $$
  with g as materialized (
    select x.*, e.id is not null or c.id is not null as known, coalesce(e.joined_into, e.id, c.joined_into, c.id) as who,
        coalesce(coalesce(e.joined_into, e.id, c.joined_into, c.id)::text, x.email_key, x.account_key) as one
      from rows from (jsonb_to_recordset(given) as (
        email_key text, account_key text, tier text, version text, on_date date, way text, renews text[], whole_from date)) with ordinality
        as x (email_key, account_key, tier, version, on_date, way, renews, whole_from, at)
      left join learner e on e.email_key = decode(x.email_key, 'hex') left join learner c on c.account_key = decode(x.account_key, 'hex')),
  learns as materialized (
    select distinct on (g.one, g.tier) g.one, g.tier, g.version, g.on_date
      from g join unnest(kept_at) k(place) on k.place = g.at where g.way <> 'update' order by g.one, g.tier, g.on_date desc, g.at),
  holds as (
    select u.*, l.partner_id, s.attendance_id, s.version as held, s.on_date as held_on, n.version as learns, n.on_date as learns_on, greatest(s.whole_on, n.on_date) as whole_on,
        n.one is not null and (s.learner_id is null or n.on_date > s.on_date or (n.on_date = s.on_date and a.way <> 'update')) as newer
      from g u left join learner l on l.id = u.who left join standing s on s.learner_id = u.who and s.tier = u.tier
        left join attendance a on a.id = s.attendance_id left join learns n on (n.one, n.tier) = (u.one, u.tier)
      where u.way = 'update'),
  judged as (
    select h.*, case
        when only_partner is not null and h.known and h.partner_id is distinct from only_partner then 'unheld'
        when v.version = h.version then 'known'
        when v.version = any (h.renews) and v.on_date <= h.on_date and (h.whole_from is null or h.whole_on >= h.whole_from)
          and (h.newer or exists (select from certificate c where c.attendance_id = h.attendance_id and c.withdrawn_at is null)
            or not exists (select from certificate c where c.attendance_id = h.attendance_id)) then null
        else 'unheld' end as result
      from holds h cross join lateral (select case when h.newer then h.learns else h.held end as version, case when h.newer then h.learns_on else h.held_on end as on_date) v)
  select j.at::int, case when j.result is null and row_number() over (
      partition by j.result, j.one, j.tier, j.version order by j.on_date, j.at) > 1 then 'known' else j.result end
    from judged j
$$;

create function any_updates(given jsonb) returns boolean language sql immutable as $$ select given @? '$[*] ? (@.way == "update")' $$;

-- What came of each row (keep_learnt, 0021). What somebody learned comes first: the update in the same rows may renew it.
create function keep_rows(which uuid, given jsonb, only_partner text) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare part jsonb; part_at int[]; at int[] := '{}'; cames text[] := '{}'; update_at int[]; judged text[];
begin
  perform pg_advisory_xact_lock(21);
  given := fold_keys(given);
  if not any_updates(given) then
    return query select * from keep_learnt(which, given, only_partner);
    perform alike_by_number(given, (select i.partner_id from register_import i where i.id = which));
    return;
  end if;
  select jsonb_agg(e order by o), array_agg(o::int order by o) into part, part_at from jsonb_array_elements(given) with ordinality x(e, o) where e->>'way' <> 'update';
  if part is not null then
    select array_agg(part_at[k.place]), array_agg(k.came) into at, cames from keep_learnt(which, part, only_partner) k;
  end if;
  select array_agg(j.place), array_agg(j.came) into update_at, judged from judge_updates(given, '{}', only_partner) j;
  select jsonb_agg(given->(t.place - 1) order by t.place), array_agg(t.place order by t.place) into part, part_at
    from unnest(update_at, judged) as t(place, came) where t.came is null;
  if part is not null then
    select at || array_agg(part_at[k.place]), cames || array_agg(k.came) into at, cames from keep_learnt(which, part, only_partner) k;
  end if;
  update register_import i set rows = i.rows + n.all_of, refused = i.refused + n.unheld
    from (select count(*)::int as all_of, count(*) filter (where t.came = 'unheld')::int as unheld from unnest(judged) as t(came) where t.came is not null) n where i.id = which;
  perform alike_by_number(given, (select i.partner_id from register_import i where i.id = which));
  return query select t.place, t.came from unnest(at, cames) as t(place, came)
    union all select t.place, t.came from unnest(update_at, judged) as t(place, came) where t.came is not null order by 1;
end $$;

-- What record_attendances would make of rows (look_up_learnt, 0025), those of the update among them.
create function look_up_rows(of_partner text, rows jsonb) returns table (place int, came text, fresh int, namesake boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare given jsonb := fold_keys(rows); part jsonb; part_at int[]; kept_at int[]; update_at int[]; judged text[];
begin
  if not any_updates(given) then
    return query select * from look_up_learnt(of_partner, given);
    return;
  end if;
  select coalesce(jsonb_agg(e order by o), '[]'), array_agg(o::int order by o) into part, part_at from jsonb_array_elements(given) with ordinality x(e, o) where e->>'way' <> 'update';
  -- It refuses whoever answers for none of them.
  select array_agg(part_at[l.place]) into kept_at from look_up_learnt(of_partner, part) l where l.came = 'kept';
  select array_agg(j.place), array_agg(j.came) into update_at, judged from judge_updates(given, kept_at, case when not i_hold(array['coordinator']) then of_partner end) j;
  select coalesce(jsonb_agg(e order by o), '[]'), array_agg(o::int order by o) into part, part_at
    from jsonb_array_elements(given) with ordinality x(e, o) left join unnest(update_at, judged) as t(place, came) on t.place = o where t.came is null;
  return query with looked as materialized (select part_at[l.place] as at, l.came, l.fresh, l.namesake from look_up_learnt(of_partner, part) l)
    select w.at, w.came, coalesce((select max(l.fresh) from looked l), 0), w.namesake from (
      select l.at, l.came, l.namesake from looked l
      union all select t.place, t.came, false from unnest(update_at, judged) as t(place, came) where t.came is not null) w order by w.at;
end $$;
`
