/**
 * How long concerns are kept, and how one is erased: its own key goes first (store/keys/data-keys.ts), then, in one transaction, every row of
 * it. What stays says that there was one and that it is gone.
 */
export const retention = `
-- On hold: kept whatever the rules say, until somebody lifts it. Why, under the concern's key.
create table concern_hold (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  sealed bytea not null check (length(sealed) < 20000),
  ended_at timestamptz,
  ended_by uuid references person,
  check ((ended_at is null) = (ended_by is null))
);
create function hold_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.ended_by := case when new.ended_at is not null then coalesce(old.ended_by, me()) end;
  return new;
end $$;
create trigger hold_ended before update on concern_hold for each row execute function hold_ended();
create unique index concern_hold_open on concern_hold (concern_id) where ended_at is null;

-- Somebody asked to have it erased: why (an id of the pack's), and the day on which the night's job does so. Until then any coordinator stops it.
create table erasure_request (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  reason text not null check (length(reason) <= 60),
  -- Never at once: nobody erases alone what another might need.
  erases_on date not null check (erases_on > (at at time zone 'UTC')::date),
  stopped_at timestamptz,
  -- Null: nobody stopped it, but it was opened again.
  stopped_by uuid references person,
  check (stopped_by is null or stopped_at is not null)
);
create function erasing_stopped() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.stopped_by := case when new.stopped_at is not null then coalesce(old.stopped_by, me()) end;
  return new;
end $$;
create trigger erasing_stopped before update on erasure_request for each row execute function erasing_stopped();
create unique index erasure_request_open on erasure_request (concern_id) where stopped_at is null;
create index erasure_request_on on erasure_request (erases_on) where stopped_at is null;

-- What is put on hold, opened again or closed anew is not erased because of what was asked before.
create function hold_stops_erasing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update erasure_request set stopped_at = now() where concern_id = new.concern_id and stopped_at is null;
  return null;
end $$;
create trigger hold_stops_erasing after insert on concern_hold for each row execute function hold_stops_erasing();
create function state_stops_erasing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update erasure_request set stopped_at = now() where concern_id = new.id and stopped_at is null;
  return null;
end $$;
create trigger state_stops_erasing after update of state on concern for each row when (old.state <> new.state) execute function state_stops_erasing();

-- Somebody asked for what is kept about them (UK GDPR, Article 15): when they asked and when they were answered.
create table access_request (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  received_on date not null,
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  answered_on date
);
create index access_request_concern on access_request (concern_id);

-- That a concern was erased, when and why: for the certificate, and so that a backup that is put back erases it again. No word of it.
create table erasure (
  -- The concern's.
  id uuid primary key,
  number int not null,
  rule text not null check (rule in ('without-action', 'with-action', 'withdrawn', 'asked')),
  erased_at timestamptz not null default now(),
  erased_by uuid references person,
  -- Where somebody asked for it: why, by an id of the pack's, and when.
  reason text check (length(reason) <= 60),
  asked_at timestamptz,
  -- What came was sealed to this of the partnership's keys, or to one before it.
  last_key int not null,
  -- Whether replies were sent, which a code opens too.
  replies boolean not null
);
create index erasure_at on erasure (erased_at desc, id);

-- How many were erased: by the month in which they came, and how they ended. Nothing leads from here to one of them.
create table concern_count (
  month date not null,
  state text not null,
  outcome text not null,
  erased int not null,
  primary key (month, state, outcome)
);

-- When its private half was destroyed: what was sealed to it opens no more.
alter table receiving_key add column destroyed_on date;

-- Why a concern cannot be erased now by this rule (null: somebody asks for it now); null: it can, and nobody changes that before the transaction
-- ends. No rule erases what the police may need: a picture that was stopped, because it may be illegal.
create function concern_stays(which uuid, by_rule text) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern;
begin
  select * into c from concern where id = which for update;
  if not found or is_apart(which) then return 'gone'; end if;
  if c.state not in ('closed', 'withdrawn') then return 'open'; end if;
  if exists (select from concern_hold where concern_id = which and ended_at is null) then return 'held'; end if;
  if by_rule = 'asked' then
    perform from erasure_request where concern_id = which and stopped_at is null for update;
    if not found then return 'stopped'; end if;
  elsif exists (select from concern_picture where concern_id = which and stopped_at is not null) and by_rule is not null then
    return 'held';
  end if;
  return null;
end $$;

-- What no one is signed in for: what is due, by a rule or because somebody (who) asked. What takes the rows away is in 0019.
create function erase_due_concern(which uuid, why text, who uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not remove_concern(which, why, (select id from person where id = who)) then return false; end if;
  perform audit_append((select id from person where id = who), 'erase-concern', 'concern', which::text, null);
  return true;
end $$;

-- What was closed before then, with all that was joined: what says how long each is kept.
create function retention_facts(before timestamptz)
returns table (id uuid, state text, closed_at timestamptz, outcome text, merged_into uuid, held boolean, stopped boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.state, c.closed_at, c.outcome, c.merged_into,
      exists (select from concern_hold h where h.concern_id = c.id and h.ended_at is null),
      exists (select from concern_picture p where p.concern_id = c.id and p.stopped_at is not null)
    from concern c where (c.state in ('closed', 'withdrawn') and c.closed_at < before) or c.merged_into is not null
      or exists (select from concern m where m.merged_into = c.id)
$$;
create function erasures_asked() returns table (concern_id uuid, erases_on date, made_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select concern_id, erases_on, made_by from erasure_request where stopped_at is null
$$;
create index concern_closed on concern (state, closed_at) where state in ('closed', 'withdrawn');
create index concern_merged on concern (merged_into) where merged_into is not null;

-- Of these concerns those whose rows are there.
create function concerns_there(ids uuid[]) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from concern where id = any(ids)
$$;

create function erasures() returns table (id uuid, rule text, erased_at timestamptz, erased_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, rule, erased_at, erased_by from erasure
$$;

-- What lies as it came, sealed to the partnership's key, in whichever table: each has a column that says so. The eight bytes
-- after an envelope's first name the key (store/seal/envelope.ts).
create function tables_as_received() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'under' order by 1
$$;

-- Those of one concern, some at a time in the order of their ids, to be sealed anew under its own key.
create function received_rows(kind text, after uuid, most int) returns table (id uuid, concern_id uuid, sealed bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if kind not in (select tables_as_received()) then return; end if;
  return query execute format('select t.id, t.concern_id, t.sealed from %I t where t.under = ''receiving'' and t.id > $1 order by t.id limit $2', kind)
    using after, most;
end $$;

create function reseal_row(kind text, which uuid, was bytea, anew bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare done int;
begin
  if kind not in (select tables_as_received()) then return false; end if;
  execute format('update %I set under = ''own'', sealed = $3 where id = $1 and under = ''receiving'' and sealed = $2', kind) using which, was, anew;
  get diagnostics done = row_count;
  return done = 1;
end $$;

-- How many rows open with each of the partnership's keys alone.
create function rows_by_key() returns table (key text, rows int) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare kind text;
begin
  for kind in select tables_as_received() loop
    return query execute format('select encode(substr(sealed, 2, 8), ''hex''), count(*)::int from %I where under = ''receiving'' group by 1', kind);
  end loop;
end $$;

create function receiving_keys() returns table (seq int, id text, public bytea, destroyed_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select seq, id, public, destroyed_on from receiving_key order by seq
$$;

create function next_receiving_key(key text, public_half bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into receiving_key (seq, id, public) select coalesce(max(seq), 0) + 1, key, public_half from receiving_key;
  perform audit_append(null, 'renew-key', 'key', key, null);
end $$;

create function receiving_key_destroyed(key text, day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update receiving_key set destroyed_on = day where id = key and destroyed_on is null;
  if found then perform audit_append(null, 'destroy-key', 'key', key, null); end if;
end $$;

create function resealed(key text) returns void language sql security definer set search_path = public, pg_temp as $$
  select audit_append(null, 'reseal', 'key', key, null)
$$;
`
