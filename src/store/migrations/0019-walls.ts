/**
 * Walls: who is kept from a concern that is about them stays kept from it.
 */
export const walls = `
-- Who put it up; null: whoever reported it.
alter table concern_apart add column made_by uuid default me() references person;
create index concern_apart_of_partner on concern_apart (partner_id) where partner_id is not null;

-- As in 0004. Whoever was kept out because of where they worked is kept out for who they are: what they knew there goes with them.
create or replace function move_person(who uuid, partner text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare ended int; wide text[]; was text;
begin
  if not i_hold(array['administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  -- No wall goes up between the look at those of the old partner and the move.
  perform owners_lock();
  select partner_id into was from person where id = who for update;
  update person set partner_id = partner, version = version + 1 where id = who and state <> 'ended' and partner_id <> partner;
  if not found then return null; end if;
  -- Asked of everybody who may own concerns, whatever they own: a refusal for the sake of one would say that their new partner is reported. It
  -- says nothing while a coordinator is left who works elsewhere, and can take what they may not see any more.
  if may_hold_key(who) and not exists (select from role_grant g join person p on p.id = g.person_id
      where g.role = 'coordinator' and g.ended_at is null and p.state = 'active' and p.id <> who and p.partner_id <> partner) then
    raise exception 'no coordinator would be left who works elsewhere' using errcode = 'WM012';
  end if;
  update profile set partner_id = partner, version = version + 1 where person_id = who;
  update invitation set partner_id = partner where person_id = who and ended_at is null and used_at is null;
  update role_grant set ended_at = now() where person_id = who and ended_at is null and role in ('practitioner', 'spoc', 'trainer');
  get diagnostics ended = row_count;
  select array_agg(role) into wide from role_grant where person_id = who and ended_at is null;
  update role_grant set ended_at = now() where person_id = who and ended_at is null;
  insert into role_grant (person_id, partner_id, role, granted_by) select who, partner, held, me() from unnest(wide) held;
  insert into concern_apart (concern_id, person_id) select a.concern_id, who from concern_apart a where a.partner_id = was
    on conflict do nothing;
  return ended;
end $$;

-- Is it so for whoever is signed in, also of a concern that was erased since?
alter table erasure add column walled_partners text[] not null default '{}', add column walled_people uuid[] not null default '{}';
create function erased_apart(partners text[], people uuid[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(me() = any(people) or (select partner_id from person where id = me()) = any(partners), false)
$$;
create function was_apart(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select is_apart(which) or exists (select from erasure e where e.id = which and erased_apart(e.walled_partners, e.walled_people))
$$;

-- As in 0008, without what was done with this and with another that whoever asks is kept apart from: linked, merged, and undone. The lines of
-- both were written one after the other.
create or replace function concern_history(which uuid) returns table (at timestamptz, verb text, person uuid, name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if is_apart(which) or not (i_hold(array['coordinator']) or is_mine(which)) then return; end if;
  return query select a.at, a.verb, a.person, p.name from audit a left join profile p on p.person_id = a.person
    where a.object = 'concern' and a.object_id = which::text
      and not (a.verb in ('link-concern', 'unlink-concern', 'merge-concern', 'unmerge-concern') and exists (
        select from audit b where b.seq in (a.seq - 1, a.seq + 1) and b.xact = a.xact
          and case when b.object = 'concern' then was_apart(b.object_id::uuid) end))
    order by a.seq desc limit 500;
end $$;

-- Are the same kept out of both? Null for whoever may not know.
create function unlike_walls(one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case when not is_apart(one) and not is_apart(other) and (i_hold(array['coordinator']) or (is_mine(one) and is_mine(other))) then
    exists ((select partner_id, person_id from concern_apart where concern_id = one
        except select partner_id, person_id from concern_apart where concern_id = other)
      union all (select partner_id, person_id from concern_apart where concern_id = other
        except select partner_id, person_id from concern_apart where concern_id = one)) end
$$;

-- Whoever is kept out of one of them is kept out of both.
create function copy_walls(one uuid, other uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if unlike_walls(one, other) is null then raise exception 'not allowed' using errcode = '42501'; end if;
  insert into concern_apart (concern_id, partner_id, person_id)
    select case when concern_id = one then other else one end, partner_id, person_id from concern_apart where concern_id in (one, other)
    on conflict do nothing;
end $$;

-- Or the one would tell of the other whoever may see it alone.
create function links_alike() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists ((select partner_id, person_id from concern_apart where concern_id = new.concern_id
      except select partner_id, person_id from concern_apart where concern_id = new.other_id)
    union all (select partner_id, person_id from concern_apart where concern_id = new.other_id
      except select partner_id, person_id from concern_apart where concern_id = new.concern_id)) then
    raise exception 'others are kept out of it' using errcode = 'WM019';
  end if;
  return null;
end $$;
create trigger links_alike after insert on concern_link for each row execute function links_alike();

-- What is one stays one: a wall about a concern is one about what was merged with it.
create function keep_apart_merged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into concern_apart (concern_id, partner_id, person_id, made_by)
    select c.id, new.partner_id, new.person_id, new.made_by from concern c
      where c.merged_into = new.concern_id or c.id = (select merged_into from concern where id = new.concern_id)
    on conflict do nothing;
  return null;
end $$;
create trigger keep_apart_merged after insert on concern_apart for each row execute function keep_apart_merged();

-- A reference is drawn, of five digits (of more where many are used): numbers in a row would tell by their gaps that there are concerns which
-- somebody is kept from, and when they came. One at a time, so that no two draw the same.
create function new_reference() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare tries int := 0; lowest int; drawn int;
begin
  perform pg_advisory_xact_lock(10);
  loop
    lowest := 10 ^ least(4 + tries / 20, 8);
    drawn := lowest + ('x' || substr(md5(gen_random_uuid()::text), 1, 8))::bit(32)::bigint % (9 * lowest::bigint);
    if not exists (select from concern where number = drawn) and not exists (select from erasure where number = drawn) then return drawn; end if;
    tries := tries + 1;
  end loop;
end $$;
alter table concern alter column number drop identity;
alter table concern alter column number set default new_reference();

-- Takes every row of a concern away. Its key is destroyed by then, so nothing asks again whether it may. Called by erase_due_concern (0017), by
-- nobody else. Who was kept out is kept: they learn of what is erased no more than of what was there.
create function remove_concern(which uuid, why text, who uuid) returns boolean language plpgsql set search_path = public, pg_temp as $$
declare c concern; asked erasure_request;
begin
  select * into c from concern where id = which for update;
  if not found then return false; end if;
  if why = 'asked' then select * into asked from erasure_request where concern_id = which and stopped_at is null; end if;
  insert into erasure (id, number, rule, erased_by, reason, asked_at, last_key, replies, walled_partners, walled_people)
    values (which, c.number, why, who, asked.reason, asked.at,
    coalesce((select max(seq) from receiving_key where since <= coalesce((select max(at) from concern_text where concern_id = which), now())), 0),
    exists (select from concern_reply where concern_id = which),
    array(select partner_id from concern_apart where concern_id = which and partner_id is not null),
    array(select person_id from concern_apart where concern_id = which and person_id is not null)) on conflict do nothing;
  insert into concern_count values (date_trunc('month', c.received_at)::date, c.state, coalesce(c.outcome, ''), 1)
    on conflict (month, state, outcome) do update set erased = concern_count.erased + 1;
  update concern set merged_into = null where merged_into = which;
  delete from concern where id = which;
  return true;
end $$;

-- Whoever moves takes the walls of what was erased along as well.
create function moved_with_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update erasure set walled_people = walled_people || new.id where old.partner_id = any(walled_partners) and new.id <> all(walled_people);
  return null;
end $$;
create trigger moved_with_erased after update of partner_id on person for each row when (old.partner_id <> new.partner_id)
  execute function moved_with_erased();

-- A second coordinator lets somebody see it again: not whoever put the wall up, and not whoever owns the concern, as the one who should ask. Of
-- all that was merged with it too. Why is a note (commands/concerns/lift-wall.ts).
create function lift_wall(which uuid, wall uuid) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare c concern := open_concern(which); w concern_apart; together uuid[];
begin
  if not i_hold(array['coordinator']) or c.owner_id = me() then return 'not-second'; end if;
  select * into w from concern_apart where id = wall and concern_id = which;
  if w.id is null then return 'gone'; end if;
  -- The reporter was told that nobody who works there will see it.
  if w.made_by is null or w.made_by = me() then return 'not-second'; end if;
  together := array(select id from concern where id = coalesce(c.merged_into, c.id) or merged_into = coalesce(c.merged_into, c.id));
  delete from concern_apart where concern_id = any(together) and (partner_id = w.partner_id or person_id = w.person_id);
  update concern set kept_apart = exists (select from concern_apart a where a.concern_id = concern.id) where id = any(together);
  return 'done';
end $$;

-- What whoever put a wall up against themselves is told once, as they see nothing of it any more: which it was, who is kept out, and who has it.
create function my_own_wall() returns table (number int, partner text, owner text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.number, p.name, (select name from profile where person_id = c.owner_id) from concern_apart a join concern c on c.id = a.concern_id
    join partner p on p.id = a.partner_id
    where a.made_by = me() and a.at > now() - interval '10 minutes' and is_apart(a.concern_id) order by a.at desc limit 1
$$;

-- Concerns that the desk kept somebody out of, for coordinators who can still see them and have not opened them since.
create index concern_apart_at on concern_apart (at) where made_by is not null;
create function new_walls() returns table (concern_id uuid, at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select a.concern_id, max(a.at) from concern_apart a where a.made_by is not null and a.at > now() - interval '30 days'
    and i_hold(array['coordinator']) and a.made_by <> me() and not is_apart(a.concern_id)
    and not exists (select from audit u where u.object = 'concern' and u.object_id = a.concern_id::text and u.person = me()
      and u.verb = 'read-concern' and u.at > a.at)
    group by a.concern_id
$$;
`
