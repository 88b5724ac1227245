/**
 * The reporter's way back: what whoever has a code is told, that they looked, what they add, and taking a report back. Each is a function
 * that the role waymark_reporter may call with the hash of a code; it reads no table.
 */
export const byCode = `
-- When its reporter took it back. Where a child may be at risk or a life in danger it stays new or open all the same, until somebody has read it and
-- closed it with what they did: nobody drops out of sight by a word of those who hold them.
alter table concern add column withdrawn_at timestamptz;

-- A column that is named to the trigger may change without an entry, where nothing else of the row does (policies/policies.ts).
create or replace function must_be_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user !~ '^waymark_(?!owner$)' then return null; end if;
  if tg_op = 'UPDATE' and tg_nargs > 0 and to_jsonb(old) - tg_argv[0] = to_jsonb(new) - tg_argv[0] then return null; end if;
  if not exists (select from (select xact from audit order by seq desc limit 1) last where last.xact = pg_current_xact_id()) then
    raise exception '% was changed without an audit entry', tg_table_name using errcode = 'WM001';
  end if;
  return null;
end $$;

-- Says for the desk that they looked. Whoever waits for the page does not wait for the disk as well: lost in a crash, it is said at the next look.
create function code_seen(which bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  update concern_reply r set seen_at = now() from concern c
    where c.code_hash = sha256(which) and r.concern_id = c.id and r.seen_at is null and r.taken_back_at is null and r.goes_at <= now();
  update concern set code_seen_at = now() where code_hash = sha256(which) and (code_seen_at is null or code_seen_at < now() - interval '1 minute' or code_seen_at < closed_at);
end $$;

-- An answer or something more, once for each id: a concern that was closed is open again. 'full': 50 in a day, which no person writes.
create function code_add(which bytea, text_id uuid, sealed bytea) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern;
begin
  select * into c from concern where code_hash = sha256(which) for update;
  if not found then return 'unknown'; end if;
  if c.state = 'withdrawn' or c.withdrawn_at is not null then return 'withdrawn'; end if;
  if exists (select from concern_text where id = text_id) then return 'kept'; end if;
  if (select count(*) from concern_text where concern_id = c.id and kind = 'added' and at > now() - interval '1 day') >= 50 then return 'full'; end if;
  insert into concern_text (id, concern_id, kind, sealed) values (text_id, c.id, 'added', code_add.sealed) on conflict do nothing;
  if not found then return 'kept'; end if;
  update concern set state = case when state = 'closed' then 'open' else state end, closed_at = null,
    answer_by = coalesce(answer_by, now() + interval '1 day'), version = version + 1 where id = c.id;
  perform pg_notify('waymark_concern', '');
  perform audit_append(null, 'add-to-concern', 'concern', c.id::text, null);
  return 'kept';
end $$;

-- Takes a report back: from now on nobody works on it, but for what must be told of a child or of danger (withdrawn_at). Its words are erased by a
-- job, which keeps what a law says must be kept.
create function code_withdraw(which bytea) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern; waits boolean;
begin
  select * into c from concern where code_hash = sha256(which) for update;
  if not found then return false; end if;
  if c.state = 'withdrawn' or c.withdrawn_at is not null then return true; end if;
  waits := c.state in ('new', 'open') and (c.danger or c.child or c.young);
  if not waits then
    update concern_offer set answer = 'withdrawn', answered_at = now() where concern_id = c.id and answer is null;
  end if;
  update concern set withdrawn_at = now(), state = case when waits then c.state else 'withdrawn' end,
    closed_at = case when not waits then now() end, answer_by = null, version = version + 1 where id = c.id;
  perform pg_notify('waymark_concern', '');
  perform audit_append(null, 'withdraw-concern', 'concern', c.id::text, null);
  return true;
end $$;
`
