/**
 * Who else may read of a concern: passed on within what the reporter chose, or against it with a legal reason and a second person. The rules
 * are those of domain/concerns/sharing.ts, held here whatever a program asks.
 */
export const sharing = `
create table sharing_decision (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  asked_by uuid not null default me() references person,
  asked_at timestamptz not null default now(),
  -- An id of the pack's sharing-reasons.
  reason text not null check (length(reason) <= 60),
  -- To whom: a partner, and a person there by name, or somebody outside.
  partner_id text references partner,
  person_id uuid references person,
  outside text check (outside in ('police', 'council', 'nhs', 'charity', 'other')),
  -- Shared at once: what the second person says comes after.
  urgent boolean not null default false,
  -- Whether the code page says so to the reporter: it may not where that would put somebody in danger.
  tell_reporter boolean not null default true,
  outcome text check (outcome in ('approved', 'refused', 'withdrawn', 'lapsed')),
  decided_by uuid references person,
  decided_at timestamptz,
  -- Why, to whom and what exactly; and why it was refused, or what the second person says of it. Under the concern's key.
  sealed bytea not null check (length(sealed) < 200000),
  answer bytea check (length(answer) < 20000),
  check ((partner_id is null) <> (outside is null)),
  check (person_id is null or partner_id is not null),
  constraint sharing_at_once check (not urgent or (reason in ('danger-to-life', 'a-child') and coalesce(outcome, 'approved') in ('approved', 'refused'))),
  check ((outcome is null) = (decided_at is null)),
  constraint sharing_second_person check (
    case when outcome in ('approved', 'refused') then decided_by is not null and decided_by <> asked_by else decided_by is null end)
);
create unique index sharing_decision_once on sharing_decision (concern_id, coalesce(partner_id, outside)) where outcome is null and not urgent;
create index sharing_decision_open on sharing_decision (asked_at) where outcome is null;
create index sharing_decision_concern on sharing_decision (concern_id);

alter table concern_share
  alter column partner_id drop not null,
  add column outside text check (outside in ('police', 'council', 'nhs', 'charity', 'other')),
  add column way text check (way in ('telephone', 'email', 'online', 'person', 'post')),
  -- Null: within what the reporter chose.
  add column decision_id uuid unique references sharing_decision,
  add column tell_reporter boolean not null default true,
  add check ((partner_id is null) <> (outside is null)),
  add check ((outside is null) = (way is null)),
  -- Somebody outside sees nothing here: what they were told is kept as it was sent.
  add check (outside is null or ended_at is not null),
  add unique (id, concern_id, partner_id);

-- What the partner says of what was passed to it: that they have it, or an answer under the concern's key.
create table share_answer (
  id uuid primary key,
  share_id uuid not null,
  concern_id uuid not null references concern on delete cascade,
  partner_id text not null,
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  kind text not null check (kind in ('acknowledged', 'answer')),
  sealed bytea check (length(sealed) < 200000),
  -- When whoever owns the concern has seen it.
  seen_at timestamptz,
  check ((kind = 'answer') = (sealed is not null)),
  foreign key (share_id, concern_id, partner_id) references concern_share (id, concern_id, partner_id) on delete cascade
);
create unique index share_answer_once on share_answer (share_id, made_by) where kind = 'acknowledged';
create index share_answer_concern on share_answer (concern_id, at);

-- Has anybody there said anything yet? Kept beside the share, so that what waits for a partner is found without a look at each.
alter table concern_share add column answered boolean not null default false;
create index concern_share_waits on concern_share (partner_id, at) where ended_at is null and not answered;
create function share_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin update concern_share set answered = true where id = new.share_id and not answered; return null; end $$;
create trigger share_answered after insert on share_answer for each row execute function share_answered();

-- The reporter chose otherwise later: what they said, in their words, under the concern's key.
create table choice_change (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  choice text not null check (choice in ('coordinators', 'partners', 'others')),
  sealed bytea not null check (length(sealed) < 200000)
);
create index choice_change_concern on choice_change (concern_id, at);
-- It may change whose the concern is (0014, narrowed).
create trigger owners_first before insert on choice_change for each statement execute function owners_first();

-- Is somebody, or the partner that they work for, kept out of a concern?
create function is_kept_out(concern uuid, partner text, person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from concern_apart a where a.concern_id = is_kept_out.concern and (a.partner_id = is_kept_out.partner
    or a.person_id = is_kept_out.person or a.partner_id = (select partner_id from person p where p.id = is_kept_out.person)))
$$;

-- May somebody be named at a partner: a practitioner or its SPOC, who is there?
create function answers_at(partner text, person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p join role_grant g on g.person_id = p.id and g.ended_at is null and g.role in ('practitioner', 'spoc')
    where p.id = answers_at.person and p.state <> 'ended' and p.partner_id = answers_at.partner and g.partner_id = answers_at.partner)
$$;

create function sharing_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern;
begin
  select * into c from concern where id = new.concern_id;
  if c.state = 'closed' then raise exception 'the concern is closed' using errcode = 'WM016'; end if;
  if is_kept_out(c.id, new.partner_id, new.person_id) then raise exception 'kept out of it' using errcode = 'WM016'; end if;
  if new.urgent and new.asked_by <> c.owner_id then raise exception 'only its owner shares at once' using errcode = 'WM016'; end if;
  return null;
end $$;
create trigger sharing_asked after insert on sharing_decision for each row execute function sharing_asked();

-- A second person decides, once: a coordinator who is not kept out, and never whoever asked (sharing_second_person).
create function sharing_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.outcome is not null then
    if (new.outcome, new.decided_at, new.answer) is distinct from (old.outcome, old.decided_at, old.answer) then
      raise exception 'it has been decided' using errcode = 'WM016';
    end if;
    return new;
  end if;
  if new.outcome in ('approved', 'refused') then
    new.decided_by := me();
    if not i_hold(array['coordinator']) or is_apart(new.concern_id) then raise exception 'no coordinator' using errcode = '42501'; end if;
  end if;
  return new;
end $$;
create trigger sharing_decided before update on sharing_decision for each row execute function sharing_decided();

create function share_outside() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.outside is not null then new.ended_at := now(); end if;
  return new;
end $$;
create trigger share_outside before insert on concern_share for each row execute function share_outside();

-- Nothing is passed on but within the reporter's choice, or as somebody decided; never to whoever is kept out, or to a person elsewhere.
create function share_allowed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern; d sharing_decision;
begin
  if is_kept_out(new.concern_id, new.partner_id, new.person_id) then raise exception 'kept out of it' using errcode = 'WM016'; end if;
  if new.person_id is not null and not answers_at(new.partner_id, new.person_id) then raise exception 'nobody of theirs' using errcode = 'WM016'; end if;
  if tg_op = 'UPDATE' then return null; end if;
  select * into c from concern where id = new.concern_id;
  if new.decision_id is null then
    if c.state not in ('new', 'open') or c.withdrawn_at is not null or not (c.sharing = 'others' or (c.sharing = 'partners' and new.partner_id is not null)) then
      raise exception 'the reporter chose otherwise' using errcode = 'WM016';
    end if;
    return null;
  end if;
  select * into d from sharing_decision where id = new.decision_id;
  if d.id is null or c.state = 'closed' or d.concern_id <> c.id or d.partner_id is distinct from new.partner_id or d.outside is distinct from new.outside
    or not (coalesce(d.outcome, '') = 'approved' or (d.urgent and d.outcome is null)) then
    raise exception 'nobody has approved it' using errcode = 'WM016';
  end if;
  return null;
end $$;
create trigger share_allowed after insert or update of person_id on concern_share for each row execute function share_allowed();

-- What nobody has decided need not be decided any more, once its concern is closed. Whoever took a report back allows nothing any more: what was
-- passed within their choice is taken back too.
create function sharing_lapsed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state in ('closed', 'withdrawn') then
    update sharing_decision set outcome = 'lapsed', decided_at = now() where concern_id = new.id and outcome is null and not urgent;
  end if;
  if new.state = 'withdrawn' or new.withdrawn_at is not null then
    update concern_share set ended_at = now() where concern_id = new.id and ended_at is null and decision_id is null;
  end if;
  return null;
end $$;
create trigger sharing_lapsed after update of state, withdrawn_at on concern for each row
  when ((new.state in ('closed', 'withdrawn') and old.state <> new.state) or (old.withdrawn_at is null and new.withdrawn_at is not null)) execute function sharing_lapsed();

-- Whoever is kept out from now on has nothing of it any more.
create function share_ended_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update concern_share set ended_at = now() where concern_id = new.concern_id and ended_at is null and partner_id = new.partner_id;
  update concern_share set person_id = null where concern_id = new.concern_id and ended_at is null and person_id = new.person_id;
  update sharing_decision set outcome = 'lapsed', decided_at = now()
    where concern_id = new.concern_id and outcome is null and not urgent and (partner_id = new.partner_id or person_id = new.person_id);
  return null;
end $$;
create trigger share_ended_apart after insert on concern_apart for each row execute function share_ended_apart();

-- The choice changes with what the reporter said, and in no other way. What was passed within a wider choice is taken back.
create function choice_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update concern set sharing = new.choice, version = version + 1 where id = new.concern_id;
  if new.choice = 'coordinators' then
    update concern_share set ended_at = now() where concern_id = new.concern_id and ended_at is null and decision_id is null;
  end if;
  return null;
end $$;
create trigger choice_changed after insert on choice_change for each row execute function choice_changed();

-- Who has something of it, for whoever has the code. Not what would put somebody in danger to say there (sharing_decision.tell_reporter).
-- And where somebody who is no coordinator owns it or did.
create function code_shared(which bytea) returns table (partner text, outside text, owned boolean, at timestamptz, ended_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.name, null::text, true, c.received_at, null::timestamptz
    from concern c join partner p on p.id = any(c.owned_at) where c.code_hash = sha256(which)
  union all (select p.name, s.outside, false, s.at, case when s.outside is null then s.ended_at end
    from concern_share s join concern c on c.id = s.concern_id left join partner p on p.id = s.partner_id
    where c.code_hash = sha256(which) and s.tell_reporter order by s.at, s.id limit 100);
end $$;
`
