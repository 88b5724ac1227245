/**
 * Lists of concerns, made anew so that each way to look at them has an index for each audience: by danger and promise, by arrival, by town,
 * sector, state, owner and sign (docs/decisions/0049-lists.md). Instants are kept to the millisecond, so that a page goes on where the last ended.
 */
export const lists = `
drop trigger relist on concern;
drop trigger relist on concern_share;
drop trigger relist on concern_offer;
drop function relist_concern(), relist_other(), relist(uuid);
drop table listing;

-- A row for each audience that may see the concern (my_audiences).
create table listing (
  audience text not null,
  concern_id uuid not null references concern on delete cascade,
  number int not null,
  open boolean not null,
  -- 0 danger, 1 a child, 2 the rest.
  rank int not null,
  -- When the next thing is due: to be read, a first reply, or what was promised; 'infinity': nothing is.
  due timestamptz not null,
  received timestamptz not null,
  state text not null,
  town text,
  sector text,
  owner_id uuid not null,
  kept_apart boolean not null,
  -- The reporter added something that nobody has opened yet.
  added boolean not null,
  -- The reporter took it back, and a child or danger must be dealt with all the same.
  taken_back boolean not null,
  primary key (audience, concern_id)
);
-- Each has beside its order what row security asks for, and what else can be searched for: a page and a badge are read from one index alone,
-- and a search for several things opens no row that does not match.
create index listing_urgent on listing (audience, rank, due, number) include (concern_id, kept_apart) where open;
create index listing_due on listing (audience, due, number) include (concern_id, kept_apart) where open;
create index listing_open on listing (audience, open, received, number) include (concern_id, kept_apart);
create index listing_received on listing (audience, received, number) include (concern_id, kept_apart, town, sector, state, owner_id);
create index listing_state on listing (audience, state, received, number) include (concern_id, kept_apart, town, sector, owner_id);
create index listing_town on listing (audience, town, received, number) include (concern_id, kept_apart, sector, state, owner_id);
create index listing_sector on listing (audience, sector, received, number) include (concern_id, kept_apart, town, state, owner_id);
create index listing_owner on listing (audience, owner_id, received, number) include (concern_id, kept_apart, town, sector, state);
create index listing_added on listing (audience, received, number) where open and added;
create index listing_taken_back on listing (audience, rank, due, number) where open and taken_back;
create index listing_concern on listing (concern_id);

-- The same again for each sign: only comparisons that tell nothing of other rows use an index under row security, and of arrays none does.
create table listing_sign (
  like listing including defaults,
  sign text not null
);
alter table listing_sign add primary key (audience, concern_id, sign),
  add foreign key (audience, concern_id) references listing on delete cascade;
create index listing_sign_received on listing_sign (audience, sign, received, number)
  include (concern_id, kept_apart, town, sector, state, owner_id);

-- A reporter with a code has had no reply yet, nor been promised one, nor read an outcome: by when they should. What was
-- merged is answered with the other: whoever asks this leaves it out, as the column is not theirs to read.
create function first_reply_due(which uuid) returns timestamptz language sql stable as $$
  select c.reply_by from concern c
    where c.id = which and c.state in ('new', 'open') and c.answer_by is null and c.reply_key is not null and c.told_outcome is null
      and c.withdrawn_at is null
      and not exists (select from concern_reply r where r.concern_id = c.id and r.taken_back_at is null)
$$;

-- What the listing should say, for one concern or for all.
create view listing_now as
  select a.audience, c.id as concern_id, c.number,
    -- What was merged into another waits in no list of what is open, unless its own reporter was promised an answer.
    c.state in ('new', 'open') and (c.merged_into is null or c.answer_by is not null) as open,
    case when c.danger then 0 when c.child or c.young then 1 else 2 end as rank,
    coalesce(date_trunc('milliseconds', least(case when c.read_at is null then c.read_by end, case when c.state in ('new', 'open') then c.withdrawn_at end, coalesce(c.answer_by, case when c.merged_into is null then first_reply_due(c.id) end))), 'infinity') as due,
    date_trunc('milliseconds', c.received_at) as received, c.state, c.town, c.sector, c.owner_id, c.kept_apart,
    exists (select from concern_text x where x.concern_id = c.id and x.under = 'receiving' and x.kind = 'added') as added,
    c.state in ('new', 'open') and c.withdrawn_at is not null as taken_back, c.signs
  from concern c cross join lateral (
    select 'all' as audience
    union all select 'owner:' || c.owner_id
    union all select 'offer:' || coalesce(to_person::text, 'all') from concern_offer where concern_id = c.id and answer is null
    union all select 'partner:' || partner_id from concern_share where concern_id = c.id and ended_at is null
    union all select 'named:' || partner_id || ':' || person_id from concern_share where concern_id = c.id and ended_at is null and person_id is not null
  ) a;

create function relist(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from listing l where l.concern_id = which
    and not exists (select from listing_now n where n.concern_id = which and n.audience = l.audience);
  insert into listing
    select audience, concern_id, number, open, rank, due, received, state, town, sector, owner_id, kept_apart, added, taken_back from listing_now where concern_id = which
    on conflict (audience, concern_id) do update set open = excluded.open, rank = excluded.rank, due = excluded.due, state = excluded.state,
      town = excluded.town, sector = excluded.sector, owner_id = excluded.owner_id, kept_apart = excluded.kept_apart, added = excluded.added, taken_back = excluded.taken_back;
  delete from listing_sign s using concern c where c.id = which and s.concern_id = which and s.sign <> all (c.signs);
  insert into listing_sign
    select l.*, sign from listing l, concern c, lateral (select distinct unnest(c.signs) as sign) signs where l.concern_id = which and c.id = which
    on conflict (audience, concern_id, sign) do update set open = excluded.open, rank = excluded.rank, due = excluded.due, state = excluded.state,
      town = excluded.town, sector = excluded.sector, owner_id = excluded.owner_id, kept_apart = excluded.kept_apart, added = excluded.added, taken_back = excluded.taken_back;
end $$;

-- All at once, after many were put there with the triggers off.
create function relist_all() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from listing;
  insert into listing select audience, concern_id, number, open, rank, due, received, state, town, sector, owner_id, kept_apart, added, taken_back from listing_now;
  insert into listing_sign select l.*, sign from listing l join concern c on c.id = l.concern_id, lateral (select distinct unnest(c.signs) as sign) signs;
end $$;
select relist_all();

create function relist_concern() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform relist(new.id); return null; end $$;
create trigger relist after insert on concern for each row execute function relist_concern();
create trigger relist_changed after update of number, received_at, read_by, read_at, danger, child, young, town, sector, signs, state, withdrawn_at, owner_id,
  answer_by, reply_by, merged_into, kept_apart on concern for each row execute function relist_concern();

create function relist_other() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin perform relist(new.concern_id); return null; end $$;
create trigger relist after insert or update on concern_share for each row execute function relist_other();
create trigger relist after insert or update on concern_offer for each row execute function relist_other();
create trigger relist after insert or update of taken_back_at on concern_reply for each row execute function relist_other();
create index concern_text_unopened on concern_text (concern_id) where under = 'receiving' and kind = 'added';
create trigger relist after insert on concern_text for each row when (new.kind = 'added') execute function relist_other();
create trigger relist_opened after update of under on concern_text for each row when (new.kind = 'added') execute function relist_other();

create index concern_offer_from on concern_offer (from_person, until) where answer is null;
create index concern_offer_climbed on concern_offer (at) where rung > 0;

-- The audiences of which whoever is signed in is one (the same: domain/concerns/audiences.ts).
create or replace function my_audiences() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when cardinality(roles) = 0 then '{}' else array['owner:' || who, 'offer:' || who]
      || case when 'coordinator' = any(roles) then array['all', 'offer:all'] else '{}' end
      || array(select 'partner:' || partner from unnest(my_partners(array['spoc'])) partner)
      || array(select distinct 'named:' || partner || ':' || who from unnest(my_partners(array['spoc', 'practitioner'])) partner) end
  from (select me() as who, my_roles() as roles) them
$$;
`
