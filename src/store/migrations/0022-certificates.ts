/**
 * Certificates: each attendance of which the version is known gets one. Whoever may see the attendance may see it, under the same rules. It holds no
 * name and no employer in words: those are the learner's, and a certificate that does not fit them any more is made again.
 */
export const certificates = `
-- Public halves of what certificates are signed with; the key itself lies in a file of the desk (store/keys/certificate-key.ts). None is taken
-- away: what was signed with it can be checked for as long as somebody holds it.
create table certificate_key (
  -- Its thumbprint (RFC 7638).
  id text primary key check (id ~ '^[A-Za-z0-9_-]{43}$'),
  -- One JWK, without its private half.
  public jsonb not null check (not public ?| array['d', 'p', 'q', 'dp', 'dq', 'qi']),
  made_at timestamptz not null default now()
);

-- Attendances that have no certificate yet, and from when a job may make it: whoever taught an event can undo a mistake until then. Written by a trigger alone, and gone with the attendance: like standing, without a reference.
create table certificate_due (attendance_id uuid primary key, at timestamptz not null default now());
create index certificate_due_at on certificate_due (at);

-- An hour after the end of its event and half an hour after they were confirmed (domain/register/confirming); of no event: at once.
create function certificate_after(event uuid) returns timestamptz language sql stable set search_path = public, pg_temp as $$
  select coalesce((select greatest(e.ends_at + interval '1 hour', now() + interval '30 minutes') from training_event e where e.id = event), now())
$$;

-- The signed public list of what was withdrawn (Bitstring Status List 1.0): no name, no code, no date.
create table certificate_status (
  list int primary key check (list > 0),
  credential text not null,
  withdrawn int not null,
  made_at timestamptz not null default now()
);

alter table certificate drop constraint certificate_status_index_key,
  add column status_list int not null default 1 check (status_list > 0),
  -- Made before the partnership had adopted the pack: it says of itself that it is none.
  add column demonstration boolean not null default false,
  -- Whose trainer gave it, or who keeps the learning system that it came from; null: learned alone, at the site.
  add column given_by text references partner,
  add column trainer_id uuid references person,
  -- What replaced it was the short update: it is as good as that one, whoever did it. So nobody who was shown a certificate takes it from its holder.
  add column renewed boolean not null default false,
  -- Where the holder worked when it was made.
  add column organisation_id uuid references organisation,
  -- The short update alone was learned on its day: it says so, and when the whole course was taken before, and who gave that ('given_by' is who gave the update).
  add column by_update boolean not null default false,
  add column whole_on date,
  add column whole_by text references partner,
  add check (by_update or (whole_on is null and whole_by is null));
create unique index certificate_place on certificate (status_list, status_index);
create index certificate_attendance on certificate (attendance_id);
create index certificate_trainer on certificate (trainer_id);
create index certificate_withdrawn on certificate (status_list, status_index) where withdrawn_at is not null;
create index certificate_unsigned on certificate (issued_at) where credential is null and not demonstration and withdrawn_at is null and replaced_by is null;

create function attendance_is_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- An event is looked up where there is one: a list of 50,000 has none.
  insert into certificate_due select id, case when event_id is null then now() else certificate_after(event_id) end from added
    where version is not null and learner_id is not null and not claimed order by id on conflict do nothing;
  return null;
end $$;
create trigger certificate_due after insert on attendance referencing new table as added for each statement execute function attendance_is_due();
create function attendance_not_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from certificate_due where attendance_id in (select id from old_rows);
  return null;
end $$;
create trigger certificate_not_due after delete on attendance referencing old table as old_rows for each statement execute function attendance_not_due();

-- An attendance that was taken back (an import undone, a list put right) takes its certificate along: it says so, to whoever checks it.
create function withdraw_with_attendance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update certificate set withdrawn_at = now(), withdrawn_because = 'taken-back' where attendance_id = old.id and withdrawn_at is null;
  return old;
end $$;
create trigger withdraw_certificate before delete on attendance for each row execute function withdraw_with_attendance();

-- Whoever moves to another partner is from then on that partner's to look after.
create function certificates_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update certificate set partner_id = new.partner_id where learner_id = new.id and partner_id is distinct from new.partner_id;
  return null;
end $$;
create trigger certificates_follow after update of partner_id on learner for each row
  when (old.partner_id is distinct from new.partner_id) execute function certificates_follow();

-- The badge holds the name: it goes with the learner. The certificate stays, can be checked, and leads to nobody.
create function forget_badge() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.credential := null;
  return new;
end $$;
create trigger forget_badge before update of learner_id on certificate for each row when (new.learner_id is null) execute function forget_badge();

-- The list that places are drawn from, by one at a time until its transaction ends. One that is three quarters full is left for the next.
create function status_list_now() returns int language plpgsql set search_path = public, pg_temp as $$
declare list int;
begin
  perform pg_advisory_xact_lock(22);
  select coalesce(max(status_list), 1) into list from certificate;
  return list + ((select count(*) from certificate where status_list = list and status_index is not null) > 98304)::int;
end $$;
create function draw_place(list int) returns int language plpgsql set search_path = public, pg_temp as $$
declare place int;
begin
  loop
    place := ('x' || substr(md5(gen_random_uuid()::text), 1, 8))::bit(32)::bigint % 131072;
    if not exists (select from certificate where status_list = list and status_index = place) then return place; end if;
  end loop;
end $$;

create function certificates_due(most int) returns table (attendance_id uuid, name_key text, on_date date)
language plpgsql security definer set search_path = public, pg_temp as $$
declare picked uuid[];
begin
  -- An update waits until what it renews has its certificate: it ends when that one does.
  picked := array(select d.attendance_id from certificate_due d left join attendance a on a.id = d.attendance_id
    where d.at <= now() and (a.way is distinct from 'update' or not exists (select from certificate_due w join attendance b on b.id = w.attendance_id
      where b.learner_id = any(same_person(a.learner_id)) and b.tier = a.tier and b.way <> 'update'))
    order by d.at, d.attendance_id limit most for update of d skip locked);
  delete from certificate_due d where d.attendance_id = any(picked) and (not exists (select from attendance a where a.id = d.attendance_id and a.learner_id is not null)
    or exists (select from certificate c where c.attendance_id = d.attendance_id));
  return query select a.id, l.name_key, a.on_date from certificate_due d
    join attendance a on a.id = d.attendance_id join learner l on l.id = a.learner_id where d.attendance_id = any(picked);
end $$;

-- All entries that were said to be one person.
create function same_person(of_learner uuid) returns uuid[] language plpgsql stable set search_path = public, pg_temp as $$
declare one uuid;
begin
  select coalesce(joined_into, id) into one from learner where id = of_learner;
  return one || array(select id from learner where joined_into = one);
end $$;

-- Of one person's certificates of a tier that hold, the one that was learned last; the others were replaced by it. What somebody learned alone is
-- their own word: it replaces nothing that another entry of the register holds, even where a person said that the two are one.
create function settle_certificates(of_learner uuid, of_tier text) returns void language plpgsql set search_path = public, pg_temp as $$
declare same uuid[] := same_person(of_learner);
begin
  update certificate c set replaced_by = w.newest, renewed = w.renews from (
      select o.id, n.id as newest, coalesce(n.way = 'update', false) as renews from certificate o cross join lateral (
        select x.id, a.way from certificate x left join attendance a on a.id = x.attendance_id where x.learner_id = any(same) and x.tier = of_tier
          and x.withdrawn_at is null and (x.learner_id = o.learner_id or a.way is distinct from 'alone')
        order by x.learnt_on desc, x.issued_at desc, x.id limit 1) n
      where o.learner_id = any(same) and o.tier = of_tier and o.withdrawn_at is null and o.replaced_by is null) w
    where c.id = w.id and w.newest <> c.id;
end $$;

-- What a certificate is worth is what the last short update made of it. Where that was taken back, it is worth what it was before, and says so.
create function certificate_now(which uuid) returns certificate language plpgsql stable set search_path = public, pg_temp as $$
declare c certificate;
begin
  select * into c from certificate where id = which;
  while c.renewed and c.withdrawn_at is null loop
    select * into c from certificate where id = c.replaced_by;
  end loop;
  return c;
end $$;
create index certificate_replaced on certificate (replaced_by) where replaced_by is not null;

-- Whatever is withdrawn, what it replaced counts again, or is replaced by the newest that is left. Only what it was made in the place of for the same
-- training, under another name or employer, goes with it.
create function replacing_taken_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update certificate set withdrawn_at = new.withdrawn_at, withdrawn_because = new.withdrawn_because
    where replaced_by = new.id and attendance_id = new.attendance_id and withdrawn_at is null;
  update certificate set replaced_by = null, renewed = false where replaced_by = new.id and withdrawn_at is null;
  if found and new.learner_id is not null then perform settle_certificates(new.learner_id, new.tier); end if;
  return null;
end $$;
create trigger replacing_taken_back after update of withdrawn_at on certificate for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function replacing_taken_back();

-- Makes those of a batch: [{attendance, code, hash, ends_on}]. The short update does not make an old course young again: what it renews ends when
-- it would have ended.
create function issue_certificates(made jsonb, as_demonstration boolean) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare x record; a record; renews certificate; ends date; shown boolean; made_id uuid; done uuid[] := '{}'; list int := status_list_now();
begin
  for x in select * from jsonb_to_recordset(made) as r(attendance uuid, code text, hash text, ends_on date) loop
    select t.*, l.partner_id as holds_at, l.organisation_id as works_at, coalesce(e.partner_id, i.partner_id) as gave into a
      from attendance t join learner l on l.id = t.learner_id left join training_event e on e.id = t.event_id left join register_import i on i.id = t.import_id
      where t.id = x.attendance and t.version is not null;
    continue when not found or exists (select from certificate c where c.attendance_id = x.attendance);
    ends := x.ends_on;
    shown := as_demonstration;
    renews := null;
    if a.way = 'update' then
      select c.* into renews from certificate c where c.learner_id = any(same_person(a.learner_id))
        and c.tier = a.tier and c.withdrawn_at is null and c.replaced_by is null order by c.learnt_on desc limit 1;
      if found then ends := renews.ends_on; shown := as_demonstration or renews.demonstration; end if;
    end if;
    insert into certificate (code, learner_id, attendance_id, partner_id, organisation_id, given_by, trainer_id, name_hash, tier, version, learnt_on, ends_on,
        status_list, status_index, demonstration, by_update, whole_on, whole_by)
      values (x.code, a.learner_id, x.attendance, a.holds_at, a.works_at, a.gave, a.trainer_id, decode(x.hash, 'hex'), a.tier, a.version, a.on_date,
        ends, list, case when not shown then draw_place(list) end, shown,
        a.way = 'update', case when renews.by_update then renews.whole_on else renews.learnt_on end, case when renews.by_update then renews.whole_by else renews.given_by end)
      on conflict (code) do nothing returning id into made_id;
    continue when made_id is null;
    delete from certificate_due where attendance_id = x.attendance;
    perform settle_certificates(a.learner_id, a.tier);
    done := done || made_id;
  end loop;
  for made_id in select unnest(done) loop perform audit_append(null, 'issue-certificate', 'certificate', made_id::text, null); end loop;
  return cardinality(done);
end $$;

-- What a badge is made of. 'whole_gave': the name of the partner that gave the whole course, of the short update.
create function certificates_unsigned(most int) returns table (id uuid, name text, tier text, version text, learnt_on date, ends_on date, issued_at timestamptz,
  status_list int, status_index int, by_update boolean, whole_on date, whole_gave text) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, l.name, c.tier, c.version, c.learnt_on, c.ends_on, c.issued_at, c.status_list, c.status_index, c.by_update, c.whole_on, p.name
    from certificate c join learner l on l.id = c.learner_id left join partner p on p.id = c.whole_by
    where c.credential is null and not c.demonstration and c.withdrawn_at is null and c.replaced_by is null and c.status_index is not null order by c.issued_at limit most
$$;
create function sign_certificates(made jsonb, with_key text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare x record; last_id uuid;
begin
  for x in select * from jsonb_to_recordset(made) as r(id uuid, credential text) loop
    update certificate c set credential = x.credential, key_id = with_key where c.id = x.id and c.learner_id is not null and c.credential is null returning c.id into last_id;
  end loop;
  if last_id is not null then perform audit_append(null, 'sign-certificates', 'certificate', last_id::text, null); end if;
end $$;
create function keep_certificate_key(which text, its_public jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into certificate_key (id, public) values (which, its_public) on conflict do nothing;
  if found then perform audit_append(null, 'add-certificate-key', 'certificate', which, null); end if;
end $$;

-- Lists of which what is signed is no longer so, or is a day old.
create function statuses_due() returns table (list int, places int[]) language sql stable security definer set search_path = public, pg_temp as $$
  select n.l, w.places from generate_series(1, (select max(status_list) from certificate where status_index is not null)) n(l)
    cross join lateral (select coalesce(array_agg(status_index order by status_index), '{}') as places from certificate
      where status_list = n.l and withdrawn_at is not null and status_index is not null) w
    left join certificate_status s on s.list = n.l
    where s.list is null or s.withdrawn <> cardinality(w.places) or s.made_at < now() - interval '1 day'
$$;
create function keep_status(which int, signed text, count int) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into certificate_status (list, credential, withdrawn) values (which, signed, count)
    on conflict (list) do update set credential = signed, withdrawn = count, made_at = now()
$$;

-- Who a certificate is of, for whoever may see it: its holder, as they are called now, where they work, and whether it says so still. A trainer sees
-- nobody but those whom they taught.
create function certificate_holders(which uuid[]) returns table (id uuid, name text, name_key text, hash bytea, organisation text, moved boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, l.name, l.name_key, c.name_hash, o.name, l.organisation_id is distinct from c.organisation_id
    from certificate c join learner l on l.id = c.learner_id left join organisation o on o.id = c.organisation_id
    where c.id = any(which) and (i_hold(array['coordinator']) or c.partner_id = any(my_partners(array['spoc'])) or (c.trainer_id = me() and i_hold(array['trainer'])))
$$;

-- What each is worth today, for whoever may see it: the one that its last renewal made, where there is one, and what was made in the place of that.
create function certificates_now(which uuid[]) returns table (id uuid, renewed_by uuid, replaced_by uuid, version text, ends_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, nullif(n.id, c.id), n.replaced_by, n.version, n.ends_on from certificate c cross join lateral certificate_now(c.id) n
    where c.id = any(which) and (i_hold(array['coordinator']) or c.partner_id = any(my_partners(array['spoc'])) or (c.trainer_id = me() and i_hold(array['trainer'])))
$$;

-- By how a name begins, of those whom whoever asks may see: a trainer cannot read learners, and finds whom they taught.
create function certificates_named(prefix text, most int) returns table (id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from certificate c join learner l on l.id = c.learner_id where l.name_key like prefix || '%'
    and (i_hold(array['coordinator']) or c.partner_id = any(my_partners(array['spoc'])) or (c.trainer_id = me() and i_hold(array['trainer'])))
    order by c.issued_at desc limit most
$$;

-- One in the place of another: for a name or an employer that is another one now. It ends when the first would have.
create function remake_certificate(which uuid, new_id uuid, new_code text, new_hash bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare c certificate; list int;
begin
  select * into c from certificate where id = which for update;
  if not found or c.withdrawn_at is not null or c.replaced_by is not null or c.learner_id is null
    or not (i_hold(array['coordinator']) or c.partner_id = any(my_partners(array['spoc']))) then return false; end if;
  list := status_list_now();
  insert into certificate (id, code, learner_id, attendance_id, partner_id, organisation_id, given_by, trainer_id, name_hash, tier, version, learnt_on, ends_on,
      status_list, status_index, demonstration, by_update, whole_on, whole_by)
    select new_id, new_code, l.id, c.attendance_id, l.partner_id, l.organisation_id, c.given_by, c.trainer_id, new_hash, c.tier, c.version, c.learnt_on, c.ends_on,
      list, case when not c.demonstration then draw_place(list) end, c.demonstration, c.by_update, c.whole_on, c.whole_by from learner l where l.id = c.learner_id;
  update certificate set replaced_by = new_id where id = which;
  return true;
end $$;

-- For whoever has been shown one. 'named': whether the name that was typed is its holder's; null where none was typed. 'fits': the version that it is
-- worth today, and 'renewed_on' the day since when, where the short update renewed it. The code of that one is told to nobody.
create function attend_certificate(which text, typed bytea) returns table (tier text, version text, learnt_on date, ends_on date, issued_at timestamptz,
  withdrawn_at timestamptz, replaced boolean, demonstration boolean, gave text, named boolean, fits text, renewed_on date,
  by_update boolean, whole_on date, whole_gave text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.tier, c.version, c.learnt_on, n.ends_on, c.issued_at, n.withdrawn_at, n.replaced_by is not null, c.demonstration, p.name, c.name_hash = typed,
      n.version, case when n.id <> c.id then n.learnt_on end, c.by_update, c.whole_on, w.name
    from certificate c cross join lateral certificate_now(c.id) n left join partner p on p.id = c.given_by left join partner w on w.id = c.whole_by where c.code = which
$$;
create function attend_certificate_keys() returns table (id text, public jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select id, public from certificate_key order by made_at desc, id
$$;
create function attend_certificate_status(which int) returns table (credential text) language sql stable security definer set search_path = public, pg_temp as $$
  select credential from certificate_status where list = which
$$;
`
