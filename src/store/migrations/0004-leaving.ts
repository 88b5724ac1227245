/** Whoever leaves, or moves to another partner: what must change together, wherever it is asked for. */
export const leaving = `
-- Does this person hold a role that nobody else holds who can sign in? The grants stay as they are until the transaction ends: two people
-- who end each other's at once cannot leave nobody.
create function only_holder(who uuid, wanted text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform id from role_grant where role = wanted and ended_at is null order by id for update;
  return exists (select from role_grant where person_id = who and role = wanted and ended_at is null)
    and not exists (select from role_grant g join person p on p.id = g.person_id
      where g.role = wanted and g.ended_at is null and p.state = 'active' and p.id <> who);
end $$;

-- Ends all that lets someone in, and all that waits for them. Null: it had ended before. Called by those below, by nobody else.
create function end_person(who uuid, out shifts int, out sign_ins int) language plpgsql set search_path = public, pg_temp as $$
begin
  update person set state = 'ended', ended_at = now(), version = version + 1 where id = who and state <> 'ended';
  if not found then return; end if;
  update sign_in set ended_at = now() where person_id = who and ended_at is null;
  get diagnostics sign_ins = row_count;
  update invitation set ended_at = now() where person_id = who and ended_at is null and used_at is null;
  update role_grant set ended_at = now() where person_id = who and ended_at is null;
  -- Whoever comes back one day comes back by an invitation alone: an old key may be why they left.
  delete from passkey where person_id = who;
  delete from password where person_id = who;
  delete from recovery_code where person_id = who;
  delete from work_account where person_id = who;
  shifts := clear_rota(who);
end $$;

create function end_access(who uuid, out shifts int, out sign_ins int) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  select ended.shifts, ended.sign_ins into shifts, sign_ins from end_person(who) ended;
end $$;

-- Everyone whose last day is before this one; nobody is signed in for it. The only administrator stays, or nobody could let anyone in.
-- The lines of the audit come last: whoever writes one has its lock until the end.
create function end_due_access(today date) returns table (who uuid, has_ended boolean) language plpgsql security definer set search_path = public, pg_temp as $$
declare due uuid; ended uuid[] := '{}'; kept uuid[] := '{}';
begin
  for due in select p.id from person p where p.leaves_on < today and p.state <> 'ended' order by p.id for update loop
    if only_holder(due, 'administrator') then
      kept := kept || due;
    else
      perform end_person(due);
      ended := ended || due;
    end if;
  end loop;
  foreach due in array ended loop
    perform audit_append(null, 'end-due-access', 'person', due::text, due);
  end loop;
  return query select id, true from unnest(ended) id union all select id, false from unnest(kept) id;
end $$;

-- To another partner, the person and how they are reached together. What they were at the old one ends; what they are for the whole partnership
-- goes with them, as a grant of the new one. Returns how many roles ended for good.
create function move_person(who uuid, partner text) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare ended int; wide text[];
begin
  if not i_hold(array['administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  update person set partner_id = partner, version = version + 1 where id = who and state <> 'ended' and partner_id <> partner;
  if not found then return null; end if;
  update profile set partner_id = partner, version = version + 1 where person_id = who;
  update invitation set partner_id = partner where person_id = who and ended_at is null and used_at is null;
  update role_grant set ended_at = now() where person_id = who and ended_at is null and role in ('practitioner', 'spoc', 'trainer');
  get diagnostics ended = row_count;
  select array_agg(role) into wide from role_grant where person_id = who and ended_at is null;
  update role_grant set ended_at = now() where person_id = who and ended_at is null;
  insert into role_grant (person_id, partner_id, role, granted_by) select who, partner, held, me() from unnest(wide) held;
  return ended;
end $$;
`
