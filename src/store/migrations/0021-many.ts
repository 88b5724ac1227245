/**
 * Attendances of many people at once: from a file, and from what a learning system sends. Rows of one import become learners and attendances in
 * a few statements over all of them, so that 50,000 take seconds.
 */
export const manyAttendances = `
-- Who a learner is in a system that sends no email: a keyed hash of its address and the name of the account there, or of an employee number.
alter table learner add column account_key bytea check (length(account_key) = 32);
create unique index learner_account on learner (account_key) where account_key is not null;

-- One row of an import on its way. Fields as in the JSON that is given, keys in hexadecimal (domain/register/arriving.ts).
create type arriving as (
  name text, name_key text, email_key text, account_key text, email text, organisation_id uuid, organisation text, organisation_key text, sector text,
  role_group text, tier text, version text, on_date date, way text
);
-- The same once it is known where they work and who they are: 'learner_id' is theirs already, or, where they are 'fresh', will be; 'keyless': nobody
-- could be found again by it. 'came' is what is known of its outcome without keeping it.
create type placed as (
  place int, name text, name_key text, email_key bytea, account_key bytea, email text, organisation_id uuid, partner_id text, sector text, role_group text,
  tier text, version text, on_date date, way text, learner_id uuid, fresh boolean, keyless boolean, came text
);

/*
 * Whose an employee's number is, where rows have emails too: rows of one person get the same keys. An email says who somebody is. A number that one
 * email alone stands beside says it too, unless it is somebody else's in the register already: they stay two, and so do two emails of one number
 * ('number_key', for alike_by_number). A row with a number alone is whoever has it in the register, or else in another row.
 */
create function fold_keys(given jsonb) returns jsonb
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not given @? '$[*] ? (@.email_key != null && @.account_key != null)' then return given; end if;
  return (
    with g as materialized (
      select x.value, x.place, x.value->>'email_key' as email, x.value->>'account_key' as number from jsonb_array_elements(given) with ordinality x(value, place)),
    beside as materialized (
      select g.number, min(g.email) as email, min(g.place) as place from g where g.number is not null and g.email is not null
        group by g.number having min(g.email) = max(g.email)),
    theirs as materialized (
      select b.*, n.id as has from beside b left join learner e on e.email_key = decode(b.email, 'hex')
        left join learner n on n.account_key = decode(b.number, 'hex') left join learner r on r.id = n.joined_into
      where n.id is null or n.id = e.id or (e.id is null and n.email_key is null and r.email_key is null)),
    -- Somebody has one number: that by which they are known already, or the first.
    chosen as materialized (select distinct on (t.email) t.email, t.number from theirs t order by t.email, t.has is null, t.place),
    known_by as (
      select g.value, g.place, g.number, coalesce(g.email, t.email) as email
        from g left join theirs t on g.email is null and t.number = g.number and (t.has is null or exists (select from chosen c where c.number = t.number))),
    folded as (
      select k.*, case when k.email is null then k.number else c.number end as keeps from known_by k left join chosen c on c.email = k.email)
    select jsonb_agg(f.value || jsonb_build_object('email_key', f.email, 'account_key', f.keeps)
        || case when f.number <> f.keeps or f.keeps is null then jsonb_build_object('number_key', f.number) else '{}' end order by f.place)
      from folded f);
end $$;

-- Two who may be one (learner_alike, 0026): whoever has a number in folded rows, and whoever has it in the register. A number that more than five have
-- says nothing of who is whom.
create function alike_by_number(given jsonb, of_partner text) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  if not given @? '$[*] ? (@.number_key != null)' then return; end if;
  with g as materialized (
    select decode(x.email_key, 'hex') as email, decode(x.account_key, 'hex') as keeps, decode(x.number_key, 'hex') as number
      from jsonb_to_recordset(given) x (email_key text, account_key text, number_key text) where x.number_key is not null),
  those as (
    select g.number, coalesce(e.id, k.id) as id, false as has from g left join learner e on e.email_key = g.email left join learner k on k.account_key = g.keeps
    union select g.number, n.id, true from g join learner n on n.account_key = g.number),
  people as (
    select t.number, r.id, r.name_key, r.organisation_id, bool_or(t.has) as has from those t join learner l on l.id = t.id join learner r on r.id = coalesce(l.joined_into, l.id)
      where r.partner_id = of_partner group by t.number, r.id, r.name_key, r.organisation_id),
  few as (
    select p.*, row_number() over (partition by p.number order by p.has desc, p.id) as nth, count(*) over (partition by p.number) as n from people p)
  insert into learner_alike (one_id, other_id, partner_id, similarity)
    select distinct least(f.id, o.id), greatest(f.id, o.id), of_partner, trigrams.similarity(f.name_key, o.name_key)
      from few f join few o on o.number = f.number and o.nth > 1 and f.nth = 1 where f.n <= 5
    on conflict (one_id, other_id) do nothing;
end $$;

/*
 * Where each row's person works and who they are, for keep_learnt and for a look before it (look_up_learnt, 0025). A person is found by the email's
 * key, or the account's (fold_keys). Without either nobody is found by a name; but the same row in a second file (organisation, name, tier, day, way)
 * is that row: as many as the fuller of the two files has are kept, so two of one name in one file are two people. An organisation that is typed and
 * not there yet has no id: keep_learnt makes it first.
 */
create function place_learnt(given jsonb, of_partner text, only_partner text) returns setof placed
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_nestloop = on set work_mem = '32MB' as $$
declare own uuid;
begin
  -- How many rows there are the planner cannot know of a text: many are joined as a whole, few along an index. It ends with the function.
  perform set_config('enable_nestloop', case when jsonb_array_length(given) > 2000 then 'off' else 'on' end, true);
  select o.id into own from organisation o where o.partner_id = of_partner;
  return query
  with g as materialized (select x.*, x.ordinality::int as place from rows from (jsonb_populate_recordset(null::arriving, given)) with ordinality x),
  named as materialized (
    select distinct on (o.name_key) o.name_key, coalesce(o.merged_into, o.id) as id from organisation o
      where o.name_key in (select organisation_key from g) order by o.name_key, o.merged_into nulls first),
  at as (
    select g.*, decode(g.email_key, 'hex') as by_email, decode(g.account_key, 'hex') as by_account, g.email_key is null and g.account_key is null as keyless,
      case when g.organisation_id is null and g.organisation_key is null then own else coalesce(g.organisation_id, named.id) end as works_at
    from g left join named on named.name_key = g.organisation_key),
  worked as (
    select at.*, o.id as org, o.partner_id, o.sector as org_sector, case when o.id is null then at.organisation_key end as not_there_yet,
      case when only_partner is not null and at.works_at is distinct from own then 'elsewhere'
        when o.id is null and (at.works_at is not null or at.organisation_key is null or only_partner is not null) then 'unplaced' end as refusal
    from at left join organisation o on o.id = at.works_at),
  -- 'nth': which of those with no key that are alike in all else.
  found as materialized (
    select w.*, coalesce(e.id, c.id) as found_id, case when w.keyless then row_number() over (
        partition by case when not w.keyless then w.place end, w.org, w.not_there_yet, w.name_key, w.tier, w.on_date, w.way order by w.place) end as nth
    from worked w left join learner e on e.email_key = w.by_email left join learner c on c.account_key = w.by_account),
  alike as materialized (
    select l.organisation_id, l.name_key, a.tier, a.on_date, a.way, l.id, row_number() over (partition by l.organisation_id, l.name_key, a.tier, a.on_date, a.way order by a.known_on, a.id) as nth
    from learner l join attendance a on a.learner_id = l.id
    where (select bool_or(f.keyless and f.refusal is null) from found f) and l.email_key is null and l.account_key is null
      and (l.organisation_id, l.name_key) in (select f.org, f.name_key from found f where f.keyless and f.refusal is null)
      and a.way in (select f.way from found f where f.keyless)),
  known as materialized (
    select f.*, a.id is not null as there, coalesce(f.found_id, a.id) as known_id, gen_random_uuid() as new_id from found f left join alike a on f.keyless and f.refusal is null
      and (a.organisation_id, a.name_key, a.tier, a.on_date, a.way, a.nth) = (f.org, f.name_key, f.tier, f.on_date, f.way, f.nth))
  select k.place, k.name, k.name_key, k.by_email, k.by_account, k.email, k.org, k.partner_id, k.org_sector, k.role_group,
      k.tier, k.version, k.on_date, k.way,
      coalesce(k.known_id, first_value(k.new_id) over (partition by coalesce(k.by_email, k.by_account), case when k.keyless then k.place end)),
      k.known_id is null, k.keyless, coalesce(k.refusal, case when k.there then 'known' end)
    from known k;
end $$;

/*
 * What came of each row, by its place (of rows of the short update too: keep_rows, 0032): 'kept'; 'known': the same person, tier, day and way stand in the register already, or twice in the rows;
 * 'elsewhere': of an organisation that is not the one partner's whose people alone may be recorded; 'unplaced': no organisation.
 * Where whoever is found works now is settled as by an event (named_at, 0034).
 */
create function keep_learnt(which uuid, given jsonb, only_partner text) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_nestloop = on set work_mem = '32MB' as $$
#variable_conflict use_column
declare r placed[]; of_partner text;
begin
  perform set_config('enable_nestloop', case when jsonb_array_length(given) > 2000 then 'off' else 'on' end, true);
  -- Two imports at once would each make the same new learner.
  perform pg_advisory_xact_lock(21);
  if only_partner is null then
    insert into organisation (name, name_key, sector)
      select distinct on (g.organisation_key) g.organisation, g.organisation_key, g.sector
        from jsonb_to_recordset(given) g (organisation_id uuid, organisation text, organisation_key text, sector text)
      where g.organisation_id is null and g.organisation_key is not null and not exists (select from organisation o where o.name_key = g.organisation_key)
      order by g.organisation_key
      on conflict (name_key) where merged_into is null do nothing;
  end if;
  of_partner := coalesce(only_partner, (select i.partner_id from register_import i where i.id = which));
  r := array(select p from place_learnt(given, of_partner, only_partner) p);

  -- One new learner for each key, and for each row that has none.
  insert into learner (id, organisation_id, partner_id, name, name_key, email_key, account_key, email, role_group)
    select distinct on (x.learner_id) x.learner_id, x.organisation_id, x.partner_id, x.name, x.name_key, x.email_key, x.account_key, x.email, x.role_group
      from unnest(r) x where x.fresh and x.came is null order by x.learner_id, x.on_date desc, x.place;

  -- Whoever was known before, as the newest row says they are now (named_at, 0034). Another partner's list says neither their address nor their number.
  if exists (select from unnest(r) x where not x.fresh and not x.keyless and x.came is null) then
    perform named_at(array_agg(x.learner_id order by x.place), array_agg(x.organisation_id order by x.place), array_agg(x.role_group order by x.place),
        array_agg(x.name order by x.place), array_agg(x.on_date order by x.place), which)
      from unnest(r) x where not x.fresh and not x.keyless and x.came is null;
    with newest as (
      select distinct on (x.learner_id) x.* from unnest(r) x where not x.fresh and not x.keyless and x.came is null order by x.learner_id, x.on_date desc, x.place)
    update learner l set email = w.mail, email_key = w.by_email, account_key = w.by_account, version = l.version + 1
      from newest n join learner k on k.id = n.learner_id cross join lateral (
        select case when goes and not exists (select from attendance a where a.learner_id = k.id and a.on_date > n.on_date and not a.claimed) then coalesce(n.email, k.email) else k.email end as mail,
          coalesce(k.email_key, case when goes then n.email_key end) as by_email, coalesce(k.account_key, case when goes then n.account_key end) as by_account
          from (select moves_alone(k.partner_id, n.partner_id) as goes) g) w
      where l.id = n.learner_id and (l.email, l.email_key, l.account_key) is distinct from (w.mail, w.by_email, w.by_account);
    -- What another partner's list said of them before, their own says too.
    update attendance a set claimed = false from unnest(r) x join learner l on l.id = x.learner_id
      where a.claimed and x.came is null and (a.learner_id, a.tier, a.on_date, a.way) = (x.learner_id, x.tier, x.on_date, x.way) and moves_alone(l.partner_id, x.partner_id);
  end if;

  return query
  with once as materialized (
    select distinct on (x.learner_id, x.tier, x.on_date, x.way) x.* from unnest(r) x where x.came is null order by x.learner_id, x.tier, x.on_date, x.way, x.place),
  added as (
    insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, role_group, tier, version, on_date, way, import_id, claimed)
      select gen_random_uuid(), o.learner_id, o.learner_id, o.organisation_id, o.partner_id, o.sector, o.role_group, o.tier, o.version, o.on_date, o.way, which,
        not o.fresh and not moves_alone(r.partner_id, o.partner_id)
      from once o join learner l on l.id = o.learner_id join learner r on r.id = coalesce(l.joined_into, l.id) where not exists (
        select from attendance a where a.learner_id = o.learner_id and a.tier = o.tier and a.on_date = o.on_date and a.way = o.way)
      returning learner_id, tier, on_date, way),
  outcome as materialized (
    select x.place, coalesce(x.came, case when a.learner_id is not null then 'kept' else 'known' end) as came
      from unnest(r) x left join once o on o.place = x.place
        left join added a on (a.learner_id, a.tier, a.on_date, a.way) = (o.learner_id, o.tier, o.on_date, o.way)),
  told as (
    update register_import i set rows = i.rows + n.total, kept = i.kept + n.counted, refused = i.refused + n.refused
      from (select count(*) as total, count(*) filter (where c.came = 'kept') as counted, count(*) filter (where c.came in ('elsewhere', 'unplaced')) as refused from outcome c) n
      where i.id = which)
  select c.place, c.came from outcome c order by c.place;
end $$;

-- The rows of an import, all at once, by whoever makes it: a coordinator for any organisation, a SPOC for their own partner's people alone. An
-- organisation that a row leaves out is that of the import's partner.
create function record_attendances(import uuid, rows jsonb) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare i register_import; everywhere boolean;
begin
  select * into i from register_import where id = import and made_by = me() and undone_at is null for update;
  if not found then raise exception 'no import of yours' using errcode = '42501'; end if;
  everywhere := i_hold(array['coordinator']);
  if not everywhere and not coalesce(i.partner_id = any (my_partners(array['spoc'])), false) then
    raise exception 'no import of yours' using errcode = '42501';
  end if;
  -- A file holds no address to write to, and says of nobody that they were at an event.
  if rows @? '$[*] ? (@.email != null || (@.way != "file" && @.way != "update"))' then raise exception 'no row of a file' using errcode = '42501'; end if;
  return query select * from keep_rows(import, rows, case when not everywhere then i.partner_id end);
end $$;

-- What learners hold is written anew for many at once (restand_all, 0026): a statement that adds 50,000 attendances is one look at them.
create function restand_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform restand_all(array(select distinct learner_id from now_rows where learner_id is not null)); return null; end $$;
create function restand_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform restand_all(array(select distinct learner_id from old_rows where learner_id is not null)); return null; end $$;
create function restand_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform restand_all(array(select learner_id from now_rows where learner_id is not null union select learner_id from old_rows where learner_id is not null)); return null; end $$;
create trigger restand_added after insert on attendance referencing new table as now_rows for each statement execute function restand_added();
create trigger restand_changed after update on attendance referencing old table as old_rows new table as now_rows for each statement execute function restand_changed();
create trigger restand_removed after delete on attendance referencing old table as old_rows for each statement execute function restand_removed();
`
