/**
 * The register as it is counted and put right: figures that a job counts, how many people each partner has, people who may be one person, and
 * organisations that were typed twice. Lists are driven from `standing`, which says of each person and tier what it is worth today.
 */
export const counting = `
-- Trigrams, in a schema of their own: none of their functions is anybody's to call but of those below.
create schema trigrams;
create extension pg_trgm schema trigrams;

-- What a version of a tier is worth, as the pack says it: versions that need nothing, and how long the whole of it holds; null: it does not end.
create table register_terms (tier text primary key, enough text[] not null, ends interval);

-- 'current', 'needs-update' or 'ended' on the day of the last count, or of what was learned since; '': not counted yet. 'fresh': came into the
-- register in the last thirty days. Rows of one person are one: whoever was joined has none of their own.
alter table standing add column worth text not null default '' check (worth in ('', 'current', 'needs-update', 'ended')), add column fresh boolean not null default false;

-- When figures were counted, when somebody asked for it anew, by what terms, and by whose clocks a day begins: the pack's, as the job that counts said
-- last. One row.
create table register_counted (
  one boolean primary key default true check (one),
  counted_at timestamptz,
  asked_at timestamptz,
  terms jsonb,
  zone text not null default 'UTC'
);
insert into register_counted default values;
create function register_day() returns date language sql stable set search_path = public, pg_temp as $$
  select (now() at time zone coalesce((select c.zone from register_counted c), 'UTC'))::date
$$;
create function worth_of(t register_terms, version text, whole date, today date) returns text language sql immutable as $$
  select case when t.tier is null then '' when (whole + t.ends)::date < today then 'ended' when version = any (t.enough) then 'current' else 'needs-update' end
$$;

-- The words of the names of whoever holds something, for a search: what it finds stands there in its order. Letters and figures by their codes,
-- whatever a database sorts by, for then whatever begins with a word is from it to before the same with '{', which comes after z.
-- Written by triggers alone, like standing: without a reference.
create table learner_word (
  learner_id uuid not null,
  word text collate "C" not null,
  name_key text collate "C" not null,
  partner_id text,
  primary key (learner_id, word)
);
create index learner_word_of_all on learner_word (word, name_key, learner_id);
create index learner_word_of_partner on learner_word (partner_id, word, name_key, learner_id) where partner_id is not null;

-- What these learners hold, written anew: of each person and tier the newest, with the day on which the whole of it was learned last. On the day of
-- both, the update came later; whoever took the update alone holds nothing.
create function restand_all(those uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare roots uuid[]; everybody uuid[]; today date := register_day();
begin
  select array_agg(distinct coalesce(joined_into, id)) into roots from learner where id = any (those);
  if roots is null then return; end if;
  everybody := roots || array(select id from learner where joined_into is not null and joined_into = any (roots));
  delete from standing where learner_id = any (everybody);
  insert into standing (learner_id, tier, one, organisation_id, partner_id, name_key, version, on_date, attendance_id, whole_on, worth, fresh)
    select x.one, x.tier, x.one, p.organisation_id, p.partner_id, p.name_key, x.version, x.on_date, x.id, x.whole_on,
        worth_of(t, x.version, x.whole_on, today), p.made_on > today - 30
      from (
        select distinct on (l.one, a.tier) l.one, a.tier, a.version, a.on_date, a.id,
            max(a.on_date) filter (where a.way <> 'update') over (partition by l.one, a.tier) as whole_on
          from (select id, coalesce(joined_into, id) as one from learner where id = any (everybody)) l join attendance a on a.learner_id = l.id and not a.claimed
          order by l.one, a.tier, a.on_date desc, (a.way = 'update') desc, a.known_on desc, a.id
      ) x join learner p on p.id = x.one left join register_terms t on t.tier = x.tier where x.whole_on is not null;
  -- Words that stay as they are stay where they are.
  with words as (
    select distinct s.learner_id, w.word, s.name_key, s.partner_id
      from standing s cross join lateral string_to_table(s.name_key, ' ') w(word) where s.learner_id = any (roots) and w.word <> ''),
  gone as (
    delete from learner_word w where w.learner_id = any (everybody)
      and not exists (select from words n where (n.learner_id, n.word) = (w.learner_id, w.word)))
  insert into learner_word (learner_id, word, name_key, partner_id) select * from words
    on conflict (learner_id, word) do update set name_key = excluded.name_key, partner_id = excluded.partner_id
      where (learner_word.name_key, learner_word.partner_id) is distinct from (excluded.name_key, excluded.partner_id);
end $$;
create function restand_learners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform restand_all(array(select distinct x.id from now_rows n join old_rows o on o.id = n.id
    cross join lateral (values (n.id), (n.joined_into), (o.joined_into)) x(id)
    where x.id is not null and (n.organisation_id, n.partner_id, n.name_key, n.joined_into) is distinct from (o.organisation_id, o.partner_id, o.name_key, o.joined_into)));
  return null;
end $$;

create trigger restand_learners after update on learner referencing old table as old_rows new table as now_rows for each statement execute function restand_learners();

-- Each list of people, in the order of their names: a list of several tiers or states is read from the beginning of each.
drop index standing_partner, standing_organisation;
create index standing_of_partner on standing (partner_id, tier, worth, fresh, name_key, learner_id) where partner_id is not null;
create index standing_of_all on standing (tier, worth, fresh, name_key, learner_id);
-- For names that are alike. Those of a whole import wait beside the index, until the job that looks for them puts them into it at once (suggest_alike).
create index learner_trigrams on learner using gin ((' ' || name_key) trigrams.gin_trgm_ops) with (gin_pending_list_limit = 65536);

-- People of whose name a word begins with each of these, a page of them, by that word and then by name. Of several words that of fewest people is
-- gone through and the others are looked for in the names; the next page goes on in the same one. Row security would keep the index from being
-- used, so this asks itself whose people they are.
create function find_people(words text[], of_partner text, tiers text[], worths text[], freshes boolean[], after_word text, after_name text, after_id uuid, after_tier text, most int)
returns table (learner_id uuid, tier text, word text, place bigint)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare begins text; tried text; found_in int; least int; others text[]; from_name text := ''; from_id uuid := '00000000-0000-0000-0000-000000000000';
  from_word text;
begin
  if not answers_for(of_partner) then return; end if;
  -- Where one word begins with another, the longer says both.
  words := array(select distinct w from unnest(words) w where not exists (select from unnest(words) v where v <> w and starts_with(v, w)));
  select w into begins from unnest(words) w where starts_with(after_word, w);
  if begins is not null then
    from_word := after_word; from_name := after_name; from_id := after_id;
  else
    foreach tried in array words loop
      select count(*) into found_in from (select from learner_word w
        where w.word >= tried and w.word < tried || '{' and (of_partner is null or w.partner_id = of_partner) limit case when cardinality(words) > 1 then 2000 else 1 end) x;
      if least is null or found_in < least then least := found_in; begins := tried; end if;
    end loop;
    if coalesce(least, 0) = 0 then return; end if;
    from_word := begins; after_tier := '';
  end if;
  others := array(select '% ' || w || '%' from unnest(words) w where w <> begins);
  return query select w.learner_id, s.tier, w.word::text, row_number() over (order by w.word, w.name_key, w.learner_id, s.tier)
    from learner_word w join standing s on s.learner_id = w.learner_id
    where w.word < begins || '{' and (w.word, w.name_key, w.learner_id) >= (from_word, from_name, from_id)
      -- In 'coalesce', for the guess of how many have the others too is far too low: everybody would be fetched and sorted.
      and (of_partner is null or w.partner_id = of_partner) and coalesce((' ' || w.name_key) like all (others), false)
      -- Whoever has two words that begin so is found by the first.
      and not exists (select from string_to_table(w.name_key, ' ') v(word) where starts_with(v.word, begins) and v.word < w.word)
      and s.tier = any (tiers) and s.worth = any (worths) and s.fresh = any (freshes)
      and ((w.word, w.name_key, w.learner_id) > (from_word, from_name, from_id) or s.tier > after_tier)
    order by w.word, w.name_key, w.learner_id, s.tier limit most;
end $$;

-- How people learned what they hold, the short update aside: what somebody learned alone is their own word, and lists and files say so.
create function learnt_ways(who uuid[], of_tiers text[]) returns table (learner_id uuid, tier text, way text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.learner_id, s.tier, w.way from unnest(who, of_tiers) k(id, of_tier) join standing s on s.learner_id = k.id and s.tier = k.of_tier
    cross join lateral (
      select a.way from attendance a where a.learner_id in (select s.one union all select l.id from learner l where l.joined_into = s.one)
        and a.tier = s.tier and a.way <> 'update' and not a.claimed order by a.on_date desc, a.known_on desc, a.id limit 1) w
    where (select i_hold(array['coordinator'])) or s.partner_id = any ((select my_partners(array['spoc']))::text[])
$$;

-- Learners of whom it has not been looked yet whether others are like them.
-- Written by triggers alone: like standing, without a reference.
create table learner_due (learner_id uuid primary key);
insert into learner_due select id from learner;

-- Figures, counted by a job. 'of': the sector, partner or organisation; '' for the whole, as for tier and period. Where people may be the same
-- person twice, there are between 'least' and 'most' of them.
create table register_count (
  kind text not null check (kind in ('county', 'sector', 'partner', 'organisation')),
  tier text not null,
  period text not null check (period ~ '^([0-9]{4}(-[0-9]{2})?)?$'),
  measure text not null check (measure in ('people', 'current', 'needs-update', 'ended', 'new', 'events', 'trainers')),
  "of" text not null,
  partner_id text references partner,
  least int not null,
  most int not null check (most >= least and least >= 0),
  primary key (kind, tier, period, measure, "of")
);
create index register_count_of on register_count (kind, "of", tier, measure, period);

create function counted_state() returns table (counted_at timestamptz, asked_at timestamptz, names_left bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.counted_at, c.asked_at, (select count(*) from (select from learner_due limit 10000) d) from register_counted c
    where i_hold(array['coordinator', 'spoc'])
$$;
-- At most once a minute.
create function ask_count() returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator', 'spoc']) then return false; end if;
  update register_counted set asked_at = now() where asked_at is null or asked_at < now() - interval '1 minute';
  return found;
end $$;
-- Is it time? Where somebody asked, what is taught, how long it holds or the clocks are others than before, or the hour has come.
create function count_due(terms_now jsonb, hour timestamptz, zone_now text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select counted_at is null or asked_at > counted_at or terms is distinct from terms_now or zone <> zone_now or (counted_at < hour and now() >= hour) from register_counted
$$;

-- How many people each partner says it has, on which day.
create table head_count (
  id uuid primary key default gen_random_uuid(),
  partner_id text not null references partner,
  people int not null check (people between 1 and 1000000),
  on_date date not null,
  made_by uuid not null default me() references person,
  made_at timestamptz not null default now()
);
create index head_count_partner on head_count (partner_id, on_date desc, made_at desc);

-- Two who may be one, for a person to say: never joined by a name alone. Of one organisation, at least one of them without an email; or a list has one
-- number for both (alike_by_number, 0021).
create table learner_alike (
  id uuid primary key default gen_random_uuid(),
  one_id uuid not null references learner on delete cascade,
  other_id uuid not null references learner on delete cascade check (other_id > one_id),
  partner_id text references partner,
  similarity real not null,
  state text not null default 'open' check (state in ('open', 'joined', 'parted')),
  decided_by uuid references person,
  decided_at timestamptz,
  unique (one_id, other_id)
);
create index learner_alike_partner on learner_alike (partner_id, state, similarity desc, id);
create index learner_alike_open on learner_alike (state, similarity desc, id);
create index learner_alike_other on learner_alike (other_id);

create function learner_is_due() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into learner_due select id from now_rows order by id on conflict do nothing;
  return null;
end $$;
create trigger learner_due after insert on learner referencing new table as now_rows for each statement execute function learner_is_due();
create function forget_learner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from learner_due where learner_id in (select id from old_rows);
  delete from standing where learner_id in (select id from old_rows);
  delete from learner_word where learner_id in (select id from old_rows);
  return null;
end $$;
create trigger forget_learner after delete on learner referencing old table as old_rows for each statement execute function forget_learner();
-- Whoever has another name or works elsewhere is like others: what nobody has answered yet is asked anew.
create function learner_due_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare those uuid[];
begin
  select array_agg(n.id) into those from now_rows n join old_rows o on o.id = n.id
    where (n.organisation_id, n.name_key, n.partner_id) is distinct from (o.organisation_id, o.name_key, o.partner_id);
  if those is null then return null; end if;
  delete from learner_alike where state = 'open' and (one_id = any (those) or other_id = any (those));
  update learner_alike a set partner_id = l.partner_id from learner l where l.id = a.one_id and a.one_id = any (those);
  insert into learner_due select unnest(those) on conflict do nothing;
  return null;
end $$;
create trigger learner_due_again after update on learner referencing old table as old_rows new table as now_rows for each statement execute function learner_due_again();

-- Looks at some of them; gives how many. At most the five nearest of each: on a sheet of forty names that are alike the sheet is to be put right.
create function suggest_alike(most int) returns int
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare l record; looked int := 0; added int := 0; now_added int; last_id uuid;
begin
  perform set_config('pg_trgm.similarity_threshold', '0.6', true);
  perform gin_clean_pending_list('learner_trigrams');
  for l in select x.* from learner_due d join learner x on x.id = d.learner_id order by d.learner_id limit most for update of d skip locked loop
    looked := looked + 1;
    if l.joined_into is null then
      insert into learner_alike (one_id, other_id, partner_id, similarity)
        select least(l.id, o.id), greatest(l.id, o.id), l.partner_id, trigrams.similarity(o.name_key, l.name_key) from learner o
          where (' ' || o.name_key) operator(trigrams.%) (' ' || l.name_key) and o.organisation_id = l.organisation_id and o.id <> l.id and o.joined_into is null
            and (o.email_key is null or l.email_key is null) and (o.account_key is null or l.account_key is null)
          order by trigrams.similarity(o.name_key, l.name_key) desc, o.id limit 5
        on conflict (one_id, other_id) do nothing;
      get diagnostics now_added = row_count;
      added := added + now_added;
    end if;
    delete from learner_due where learner_id = l.id;
  end loop;
  if added > 0 then
    select id into last_id from learner_alike where state = 'open' order by id limit 1;
    perform audit_append(null, 'suggest-same-person', 'same-person', coalesce(last_id::text, '-'), null);
  end if;
  return looked;
end $$;

create function answers_for(of_partner text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select i_hold(array['coordinator']) or coalesce(of_partner = any (my_partners(array['spoc'])), false)
$$;

-- One person's certificates of all tiers, once they are of other people than before.
create function settle_all(of_learner uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare t text;
begin
  update certificate c set replaced_by = null, renewed = false from learner l, certificate n, learner m
    where l.id = c.learner_id and n.id = c.replaced_by and m.id = n.learner_id and coalesce(l.joined_into, l.id) <> coalesce(m.joined_into, m.id)
      and (c.learner_id = of_learner or n.learner_id = of_learner);
  for t in select distinct c.tier from certificate c join learner l on l.id = c.learner_id where coalesce(l.joined_into, l.id) = of_learner or l.id = of_learner loop
    perform settle_certificates(of_learner, t);
  end loop;
end $$;

-- Says of two whether they are one. Whoever has an email is who the other is joined to, or else whoever came first. Gives who is left, or null.
create function answer_alike(which uuid, answer text) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare x learner_alike; a learner; b learner; kept learner; other learner;
begin
  select * into x from learner_alike where id = which and state = 'open' for update;
  if not found or not answers_for(x.partner_id) or answer not in ('joined', 'parted') then return null; end if;
  select r.* into a from learner l join learner r on r.id = coalesce(l.joined_into, l.id) where l.id = x.one_id;
  select r.* into b from learner l join learner r on r.id = coalesce(l.joined_into, l.id) where l.id = x.other_id;
  if not answers_for(a.partner_id) or not answers_for(b.partner_id) then return null; end if;
  update learner_alike set state = answer, decided_by = me(), decided_at = now() where id = which;
  if answer = 'parted' or a.id = b.id then return a.id; end if;
  if (a.email_key is null, a.made_on, a.id) < (b.email_key is null, b.made_on, b.id) then kept := a; other := b; else kept := b; other := a; end if;
  update learner set joined_into = kept.id, version = version + 1 where id = other.id or joined_into = other.id;
  perform settle_all(kept.id);
  return kept.id;
end $$;

-- Undoes it for one of them.
create function part_learner(which uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare l learner;
begin
  select * into l from learner where id = which and joined_into is not null for update;
  if not found or not answers_for(l.partner_id) then return null; end if;
  update learner set joined_into = null, version = version + 1 where id = which;
  update learner_alike set state = 'parted', decided_by = me(), decided_at = now()
    where state <> 'parted' and ((one_id = which and other_id = l.joined_into) or (other_id = which and one_id = l.joined_into));
  perform settle_all(which);
  perform settle_all(l.joined_into);
  return l.joined_into;
end $$;

-- Somebody works elsewhere now: from then on they are that partner's to look after, and whoever moved them may see them no more.
create function move_learner(which uuid, to_organisation uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare l learner; o organisation;
begin
  -- Whichever of their entries is named, all of them move.
  select r.* into l from learner e join learner r on r.id = coalesce(e.joined_into, e.id) where e.id = which for update of r;
  select * into o from organisation where id = to_organisation and merged_into is null;
  if l.id is null or o.id is null or not answers_for(l.partner_id) then return false; end if;
  update learner set organisation_id = o.id, partner_id = o.partner_id, version = version + 1 where id = l.id or joined_into = l.id;
  return true;
end $$;

-- An organisation that was typed is another one: its people and what they were taught are then of that one.
create function merge_organisation(which uuid, into_other uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare o organisation; moved int;
begin
  if not i_hold(array['coordinator']) then return null; end if;
  perform 1 from organisation where id = which and partner_id is null and merged_into is null for update;
  if not found or which = into_other then return null; end if;
  select * into o from organisation where id = into_other and merged_into is null for share;
  if not found then return null; end if;
  update organisation set merged_into = o.id where id = which or merged_into = which;
  update attendance set organisation_id = o.id, partner_id = o.partner_id, sector = o.sector where organisation_id = which;
  update event_entry set organisation_id = o.id where organisation_id = which;
  update certificate set organisation_id = o.id where organisation_id = which;
  update learner set organisation_id = o.id, partner_id = o.partner_id, version = version + 1 where organisation_id = which;
  get diagnostics moved = row_count;
  perform merge_moves(which, o.id);
  perform settle_claims(array(select a.learner_id from attendance a where a.organisation_id = o.id and a.claimed));
  return moved;
end $$;
create index attendance_organisation on attendance (organisation_id) where organisation_id is not null;

-- Who may be whom: everybody who is linked to others by what nobody has answered, under one of them.
create function alike_groups() returns table (who uuid, under uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed int;
begin
  create temp table alike_group on commit drop as
    select distinct coalesce(l.joined_into, l.id) as one, coalesce(l.joined_into, l.id) as top, coalesce(m.joined_into, m.id) as beside
      from learner_alike x cross join lateral (values (x.one_id, x.other_id), (x.other_id, x.one_id)) p(a, b)
      join learner l on l.id = p.a join learner m on m.id = p.b where x.state = 'open';
  loop
    update alike_group c set top = n.least from (
        select c2.one, min(least(c2.top::text, d.top::text))::uuid as least from alike_group c2 join alike_group d on d.one = c2.beside group by c2.one) n
      where n.one = c.one and n.least::text < c.top::text;
    get diagnostics changed = row_count;
    exit when changed = 0;
  end loop;
  return query select distinct g.one, g.top from alike_group g;
  drop table alike_group;
end $$;

-- Counts everything anew. 'terms_now': [{tier, enough, ends}], as the pack says today, whose time zone is 'zone_now'.
create function count_register(terms_now jsonb, today date, zone_now text) returns void
language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off as $$
declare k record; by_tier text; by_period text; by_worth record;
begin
  perform pg_advisory_xact_lock(26);
  delete from register_terms;
  insert into register_terms (tier, enough, ends) select t.tier, t.enough, t.ends from jsonb_to_recordset(terms_now) as t(tier text, enough text[], ends interval);
  update standing s set worth = n.worth, fresh = n.fresh
    from (select s2.learner_id, s2.tier, worth_of(t, s2.version, coalesce(s2.whole_on, s2.on_date), today) as worth, l.made_on > today - 30 as fresh
      from standing s2 join learner l on l.id = s2.learner_id left join register_terms t on t.tier = s2.tier) n
    where n.learner_id = s.learner_id and n.tier = s.tier and (s.worth, s.fresh) is distinct from (n.worth, n.fresh);

  create temp table counting_alike on commit drop as select * from alike_groups();
  create temp table counting on commit drop as
    select distinct coalesce(l.joined_into, a.who) as who, a.tier, a.sector, a.partner_id as partner, a.organisation_id::text as organisation, to_char(a.on_date, 'YYYY-MM') as month
      from attendance a left join learner l on l.id = a.learner_id;
  create temp table counting_held on commit drop as
    select s.learner_id as who, s.tier, o.sector, s.partner_id as partner, s.organisation_id::text as organisation, s.worth, s.fresh
      from standing s join organisation o on o.id = s.organisation_id;
  analyze counting; analyze counting_held; analyze counting_alike;

  delete from register_count;
  for k in select * from (values ('county', $q$''$q$), ('sector', 'sector'), ('partner', 'partner'), ('organisation', 'organisation')) v(kind, part) loop
    foreach by_tier in array array[$q$''$q$, 'tier'] loop
      foreach by_period in array array[$q$''$q$, 'left(month, 4)', 'month'] loop
        continue when k.kind = 'organisation' and by_period = 'month';
        perform count_cells(k.kind, 'people', format('select distinct %s as part, %s as tier, %s as period, who from counting where %s is not null', k.part, by_tier, by_period, k.part));
      end loop;
      for by_worth in select * from (values ('current', $q$worth = 'current'$q$), ('needs-update', $q$worth = 'needs-update'$q$), ('ended', $q$worth = 'ended'$q$), ('new', 'fresh')) v(measure, what) loop
        perform count_cells(k.kind, by_worth.measure,
          format($q$select distinct %s as part, %s as tier, '' as period, who from counting_held where %s and %s is not null$q$, k.part, by_tier, by_worth.what, k.part));
      end loop;
    end loop;
  end loop;
  insert into register_count (kind, tier, period, measure, "of", partner_id, least, most)
    select v.kind, t.tier, p.period, m.measure, w.part, w.partner, m.n, m.n from (values ('county'), ('partner')) v(kind)
      cross join lateral (
        select case when v.kind = 'partner' then e.partner_id else '' end as part, case when v.kind = 'partner' then e.partner_id end as partner, x.tier, y.period,
          count(*)::int as events, count(distinct e.trainer_id)::int as trainers
        from training_event e cross join lateral (values (''), (e.tier)) x(tier)
          cross join lateral (values (''), (to_char(e.starts_at at time zone zone_now, 'YYYY')), (to_char(e.starts_at at time zone zone_now, 'YYYY-MM'))) y(period)
        where e.state = 'planned' and e.ends_at < now() group by 1, 2, 3, 4) w
      cross join lateral (select w.tier) t cross join lateral (select w.period) p
      cross join lateral (values ('events', w.events), ('trainers', w.trainers)) m(measure, n);
  update register_counted set counted_at = now(), terms = terms_now, zone = zone_now;
  perform audit_append(null, 'count-register', 'register-count', today::text, null);
end $$;

-- The cells of one measure: of each, how many people there are, less those who may be others of them.
create function count_cells(of_kind text, of_measure text, people text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  execute format($q$
    with cell as materialized (%s), most as (select part, tier, period, count(*)::int as n from cell group by 1, 2, 3),
    less as (select c.part, c.tier, c.period, (count(distinct c.who) - count(distinct a.under))::int as n
      from cell c join (select distinct who, under from counting_alike) a on a.who = c.who group by 1, 2, 3)
    insert into register_count (kind, tier, period, measure, "of", partner_id, least, most)
      select %L, m.tier, m.period, %L, m.part, case %L when 'partner' then m.part when 'organisation' then (select o.partner_id from organisation o where o.id::text = m.part) end,
        m.n - coalesce(l.n, 0), m.n
      from most m left join less l using (part, tier, period)$q$, people, of_kind, of_measure, of_kind);
end $$;
`
