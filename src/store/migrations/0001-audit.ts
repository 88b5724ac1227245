/**
 * The audit: one chain of entries. Each holds the hash of the one before it, so that an entry that was taken out, changed or moved is found
 * by whoever has the entries (domain/audit). Opaque ids only: a person can be erased without breaking it.
 */
export const audit = `
create table audit (
  seq bigint primary key,
  at timestamptz not null,
  person uuid,
  verb text not null check (verb ~ '^[a-z][a-z-]{2,40}$'),
  object text not null check (object ~ '^[a-z][a-z-]{2,40}$'),
  object_id text not null check (object_id ~ '^[A-Za-z0-9:._-]{1,100}$'),
  owner uuid,
  before bytea not null,
  hash bytea not null,
  -- The transaction that wrote it: a change without an entry of its own transaction is refused (must_be_audited). No part of the chain.
  xact xid8 not null
);
create index audit_person_at on audit (person, at);
create index audit_owner on audit (owner, seq) where owner is not null;

-- A field with its length in bytes before it, so that no two lists of fields read the same; what is null has a sign of its own.
create function audit_field(field text) returns text language sql immutable as $$
  select case when field is null then '-' else octet_length(field) || ':' || field end
$$;

create function audit_hash(before bytea, seq bigint, at timestamptz, person uuid, verb text, object text, object_id text, owner uuid)
returns bytea language sql stable as $$
  select sha256(before || convert_to(
    audit_field(seq::text) || audit_field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_field(person::text) || audit_field(verb) || audit_field(object) || audit_field(object_id) || audit_field(owner::text), 'UTF8'))
$$;

-- Called last in a transaction: the lock is held until its end. The time is read after the lock, or times would run backwards.
-- No sequence: one has gaps where a transaction was rolled back.
create function audit_append(person uuid, verb text, object text, object_id text, owner uuid)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare last record; line bigint; at timestamptz; before bytea;
begin
  perform pg_advisory_xact_lock(7);
  at := clock_timestamp();
  select a.seq, a.hash, a.at into last from audit a order by a.seq desc limit 1;
  line := coalesce(last.seq, 0) + 1;
  before := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  -- A clock that was set back does not put entries out of order.
  at := greatest(at, last.at);
  insert into audit values (line, at, person, verb, object, object_id, owner, before,
    audit_hash(before, line, at, person, verb, object, object_id, owner), pg_current_xact_id());
  return line;
end $$;
revoke all on function audit_append from public;

-- At the end of each transaction of a program: what it changed stands in the audit, or it is undone. The owner of the tables brings partners
-- in from the pack, and puts a backup back.
create function must_be_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user !~ '^waymark_(?!owner$)' then return null; end if;
  if not exists (select from (select xact from audit order by seq desc limit 1) last where last.xact = pg_current_xact_id()) then
    raise exception '% was changed without an audit entry', tg_table_name using errcode = 'WM001';
  end if;
  return null;
end $$;
`
