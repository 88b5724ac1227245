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
`
