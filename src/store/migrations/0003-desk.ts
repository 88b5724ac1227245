/** The rota, what was found out about the pack's facts, and what the coordinators must be told. */
export const desk = `
-- Who may be asked to be on call.
create table on_call (
  person_id uuid primary key references person,
  added_by uuid,
  added_at timestamptz not null default now()
);

create table shift (
  id uuid primary key default gen_random_uuid(),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '14 days'),
  -- Who is called first (1), and who is called when the first does not answer (2).
  rung int not null check (rung in (1, 2)),
  person_id uuid not null references person,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, person_id)
);
create index shift_time on shift (starts_at, ends_at) where ended_at is null;
create index shift_person on shift (person_id, ends_at) where ended_at is null;

create table shift_answer (
  shift_id uuid not null,
  person_id uuid not null references person,
  answer text not null check (answer in ('agreed', 'refused')),
  at timestamptz not null default now(),
  primary key (shift_id),
  -- Whoever was asked answers, nobody else.
  foreign key (shift_id, person_id) references shift (id, person_id)
);

-- All changes of the rota go one after the other (commands/rota takes the same lock first): each sees the one before it.
-- Nobody is on two shifts at once, and no rung has two people. An exclusion constraint cannot ask whether a shift was refused.
create function shift_free() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(8);
  if exists (
    select from shift s left join shift_answer a on a.shift_id = s.id
    where s.ended_at is null and s.starts_at < new.ends_at and s.ends_at > new.starts_at
      and (s.rung = new.rung or s.person_id = new.person_id) and a.answer is distinct from 'refused'
  ) then
    raise exception 'somebody has this shift, or the person has another' using errcode = 'WM003';
  end if;
  return new;
end $$;
create trigger shift_free before insert on shift for each row execute function shift_free();

create table swap (
  id uuid primary key default gen_random_uuid(),
  shift_id uuid not null,
  from_person uuid not null references person,
  to_person uuid not null references person,
  state text not null default 'asked' check (state in ('asked', 'taken', 'refused', 'withdrawn')),
  asked_at timestamptz not null default now(),
  foreign key (shift_id, from_person) references shift (id, person_id),
  check (from_person <> to_person)
);
create unique index swap_open on swap (shift_id) where state = 'asked';

create table leave (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  first_day date not null,
  last_day date not null check (last_day >= first_day and last_day <= first_day + 366),
  added_by uuid,
  added_at timestamptz not null default now()
);

-- Takes a shift over: whoever was asked by the one who holds it. The old one ends, a new one begins, agreed. Null: it is over, or not theirs.
create function take_swap(swap_id uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; fresh uuid;
begin
  perform pg_advisory_xact_lock(8);
  -- Only who is on the list may be called at night.
  if not exists (select from on_call where person_id = me()) then return null; end if;
  select w.id, w.shift_id, w.from_person, w.to_person, s.starts_at, s.ends_at, s.rung into one from swap w join shift s on s.id = w.shift_id
    where w.id = swap_id and w.state = 'asked' and w.to_person = me() and s.ended_at is null and s.ends_at > now();
  if one is null then return null; end if;
  update swap set state = 'taken' where id = one.id;
  update shift set ended_at = now() where id = one.shift_id;
  insert into shift (starts_at, ends_at, rung, person_id, asked_by)
    values (one.starts_at, one.ends_at, one.rung, one.to_person, one.from_person) returning id into fresh;
  insert into shift_answer (shift_id, person_id, answer) values (fresh, one.to_person, 'agreed');
  return fresh;
end $$;
revoke all on function take_swap from public;

-- Whoever leaves, or comes off the list, is on no shift that is still to come, and is asked for none. Returns how many shifts have nobody now.
-- Part of ending somebody's access (0004-leaving) and of leave_rota; nobody else may call it.
create function clear_rota(who uuid) returns int language plpgsql set search_path = public, pg_temp as $$
declare ended int;
begin
  perform pg_advisory_xact_lock(8);
  update swap set state = 'withdrawn' where state = 'asked' and (from_person = who or to_person = who);
  update shift set ended_at = now() where person_id = who and ended_at is null and ends_at > now();
  get diagnostics ended = row_count;
  delete from on_call where person_id = who;
  return ended;
end $$;

-- The same, by whoever may take somebody off the list.
create function leave_rota(who uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['administrator', 'coordinator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  return clear_rota(who);
end $$;

create table fact_check (
  id uuid primary key default gen_random_uuid(),
  -- A row of the pack: its list and its id there.
  list text not null check (list ~ '^[a-z-]{1,60}$'),
  fact text not null check (fact ~ '^[a-z0-9-]{1,120}$'),
  checked_on date not null,
  way text not null check (way in ('telephone', 'email', 'in-person', 'source')),
  -- Who was asked, by role ("the duty manager"), and what they said. Nobody, where the source was read.
  asked text not null check (length(asked) <= 200 and (asked <> '' or way = 'source')),
  said text not null check (said <> '' and length(said) <= 2000),
  holds text not null check (holds in ('yes', 'no', 'partly')),
  made_by uuid not null references person,
  -- The partner that they worked for: the pack names it, and no person.
  partner_id text not null references partner,
  made_at timestamptz not null default now(),
  exported_at timestamptz,
  ended_at timestamptz,
  version int not null default 1
);
create index fact_check_fact on fact_check (list, fact) where ended_at is null;

create table alarm (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('many-reads')),
  person_id uuid not null references person,
  count int not null,
  at timestamptz not null default now(),
  seen_by uuid references person,
  seen_at timestamptz
);

-- Whoever opens much in a short time is told of, once an hour: forty times in ten minutes, the same page twice counted twice. In a small
-- partnership there are not forty people.
create function audit_alarm() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare reads int;
begin
  if new.person is null or new.verb not like 'read-%' then return null; end if;
  select count(*) into reads from audit
    where person = new.person and at > new.at - interval '10 minutes' and verb like 'read-%';
  if reads >= 40 and not exists (select from alarm where person_id = new.person and at > new.at - interval '1 hour') then
    insert into alarm (kind, person_id, count) values ('many-reads', new.person, reads);
  end if;
  return null;
end $$;
create trigger audit_alarm after insert on audit for each row execute function audit_alarm();

-- Who is in the directory of members: who answers for a partner or the partnership, and who may be on call.
create function directory() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select person_id as id from role_grant where ended_at is null and role in ('spoc', 'coordinator', 'administrator')
    union all select person_id from on_call
  ) listed
$$;
`
