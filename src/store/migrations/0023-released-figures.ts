/**
 * Figures of the register that were released, for ever as they were (docs/decisions/0057-released-figures.md). A release counts who came to be
 * known up to the end of a quarter; what it was counted from stands beside it, for the next one is protected together with it, and whoever comes
 * to be known later counts later.
 */
export const releasedFigures = `
create table register_release (
  id uuid primary key,
  -- The months from and to which it counts: the last one ends a quarter.
  begins text not null check (begins ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  until text not null unique check (until ~ '^[0-9]{4}-(03|06|09|12)$' and until >= begins),
  released_by uuid references person,
  released_at timestamptz not null default now()
);

-- A figure, or null where it is not shown. No period begins before the register: null. No sector, tier or partner: of all.
create table release_figure (
  release_id uuid not null references register_release,
  place int not null,
  from_month text,
  to_month text not null,
  sector text check (length(sector) <= 60),
  tier text check (length(tier) <= 60),
  partner_id text check (length(partner_id) <= 60),
  people int check (people >= 0),
  primary key (release_id, place)
);

-- What the quarters of a release were counted from, in true figures: read by the next release alone (register_cells).
create table release_cell (
  release_id uuid not null references register_release,
  month text not null,
  sector text not null,
  tier text not null,
  partner_id text,
  first boolean not null,
  people int not null check (people > 0)
);
create index release_cell_release on release_cell (release_id);

-- What was released can be changed by nobody, whatever their rights.
create function never_changes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '% was released, and is never changed', tg_table_name using errcode = 'WM023';
end $$;
create trigger never_changes before update or delete or truncate on register_release for each statement execute function never_changes();
create trigger never_changes before update or delete or truncate on release_figure for each statement execute function never_changes();
create trigger never_changes before update or delete or truncate on release_cell for each statement execute function never_changes();

-- For a coordinator who draws up a release: what those before it were counted from, then whoever came to be known since, to the end of a month.
-- Each person counts once for each tier, in the month in which they came to be known; 'first': they had been taught nothing before. People who
-- were joined are one, and so are those who may be one until a person says that they are not: there can only be more.
create function register_cells(to_month text)
returns table (fresh boolean, month text, sector text, tier text, partner_id text, first boolean, people int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare done text;
begin
  if not i_hold(array['coordinator']) then return; end if;
  select max(r.until) into done from register_release r;
  return query select false, c.month, c.sector, c.tier, c.partner_id, c.first, c.people from release_cell c;
  return query
    with who as (
      select coalesce(g.under, l.joined_into, a.who) as one, a.tier, a.sector, a.partner_id, a.known_on, a.on_date, a.id
      from attendance a left join learner l on l.id = a.learner_id left join alike_groups() g on g.who = coalesce(l.joined_into, l.id)
    ), held as (
      select distinct on (w.one, w.tier) w.* from who w order by w.one, w.tier, w.known_on, w.on_date, w.id
    ), numbered as (
      select h.*, row_number() over (partition by h.one order by h.known_on, h.on_date, h.id) = 1 as new, to_char(h.known_on, 'YYYY-MM') as known from held h
    )
    select true, n.known, n.sector, n.tier, n.partner_id, n.new, count(*)::int from numbered n
    where n.known <= to_month and (done is null or n.known > done) group by n.known, n.sector, n.tier, n.partner_id, n.new;
end $$;

-- The figures of a release that this transaction made, and what they were counted from: at no other time can any be added.
create function keep_release(which uuid, figures jsonb, cells jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator']) or not exists (select from register_release r where r.id = which and r.released_at = now()) then
    raise exception 'no release of this transaction' using errcode = '42501';
  end if;
  insert into release_figure (release_id, place, from_month, to_month, sector, tier, partner_id, people)
    select which, f.place, f.from_month, f.to_month, f.sector, f.tier, f.partner_id, f.people
    from jsonb_to_recordset(figures) as f (place int, from_month text, to_month text, sector text, tier text, partner_id text, people int);
  insert into release_cell (release_id, month, sector, tier, partner_id, first, people)
    select which, c.month, c.sector, c.tier, c.partner_id, c.first, c.people
    from jsonb_to_recordset(cells) as c (month text, sector text, tier text, partner_id text, first boolean, people int);
end $$;

-- The newest release, for everybody.
create function released_figures()
returns table (begins text, until text, released_at timestamptz, from_month text, to_month text, sector text, tier text, partner_id text, people int)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.begins, r.until, r.released_at, f.from_month, f.to_month, f.sector, f.tier, f.partner_id, f.people
  from (select * from register_release order by until desc limit 1) r join release_figure f on f.release_id = r.id order by f.place
$$;
`
