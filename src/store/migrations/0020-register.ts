import { refersAtOnce } from './0018-references.ts'

/**
 * The register: who was taught what, when, by whom, on which version of the course. It counts people: an entry of an event is nobody yet, until
 * whoever taught it confirms that they were there; then it is an attendance of a learner. What the public writes comes by functions alone, as
 * the role waymark_attend. No network address is kept, hashed or not.
 */
export const register = `
-- Where people work: a partner, or an organisation that somebody typed. Keys of names are made by domain/register/names.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  partner_id text unique references partner,
  name text not null check (length(name) between 1 and 120),
  name_key text not null check (length(name_key) between 1 and 200),
  -- Id of the pack's register.yaml.
  sector text not null check (length(sector) <= 60),
  merged_into uuid references organisation
);
create unique index organisation_name on organisation (name_key) where merged_into is null;

create table training_event (
  id uuid primary key,
  -- What people type: letters and figures that are not mistaken for each other.
  code text not null unique check (code ~ '^[A-Z2-9]{6}$'),
  -- Three letters on the screen, which the trainer changes; those before count for ten minutes more.
  word text not null check (word ~ '^[A-Z]{3}$'),
  word_before text check (word_before ~ '^[A-Z]{3}$'),
  word_at timestamptz not null default now(),
  -- The partner that the trainer works for, and who teaches.
  partner_id text not null references partner,
  trainer_id uuid not null references person,
  tier text not null check (length(tier) <= 60),
  -- The version of the course that is taught (domain/training/taught).
  version text not null check (version ~ '^[0-9a-f]{12}$'),
  language text not null check (length(language) <= 20),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '13 hours'),
  online boolean not null default false,
  place text not null check (length(place) <= 160),
  audience text not null default '' check (length(audience) <= 160),
  capacity int not null check (capacity between 1 and 2000),
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  -- How many were in the room, as whoever taught it counted, when they confirmed the list last.
  confirmed_at timestamptz,
  in_room int check (in_room between 0 and 4000),
  made_at timestamptz not null default now(),
  version_no int not null default 1
);
create index training_event_trainer on training_event (trainer_id, starts_at desc);
create index training_event_partner on training_event (partner_id, starts_at desc);
create index training_event_start on training_event (starts_at desc);

-- Where a name on a list of an event came from, and what became of it. A name that the trainer did not confirm is not counted.
create table event_entry (
  -- Chosen by whoever asks for the form: the same form sent twice is one entry.
  id uuid primary key,
  event_id uuid not null references training_event on delete cascade,
  trainer_id uuid not null references person,
  name text not null check (length(name) between 1 and 120),
  name_key text not null check (length(name_key) <= 200),
  organisation_id uuid references organisation,
  -- As it was typed, where it is none that is known.
  organisation text check (length(organisation) between 1 and 120),
  organisation_key text check (length(organisation_key) between 1 and 200),
  sector text check (length(sector) <= 60),
  role_group text check (length(role_group) <= 60),
  -- Keyed hash of a work email, and the email of who wants the certificate by mail.
  email_key bytea check (length(email_key) = 32),
  email text check (length(email) <= 254),
  way text not null check (way in ('phone', 'list', 'sheet', 'booked')),
  state text not null check (state in ('booked', 'waiting', 'entered', 'struck', 'confirmed', 'cancelled')),
  access_needs text check (length(access_needs) <= 500),
  at timestamptz not null default now(),
  learner_id uuid,
  check ((organisation_id is null) = (organisation is not null) or state in ('booked', 'waiting', 'cancelled'))
);
create index event_entry_event on event_entry (event_id, at);
create index event_entry_trainer on event_entry (trainer_id);

-- Where they work is checked once for a statement (refersAtOnce), and so is what an attendance is of.
create table learner (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  partner_id text,
  name text not null check (length(name) between 1 and 120),
  name_key text not null check (length(name_key) <= 200),
  email_key bytea unique check (length(email_key) = 32),
  email text check (length(email) <= 254),
  role_group text check (length(role_group) <= 60),
  -- Somebody said that the two are one person: everything is then of the other. It can be parted again.
  joined_into uuid references learner,
  mail_stopped_at timestamptz,
  made_on date not null default current_date,
  version int not null default 1
);
create index learner_organisation on learner (organisation_id, name_key);
create index learner_partner on learner (partner_id, name_key);
create index learner_joined on learner (joined_into) where joined_into is not null;

-- A file, or what a learning system sent: one entry of the audit, with the hash of the file and what it held.
create table register_import (
  id uuid primary key,
  made_by uuid references person,
  partner_id text references partner,
  kind text not null check (kind in ('file', 'statements', 'sheet')),
  -- SHA-256 of the file.
  hash bytea check (length(hash) = 32),
  made_at timestamptz not null default now(),
  rows int not null default 0,
  kept int not null default 0,
  refused int not null default 0,
  undone_at timestamptz
);
create index register_import_partner on register_import (partner_id, made_at desc);

create table attendance (
  id uuid primary key,
  -- Whom it counts: the learner, or a number that leads to nobody once they are erased (then learner_id and organisation_id are null).
  who uuid not null,
  learner_id uuid,
  event_id uuid references training_event,
  organisation_id uuid,
  partner_id text,
  trainer_id uuid references person,
  sector text not null check (length(sector) <= 60),
  role_group text check (length(role_group) <= 60),
  tier text not null check (length(tier) <= 60),
  -- The version of the course; null: what was taught is not known.
  version text check (version ~ '^[0-9a-f]{12}$'),
  on_date date not null,
  way text not null check (way in ('event', 'file', 'statements', 'alone', 'update')),
  import_id uuid,
  -- The day on which it came to be known: figures that were released are not changed by it afterwards.
  known_on date not null default current_date,
  -- A partner's list said it of whoever is another's: counted, and gives nothing that they hold before they are that partner's (0034).
  claimed boolean not null default false
);
create unique index attendance_once on attendance (learner_id, event_id) where event_id is not null;
create index attendance_learner on attendance (learner_id, tier, on_date);
create index attendance_event on attendance (event_id) where event_id is not null;
create index attendance_partner on attendance (partner_id, on_date desc, id);
create index attendance_trainer on attendance (trainer_id, on_date desc) where trainer_id is not null;
create index attendance_import on attendance (import_id) where import_id is not null;
${refersAtOnce('learner', { organisation_id: 'organisation', partner_id: 'partner' })}
${refersAtOnce('attendance', { learner_id: 'learner', organisation_id: 'organisation', partner_id: 'partner', import_id: 'register_import' })}

-- What each holds of each tier: the newest version, and since when. It repeats what stands in attendances, for lists; 'one' is the person that they were joined to, or they themselves.
-- It is written by triggers alone, from rows that are there, and goes with its learner (forget_learner, 0026): a reference would look each up once more,
-- which of 50,000 at once takes longer than to write them.
create table standing (
  learner_id uuid not null,
  tier text not null,
  one uuid not null,
  organisation_id uuid not null,
  partner_id text,
  name_key text not null,
  version text,
  on_date date not null,
  -- When the whole of it was learned last: the short update does not make an old course young again.
  whole_on date,
  attendance_id uuid not null,
  primary key (learner_id, tier)
);
create index standing_partner on standing (partner_id, tier, name_key, learner_id);
create index standing_organisation on standing (organisation_id, tier, name_key, learner_id);

create table certificate (
  id uuid primary key default gen_random_uuid(),
  -- Sixteen letters and figures of 32 (80 bits), by which it is checked.
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  learner_id uuid references learner on delete set null,
  attendance_id uuid references attendance on delete set null,
  partner_id text references partner,
  -- Keyed hash of the holder's folded name: whoever types the name is told whether it is so.
  name_hash bytea not null check (length(name_hash) = 32),
  tier text not null,
  version text not null check (version ~ '^[0-9a-f]{12}$'),
  learnt_on date not null,
  ends_on date,
  issued_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_because text check (length(withdrawn_because) <= 60),
  -- One made later in its place: renewed, or with another name or employer.
  replaced_by uuid references certificate,
  -- Its place in the public list of what was withdrawn, drawn at random.
  status_index int unique check (status_index between 0 and 131071),
  -- The badge, once a job has signed it; and with which key.
  credential text,
  key_id text check (length(key_id) <= 60)
);
create index certificate_learner on certificate (learner_id);
create index certificate_partner on certificate (partner_id, issued_at desc);

create function attend_organisations() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, name from organisation where partner_id is not null and merged_into is null order by name
$$;

-- An organisation by its name: the one that is known, or a new one.
create function organisation_named(wanted text, wanted_key text, of_sector text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  select coalesce(merged_into, id) into found_id from organisation where name_key = wanted_key order by merged_into nulls first limit 1;
  if found_id is null then
    insert into organisation (name, name_key, sector) values (wanted, wanted_key, of_sector)
      on conflict (name_key) where merged_into is null do update set name = organisation.name returning id into found_id;
  end if;
  return found_id;
end $$;

-- The learner whose email this is; without one, or where none is known, somebody new: never somebody of the same name. Somebody with a wholly other
-- name is new too: an email that is typed at an event is no proof of who was there, and two may share a mailbox. A person says whether the two are one
-- (learner_alike, 0026). Where they work is settled as by a list (named_at, 0034).
create function learner_for(named text, named_key text, at_organisation uuid, group_of text, key_of_email bytea, for_mail text, on_day date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_id uuid; other learner;
begin
  if key_of_email is not null then
    select * into other from learner l where l.email_key = key_of_email;
    if string_to_array(other.name_key, ' ') && string_to_array(named_key, ' ') or trigrams.similarity(other.name_key, named_key) >= 0.3 then
      update learner l set email = coalesce(for_mail, l.email), version = l.version + 1 where l.id = other.id returning id into found_id;
    elsif other.id is not null then
      key_of_email := null;
    end if;
  end if;
  if found_id is not null then
    perform named_at(array[found_id], array[at_organisation], array[group_of], array[named], array[on_day], null);
  else
    insert into learner (organisation_id, partner_id, name, name_key, email_key, email, role_group)
      select o.id, o.partner_id, named, named_key, key_of_email, for_mail, group_of from organisation o where o.id = at_organisation returning id into found_id;
    insert into learner_alike (one_id, other_id, partner_id, similarity)
      select least(l.id, other.id), greatest(l.id, other.id), l.partner_id, trigrams.similarity(l.name_key, other.name_key)
        from learner l where l.id = found_id and other.id is not null and l.partner_id is not distinct from other.partner_id
      on conflict (one_id, other_id) do nothing;
  end if;
  return found_id;
end $$;

-- Whoever taught it says that these were there: each becomes an attendance of a learner, once. 'zone': by whose clocks it has its day.
create function confirm_entries(which uuid, entries uuid[], counted int, zone text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare e training_event; x event_entry; org uuid; who uuid; done int := 0;
begin
  select * into e from training_event where id = which and (trainer_id = me() or i_hold(array['coordinator'])) for update;
  if not found or e.state <> 'planned' then return null; end if;
  for x in select * from event_entry where event_id = which and id = any(entries) and state = 'entered' order by at, id loop
    org := coalesce(x.organisation_id, organisation_named(x.organisation, x.organisation_key, x.sector));
    who := learner_for(x.name, x.name_key, org, x.role_group, x.email_key, x.email, (e.starts_at at time zone zone)::date);
    insert into attendance (id, who, learner_id, event_id, organisation_id, partner_id, trainer_id, sector, role_group, tier, version, on_date, way)
      select gen_random_uuid(), who, who, which, o.id, o.partner_id, e.trainer_id, o.sector, x.role_group, e.tier, e.version, (e.starts_at at time zone zone)::date, 'event'
      from organisation o where o.id = org
      on conflict do nothing;
    update event_entry set state = 'confirmed', learner_id = who, organisation_id = org, organisation = null where id = x.id;
    done := done + 1;
  end loop;
  update training_event set confirmed_at = now(), in_room = counted, version_no = version_no + 1 where id = which;
  return done;
end $$;
`
