/**
 * Answering a concern and closing it: what a reply promises, when a professional who reported hears from us, and concerns that belong together.
 */
export const concernDesk = `
alter table concern
  -- By when a professional who referred someone is told what happened, and when they were.
  add column feedback_by timestamptz,
  add column feedback_at timestamptz;

-- Who waits to hear from an owner, by what is due first (commands/concerns/read-waiting.ts).
create index concern_answer_due on concern (owner_id, answer_by) where state in ('new', 'open') and answer_by is not null;
create index concern_reply_due on concern (owner_id, reply_by) where state in ('new', 'open') and answer_by is null and reply_by is not null;
create index concern_feedback_due on concern (owner_id, feedback_by) where feedback_by is not null and feedback_at is null;

-- What belongs to one code. A code that is none gives no row. When we are to answer: as the newest reply that has gone out promises it, whatever they
-- added since (what code_add sets is for the desk's lists). When a professional hears what happened: while nobody has told them. Taken back, it is
-- so for its reporter at once; waits: somebody must still read it, and say what they did. together: it is kept as long as others.
create function code_state(which bytea) returns table (
  concern_id uuid, state text, received_at timestamptz, read_at timestamptz, read_by timestamptz, answer_by timestamptz, outcome text,
  closed_at timestamptz, added bigint, added_at timestamptz, feedback_by timestamptz, waits boolean, together boolean, pictures bigint,
  danger boolean, child boolean, young boolean, self boolean, withdrawn_at timestamptz
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select c.id, case when c.withdrawn_at is null then c.state else 'withdrawn' end, c.received_at, c.read_at, c.read_by,
      case when c.state in ('new', 'open') then (select r.answer_by from concern_reply r where r.concern_id = c.id and r.taken_back_at is null
        and r.goes_at <= now() order by r.goes_at desc, r.id limit 1) end,
      c.outcome, c.closed_at,
      (select count(*) from concern_text t where t.concern_id = c.id and t.kind = 'added'),
      (select max(t.at) from concern_text t where t.concern_id = c.id and t.kind = 'added'),
      case when c.feedback_at is null then c.feedback_by end,
      c.withdrawn_at is not null and c.state in ('new', 'open'),
      c.merged_into is not null or exists (select from concern m where m.merged_into = c.id),
      (select count(*) from concern_picture p where p.concern_id = c.id),
      c.danger, c.child, c.young, c.self, coalesce(c.withdrawn_at, case when c.state = 'withdrawn' then c.closed_at end)
    from concern c where c.code_hash = sha256(which);
end $$;

alter table concern_reply
  -- What it promises; and what had been promised before, which holds again if it is taken back.
  add column answer_by timestamptz,
  add column answer_was timestamptz,
  -- The concern was closed with it: taken back, the concern is open again.
  add column closes boolean not null default false;

-- Two concerns that belong together: one row for both. Merged: concern_id is the one that was joined to other_id.
create table concern_link (
  id uuid primary key default gen_random_uuid(),
  concern_id uuid not null references concern on delete cascade,
  other_id uuid not null references concern on delete cascade,
  kind text not null check (kind in ('related', 'merged')),
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  ended_at timestamptz,
  check (concern_id <> other_id)
);
create unique index concern_link_once on concern_link (least(concern_id, other_id), greatest(concern_id, other_id), kind) where ended_at is null;
create index concern_link_concern on concern_link (concern_id) where ended_at is null;
create index concern_link_other on concern_link (other_id) where ended_at is null;

-- Opened again by the desk or by its reporter: what they have been told by then stays known.
create function reopened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.reopened_at := now();
  new.told_outcome := case when old.code_seen_at >= old.closed_at then old.outcome else old.told_outcome end;
  return new;
end $$;
create trigger reopened before update of state on concern for each row
  when (old.state = 'closed' and new.state in ('new', 'open')) execute function reopened();

create function is_apart_from(concern uuid, whom uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from concern_apart a where a.concern_id = concern
    and (a.person_id = whom or a.partner_id = (select partner_id from person where id = whom)))
$$;

-- Whoever owns the one owns what was merged into it: the same people, dealt with once. False where they are kept apart from what would be theirs.
create function merge_owner(which uuid, kept uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare new_owner uuid;
begin
  if is_apart(which) or is_apart(kept) or not (i_hold(array['coordinator']) or (is_mine(which) and is_mine(kept))) then return false; end if;
  select owner_id into new_owner from concern where id = kept;
  if is_apart_from(which, new_owner) then return false; end if;
  update concern set owner_id = new_owner, owned_since = now() where id = which and owner_id <> new_owner;
  return true;
end $$;

create function owner_of_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update concern set owner_id = new.owner_id, owned_since = now() where merged_into = new.id and not is_apart_from(id, new.owner_id);
  return null;
end $$;
create trigger owner_of_merged after update of owner_id on concern for each row when (old.owner_id <> new.owner_id) execute function owner_of_merged();
`
