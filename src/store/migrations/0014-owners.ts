/**
 * Every concern has an owner who may see it: handing over, accepting, refusing, climbing (domain/concerns/climb.ts decides), stepping out,
 * leaving; and who is told that something waits. Whose a concern is changes in these functions alone.
 */
export const owners = `
alter table concern_offer
  -- The offer with which this handing over began: what its offerer wrote is sealed under that one's id, and goes along.
  add column hand_over uuid not null default gen_random_uuid(),
  -- Somebody asked, or nobody had opened what is urgent.
  add column cause text not null default 'asked' check (cause in ('asked', 'unread')),
  -- Everybody was asked: every coordinator is told of it until one takes it.
  add column flagged_at timestamptz;
create index concern_offer_chain on concern_offer (concern_id, at);

-- Since when there is danger or a child, and who marked it: nobody is told of what they did themselves.
alter table concern add column urgent_since timestamptz, add column urgent_by uuid references person;

-- Who is to be told that something waits, once each. The mail says nothing of it.
create table concern_alert (
  id uuid primary key default gen_random_uuid(),
  concern_id uuid not null references concern on delete cascade,
  person_id uuid not null references person,
  -- Something urgent came; it is offered to them; it is theirs now; nobody took it; their offer was answered.
  kind text not null check (kind in ('urgent', 'offered', 'given', 'unclaimed', 'answered')),
  at timestamptz not null default now(),
  queued_at timestamptz
);
create index concern_alert_waits on concern_alert (at) where queued_at is null;
create index concern_alert_person on concern_alert (person_id, kind);
create index concern_alert_concern on concern_alert (concern_id);

-- What follows from a change (below) is done before its line is written, which takes the chain's lock: so all take their locks in one order.
alter function audit_append(uuid, text, text, text, uuid) rename to audit_line;
create function audit_append(person uuid, verb text, object text, object_id text, owner uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  set constraints keeps_owners, keeps_owners_moved, keeps_owners_given, urgent_told, urgent_told_later immediate;
  return audit_line(person, verb, object, object_id, owner);
end $$;

create function apart_from(which uuid, who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from concern_apart a join person p on p.id = who
    where a.concern_id = which and (a.person_id = who or a.partner_id = p.partner_id))
$$;

-- Is it for coordinators only, as its reporter chose?
create function is_narrow(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from concern c where c.id = which and is_narrow(c.sharing, c.danger, c.child, c.young))
$$;

-- May this person own a concern: active, may hold the key, not kept apart from it, a coordinator where it is for coordinators only?
create function may_own(which uuid, who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select may_hold_key(who) and not apart_from(which, who) and (not is_narrow(which)
    or exists (select from role_grant g where g.person_id = who and g.role = 'coordinator' and g.ended_at is null))
$$;

-- On which rung this person has agreed to be on call at this moment; null: on none.
create function on_call_rung(who uuid, at timestamptz) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select min(s.rung) from shift s join shift_answer a on a.shift_id = s.id and a.answer = 'agreed'
    where s.person_id = who and s.ended_at is null and s.starts_at <= on_call_rung.at and s.ends_at > on_call_rung.at
$$;

-- May it become theirs? Where the reporter chose coordinators only, danger or a child lets in whoever is on call at that moment, and nobody else
-- who is no coordinator. Whoever has it already keeps it when their turn ends: it is not taken from someone who is acting on it.
create function may_take(which uuid, who uuid, at timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select may_own(which, who) and (on_call_rung(who, may_take.at) is not null
    or not exists (select from concern c where c.id = which and c.sharing = 'coordinators')
    or exists (select from role_grant g where g.person_id = who and g.role = 'coordinator' and g.ended_at is null))
$$;

-- Who may own it, the best first: whoever agreed to be on call at this moment, the first rung first; then coordinators, whoever was here last;
-- then whoever may be on call at other times, who can be asked and is given nothing unasked.
create function may_own_now(which uuid, walled text[], at timestamptz) returns table (person uuid, rung int, coordinator boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with kept as (
    select p.id, exists (select from role_grant g where g.person_id = p.id and g.role = 'coordinator' and g.ended_at is null) as coordinator,
      on_call_rung(p.id, may_own_now.at) as rung
    from person p where p.state = 'active' and p.partner_id <> all(walled)
      and (exists (select from role_grant g where g.person_id = p.id and g.role = 'coordinator' and g.ended_at is null)
        or exists (select from on_call o where o.person_id = p.id))
      and may_own(which, p.id)
  )
  select id, rung, coordinator from kept
    where coordinator or rung is not null or not exists (select from concern c where c.id = which and c.sharing = 'coordinators' and c.owner_id <> kept.id)
    order by rung nulls last, coordinator desc, (select max(seen_at) from sign_in where person_id = id) desc nulls last, id
$$;

create or replace function next_owner(which uuid, walled text[], narrow boolean) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select person from may_own_now(which, walled, now()) where coordinator or (rung is not null and not narrow) limit 1
$$;

-- Where owners who were no coordinators worked, now or earlier: whoever has the code is told (code_shared).
alter table concern add column owned_at text[] not null default '{}';
create function owned_at() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare works_at text;
begin
  select p.partner_id into works_at from person p where p.id = new.owner_id
    and not exists (select from role_grant g where g.person_id = p.id and g.role = 'coordinator' and g.ended_at is null);
  if works_at <> all(new.owned_at) then new.owned_at := new.owned_at || works_at; end if;
  return new;
end $$;
create trigger owned_at before insert or update of owner_id on concern for each row execute function owned_at();

-- All that changes whose a concern is, or who may read, goes one after the other, and takes this lock before that of any concern: whoever leaves
-- while they accept is rehomed after, or may not accept any more.
create function owners_lock() returns void language sql as $$ select pg_advisory_xact_lock(9) $$;

-- Whoever owns it next. Null: nobody is left.
create function owner_after(which uuid, but uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select person from may_own_now(which, '{}', now()) where (coordinator or rung is not null) and person is distinct from but limit 1
$$;

-- It becomes theirs without their having agreed: they are told. Whatever was offered is over.
create function give_concern(which uuid, who uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update concern_offer set answer = 'withdrawn', answered_at = now() where concern_id = which and answer is null;
  update concern set owner_id = who, owned_since = now(), version = version + 1 where id = which;
  insert into concern_alert (concern_id, person_id, kind) values (which, who, 'given');
  perform pg_notify('waymark_concern', '');
end $$;

-- Whoever leaves, may no longer read (or no longer what is for coordinators only), or went to another partner: what they own goes on to others.
-- Refused where nobody would be left.
create function rehome(who uuid, moved boolean) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare c record; fresh uuid;
begin
  perform owners_lock();
  for c in select id from concern where owner_id = who and state in ('new', 'open') and (moved or not may_own(id, who)) order by danger desc, read_by, id for update loop
    fresh := owner_after(c.id, who);
    continue when fresh is null and may_own(c.id, who);
    if fresh is null then raise exception 'nobody is left who may read it' using errcode = 'WM012'; end if;
    perform give_concern(c.id, fresh);
  end loop;
  -- What they keep is with somebody who is no coordinator any more.
  update concern set owner_id = who where owner_id = who and state in ('new', 'open');
  update concern_offer set answer = 'lapsed', answered_at = now() where to_person = who and answer is null and (moved or not may_own(concern_id, who));
  perform pg_notify('waymark_concern', '');
  if may_hold_key(who) and not moved then return; end if;
  update concern_offer set answer = 'withdrawn', answered_at = now() where from_person = who and answer is null and flagged_at is null;
end $$;

-- At the end of whatever changes who may read: once for all of it, so that a role that ends and begins anew is no end.
create function reader_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'person' then
    perform rehome(old.id, false);
  else
    perform rehome(old.person_id, false);
  end if;
  return null;
end $$;
create function reader_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rehome(new.id, true);
  return null;
end $$;
create function reader_given() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform rehome(new.person_id, false);
  return null;
end $$;
create constraint trigger keeps_owners after update of state on person deferrable initially deferred
  for each row when (new.state <> 'active') execute function reader_changed();
create constraint trigger keeps_owners_moved after update of partner_id on person deferrable initially deferred
  for each row when (old.partner_id <> new.partner_id) execute function reader_moved();
create constraint trigger keeps_owners after update of ended_at on role_grant deferrable initially deferred
  for each row when (new.ended_at is not null) execute function reader_changed();
-- An administrator who is no coordinator reads nothing, on call or not.
create constraint trigger keeps_owners_given after insert on role_grant deferrable initially deferred
  for each row when (new.role = 'administrator') execute function reader_given();
create constraint trigger keeps_owners after delete on on_call deferrable initially deferred
  for each row execute function reader_changed();

-- As in 0004, for each by itself: where nobody would be left who may read what they own, their access stays, as that of the only administrator and
-- of the only coordinator, whatever they own. Nobody signs in after their last day, ended or not.
create or replace function end_due_access(today date) returns table (who uuid, has_ended boolean) language plpgsql security definer set search_path = public, pg_temp as $$
declare due uuid; ended uuid[] := '{}'; kept uuid[] := '{}';
begin
  for due in select p.id from person p where p.leaves_on < today and p.state <> 'ended' order by p.id for no key update loop
    if only_holder(due, 'administrator') or only_holder(due, 'coordinator') then
      kept := kept || due;
    else
      begin
        perform end_person(due);
        perform rehome(due, false);
        ended := ended || due;
      exception when sqlstate 'WM012' then kept := kept || due;
      end;
    end if;
  end loop;
  foreach due in array ended loop
    perform audit_append(null, 'end-due-access', 'person', due::text, due);
  end loop;
  return query select id, true from unnest(ended) id union all select id, false from unnest(kept) id;
end $$;

create function keep_apart_first() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform owners_lock(); return new; end $$;
create trigger keep_apart_first before insert on concern_apart for each row execute function keep_apart_first();

-- Whoever is kept apart from now on owns it no more, and is offered it no more.
create or replace function keep_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern; fresh uuid;
begin
  select * into c from concern where id = new.concern_id for update;
  update concern set kept_apart = true where id = c.id and not kept_apart;
  if c.state in ('new', 'open') and apart_from(c.id, c.owner_id) then
    fresh := owner_after(c.id, null);
    if fresh is null then raise exception 'nobody is left who may read it' using errcode = 'WM012'; end if;
    perform give_concern(c.id, fresh);
  end if;
  update concern_offer set answer = 'lapsed', answered_at = now()
    where concern_id = c.id and answer is null and to_person is not null and apart_from(c.id, to_person);
  return null;
end $$;

-- A mark of danger or of a child is taken off, or the reporter chooses coordinators only: whoever is none has it, or is asked for it, no more.
create function owners_first() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform owners_lock(); return null; end $$;
create trigger narrowed_first before update of danger, child, sharing on concern for each statement execute function owners_first();
create function narrowed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if not is_narrow(new.id) and (new.sharing <> 'coordinators' or old.sharing = 'coordinators') then return null; end if;
  update concern_offer set answer = 'lapsed', answered_at = now()
    where concern_id = new.id and answer is null and to_person is not null and not may_take(new.id, to_person, now());
  if new.state in ('new', 'open') and not may_take(new.id, new.owner_id, now()) then
    fresh := owner_after(new.id, null);
    if fresh is null then raise exception 'nobody is left who may read it' using errcode = 'WM012'; end if;
    perform give_concern(new.id, fresh);
  end if;
  return null;
end $$;
create trigger narrowed after update of danger, child, sharing on concern for each row execute function narrowed();

-- What is opened again by its reporter or by the desk may have been of somebody who left since.
create function owned_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if may_take(new.id, new.owner_id, now()) then return new; end if;
  fresh := owner_after(new.id, null);
  if fresh is null then return new; end if;
  new.owner_id := fresh;
  new.owned_since := now();
  insert into concern_alert (concern_id, person_id, kind) values (new.id, fresh, 'given');
  perform pg_notify('waymark_concern', '');
  return new;
end $$;
create trigger owned_again before update of state on concern
  for each row when (old.state in ('closed', 'withdrawn') and new.state in ('new', 'open')) execute function owned_again();

-- Danger or a child, on arrival or marked: whoever owns it and whoever is first on call are told at once.
create function urgent_now() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (new.danger or new.child or new.young) then
    new.urgent_since := null;
    new.urgent_by := null;
  elsif tg_op = 'INSERT' then
    new.urgent_since := now();
    new.urgent_by := me();
  elsif (new.danger and not old.danger) or (new.child and not old.child) then
    new.urgent_since := now();
    new.urgent_by := me();
  end if;
  return new;
end $$;
create trigger urgent_now before insert or update of danger, child on concern for each row execute function urgent_now();

-- At the end, when who is kept apart is known.
create function urgent_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from concern where id = new.id and urgent_since = new.urgent_since) then return null; end if;
  insert into concern_alert (concern_id, person_id, kind)
    select new.id, them.id, 'urgent' from (
      select owner_id as id from concern where id = new.id
      union select person from may_own_now(new.id, '{}', now()) where rung = 1
    ) them where them.id is distinct from new.urgent_by and may_own(new.id, them.id);
  perform pg_notify('waymark_concern', '');
  return null;
end $$;
create constraint trigger urgent_told after insert on concern deferrable initially deferred
  for each row when (new.urgent_since is not null) execute function urgent_told();
create constraint trigger urgent_told_later after update of danger, child on concern deferrable initially deferred
  for each row when (new.urgent_since is not null and new.urgent_since is distinct from old.urgent_since) execute function urgent_told();

-- Whoever is offered something is told, and whoever offered it what came of it.
create function offer_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.answer is not null then return null; end if;
    insert into concern_alert (concern_id, person_id, kind)
      select new.concern_id, person, case when new.flagged_at is null then 'offered' else 'unclaimed' end
        from may_own_now(new.concern_id, '{}', new.at)
        where new.to_person is null and coordinator and person not in (select to_person from concern_offer
            where hand_over = new.hand_over and answer = 'refused' and to_person is not null) and (new.flagged_at is not null or person <> (select owner_id from concern where id = new.concern_id))
      union all select new.concern_id, new.to_person, 'offered' where new.to_person is not null;
  elsif new.answer in ('accepted', 'refused') and old.answer is null then
    -- Whoever offered it, and whoever has it until now.
    insert into concern_alert (concern_id, person_id, kind)
      select new.concern_id, id, 'answered' from (
        select new.from_person as id union select owner_id from concern where id = new.concern_id
      ) them where id is distinct from new.answered_by;
  elsif new.answer is null and new.flagged_at is not null and old.flagged_at is null then
    insert into concern_alert (concern_id, person_id, kind)
      select new.concern_id, person, 'unclaimed' from may_own_now(new.concern_id, '{}', new.flagged_at) where coordinator;
  end if;
  perform pg_notify('waymark_concern', '');
  return null;
end $$;
create trigger offer_told after insert or update of answer, flagged_at on concern_offer for each row execute function offer_told();

-- A coordinator must be left who may see it, before somebody is kept apart; it stays so until that is done.
create function coordinator_left(which uuid, partner text, who uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform owners_lock();
  return exists (select from role_grant g join person p on p.id = g.person_id and p.state = 'active'
    where g.role = 'coordinator' and g.ended_at is null and p.id is distinct from who and p.partner_id is distinct from partner
      and not apart_from(which, p.id));
end $$;

-- What follows is asked for by the desk (commands/concerns). Each locks the concern first, and answers with a word: 'done', or why not.
create function open_concern(which uuid) returns concern language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern;
begin
  perform owners_lock();
  select * into c from concern where id = which for update;
  if c.id is null or me() is null or is_apart(which) then raise exception 'not allowed' using errcode = '42501'; end if;
  return c;
end $$;

create function hand_over(which uuid, offer uuid, whom uuid, rung int, summary bytea, at timestamptz, until timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which);
begin
  if c.owner_id <> me() and not i_hold(array['coordinator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  if c.state not in ('new', 'open') then return 'closed'; end if;
  if exists (select from concern_offer o where o.concern_id = which and o.answer is null) then return 'offered-already'; end if;
  if whom = c.owner_id or whom = me() then return 'not-themselves'; end if;
  if not may_own(which, whom) then return 'may-not-read'; end if;
  if not may_take(which, whom, hand_over.at) then return 'not-on-call'; end if;
  insert into concern_offer (id, concern_id, from_person, to_person, rung, at, until, summary, hand_over)
    values (offer, which, me(), whom, hand_over.rung, hand_over.at, hand_over.until, hand_over.summary, offer);
  return 'done';
end $$;

create function accept_offer(which uuid, offer uuid, at timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which); o concern_offer;
begin
  select * into o from concern_offer where id = offer and concern_id = which;
  if o.id is null or not (o.to_person = me() or (o.to_person is null and i_hold(array['coordinator']))) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  if o.answer is not null or c.state not in ('new', 'open') then return case when c.owner_id = me() then 'done' else 'over' end; end if;
  if not may_own(which, me()) then return 'may-not-read'; end if;
  -- Whoever was on call when they were asked may still say yes after their turn.
  if not may_take(which, me(), o.at) and not may_take(which, me(), accept_offer.at) then return 'not-on-call'; end if;
  update concern_offer set answer = 'accepted', answered_by = me(), answered_at = accept_offer.at where id = offer;
  update concern set owner_id = me(), owned_since = accept_offer.at, version = version + 1 where id = which;
  return 'done';
end $$;

create function refuse_offer(which uuid, offer uuid, reason bytea, at timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which);
begin
  if not exists (select from concern_offer where id = offer and concern_id = which and to_person = me()) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  update concern_offer o set answer = 'refused', answered_by = me(), answered_at = refuse_offer.at, reason = refuse_offer.reason
    where o.id = offer and o.answer is null;
  return case when found then 'done' else 'over' end;
end $$;

-- Taken back by whoever offered it, or kept by whoever owns it.
create function withdraw_offer(which uuid, offer uuid, at timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which);
begin
  if c.owner_id <> me() and not exists (select from concern_offer where id = offer and concern_id = which and from_person = me()) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  update concern_offer o set answer = 'withdrawn', answered_by = me(), answered_at = withdraw_offer.at
    where o.id = offer and o.concern_id = which and o.answer is null;
  return case when found then 'done' else 'over' end;
end $$;

-- A coordinator takes it, whoever has it.
create function take_over(which uuid, at timestamptz) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which);
begin
  if not i_hold(array['coordinator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  if c.state not in ('new', 'open') then return 'closed'; end if;
  if not may_own(which, me()) then return 'may-not-read'; end if;
  update concern_offer o set answer = 'withdrawn', answered_by = me(), answered_at = take_over.at where o.concern_id = which and o.answer is null;
  if c.owner_id = me() then return 'done'; end if;
  update concern set owner_id = me(), owned_since = take_over.at, version = version + 1 where id = which;
  insert into concern_alert (concern_id, person_id, kind) values (which, c.owner_id, 'answered');
  return 'done';
end $$;

-- What came to whoever asks without their having agreed, and which they have not opened since.
create function given_to_me() returns table (concern_id uuid, at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select a.concern_id, max(a.at) from concern_alert a join concern c on c.id = a.concern_id and c.owner_id = me() and c.state in ('new', 'open')
    where a.person_id = me() and a.kind = 'given' and not is_apart(a.concern_id) and not exists (select from audit u where u.object = 'concern'
      and u.object_id = a.concern_id::text and u.person = me() and u.verb = 'read-concern' and u.at > a.at)
    group by a.concern_id
$$;

-- Concerns with which something is to be done at this moment, danger first. What is done is decided one by one, each under its lock.
create function climbs_due(at timestamptz, danger_minutes int) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from concern c left join lateral (
      select * from concern_offer o where o.concern_id = c.id order by (o.answer is null) desc, o.at desc limit 1
    ) o on true
    where c.state in ('new', 'open') and (
      not may_own(c.id, c.owner_id)
      or (o.answer is null and o.id is not null and o.flagged_at is null and (o.until <= climbs_due.at or (o.cause = 'unread' and c.read_at is not null)))
      or (o.answer in ('refused', 'lapsed') and not (o.cause = 'unread' and c.read_at is not null))
      or ((o.id is null or (o.answer in ('accepted', 'withdrawn') and o.at <= c.owned_since)) and c.read_at is null
        and c.urgent_since is not null and c.owned_since <= climbs_due.at - make_interval(mins => danger_minutes))
    ) order by c.danger desc, c.urgent_since, o.until, c.id limit 500
$$;

create function climb_facts(which uuid, at timestamptz) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern; o concern_offer;
begin
  perform owners_lock();
  select * into c from concern where id = which for update;
  if c.id is null then return null; end if;
  select * into o from concern_offer x where x.concern_id = which order by (x.answer is null) desc, x.at desc limit 1;
  return jsonb_build_object('open', c.state in ('new', 'open'), 'urgent', c.urgent_since is not null, 'narrow', is_narrow(which), 'read', c.read_at is not null,
    'owner', c.owner_id, 'owned', c.owned_since, 'offer', to_jsonb(o) - 'summary' - 'reason',
    'tried', (select coalesce(jsonb_agg(to_person), '[]') from concern_offer where hand_over = o.hand_over and to_person is not null),
    'refused', (select coalesce(jsonb_agg(to_person), '[]') from concern_offer where hand_over = o.hand_over and answer = 'refused'),
    'candidates', (select coalesce(jsonb_agg(jsonb_build_object('person', person, 'rung', rung, 'coordinator', coordinator) order by place), '[]')
      from (select *, row_number() over () as place from may_own_now(which, '{}', climb_facts.at)) them));
end $$;

-- Does what was decided, in the transaction that asked for the facts.
create function climb_to(which uuid, step text, whom uuid, next_rung int, at timestamptz, until timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern; o concern_offer;
begin
  select * into c from concern where id = which for update;
  select * into o from concern_offer x where x.concern_id = which order by (x.answer is null) desc, x.at desc limit 1;
  -- Of an earlier time, to which nothing is added.
  if o.answer in ('accepted', 'withdrawn') then o := null; end if;
  if step = 'own' then
    perform give_concern(which, whom);
  else
    if step <> 'stay' or o.rung <> 3 then
      update concern_offer x set answer = case when step = 'withdraw' then 'withdrawn' else 'lapsed' end, answered_at = climb_to.at
        where x.concern_id = which and x.answer is null;
    end if;
    if step = 'offer' or (step = 'stay' and (o.id is null or o.rung <> 3 or o.answer is not null)) then
      insert into concern_offer (concern_id, from_person, to_person, rung, at, until, summary, hand_over, cause, flagged_at)
        values (which, coalesce(o.from_person, c.owner_id), case when step = 'offer' then whom end, coalesce(next_rung, 3), climb_to.at,
          coalesce(climb_to.until, climb_to.at), o.summary, coalesce(o.hand_over, gen_random_uuid()), coalesce(o.cause, 'unread'),
          case when step = 'stay' then climb_to.at end);
    elsif step = 'stay' then
      update concern_offer x set flagged_at = climb_to.at where x.concern_id = which and x.answer is null;
    end if;
    if step = 'stay' and whom <> c.owner_id then
      update concern set owner_id = whom, owned_since = climb_to.at, version = version + 1 where id = which;
      insert into concern_alert (concern_id, person_id, kind) values (which, whom, 'given');
    end if;
  end if;
  perform audit_append(null, 'climb-' || step, 'concern', which::text, null);
end $$;

-- Mails to send, and that they were put into the queue.
create function alerts_due() returns table (id uuid, kind text) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.kind from concern_alert a where a.queued_at is null order by a.at limit 500
$$;
create function alerts_queued(those uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update concern_alert set queued_at = now() where id = any(those) and queued_at is null
$$;

-- To whom, where it is still so.
create function mail_alert(alert_id uuid) returns table (person uuid, name text, email text) language sql stable security definer set search_path = public, pg_temp as $$
  select a.person_id, p.name, p.email from concern_alert a join concern c on c.id = a.concern_id and c.state in ('new', 'open')
    join person on person.id = a.person_id and person.state = 'active' join profile p on p.person_id = a.person_id
    where a.id = alert_id and not apart_from(a.concern_id, a.person_id) and case a.kind
      when 'urgent' then may_own(c.id, a.person_id)
      when 'given' then c.owner_id = a.person_id
      when 'offered' then exists (select from concern_offer o where o.concern_id = c.id and o.answer is null and (o.to_person = a.person_id or o.to_person is null))
      when 'unclaimed' then exists (select from concern_offer o where o.concern_id = c.id and o.answer is null and o.flagged_at is not null)
      else true end
$$;
`
