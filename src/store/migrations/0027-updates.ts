/**
 * What holders of certificates hear and do by themselves: the short update that renews one, being counted after learning alone, and emails about
 * training, which one link stops.
 */
export const updates = `
-- Each mail about training once: what it is about, and to whom. Of holders: 'about' is the version that the update leads to. Of SPOCs: the month. Half a year on: the code of the event.
create table training_mail (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('certificate', 'update-first', 'update-again', 'ends-soon', 'half-year', 'month')),
  learner_id uuid references learner on delete cascade,
  certificate_id uuid references certificate on delete cascade,
  person_id uuid references person,
  partner_id text references partner,
  about text not null default '' check (length(about) <= 20),
  made_at timestamptz not null default now(),
  -- When it was given to the queue.
  queued_at timestamptz,
  check ((kind = 'month') = (person_id is not null) and (kind = 'month') = (certificate_id is null)),
  unique nulls not distinct (kind, certificate_id, person_id, partner_id, about)
);
create index training_mail_waits on training_mail (made_at) where queued_at is null;
create index training_mail_learner on training_mail (learner_id);
-- Whoever looks after training at a partner, and wants no mail of it.
create table training_mail_stop (person_id uuid primary key references person, stopped_at timestamptz not null default now());

create index attendance_alone on attendance (known_on) where way = 'alone';
create index learner_email on learner (lower(email)) where email is not null;

-- Who gave an email hears of a certificate once it is made, by whichever way it came to be.
create function certificate_mail() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into training_mail (kind, learner_id, certificate_id) select 'certificate', l.id, new.id from learner l
    where l.id = new.learner_id and l.email is not null and l.mail_stopped_at is null on conflict do nothing;
  return null;
end $$;
create trigger certificate_mail after insert on certificate for each row execute function certificate_mail();

-- A certificate for whoever has its code and knows its holder's name, as it says it or as the register has it now.
create function attend_held(which text, typed bytea, typed_key text) returns table (tier text, version text, ends_on date, withdrawn boolean, replaced boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.tier, n.version, n.ends_on, n.withdrawn_at is not null, n.replaced_by is not null
    from certificate c join learner l on l.id = c.learner_id cross join lateral certificate_now(c.id) n where c.code = which and (c.name_hash = typed or l.name_key = typed_key)
$$;

-- Its holder learned what is new. 'entry': of the page that was sent; sent twice, it is one. Gives the code of the new certificate; '': a job makes
-- it; null: there is none to renew (any more). What is renewed stays good with its own code, so it does not matter who did it.
create function attend_update(entry uuid, which text, typed bytea, typed_key text, from_version text, to_version text, today date, new_code text, new_hash text,
  as_demonstration boolean) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c certificate; l learner;
begin
  select x.* into c from certificate x join learner y on y.id = x.learner_id where x.code = which and (x.name_hash = typed or y.name_key = typed_key) for update of x;
  if not found then return null; end if;
  if exists (select from attendance a where a.id = entry) then
    return (select coalesce((select x.code from certificate x where x.attendance_id = entry and x.learner_id = c.learner_id order by x.issued_at desc limit 1), '')
      from attendance a where a.id = entry and a.learner_id = c.learner_id);
  end if;
  perform 1 from certificate where id = (certificate_now(c.id)).id for update;
  c := certificate_now(c.id);
  if c.withdrawn_at is not null or c.replaced_by is not null or c.version <> from_version or c.ends_on < today then return null; end if;
  select * into l from learner where id = c.learner_id;
  insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, role_group, tier, version, on_date, way)
    select entry, l.id, l.id, o.id, o.partner_id, o.sector, l.role_group, c.tier, to_version, today, 'update' from organisation o where o.id = l.organisation_id;
  perform audit_append(null, 'learn-update', 'attendance', entry::text, null);
  if l.name_key = typed_key then
    perform issue_certificates(jsonb_build_array(jsonb_build_object('attendance', entry, 'code', new_code, 'hash', new_hash, 'ends_on', c.ends_on)), as_demonstration or c.demonstration);
  end if;
  return coalesce((select x.code from certificate x where x.attendance_id = entry), '');
end $$;

-- Whoever learned alone wants to be counted. Nobody knows that a name or an email that is typed here is theirs: so they are always somebody new, who
-- is known again by no email (email_key), until a person says that they are somebody whom the register knows.
-- Their address is kept once a day, and not at all where mail to it was stopped: nobody can have somebody else mailed on and on. Gives the code of
-- the certificate; 'again': this proof was used; 'busy': too many in a day, in an hour, or of one organisation in an hour, for them to be people.
create function attend_alone(entry uuid, of_tier text, of_version text, today date, named text, named_key text, at_organisation uuid, typed text, typed_key text, of_sector text,
  group_of text, for_mail text, new_code text, new_hash text, new_ends date, as_demonstration boolean, most_day int, most_hour int, most_there int) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid; them uuid; many boolean;
begin
  if exists (select from attendance a where a.id = entry) then
    -- The same page again, of the same person.
    return coalesce((select c.code from certificate c join learner l on l.id = c.learner_id where c.attendance_id = entry and l.name_key = named_key
      and c.issued_at > now() - interval '1 hour' order by c.issued_at desc limit 1), 'again');
  end if;
  -- One after the other, or many at once would each find room.
  perform pg_advisory_xact_lock(hashtext('attend_alone'));
  org := coalesce((select o.id from organisation o where o.id = at_organisation and o.partner_id is not null and o.merged_into is null),
    (select coalesce(o.merged_into, o.id) from organisation o where o.name_key = typed_key order by o.merged_into nulls first limit 1));
  with lately as (select a.organisation_id, a.known_on, c.issued_at > now() - interval '1 hour' as this_hour
    from attendance a left join certificate c on c.attendance_id = a.id where a.way = 'alone' and a.known_on >= current_date - 1)
  select count(*) filter (where known_on = current_date) >= most_day or count(*) filter (where this_hour) >= most_hour
    or count(*) filter (where this_hour and organisation_id = org) >= most_there into many from lately;
  if many then return 'busy'; end if;
  org := coalesce(org, organisation_named(typed, typed_key, of_sector));
  if exists (select from learner l where lower(l.email) = lower(for_mail) and (l.mail_stopped_at is not null
      or exists (select from attendance a where a.learner_id = l.id and a.way = 'alone' and a.known_on >= current_date - 1))) then
    for_mail := null;
  end if;
  insert into learner (organisation_id, partner_id, name, name_key, email, role_group)
    select o.id, o.partner_id, named, named_key, for_mail, group_of from organisation o where o.id = org returning id into them;
  insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, role_group, tier, version, on_date, way)
    select entry, l.id, l.id, o.id, o.partner_id, o.sector, group_of, of_tier, of_version, today, 'alone' from learner l join organisation o on o.id = l.organisation_id where l.id = them;
  perform audit_append(null, 'count-alone', 'attendance', entry::text, null);
  perform issue_certificates(jsonb_build_array(jsonb_build_object('attendance', entry, 'code', new_code, 'hash', new_hash, 'ends_on', new_ends)), as_demonstration);
  return new_code;
end $$;

-- No more mail about training to one person: whatever was joined with them, and wherever else an address of theirs stands. Gives whether any was stopped.
create function stop_training_mail(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[] := array(select w.id from learners_whole(array[which]) w);
begin
  update learner l set mail_stopped_at = now() where l.mail_stopped_at is null
    and l.id in (select unnest(ids) union select o.id from learner t join learner o on lower(o.email) = lower(t.email) where t.id = any (ids) and t.email is not null);
  return found;
end $$;
-- For a link in a mail: of a holder, or of somebody who looks after training at a partner.
create function attend_stop_mail(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from learner where id = which) then
    if stop_training_mail(which) then perform audit_append(null, 'stop-training-mail', 'learner', which::text, null); end if;
    return true;
  end if;
  if not exists (select from person where id = which) then return false; end if;
  insert into training_mail_stop (person_id) values (which) on conflict do nothing;
  if found then perform audit_append(null, 'stop-training-mail', 'person', which::text, which); end if;
  return true;
end $$;

-- For the desk: of a holder whom whoever asks answers for. The command leaves the entry.
create function stop_learner_mail(which uuid) returns boolean language sql security definer set search_path = public, pg_temp as $$
  select coalesce((select stop_training_mail(l.id) from learner l where l.id = which and answers_for(l.partner_id)), false)
$$;

-- Whom holders of are to be told, each once. 'outdated': [{tier, version, taught}], versions of which what came since is known and old enough to be
-- told. A null date: that rule does not hold.
create function want_training_mails(outdated jsonb, today date, again_before timestamptz, soon_until date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into training_mail (kind, learner_id, certificate_id, about)
    select 'update-first', l.id, c.id, o.taught from jsonb_to_recordset(outdated) as o(tier text, version text, taught text)
      join certificate c on c.tier = o.tier and c.version = o.version join learner l on l.id = c.learner_id
      where c.withdrawn_at is null and c.replaced_by is null and not c.demonstration and (c.ends_on is null or c.ends_on >= today) and l.email is not null and l.mail_stopped_at is null
    on conflict do nothing;
  insert into training_mail (kind, learner_id, certificate_id, about)
    select 'update-again', m.learner_id, m.certificate_id, m.about from training_mail m join certificate c on c.id = m.certificate_id join learner l on l.id = m.learner_id
      join jsonb_to_recordset(outdated) as o(tier text, version text, taught text) on (o.tier, o.version, o.taught) = (c.tier, c.version, m.about)
      where m.kind = 'update-first' and m.queued_at <= again_before
        and c.withdrawn_at is null and c.replaced_by is null and (c.ends_on is null or c.ends_on >= today) and l.email is not null and l.mail_stopped_at is null
    on conflict do nothing;
  insert into training_mail (kind, learner_id, certificate_id)
    select 'ends-soon', l.id, c.id from certificate c join learner l on l.id = c.learner_id
      where c.ends_on between today and soon_until and c.withdrawn_at is null and c.replaced_by is null and not c.demonstration and l.email is not null and l.mail_stopped_at is null
    on conflict do nothing;
end $$;
create function want_month_mails(month text) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into training_mail (kind, person_id, partner_id, about)
    select 'month', p.id, g.partner_id, month from person p join role_grant g on g.person_id = p.id and g.role = 'spoc' and g.ended_at is null
      where p.state = 'active' and not exists (select from training_mail_stop s where s.person_id = p.id) and exists (select from standing s where s.partner_id = g.partner_id)
    on conflict do nothing
$$;
-- What waited for a month, because nothing could be sent, is no news any more.
create function training_mails_waiting(most int) returns table (id uuid, kind text) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.kind from training_mail m where m.queued_at is null and m.made_at > now() - interval '30 days' order by m.made_at, m.id limit most
$$;
create function training_mails_queued(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update training_mail set queued_at = now() where id = any(which) and queued_at is null
$$;

-- What a mail says, where it is to be said still.
create function mail_training(which uuid) returns table (kind text, whom uuid, name text, email text, tier text, version text, learnt_on date, ends_on date, code text,
  demonstration boolean, partner_id text, partner text, about text, organisation text, hash bytea, by_update boolean, whole_on date, whole_gave text, alone boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.kind, l.id, l.name, l.email, c.tier, c.version, c.learnt_on, c.ends_on, c.code, c.demonstration, g.id, g.name, m.about, o.name, c.name_hash, c.by_update, c.whole_on, w.name,
      not exists (select from attendance a where a.learner_id = l.id and a.way not in ('alone', 'update'))
    from training_mail m join learner l on l.id = m.learner_id join certificate c on c.id = m.certificate_id
    left join partner g on g.id = c.given_by left join partner w on w.id = c.whole_by left join organisation o on o.id = c.organisation_id
    where m.id = which and l.email is not null and l.mail_stopped_at is null and c.withdrawn_at is null and (c.replaced_by is null or m.kind = 'half-year')
  union all
  select m.kind, p.id, f.name, f.email, null, null, null, null, null, null, a.id, a.name, m.about, null, null, null, null, null, false
    from training_mail m join person p on p.id = m.person_id and p.state = 'active' join profile f on f.person_id = p.id join partner a on a.id = m.partner_id
    join role_grant g on g.person_id = p.id and g.role = 'spoc' and g.ended_at is null and g.partner_id = m.partner_id
    where m.id = which and not exists (select from training_mail_stop s where s.person_id = p.id)
$$;
-- People of a partner by what a tier is worth to them. 'whole_from': who took the whole of it before has none that holds; null: it does not end.
create function partner_standing(which text, of_tier text, enough text[], whole_from date, soon_before date) returns table (current int, outdated int, soon int, ended int)
language sql stable security definer set search_path = public, pg_temp as $$
  with held as (select distinct on (one) coalesce(whole_from > whole_on, false) as over, coalesce(version = any(enough), false) as fits, coalesce(whole_on < soon_before, false) as ends
    from standing where partner_id = which and tier = of_tier order by one, on_date desc, learner_id)
  select count(*) filter (where fits and not over)::int, count(*) filter (where not fits and not over)::int, count(*) filter (where ends and not over)::int, count(*) filter (where over)::int from held
$$;
`
