/**
 * What partners' learning systems send (xAPI): a key for each, and the ids of statements, so that each counts once. Of what a statement says, only
 * that our course was done is kept, as an attendance.
 */
export const statements = `
create table learning_key (
  id uuid primary key default gen_random_uuid(),
  partner_id text not null references partner,
  -- Which system it is for, as whoever made it calls it.
  name text not null check (length(name) between 1 and 80),
  made_by uuid not null default me() references person,
  made_at timestamptz not null default now(),
  -- SHA-256 of the user name and the secret together, of which 256 bits are drawn by chance.
  hash bytea not null unique check (length(hash) = 32),
  ended_at timestamptz,
  used_at timestamptz,
  -- How many statements came with it, each once, and how many of them were counted as somebody who did the course.
  statements int not null default 0,
  counted int not null default 0
);
create index learning_key_partner on learning_key (partner_id, made_at desc);

create table learning_statement (
  partner_id text not null references partner,
  id uuid not null,
  -- Keyed hash of what it said: the same id with other content is refused.
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null default now(),
  -- Where it was counted: what it said, and nothing of who.
  verb text check (length(verb) <= 300),
  activity text check (length(activity) <= 300),
  said_at timestamptz,
  primary key (partner_id, id)
);
create index learning_statement_at on learning_statement (at);

-- The key that a system signs in with. Null: none, or one that was ended, or its partner has left.
create function learning_key_of(said bytea) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select k.id from learning_key k join partner p on p.id = k.partner_id where k.hash = said and k.ended_at is null and p.ended_at is null
$$;

-- May this key send? And for whom: what cannot be matched across partners is hashed with the partner's id.
create function attend_key(said bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select partner_id from learning_key where id = learning_key_of(said)
$$;

/*
 * Statements of one request, all or none: {id, hash, verb, activity, said_at, row, answer}, where row is that of keep_rows, or null where it is about
 * anything else, and answer that of count_answers (0033), of a question of our check. 'done'; 'key': no such key; 'conflict': another statement has one of these ids. What came before counts for nothing more.
 * Ids are forgotten in time: no system sends again what it sent that long ago.
 */
create function attend_statements(said bytea, given jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare k learning_key; fresh jsonb; answers jsonb; new_ones int; import uuid; kept_ int := 0; unheld_ int := 0;
begin
  select * into k from learning_key where id = learning_key_of(said) for update;
  if not found then return 'key'; end if;
  if exists (select from jsonb_to_recordset(given) as g (id uuid, hash text)
      join learning_statement s on s.partner_id = k.partner_id and s.id = g.id where s.hash <> decode(g.hash, 'hex')) then
    return 'conflict';
  end if;
  with g as (
    select * from rows from (jsonb_to_recordset(given) as (id uuid, hash text, verb text, activity text, said_at timestamptz, "row" jsonb, answer jsonb))
      with ordinality as x (id, hash, verb, activity, said_at, kept_row, answer, place)),
  added as (
    insert into learning_statement (partner_id, id, hash, verb, activity, said_at)
      select distinct on (g.id) k.partner_id, g.id, decode(g.hash, 'hex'), g.verb, g.activity, g.said_at from g order by g.id, g.place
      on conflict do nothing returning id)
  select count(distinct added.id), jsonb_agg(g.kept_row order by g.place) filter (where g.kept_row is not null and g.kept_row <> 'null'::jsonb),
      jsonb_agg(g.answer order by g.place) filter (where g.answer is not null and g.answer <> 'null'::jsonb)
    into new_ones, fresh, answers from added join g on g.id = added.id;
  if fresh is not null then
    import := gen_random_uuid();
    insert into register_import (id, partner_id, kind) values (import, k.partner_id, 'statements');
    select count(*) filter (where r.came = 'kept'), count(*) filter (where r.came = 'unheld') into kept_, unheld_ from keep_rows(import, fresh, k.partner_id) r;
  end if;
  perform count_answers_of(answers, k.id);
  update learning_key set used_at = now(), statements = statements + new_ones, counted = counted + kept_, unheld = unheld + unheld_ where id = k.id;
  delete from learning_statement where ctid in (
    select ctid from learning_statement where at < now() - interval '90 days' and (activity is null or at < now() - interval '2 years') order by at limit 200);
  if import is not null then perform audit_append(null, 'record-statements', 'register-import', import::text, null); end if;
  return 'done';
end $$;

-- One that was counted, by its id: what it said, without who. Null: there is none, or it was not counted.
create function attend_statement(said bytea, which uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('id', s.id, 'verb', s.verb, 'activity', s.activity, 'said_at', s.said_at, 'stored', s.at)
  from learning_statement s join learning_key k on k.partner_id = s.partner_id
  where k.id = learning_key_of(said) and s.id = which and s.activity is not null
$$;
`
