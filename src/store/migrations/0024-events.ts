/**
 * What a training event has besides its list: places that people book, who waits for one, who may teach what, and what people say of it
 * afterwards. What the public asks and writes comes by functions alone, as waymark_attend; nothing here keeps a network address.
 */
export const events = `
alter table training_event add column booking boolean not null default false;
-- When whoever taught it said that they had sent round the questions that come months later.
alter table training_event add column later_sent_at timestamptz;
-- Wrong words that were typed lately, since when, and until when no phone is let onto the list because of them: there are 10,648 words, so whoever
-- may guess without end finds the one. Nothing says who typed them. What was typed before the word was changed counts no more.
create table event_word (
  event_id uuid primary key references training_event on delete cascade,
  wrong int not null,
  since timestamptz not null,
  waits_until timestamptz
);
create function wrong_words(which uuid) returns table (wrong int, since timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select w.wrong, w.since from event_word w join training_event e on e.id = w.event_id
    where e.id = which and w.since > e.word_at and (e.trainer_id = me() or i_hold(array['coordinator']))
$$;
-- An entry belongs to whoever teaches its event, and cannot say otherwise.
alter table training_event add constraint event_of_trainer unique (id, trainer_id);
alter table event_entry add foreign key (event_id, trainer_id) references training_event (id, trainer_id) on update cascade on delete cascade;
-- Names that were typed in one go: undone in one go.
alter table event_entry add column batch uuid;
-- And struck out in one go: brought back in one go.
alter table event_entry add column struck_in uuid;
-- The trainer saw the name when they confirmed others, and left it out: it is not ticked again.
alter table event_entry add column left_out boolean not null default false;
-- Whoever teaches knows that an email was given, and never reads it: a slip is replaced, or taken away.
alter table event_entry add column has_email boolean generated always as (email is not null) stored;
-- When somebody who waited was given a place that had become free.
alter table event_entry add column seated_at timestamptz;
-- What they are still to be mailed about; only whoever left an email is.
alter table event_entry add column tell text check (tell in ('place', 'moved', 'cancelled'));
create index event_entry_tell on event_entry (event_id) where tell is not null;

-- Who may teach which part of the course, and until when. A coordinator says so.
create table trainer_approval (
  id uuid primary key,
  person_id uuid not null references person,
  partner_id text not null references partner,
  tier text not null check (length(tier) <= 60),
  from_day date not null,
  -- Null: it holds until somebody ends it.
  until_day date check (until_day >= from_day),
  made_by uuid not null default me() references person,
  made_at timestamptz not null default now(),
  ended_on date
);
create index trainer_approval_person on trainer_approval (person_id, tier, until_day);

-- What people say of an event: apart from its list, without a name and without a time, under a random number. Nobody reads the table:
-- event_answers gives it to whoever taught the event, all at once when no more can come.
create table evaluation (
  id uuid primary key,
  event_id uuid not null references training_event on delete cascade,
  -- Soon after the event, months later, or half a year later.
  moment text not null check (moment in ('after', 'later', 'half-year')),
  before smallint check (before between 0 and 9),
  since smallint not null check (since between 0 and 9),
  differently text check (length(differently) <= 1000),
  more text check (length(more) <= 1000)
);
create index evaluation_event on evaluation (event_id, moment);

create function list_open(e training_event) returns boolean language sql stable set search_path = public, pg_temp as $$
  select e.state = 'planned' and now() between e.starts_at - interval '1 hour' and e.ends_at + interval '48 hours'
$$;
-- Places are booked until people can enter themselves.
create function booking_open(e training_event) returns boolean language sql stable set search_path = public, pg_temp as $$
  select e.state = 'planned' and e.booking and now() < e.starts_at - interval '1 hour'
$$;

-- For pages of the public: what they say of an event, never who is on its list.
create function attend_event(which text) returns table (
  id uuid, tier text, language text, starts_at timestamptz, ends_at timestamptz, place text, online boolean, partner text, state text,
  open boolean, booking boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.tier, e.language, e.starts_at, e.ends_at, e.place, e.online, p.name, e.state, list_open(e), booking_open(e)
  from training_event e join partner p on p.id = e.partner_id where e.code = which
$$;

create function places_taken(which uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from event_entry where event_id = which and state in ('booked', 'entered', 'confirmed')
$$;

-- Somebody enters themselves. 'entered' also for the same form again, and for whoever is on the list already: nobody learns who is. 'used': the
-- same form with another name in it, for a phone that is passed round comes back to it. 'full': a fifth more than there is room for; whoever
-- taught it puts further names on the list. An email that is on the list under another name is left out: two people of one mailbox are two.
-- Whoever had booked is the same person if the email, or name and organisation, are those of the booking: each entry takes one booking.
create function attend_enter(entry uuid, which uuid, said_word text, name text, name_key text, at_organisation uuid, organisation text, organisation_key text,
  sector text, role_group text, email_key bytea, email text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare e training_event; x event_entry; booked uuid; needs text;
begin
  select * into e from training_event t where t.id = which for update;
  if not found or not list_open(e) then return 'closed'; end if;
  -- The right word waits too, or the wait would tell which it is.
  if exists (select from event_word w where w.event_id = which and w.since > e.word_at and w.waits_until > now()) then return 'wait'; end if;
  if said_word is distinct from e.word and not coalesce(said_word = e.word_before and e.word_at > now() - interval '10 minutes', false) then
    insert into event_word as w (event_id, wrong, since) values (which, 1, now()) on conflict (event_id) do update set
      wrong = case when w.since > greatest(e.word_at, now() - interval '10 minutes') then w.wrong + 1 else 1 end,
      since = case when w.since > greatest(e.word_at, now() - interval '10 minutes') then w.since else now() end;
    update event_word w set waits_until = case when w.wrong >= 30 then now() + interval '1 minute' end where w.event_id = which;
    return 'word';
  end if;
  select * into x from event_entry t where t.id = entry;
  if found then return case when x.name_key = attend_enter.name_key then 'entered' else 'used' end; end if;
  if attend_enter.email_key is not null then
    select * into x from event_entry t where t.event_id = which and t.email_key = attend_enter.email_key and t.state in ('entered', 'confirmed') limit 1;
    if found and x.name_key = attend_enter.name_key then return 'entered'; end if;
    if found then email_key := null; email := null; end if;
  end if;
  if (select count(*) from event_entry t where t.event_id = which and t.state in ('entered', 'confirmed')) >= ceil(e.capacity * 1.2) then return 'full'; end if;
  select t.id, t.access_needs into booked, needs from event_entry t where t.event_id = which and t.state in ('booked', 'waiting')
    and (t.email_key = attend_enter.email_key or t.name_key = attend_enter.name_key
      and (t.organisation_id = at_organisation or t.organisation_key = attend_enter.organisation_key))
    order by t.email_key is not distinct from attend_enter.email_key desc, t.at limit 1;
  if booked is not null then delete from event_entry t where t.id = booked; end if;
  insert into event_entry (id, event_id, trainer_id, name, name_key, organisation_id, organisation, organisation_key, sector, role_group, email_key, email, access_needs, way, state)
    values (entry, which, e.trainer_id, attend_enter.name, attend_enter.name_key, at_organisation, attend_enter.organisation, attend_enter.organisation_key,
      attend_enter.sector, attend_enter.role_group, attend_enter.email_key, attend_enter.email, needs, 'phone', 'entered');
  perform audit_append(null, 'enter-event', 'training-event', which::text, e.trainer_id);
  return 'entered';
end $$;

-- Somebody asks for a place: 'booked', or 'waiting' where there is none. Sent again, or by whoever has one: what they have.
create function attend_book(entry uuid, which uuid, name text, name_key text, at_organisation uuid, organisation text, organisation_key text,
  sector text, role_group text, email_key bytea, email text, access_needs text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare e training_event; x event_entry; given text;
begin
  select * into e from training_event t where t.id = which for update;
  if not found or not booking_open(e) then return 'closed'; end if;
  select * into x from event_entry t where t.id = entry;
  if found then return case when x.name_key <> attend_book.name_key then 'used' when x.state in ('booked', 'waiting') then x.state else 'closed' end; end if;
  if attend_book.email_key is not null then
    select * into x from event_entry t where t.event_id = which and t.email_key = attend_book.email_key and t.state in ('booked', 'waiting') limit 1;
    if found and x.name_key = attend_book.name_key then return x.state; end if;
    if found then email_key := null; email := null; end if;
  end if;
  given := case when places_taken(which) < e.capacity and not exists (select from event_entry t where t.event_id = which and t.state = 'waiting') then 'booked' else 'waiting' end;
  if given = 'waiting' and (select count(*) from event_entry t where t.event_id = which and t.state = 'waiting') >= e.capacity then return 'full'; end if;
  insert into event_entry (id, event_id, trainer_id, name, name_key, organisation_id, organisation, organisation_key, sector, role_group, email_key, email, access_needs, way, state)
    values (entry, which, e.trainer_id, attend_book.name, attend_book.name_key, at_organisation, attend_book.organisation, attend_book.organisation_key,
      attend_book.sector, attend_book.role_group, attend_book.email_key, attend_book.email, attend_book.access_needs, 'booked', given);
  perform audit_append(null, 'book-place', 'training-event', which::text, e.trainer_id);
  return given;
end $$;

-- Whoever has the address of a booking, a random number, looks what became of it, or gives the place up. Nobody's name is told.
create function attend_place(entry uuid) returns table (place_state text, code text) language sql stable security definer set search_path = public, pg_temp as $$
  select case when e.state = 'cancelled' then 'off' else x.state end, e.code
  from event_entry x join training_event e on e.id = x.event_id where x.id = entry and x.way = 'booked'
$$;
create function attend_give_up(entry uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare x event_entry;
begin
  select t.* into x from event_entry t where t.id = entry and t.way = 'booked';
  if not found then return 'unknown'; end if;
  perform from training_event e where e.id = x.event_id for update;
  update event_entry t set state = 'cancelled', access_needs = null, email = null, tell = null where t.id = entry and t.state in ('booked', 'waiting');
  if found then perform audit_append(null, 'give-up-place', 'training-event', x.event_id::text, x.trainer_id); end if;
  return 'done';
end $$;

-- A place that is free goes to whoever has waited longest.
create function seat_waiting(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare e training_event; next_one uuid;
begin
  select * into e from training_event t where t.id = which;
  while e.state = 'planned' and now() < e.starts_at and places_taken(which) < e.capacity loop
    select t.id into next_one from event_entry t where t.event_id = which and t.state = 'waiting' order by t.at, t.id limit 1;
    exit when next_one is null;
    update event_entry t set state = 'booked', seated_at = now(), tell = case when t.email is null then null else 'place' end where t.id = next_one;
  end loop;
end $$;
create function seat_next() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform seat_waiting(new.event_id); return null; end $$;
create trigger seat_next after update of state on event_entry for each row when (old.state in ('booked', 'entered') and new.state in ('cancelled', 'struck')) execute function seat_next();

-- Whoever booked, or waits, hears of it where they left an email. A booking that is called off is not told of a move before.
create function tell_booked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'cancelled' and old.state <> 'cancelled' then
    update event_entry set tell = 'cancelled' where event_id = new.id and state in ('booked', 'waiting') and email is not null;
  elsif new.state = 'planned' and (new.starts_at, new.ends_at, new.place, new.online) is distinct from (old.starts_at, old.ends_at, old.place, old.online) then
    update event_entry set tell = 'moved' where event_id = new.id and state in ('booked', 'waiting') and email is not null;
  end if;
  if new.capacity > old.capacity then perform seat_waiting(new.id); end if;
  return null;
end $$;
create trigger tell_booked after update of state, starts_at, ends_at, place, online, capacity on training_event for each row execute function tell_booked();

-- Who is to be mailed, and about what; taken, so that each is queued once.
create function places_to_tell() returns table (id uuid, tell text) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query with due as (select x.id, x.tell from event_entry x where x.tell is not null order by x.at limit 200 for update skip locked),
    taken as (update event_entry x set tell = null from due where x.id = due.id returning x.id)
    select due.id, due.tell from due where due.id in (select taken.id from taken);
  if found then perform audit_append(null, 'tell-booked', 'training-event', 'several', null); end if;
end $$;
create function mail_place(entry uuid) returns table (event uuid, name text, email text, tier text, place text, partner text, starts timestamptz, ends timestamptz, place_state text, event_state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, x.name, x.email, e.tier, e.place, p.name, e.starts_at, e.ends_at, x.state, e.state
  from event_entry x join training_event e on e.id = x.event_id join partner p on p.id = e.partner_id
  where x.id = entry and x.email is not null and x.state in ('booked', 'waiting')
$$;

-- Is this mailbox another's on the list? Two people of one mailbox are two. For whoever may put names on it, who cannot read an email.
create function mailbox_on_list(which uuid, entry uuid, key bytea) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from event_entry t join training_event e on e.id = t.event_id
    where t.event_id = which and t.email_key = key and t.id is distinct from entry and t.state in ('entered', 'confirmed')
    and (e.trainer_id = me() or i_hold(array['coordinator'])))
$$;

-- Whoever taught it said that somebody was there who was not: they are counted no longer. 'certificate': one was made, so a coordinator must withdraw it.
create function uncount_entry(entry uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare x event_entry; counted attendance;
begin
  select t.* into x from event_entry t join training_event e on e.id = t.event_id
    where t.id = entry and t.state = 'confirmed' and (e.trainer_id = me() or i_hold(array['coordinator'])) for update of t;
  if not found then return 'unknown'; end if;
  select * into counted from attendance a where a.event_id = x.event_id and a.learner_id = x.learner_id;
  if found and exists (select from certificate c where c.attendance_id = counted.id and c.withdrawn_at is null) then return 'certificate'; end if;
  delete from attendance a where a.id = counted.id;
  update event_entry t set state = 'struck', learner_id = null where t.id = entry;
  -- Whoever was known by this alone is known no more.
  begin
    delete from learner l where l.id = x.learner_id and not exists (select from attendance a where a.learner_id = l.id);
  exception when foreign_key_violation then null;
  end;
  return 'done';
end $$;

-- What somebody says of an event. One page is one answer; each time that they are asked no more than a fifth more than were there, as it was confirmed
-- or, before that, as the list says, and none where nobody is on it: whoever has the code alone can neither fill it nor close it to the others. Half
-- a year on by a link that works once, from the mail that asked (0030): it is spent, and stands nowhere beside the answer. Which time it is, is of the pack
-- (domain/register/asked); nothing is taken before its start.
create function attend_answer(answer uuid, which text, at_moment text, before int, since int, differently text, more text, link bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare e training_event; there int;
begin
  select * into e from training_event t where t.code = which;
  if not found or e.state <> 'planned' or now() < e.starts_at then return 'closed'; end if;
  if exists (select from evaluation v where v.id = answer) then return 'kept'; end if;
  if at_moment = 'half-year' then
    delete from evaluation_link l where l.hash = link and l.event_id = e.id;
    if not found then return 'link'; end if;
  else
    -- One after the other, or many at once would each find room.
    perform from training_event t where t.id = e.id for update;
    -- Names go from the list while people are still asked; that somebody was there does not.
    there := coalesce(nullif((select count(*) from attendance a where a.event_id = e.id), 0), (select count(*) from event_entry x where x.event_id = e.id and x.state = 'entered'));
    if there = 0 then return 'nobody'; end if;
    if (select count(*) from evaluation v where v.event_id = e.id and v.moment = at_moment) >= ceil(there * 1.2) then return 'full'; end if;
  end if;
  insert into evaluation (id, event_id, moment, before, since, differently, more)
    values (answer, e.id, at_moment, attend_answer.before, attend_answer.since, attend_answer.differently, attend_answer.more) on conflict do nothing;
  return 'kept';
end $$;

-- Answers for whoever taught it and for coordinators: those of each time at which people are asked, all at once when no more can come, from five on.
-- 'over': the times that are (domain/register/asked).
-- Five more at a time would let whoever sends four of their own see the fifth.
create function event_answers(which uuid, over text[]) returns table (moment text, before smallint, since smallint, differently text, more text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.moment, v.before, v.since, v.differently, v.more from evaluation v join training_event e on e.id = v.event_id
    where e.id = which and (e.trainer_id = me() or i_hold(array['coordinator'])) and v.moment = any (over)
      and (select count(*) from evaluation o where o.event_id = which and o.moment = v.moment) >= 5
    order by v.moment, v.id
$$;
`
