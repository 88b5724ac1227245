/**
 * Somebody whom the register knows at one partner, and whom a list, a learning system or an event names at another. An email that somebody types is
 * no proof that they work there: nobody is handed the training of whoever they name (docs/decisions/0066-whoever-moves.md).
 */
export const moves = `
-- 'learner_id': the entry that was found, and not whom it is joined to: whoever is parted again has what was asked of them. Whoever answers answers
-- for the person.
-- 'name' and 'on_date': as what named them has it. 'stays': a coordinator said that they did not move.
create table learner_move (
  id uuid primary key default gen_random_uuid(),
  learner_id uuid not null references learner on delete cascade,
  organisation_id uuid not null references organisation,
  -- The partner that it belongs to: it sees whom it named, and not where they are known.
  partner_id text references partner,
  name text not null check (length(name) between 1 and 120),
  on_date date not null,
  import_id uuid references register_import,
  asked_on date not null default current_date,
  state text not null default 'open' check (state in ('open', 'stays')),
  decided_by uuid references person,
  decided_at timestamptz,
  unique (learner_id, organisation_id)
);
create index learner_move_partner on learner_move (partner_id, state, name);
create index learner_move_import on learner_move (import_id) where import_id is not null;

-- May they be moved by an email alone? Within one partner, whose people they are already; or where no partner would see more by it.
create function moves_alone(from_partner text, to_partner text) returns boolean language sql immutable as $$ select from_partner is not distinct from to_partner $$;

-- What a list or a learning system of one partner says of whoever is another's: it is counted for whom it was recorded, and gives nothing that they
-- hold, so no certificate, until they are that partner's (keep_learnt, 0021). Whoever teaches an event saw who was there.
create index attendance_claimed on attendance (learner_id) where claimed;

-- Of those who are that partner's by now.
create function settle_claims(those uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update attendance a set claimed = false from learner l join learner r on r.id = coalesce(l.joined_into, l.id)
    where l.id = any (those) and a.learner_id = l.id and a.claimed and moves_alone(r.partner_id, a.partner_id)
$$;
create function claims_settled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform settle_claims(array(select n.id from now_rows n where exists (select from attendance a where a.learner_id = n.id and a.claimed)));
  return null;
end $$;
create trigger claims_settled after update on learner referencing new table as now_rows for each statement execute function claims_settled();
create function claim_is_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into certificate_due (attendance_id) select new.id where new.version is not null on conflict do nothing;
  return null;
end $$;
create trigger claim_is_due after update of claimed on attendance for each row when (old.claimed and not new.claimed and new.learner_id is not null) execute function claim_is_due();

-- Rows of a file on its way of whoever is another partner's, by their places: for a look at what would come of them.
create function rows_elsewhere(of_partner text, rows jsonb) returns setof int
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_nestloop = on as $$
begin
  if not answers_for(of_partner) then raise exception 'no import of yours' using errcode = '42501'; end if;
  perform set_config('enable_nestloop', case when jsonb_array_length(rows) > 2000 then 'off' else 'on' end, true);
  return query
    select x.place from place_learnt(fold_keys(rows), of_partner, null) x join learner l on l.id = x.learner_id join learner r on r.id = coalesce(l.joined_into, l.id)
      where not x.fresh and not x.keyless and not moves_alone(r.partner_id, x.partner_id);
end $$;

/*
 * Something names people at organisations, each on a day: a list, a learning system, an event. The newest of what is given settles where they work, with
 * all their entries, unless the register knows something later of them: what is old moves nobody back. Where others would see more by it they stay, and
 * coordinators are asked whether they moved: once, until something newer names them there.
 */
create function named_at(entries uuid[], organisations uuid[], groups text[], names text[], days date[], by_import uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  with newest as materialized (
    select distinct on (r.id) r.id as person, r.partner_id, x.entry, x.organisation, x.does, x.named, x.on_day
      from unnest(entries, organisations, groups, names, days) with ordinality x(entry, organisation, does, named, on_day, place)
        join learner l on l.id = x.entry join learner r on r.id = coalesce(l.joined_into, l.id)
      order by r.id, x.on_day desc, x.place),
  theirs as materialized (
    select n.person, n.person as entry from newest n union all select n.person, l.id from newest n join learner l on l.joined_into = n.person),
  later as materialized (
    select distinct n.person from newest n join theirs t on t.person = n.person join attendance a on a.learner_id = t.entry where a.on_date > n.on_day and not a.claimed),
  now_at as materialized (
    select n.*, o.partner_id as to_partner, moves_alone(n.partner_id, o.partner_id) as goes from newest n join organisation o on o.id = n.organisation
      where n.person not in (select person from later)),
  moved as (
    update learner l set organisation_id = n.organisation, partner_id = n.to_partner, role_group = coalesce(n.does, l.role_group), version = l.version + 1
      from now_at n join theirs t on t.person = n.person
      where n.goes and l.id = t.entry and (l.organisation_id, l.role_group) is distinct from (n.organisation, coalesce(n.does, l.role_group)))
  insert into learner_move as m (learner_id, organisation_id, partner_id, name, on_date, import_id)
    select n.entry, n.organisation, n.to_partner, n.named, n.on_day, by_import from now_at n
      where not n.goes and not exists (
        select from theirs t join learner_move k on k.learner_id = t.entry
          where t.person = n.person and t.entry <> n.entry and k.organisation_id = n.organisation and k.on_date >= n.on_day)
    on conflict (learner_id, organisation_id) do update set name = excluded.name, on_date = excluded.on_date, import_id = excluded.import_id,
      asked_on = current_date, state = 'open', decided_by = null, decided_at = null
      where excluded.on_date > m.on_date
$$;

-- Nothing is left to ask of whoever is that partner's now. Another move answers nothing: between two that are of no partner, say.
create function move_is_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from learner_move m using now_rows n, old_rows o where n.id = o.id and m.learner_id = n.id and n.organisation_id is distinct from o.organisation_id
    and moves_alone(n.partner_id, m.partner_id);
  return null;
end $$;
create trigger move_is_answered after update on learner referencing old table as old_rows new table as now_rows for each statement execute function move_is_answered();

-- An organisation that was typed is another one (merge_organisation, 0026): so are the questions about it. Of two the newer stays.
create function merge_moves(which uuid, into_other uuid) returns void language sql set search_path = public, pg_temp as $$
  delete from learner_move m using learner_move n where n.learner_id = m.learner_id and n.organisation_id <> m.organisation_id
    and m.organisation_id in (which, into_other) and n.organisation_id in (which, into_other) and (m.on_date, m.state, m.id) < (n.on_date, n.state, n.id);
  update learner_move m set organisation_id = o.id, partner_id = o.partner_id from organisation o where o.id = into_other and m.organisation_id = which;
  delete from learner_move m using learner l where m.organisation_id = into_other and l.id = m.learner_id and moves_alone(l.partner_id, m.partner_id);
$$;

-- Says of some that they moved, or that they did not: for the person, with all their entries. Gives what was to be answered still.
create function answer_moves(those uuid[], answer text) returns uuid[] language plpgsql security definer set search_path = public, pg_temp as $$
declare m learner_move; theirs uuid[]; done uuid[] := '{}';
begin
  if not i_hold(array['coordinator']) or answer not in ('moved', 'stays') then return done; end if;
  -- Of one person in two places: the newest is answered last.
  for m in select * from learner_move where id = any (those) and state = 'open' order by on_date, id for update loop
    if answer = 'moved' then continue when not move_learner(m.learner_id, m.organisation_id); end if;
    select array_agg(e.id) into theirs from (select coalesce(l.joined_into, l.id) as person from learner l where l.id = m.learner_id) r
      join learner e on e.id = r.person or e.joined_into = r.person;
    if answer = 'moved' then delete from learner_move k where k.learner_id = any (theirs) and k.organisation_id = m.organisation_id;
    else update learner_move k set state = 'stays', decided_by = me(), decided_at = now()
      where k.learner_id = any (theirs) and k.organisation_id = m.organisation_id and k.state = 'open';
    end if;
    done := done || m.id;
  end loop;
  return done;
end $$;
`
