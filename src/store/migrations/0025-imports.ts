/**
 * Files of the register (docs/decisions/0059-imports.md): a file between its steps, how a list was matched, what would come of it, and taking an
 * import back.
 */
export const imports = `
-- A file on its way, packed and sealed under a key that only the page has which whoever sent it is looking at: nobody can read it here. It can be
-- opened for an hour, goes when it is done, with the next one of whoever sent it, or at night; and it is in no backup.
create table import_draft (
  id uuid primary key,
  person_id uuid not null default me() references person,
  made_at timestamptz not null default now(),
  sealed bytea not null check (length(sealed) < 17825792)
);
create index import_draft_person on import_draft (person_id);

-- How a file with such columns was matched last: their names hashed, places of columns, and which words mean what. Nothing of anybody.
create table import_mapping (
  partner_id text not null references partner on delete cascade,
  headers bytea not null check (length(headers) = 32),
  mapping jsonb not null check (length(mapping::text) < 20000),
  made_at timestamptz not null default now(),
  primary key (partner_id, headers)
);

-- 'others': rows that say somebody did not do it, or did something else.
alter table register_import add column event_id uuid references training_event, add column others int not null default 0 check (others >= 0);
-- A name that came from a file onto the list of an event.
alter table event_entry add column import_id uuid references register_import;
create index event_entry_import on event_entry (import_id) where import_id is not null;

-- For whom somebody imports: how lists are matched is remembered by partner.
create function imports_for(which text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select i_hold(array['coordinator']) or coalesce(which = any (my_partners(array['spoc', 'trainer'])), false)
$$;

-- Names of a file onto the list of an event, by whoever teaches it: they are not counted before they are confirmed. Who is on the list already, by
-- the hash of an email or by name and organisation, stays once.
create function list_names(import uuid, rows jsonb) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare i register_import; e training_event; own uuid;
begin
  select * into i from register_import r where r.id = import and r.made_by = me() and r.undone_at is null for update;
  select * into e from training_event t where t.id = i.event_id and t.state = 'planned' and (t.trainer_id = me() or i_hold(array['coordinator'])) for update;
  if e.id is null then raise exception 'no event of yours' using errcode = '42501'; end if;
  select o.id into own from organisation o where o.partner_id = e.partner_id;
  return query
    with g as materialized (
      select x.*, x.ordinality::int as at_place, decode(x.email_key, 'hex') as by_email from rows from (jsonb_populate_recordset(null::arriving, list_names.rows)) with ordinality x),
    named as (
      select g.*, case when g.organisation_key is null then own else (
        select coalesce(o.merged_into, o.id) from organisation o where o.name_key = g.organisation_key order by o.merged_into nulls first limit 1) end as works_at from g),
    nth as (
      select n.*, row_number() over (partition by coalesce(encode(n.by_email, 'hex'), n.name_key), n.by_email is null,
        case when n.by_email is null then coalesce(n.works_at::text, n.organisation_key) end order by n.at_place) as n from named n),
    judged as (
      select n.*, n.n > 1 or exists (select from event_entry y where y.event_id = e.id and y.state in ('entered', 'confirmed')
        and ((n.by_email is not null and y.email_key = n.by_email)
          or (y.name_key = n.name_key and (y.email_key is null or n.by_email is null)
            and coalesce(y.organisation_id::text, y.organisation_key) = coalesce(n.works_at::text, n.organisation_key)))) as there from nth n),
    listed as (
      insert into event_entry (id, event_id, trainer_id, name, name_key, organisation_id, organisation, organisation_key, sector, role_group, email_key, way, state, import_id)
        select gen_random_uuid(), e.id, e.trainer_id, j.name, j.name_key, j.works_at, case when j.works_at is null then j.organisation end,
          case when j.works_at is null then j.organisation_key end, case when j.works_at is null then j.sector end, j.role_group, j.by_email, 'list', 'entered', import
        from judged j where not j.there order by j.at_place)
    select j.at_place, case when j.there then 'known' else 'kept' end from judged j order by j.at_place;
  update register_import r set rows = jsonb_array_length(list_names.rows), kept = (select count(*) from event_entry y where y.import_id = import) where r.id = import;
end $$;

-- What record_attendances would make of rows, without making it: each is placed as it will be (place_learnt, 0021). Of rows of the short update too:
-- look_up_rows (0032). 'fresh': people whom the register does not know yet. Whoever answers for one partner is told of nobody else's people when they
-- were trained, but for what they recorded of them themselves.
create function look_up_learnt(of_partner text, rows jsonb) returns table (place int, came text, fresh int, namesake boolean)
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_nestloop = on set work_mem = '32MB' as $$
#variable_conflict use_column
declare only_partner text;
begin
  if not i_hold(array['coordinator']) then
    if not coalesce(of_partner = any (my_partners(array['spoc'])), false) then raise exception 'no import of yours' using errcode = '42501'; end if;
    only_partner := of_partner;
  end if;
  perform set_config('enable_nestloop', case when jsonb_array_length(rows) > 2000 then 'off' else 'on' end, true);
  return query
    with placed as materialized (
      select x.place, x.came, x.learner_id, x.keyless, x.organisation_id, x.name_key, x.tier, x.on_date, x.way, x.fresh from place_learnt(rows, of_partner, only_partner) x),
    counted as materialized (
      select x.*, row_number() over (partition by x.learner_id, x.came, x.tier, x.on_date, x.way order by x.place) as nth from placed x),
    held as materialized (
      select distinct a.learner_id, a.tier, a.on_date, a.way from attendance a join learner l on l.id = a.learner_id
        where a.learner_id in (select c.learner_id from counted c where not c.fresh) and (only_partner is null or only_partner in (l.partner_id, a.partner_id))),
    named_at as materialized (
      select distinct l.organisation_id, l.name_key from learner l
        where l.joined_into is null and (l.organisation_id, l.name_key) in (select c.organisation_id, c.name_key from counted c where c.fresh)),
    named_of as materialized (
      select distinct l.name_key from learner l
        where l.joined_into is null and l.partner_id = of_partner and l.name_key in (select c.name_key from counted c where c.fresh)),
    judged as materialized (
      select c.*, coalesce(c.came, case when c.nth > 1 or h.learner_id is not null then 'known' else 'kept' end) as comes
      from counted c left join held h on not c.keyless and (h.learner_id, h.tier, h.on_date, h.way) = (c.learner_id, c.tier, c.on_date, c.way))
    select j.place, j.comes, (select count(distinct x.learner_id)::int from judged x where x.comes = 'kept' and x.fresh),
      -- Counted as somebody new, though somebody of that organisation, or of the partner, has the name already.
      j.comes = 'kept' and j.fresh and (n.name_key is not null or m.name_key is not null)
      from judged j left join named_at n on (n.organisation_id, n.name_key) = (j.organisation_id, j.name_key)
        left join named_of m on m.name_key = j.name_key order by j.place;
end $$;

-- What would come of names for an event: all is done as it will be, and undone.
create function try_names(of_partner text, of_event uuid, rows jsonb) returns table (place int, came text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare which uuid := gen_random_uuid(); places int[]; cames text[];
begin
  begin
    insert into register_import (id, made_by, partner_id, kind, event_id) values (which, me(), of_partner, 'file', of_event);
    select array_agg(r.place order by r.place), array_agg(r.came order by r.place) into places, cames from list_names(which, try_names.rows) r;
    raise exception 'only tried' using errcode = 'WM025';
  exception when sqlstate 'WM025' then null;
  end;
  return query select t.place, t.came from unnest(places, cames) as t (place, came);
end $$;

-- Takes an import back: its attendances, the people whom nothing else knows, and names on a list that were not confirmed. Null: not yours, or
-- taken back already. Whoever it moved to another employer stays there: the next file or event says where they are.
create function undo_import(which uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare i register_import; people uuid[]; gone int; struck int;
begin
  select * into i from register_import r where r.id = which and r.kind = 'file' and r.undone_at is null for update;
  if not found then return null; end if;
  if not (i_hold(array['coordinator']) or (i.made_by = me() and imports_for(i.partner_id))) then return null; end if;
  perform pg_advisory_xact_lock(21);
  people := array(select distinct a.learner_id from attendance a where a.import_id = which and a.learner_id is not null);
  delete from attendance a where a.import_id = which;
  get diagnostics gone = row_count;
  update event_entry x set state = 'struck' where x.import_id = which and x.state = 'entered';
  get diagnostics struck = row_count;
  delete from learner l where l.id = any (people) and l.joined_into is null
    and not exists (select from attendance a where a.learner_id = l.id)
    and not exists (select from learner o where o.joined_into = l.id)
    and not exists (select from certificate c where c.learner_id = l.id and c.withdrawn_at is null);
  -- What is left of an earlier list is still to be answered.
  delete from learner_move m where m.import_id = which and m.state = 'open'
    and not exists (select from attendance a where a.learner_id = any (same_person(m.learner_id)) and a.organisation_id = m.organisation_id and a.claimed);
  update learner_move m set (import_id, on_date) = (select a.import_id, a.on_date from attendance a
      where a.learner_id = any (same_person(m.learner_id)) and a.organisation_id = m.organisation_id and a.claimed order by a.on_date desc, a.id limit 1)
    where m.import_id = which and m.state = 'open';
  update register_import r set undone_at = now() where r.id = which;
  return gone + struck;
end $$;

-- Files that nobody finished.
create function remove_drafts() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from import_draft where made_at < now() - interval '1 hour';
  get diagnostics gone = row_count;
  return gone;
end $$;
`
