/** Partners, people, what they may do and how they sign in. Ids are opaque; a row that is no longer so is ended, not removed, while the audit names it. */
export const people = `
create table partner (
  -- The id that the pack has for it.
  id text primary key,
  name text not null,
  ended_at timestamptz
);

create table person (
  id uuid primary key default gen_random_uuid(),
  partner_id text not null references partner,
  state text not null default 'invited' check (state in ('invited', 'active', 'ended')),
  made_at timestamptz not null default now(),
  -- Their last day, where it is known before: access ends at the end of it.
  leaves_on date,
  ended_at timestamptz,
  version int not null default 1
);

create table profile (
  person_id uuid primary key references person,
  partner_id text not null references partner,
  name text not null check (name <> '' and length(name) <= 120),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  phone text check (length(phone) <= 40),
  version int not null default 1
);
create unique index profile_email on profile (lower(email));

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  partner_id text not null references partner,
  role text not null check (role in ('practitioner', 'spoc', 'trainer', 'coordinator', 'analyst', 'administrator')),
  granted_by uuid,
  granted_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index role_grant_once on role_grant (person_id, role) where ended_at is null;

create table invitation (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  partner_id text not null references partner,
  token_hash bytea not null unique,
  made_by uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);

create table sign_in (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  person_id uuid not null references person,
  method text not null check (method in ('first-link', 'invitation', 'work-account', 'passkey', 'password', 'recovery-code')),
  -- Coarse, in words: "Chrome on Android". No address.
  device text not null check (length(device) <= 80),
  -- Did they show at this very moment who they are? An organisation may let somebody through who signed in there in the morning.
  proved boolean not null default true,
  made_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_person on sign_in (person_id) where ended_at is null;

create table passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  name text not null check (length(name) <= 80),
  made_at timestamptz not null default now(),
  used_at timestamptz
);

create table password (
  person_id uuid primary key references person,
  hash text not null,
  -- The secret of the authenticator app, sealed by the desk's own key; the last step used, against a code that comes twice.
  authenticator bytea not null,
  last_step bigint not null default 0,
  set_at timestamptz not null default now()
);

create table recovery_code (
  hash bytea primary key,
  person_id uuid not null references person,
  made_at timestamptz not null default now(),
  used_at timestamptz
);

create table work_account (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person,
  made_at timestamptz not null default now(),
  primary key (issuer, subject)
);

-- Failed tries, by what they count for: a hash of a person's email, or of an address.
create table throttle (
  key bytea primary key,
  failures int not null,
  until timestamptz not null
);
create index throttle_until on throttle (until);

-- What may come once and has: challenges of passkeys, proofs that travel in a form, ways back from a work account. Kept until it is over
-- anyway. What was asked is not kept: whoever only looks at a page writes nothing.
create table spent (
  key bytea primary key,
  until timestamptz not null
);
create index spent_until on spent (until);

-- The link that the start prints while nobody administers: one, the newest.
create table first_link (
  one boolean primary key default true check (one),
  token_hash bytea not null,
  expires_at timestamptz not null
);

-- What has ended stays so: nobody makes an old sign-in good again.
create function stays_ended() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    raise exception 'it has ended' using errcode = 'WM003';
  end if;
  return new;
end $$;
create trigger stays_ended before update of ended_at on sign_in for each row execute function stays_ended();

-- What came of a form, by the key that its page carried: sent twice, it is done once.
create table receipt (
  key uuid primary key,
  person_id uuid not null references person,
  verb text not null,
  at timestamptz not null default now(),
  result jsonb
);

-- Who asks: whose sign-in it is that this transaction names. Nobody, once it has ended or its person has.
create function me() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from sign_in s join person p on p.id = s.person_id
  where s.id = nullif(current_setting('waymark.sign_in', true), '')::uuid
    and s.ended_at is null and s.ends_at > now() and s.idle_ends_at > now() and p.state = 'active'
$$;

create function my_roles() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from role_grant where person_id = me() and ended_at is null
$$;

create function i_hold(wanted text[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from role_grant where person_id = me() and ended_at is null and role = any(wanted))
$$;

create function my_partners(wanted text[]) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(partner_id), '{}') from role_grant where person_id = me() and ended_at is null and role = any(wanted)
$$;

-- In the name of whoever this transaction is of: also where it has just ended their own sign-in or access, as whoever leaves does.
create function audit_entry(verb text, object text, object_id text, owner uuid)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid := coalesce(me(), (
  select p.id from sign_in s join person p on p.id = s.person_id
    where s.id = nullif(current_setting('waymark.sign_in', true), '')::uuid and s.ends_at > now() and s.idle_ends_at > now()
      and (s.ended_at is null or s.xmin = pg_current_xact_id()::xid) and (p.state = 'active' or p.xmin = pg_current_xact_id()::xid)));
begin
  if who is null then raise exception 'nobody is signed in' using errcode = '28000'; end if;
  return audit_append(who, verb, object, object_id, owner);
end $$;
revoke all on function audit_entry from public;
`
