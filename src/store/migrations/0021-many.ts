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
-- The same once it is known where they work and who they are. 'nth': which of those with no key that are alike in all else.
create type placed as (
  place int, name text, name_key text, email_key bytea, account_key bytea, email text, organisation_id uuid, partner_id text, sector text, role_group text,
  tier text, version text, on_date date, way text, nth int, learner_id uuid, known boolean, came text
);

/*
 * What came of each row, by its place (of rows of the short update too: keep_rows, 0032): 'kept'; 'known': the same person, tier, day and way stand in the register already, or twice in the rows;
 * 'elsewhere': of an organisation that is not the one partner's whose people alone may be recorded; 'unplaced': no organisation.
 * A person is found by the email's key, or the account's. Without either nobody is found by a name; but the same row in a second file (organisation,
 * name, tier, day, way) is that row: as many as the fuller of the two files has are kept, so two of one name in one file are two people.
 * Where whoever is found works now is settled as by an event (named_at, 0034).
 */
create function keep_learnt(which uuid, given jsonb, only_partner text) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_nestloop = on set work_mem = '32MB' as $$
#variable_conflict use_column
declare r placed[]; n placed; keyless boolean; met boolean; own uuid; counted int; refused_ int; total int;
begin
  -- How many rows there are the planner cannot know of a text: many are joined as a whole, few along an index. It ends with the function.
  perform set_config('enable_nestloop', case when jsonb_array_length(given) > 2000 then 'off' else 'on' end, true);
  -- Two imports at once would each make the same new learner.
  perform pg_advisory_xact_lock(21);
  select o.id into own from organisation o where o.partner_id = coalesce(only_partner, (select i.partner_id from register_import i where i.id = which));
  if only_partner is null then
    insert into organisation (name, name_key, sector)
      select distinct on (g.organisation_key) g.organisation, g.organisation_key, g.sector
        from jsonb_to_recordset(given) g (organisation_id uuid, organisation text, organisation_key text, sector text)
      where g.organisation_id is null and g.organisation_key is not null and not exists (select from organisation o where o.name_key = g.organisation_key)
      order by g.organisation_key
      on conflict (name_key) where merged_into is null do nothing;
  end if;
  with g as materialized (select x.*, x.ordinality::int as place from rows from (jsonb_populate_recordset(null::arriving, given)) with ordinality x),
  named as materialized (
    select distinct on (o.name_key) o.name_key, coalesce(o.merged_into, o.id) as id from organisation o
      where o.name_key in (select organisation_key from g) order by o.name_key, o.merged_into nulls first),
  at as (
    select g.*, case when g.organisation_id is null and g.organisation_key is null then own else coalesce(g.organisation_id, named.id) end as works_at
    from g left join named on named.name_key = g.organisation_key),
  worked as (
    select at.*, decode(at.email_key, 'hex') as by_email, decode(at.account_key, 'hex') as by_account, o.id as org, o.partner_id, o.sector as org_sector,
      case when only_partner is not null and at.works_at is distinct from own then 'elsewhere' when o.id is null then 'unplaced' end as refusal
    from at left join organisation o on o.id = at.works_at),
  found as (
    select w.*, coalesce(e.id, c.id) as found_id,
      case when w.by_email is null and w.by_account is null then row_number() over (partition by w.org, w.name_key, w.tier, w.on_date, w.way, w.by_email is null and w.by_account is null order by w.place) end as nth
    from worked w left join learner e on e.email_key = w.by_email left join learner c on c.account_key = w.by_account)
  select array_agg((f.place, f.name, f.name_key, f.by_email, f.by_account, f.email, f.org, f.partner_id, f.org_sector, f.role_group, f.tier, f.version, f.on_date, f.way,
      f.nth, f.found_id, false, f.refusal)::placed order by f.place), bool_or(f.nth is not null and f.refusal is null), bool_or(f.found_id is not null)
    into r, keyless, met from found f;
  total := coalesce(array_length(r, 1), 0);

  -- A row that stands there already, of nobody who could be found again.
  if keyless then
    with alike as materialized (
      select l.organisation_id, l.name_key, a.tier, a.on_date, a.way, l.id, row_number() over (partition by l.organisation_id, l.name_key, a.tier, a.on_date, a.way order by a.known_on, a.id) as nth
      from learner l join attendance a on a.learner_id = l.id
      where l.email_key is null and l.account_key is null
        and (l.organisation_id, l.name_key) in (select x.organisation_id, x.name_key from unnest(r) x where x.nth is not null and x.came is null)
        and a.way in (select x.way from unnest(r) x where x.nth is not null))
    select array_agg((x.place, x.name, x.name_key, x.email_key, x.account_key, x.email, x.organisation_id, x.partner_id, x.sector, x.role_group, x.tier, x.version, x.on_date, x.way,
        x.nth, coalesce(x.learner_id, a.id), a.id is not null, x.came)::placed order by x.place) into r
      from unnest(r) x left join alike a on x.came is null
        and (a.organisation_id, a.name_key, a.tier, a.on_date, a.way, a.nth) = (x.organisation_id, x.name_key, x.tier, x.on_date, x.way, x.nth);
  end if;

  -- One new learner for each key, and for each row that has none.
  with fresh as materialized (
    select x.*, first_value(x.place) over (partition by coalesce(x.email_key, x.account_key), case when x.nth is not null then x.place end order by x.on_date desc, x.place) as of_place
    from unnest(r) x where x.learner_id is null and x.came is null),
  ids as materialized (select f.of_place, gen_random_uuid() as id from fresh f where f.of_place = f.place),
  made as (
    insert into learner (id, organisation_id, partner_id, name, name_key, email_key, account_key, email, role_group)
      select ids.id, f.organisation_id, f.partner_id, f.name, f.name_key, f.email_key, f.account_key, f.email, f.role_group from ids join fresh f on f.place = ids.of_place)
  select array_agg((x.place, x.name, x.name_key, x.email_key, x.account_key, x.email, x.organisation_id, x.partner_id, x.sector, x.role_group, x.tier, x.version, x.on_date, x.way,
      x.nth, coalesce(x.learner_id, ids.id), x.known, x.came)::placed order by x.place) into r
    from unnest(r) x left join fresh f on f.place = x.place left join ids on ids.of_place = f.of_place;

  -- Whoever was known before, as the newest row says they are now.
  if met then
    perform named_at(array_agg(x.learner_id order by x.place), array_agg(x.organisation_id order by x.place), array_agg(x.role_group order by x.place),
        array_agg(x.name order by x.place), array_agg(x.on_date order by x.place), which)
      from unnest(r) x where x.learner_id is not null and x.nth is null and x.came is null;
    with newest as (
      select distinct on (x.learner_id) x.* from unnest(r) x where x.learner_id is not null and x.nth is null and x.came is null order by x.learner_id, x.on_date desc, x.place)
    update learner l set email = w.mail, account_key = w.account, version = l.version + 1
      from newest n join learner k on k.id = n.learner_id
        cross join lateral (select coalesce(n.email, k.email) as mail, coalesce(k.account_key, n.account_key) as account) w
      where l.id = n.learner_id and (l.email, l.account_key) is distinct from (w.mail, w.account)
        and not exists (select from attendance a where a.learner_id = l.id and a.on_date > n.on_date);
  end if;

  with once as (
    select distinct on (x.learner_id, x.tier, x.on_date, x.way) x.* from unnest(r) x where x.came is null and not x.known order by x.learner_id, x.tier, x.on_date, x.way, x.place),
  kept as (
    insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, role_group, tier, version, on_date, way, import_id)
      select gen_random_uuid(), o.learner_id, o.learner_id, o.organisation_id, o.partner_id, o.sector, o.role_group, o.tier, o.version, o.on_date, o.way, which
      from once o where not exists (
        select from attendance a where a.learner_id = o.learner_id and a.tier = o.tier and a.on_date = o.on_date and a.way = o.way)
      returning learner_id, tier, on_date, way)
  select array_agg((x.place, x.name, x.name_key, x.email_key, x.account_key, x.email, x.organisation_id, x.partner_id, x.sector, x.role_group, x.tier, x.version, x.on_date, x.way,
      x.nth, x.learner_id, x.known, coalesce(x.came, case when k.learner_id is not null and o.place is not null then 'kept' else 'known' end))::placed order by x.place) into r
    from unnest(r) x left join once o on o.place = x.place
      left join kept k on o.place is not null and (k.learner_id, k.tier, k.on_date, k.way) = (o.learner_id, o.tier, o.on_date, o.way);

  select count(*) filter (where x.came = 'kept'), count(*) filter (where x.came in ('elsewhere', 'unplaced')) into counted, refused_ from unnest(r) x;
  update register_import i set rows = i.rows + total, kept = i.kept + counted, refused = i.refused + refused_ where i.id = which;
  return query select x.place, x.came from unnest(r) x order by x.place;
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
