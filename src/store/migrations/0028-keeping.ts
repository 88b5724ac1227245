/**
 * How long people stand in the register, and how they leave it: by a rule of the pack, because they asked, or because their employer left the
 * partnership. What stays counts and leads to nobody (docs/decisions/0062-leaving-the-register.md).
 */
export const keeping = `
-- Who was erased: an id that nothing leads to any more, so that a backup that is put back erases them again (also in WAYMARK_DATA/keys/learners).
create table learner_erased (
  id uuid primary key,
  rule text not null check (rule in ('time-over', 'asked', 'partner-left')),
  erased_on date not null default current_date,
  erased_by uuid references person
);

-- A certificate that leads to nobody has no name that could be asked for.
alter table certificate alter column name_hash drop not null;

create index event_entry_learner on event_entry (learner_id) where learner_id is not null;
create index event_entry_email on event_entry (email_key) where email_key is not null;
create index event_entry_name on event_entry (name_key) where learner_id is null;

-- The whole of each: whoever was joined with them is the same person.
create function learners_whole(those uuid[]) returns table (id uuid, one uuid, partner_id text)
language sql stable security definer set search_path = public, pg_temp as $$
  with roots as (select distinct coalesce(l.joined_into, l.id) as root from learner l where l.id = any (those))
  select l.id, r.root, l.partner_id from roots r join learner l on l.id = r.root
  union all select l.id, r.root, l.partner_id from roots r join learner l on l.joined_into = r.root
$$;

-- Of people who work for a partner, wherever those entries stand that were joined with them.
create function learners_of_partner(which text) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select l.id from learner l join learner r on r.id = coalesce(l.joined_into, l.id) where r.partner_id = which and (select i_hold(array['coordinator']))
$$;

-- Names on lists of events that are theirs: what was confirmed as them, what has their email, and what nobody was told apart by: the same name from
-- the same organisation without any email.
create function entries_of(those uuid[]) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select x.id from event_entry x where x.learner_id = any (those)
  union select x.id from learner l join event_entry x on x.email_key = l.email_key where l.id = any (those)
  union select x.id from learner l join organisation o on o.id = l.organisation_id
    join event_entry x on x.name_key = l.name_key and x.learner_id is null and (x.organisation_id = o.id or x.organisation_key = o.name_key)
      and ((x.email_key is null and x.email is null) or lower(x.email) = lower(l.email))
    where l.id = any (those)
$$;

-- Takes people away, whole. Their attendances stay as counts of a number that is drawn for each: sector, partner, part of the course, version, month.
-- Certificates keep their place in the public list of what was withdrawn, and lead to nobody; of whoever's employer left, the code still says what
-- it is worth, and of others no code leads to one any more.
create function forget_learners(those uuid[], why text, who uuid) returns int language plpgsql set search_path = public, pg_temp as $$
declare ids uuid[]; freed uuid; gone int;
begin
  -- No import finds somebody meanwhile.
  perform pg_advisory_xact_lock(21);
  ids := array(select w.id from learners_whole(those) w);
  perform 1 from learner l where l.id = any (ids) order by l.id for update;
  -- Their place at an event that is still to come goes to whoever waits for one.
  for freed in with gone_ones as (delete from event_entry x where x.id in (select entries_of(ids)) returning x.event_id)
      select distinct g.event_id from gone_ones g join training_event e on e.id = g.event_id where e.starts_at > now() loop
    perform seat_waiting(freed);
  end loop;
  delete from certificate_due d using attendance a where a.id = d.attendance_id and a.learner_id = any (ids);
  update certificate c set
      learner_id = null, attendance_id = null, partner_id = null, organisation_id = null, trainer_id = null, name_hash = null, credential = null,
      given_by = case when why = 'partner-left' then c.given_by end,
      whole_by = case when why = 'partner-left' then c.whole_by end,
      code = case when why = 'partner-left' then c.code else upper(substr(md5(gen_random_uuid()::text), 1, 16)) end
    where c.learner_id = any (ids);
  with fresh as materialized (select r.one, gen_random_uuid() as number from (select distinct w.one from learners_whole(ids) w) r)
  update attendance a set
      who = f.number, learner_id = null, organisation_id = null, event_id = null, trainer_id = null, import_id = null, role_group = null, claimed = false,
      on_date = date_trunc('month', a.on_date)::date, known_on = date_trunc('month', a.known_on)::date
    from learners_whole(ids) w join fresh f on f.one = w.one where a.learner_id = w.id;
  insert into learner_erased (id, rule, erased_by) select i, why, who from unnest(ids) i on conflict do nothing;
  delete from learner l where l.id = any (ids);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Whom a signed-in person would erase, if they answer for all of it: their own partner's people, or a coordinator anybody.
create function learners_to_erase(those uuid[]) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator']) and exists (
    select from learners_whole(those) w where not coalesce(w.partner_id = any (my_partners(array['spoc'])), false)) then return; end if;
  return query select w.id from learners_whole(those) w;
end $$;
create function erase_learners(those uuid[], why text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if why not in ('asked', 'partner-left') or (why = 'partner-left' and not i_hold(array['coordinator'])) then
    raise exception 'not allowed' using errcode = '42501';
  end if;
  return forget_learners(array(select learners_to_erase(those)), why, me());
end $$;

-- What no one is signed in for: whose time is over, and whom a backup brought back.
create function erase_due_learners(those uuid[], why text, by_person uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int; who uuid := (select p.id from person p where p.id = by_person);
begin
  gone := forget_learners(those, why, who);
  if gone > 0 then perform audit_append(who, 'erase-learners', 'learner', gone::text, null); end if;
  return gone;
end $$;
create function learners_there(ids uuid[]) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select l.id from learner l where l.id = any (ids)
$$;
create function learners_erased() returns table (id uuid, rule text, erased_on date, erased_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.rule, e.erased_on, e.erased_by from learner_erased e
$$;

-- Whoever was taught nothing since a day, and whoever stands here since before another and was taught nothing: what says how long each is kept. 'bare':
-- the last day of what was learned without a certificate.
create function learners_kept(taught_before date, made_before date) returns table (id uuid, made_on date, bare date, ends_on date, endless boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(l.joined_into, l.id), max(l.made_on), max(a.on_date) filter (where c.id is null), max(c.ends_on), coalesce(bool_or(c.id is not null and c.ends_on is null), false)
    from learner l left join attendance a on a.learner_id = l.id left join certificate c on c.attendance_id = a.id and c.withdrawn_at is null
    group by 1 having case when count(a.id) = 0 then max(l.made_on) < made_before else max(a.on_date) < taught_before end
$$;

-- Names on lists of events that ended before then. Who was there stands in the register.
create function remove_entries(ended_before timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from event_entry x using training_event e where e.id = x.event_id and e.ends_at < ended_before;
  get diagnostics gone = row_count;
  if gone > 0 then perform audit_append(null, 'remove-old', 'event-entry', gone::text, null); end if;
  return gone;
end $$;

-- What people said of events that ended before then: of each event all at once, so that the entry tells of no single answer.
create function remove_evaluations(ended_before timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from evaluation v using training_event e where e.id = v.event_id and e.ends_at < ended_before;
  get diagnostics gone = row_count;
  if gone > 0 then perform audit_append(null, 'remove-old', 'evaluation', gone::text, null); end if;
  return gone;
end $$;

-- All that is kept about people, one object each, for whoever may hand it out: a copy for one of them, or for an employer that leaves and takes its
-- people's records along. Here alone the desk is given an email.
create function learner_copies(those uuid[]) returns table (one uuid, copy jsonb) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with w as materialized (select x.* from learners_whole(array(select learners_to_erase(those))) x),
    rows as (
      select w.one, jsonb_agg(jsonb_build_object('name', l.name, 'organisation', o.name, 'sector', o.sector, 'group', l.role_group, 'email', l.email,
          'knownByEmail', l.email_key is not null, 'knownByAccount', l.account_key is not null, 'since', l.made_on, 'mailStopped', l.mail_stopped_at is not null)
          order by l.joined_into nulls first, l.made_on, l.id) as list
        from w join learner l on l.id = w.id join organisation o on o.id = l.organisation_id group by w.one),
    taught as (
      select w.one, jsonb_agg(jsonb_build_object('tier', a.tier, 'version', a.version, 'on', a.on_date, 'way', a.way, 'known', a.known_on, 'group', a.role_group,
          'organisation', o.name, 'event', e.code, 'place', e.place, 'by', p.name) order by a.on_date, a.id) as list
        from w join attendance a on a.learner_id = w.id left join organisation o on o.id = a.organisation_id
          left join training_event e on e.id = a.event_id left join partner p on p.id = e.partner_id group by w.one),
    held as (
      select w.one, jsonb_agg(jsonb_build_object('code', c.code, 'tier', c.tier, 'version', c.version, 'learnt', c.learnt_on, 'ends', c.ends_on, 'issued', c.issued_at,
          'withdrawn', c.withdrawn_at, 'renewedBy', case when n.id <> c.id then n.code end, 'replacedBy', m.code, 'demonstration', c.demonstration, 'by', p.name, 'byUpdate', c.by_update, 'wholeOn', c.whole_on, 'wholeBy', v.name, 'badge', c.credential) order by c.learnt_on, c.id) as list
        from w join certificate c on c.learner_id = w.id cross join lateral certificate_now(c.id) n left join certificate m on m.id = n.replaced_by left join partner p on p.id = c.given_by
          left join partner v on v.id = c.whole_by group by w.one),
    mailed as (
      select w.one, jsonb_agg(jsonb_build_object('kind', m.kind, 'sent', m.queued_at, 'waits', m.queued_at is null and m.made_at > now() - interval '30 days') order by m.made_at, m.id) as list
        from w join training_mail m on m.learner_id = w.id group by w.one),
    -- What named them elsewhere, and whether another entry is theirs: of that entry nothing, for it may be somebody else.
    moved as (
      select w.one, jsonb_agg(jsonb_build_object('name', m.name, 'organisation', o.name, 'on', m.on_date, 'asked', m.asked_on, 'state', m.state) order by m.on_date, m.id) as list
        from w join learner_move m on m.learner_id = w.id join organisation o on o.id = m.organisation_id group by w.one),
    likened as (
      select w.one, jsonb_agg(jsonb_build_object('likeness', w.similarity, 'state', w.state, 'decided', w.decided_at) order by w.similarity desc, w.id) as list
        from (select distinct w.one, x.* from w join learner_alike x on w.id in (x.one_id, x.other_id)) w group by w.one),
    named as (
      select w.one, jsonb_agg(distinct jsonb_build_object('name', x.name, 'organisation', coalesce(x.organisation, o.name), 'email', x.email, 'group', x.role_group,
          'accessNeeds', x.access_needs, 'state', x.state, 'way', x.way, 'at', x.at, 'event', e.code, 'starts', e.starts_at)) as list
        from (select distinct w2.one from w w2) w cross join lateral (select entries_of(array(select g.id from w g where g.one = w.one)) as id) y
          join event_entry x on x.id = y.id join training_event e on e.id = x.event_id left join organisation o on o.id = x.organisation_id group by w.one)
    select rows.one, jsonb_build_object('person', rows.list, 'mails', coalesce(mailed.list, '[]'), 'taught', coalesce(taught.list, '[]'), 'certificates', coalesce(held.list, '[]'), 'lists', coalesce(named.list, '[]'),
        'moves', coalesce(moved.list, '[]'), 'alike', coalesce(likened.list, '[]'))
      from rows left join taught using (one) left join held using (one) left join named using (one) left join mailed using (one) left join moved using (one) left join likened using (one);
end $$;

-- What stands at the end of the file of a partner's people, six figures that change with anything of theirs: whoever has no file of all that goes, as it
-- stands, erases nothing. Null: there is nobody, or whoever asks is no coordinator.
create function partner_file_code(which text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select (100000 + ('x' || substr(md5(string_agg(concat_ws(' ', l,
      (select string_agg(a.id::text, ' ' order by a.id) from attendance a where a.learner_id = l.id),
      (select string_agg(concat(c.id, c.withdrawn_at), ' ' order by c.id) from certificate c where c.learner_id = l.id)), ' ' order by l.id)), 1, 8))::bit(32)::bigint % 900000)::text
    from learner l where l.id in (select learners_of_partner(which)) having count(*) > 0
$$;
`
