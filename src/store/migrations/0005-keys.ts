/** What the public seals to, and who may hold the key that opens it. */
export const keys = `
-- The public half of the partnership's key, for whoever receives and has nothing else of it. The last row is sealed to. The holders compare it
-- with their own when they open the key (commands/keys): whoever owns this database could have put another one here.
create table receiving_key (
  seq int primary key,
  id text not null check (id ~ '^[0-9a-f]{16}$'),
  public bytea not null check (length(public) = 32),
  since timestamptz not null default now()
);

-- Coordinators, and whoever may be on call; but no administrator who is no coordinator: they look after people and settings, and read nothing.
create function may_hold_key(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p where p.id = who and p.state = 'active' and (
    exists (select from role_grant where person_id = who and ended_at is null and role = 'coordinator')
    or (exists (select from on_call where person_id = who)
      and not exists (select from role_grant where person_id = who and ended_at is null and role = 'administrator'))))
$$;
`
