/**
 * Somebody whom the register knows at one partner, and whom a list, a learning system or an event names at another. An email that somebody types is
 * no proof that they work there: nobody is handed the training of whoever they name (docs/decisions/0066-whoever-moves.md).
 */
export const moves = `
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

-- Asks coordinators whether they moved: once, until something newer names them there.
create function ask_move(which uuid, to_organisation uuid, named text, on_day date, by_import uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into learner_move as m (learner_id, organisation_id, partner_id, name, on_date, import_id)
    select r.id, o.id, o.partner_id, named, on_day, by_import
      from learner l join learner r on r.id = coalesce(l.joined_into, l.id) join organisation o on o.id = to_organisation
      where l.id = which and not moves_alone(r.partner_id, o.partner_id)
    on conflict (learner_id, organisation_id) do update set name = excluded.name, on_date = excluded.on_date, import_id = excluded.import_id,
      asked_on = current_date, state = 'open', decided_by = null, decided_at = null
      where excluded.on_date > m.on_date
$$;

-- Wherever they are now, nothing is left to ask.
create function move_is_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from learner_move m using now_rows n, old_rows o where n.id = o.id and m.learner_id = n.id and n.organisation_id is distinct from o.organisation_id
    and (m.state = 'open' or m.organisation_id = n.organisation_id);
  return null;
end $$;
create trigger move_is_answered after update on learner referencing old table as old_rows new table as now_rows for each statement execute function move_is_answered();

-- Says of some that they moved, or that they did not. Gives how many were to be answered still.
create function answer_moves(those uuid[], answer text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare m learner_move; done int := 0;
begin
  if not i_hold(array['coordinator']) or answer not in ('moved', 'stays') then return 0; end if;
  for m in select * from learner_move where id = any (those) and state = 'open' order by on_date, id for update loop
    -- Of one person in two places: the newest is answered last.
    if answer = 'stays' then update learner_move set state = 'stays', decided_by = me(), decided_at = now() where id = m.id; done := done + 1;
    elsif move_learner(m.learner_id, m.organisation_id) then done := done + 1; end if;
  end loop;
  return done;
end $$;
`
