/**
 * Which questions of the course people get wrong: sums alone, of answers that a person gave to a server on purpose (the check of the short update) or
 * that their employer's learning system sends. No answer is kept with anybody (docs/decisions/0065-what-people-get-wrong.md).
 */
export const wrongAnswers = `
-- First answers to a question of a version of the course, by the quarter in which they came and the key of the learning system that sent them; no
-- key: the check of the short update. 'shown': looked at once its quarter was over, and shown or left out for good. Null: not yet.
create table question_sum (
  version text not null check (version ~ '^[0-9a-f]{12}$'),
  question text not null check (length(question) between 1 and 80),
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  key_id uuid references learning_key,
  asked int not null default 0,
  wrong int not null default 0 check (wrong between 0 and asked),
  shown boolean,
  unique nulls not distinct (version, question, quarter, key_id)
);

-- That a first answer was counted, so that a second one of the same person is not: a keyed hash (commands/attend/count-answers.ts), and not what was
-- answered. It is forgotten after 90 days, as ids of statements are.
create table answered_once (id uuid primary key, on_date date not null default current_date);
create index answered_once_on on answered_once (on_date);

-- [{once, version, question, right}]: the first of each 'once', in the order in which they stand.
create function count_answers_of(given jsonb, key uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if given is null or jsonb_array_length(given) > 1000 then return; end if;
  with g as (
    select distinct on (x.once) x.* from rows from (jsonb_to_recordset(given) as (once uuid, version text, question text, "right" boolean)) with ordinality
      as x (once, version, question, "right", place) order by x.once, x.place),
  fresh as (insert into answered_once (id) select g.once from g order by g.once on conflict do nothing returning id)
  insert into question_sum as s (version, question, quarter, key_id, asked, wrong)
    select g.version, g.question, to_char(current_date, 'YYYY"-Q"Q'), key, count(*), count(*) filter (where not g."right")
      from g join fresh on fresh.id = g.once group by 1, 2, 3 order by 1, 2, 3
    on conflict (version, question, quarter, key_id) do update set asked = s.asked + excluded.asked, wrong = s.wrong + excluded.wrong;
  delete from answered_once where ctid in (select ctid from answered_once where on_date < current_date - 90 order by on_date limit 200);
end $$;

create function count_answers(given jsonb) returns void language sql security definer set search_path = public, pg_temp as $$
  select count_answers_of(given, null)
$$;

-- Nothing that was made of an email stays when its person asks to be erased (docs/promises.md). Nobody can tell whose a mark is, so all go: a second
-- answer of somebody else may then be counted.
create function forget_answered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from erased where rule <> 'time-over') then delete from answered_once; end if;
  return null;
end $$;
create trigger forget_answered after insert on learner_erased referencing new table as erased for each statement execute function forget_answered();

-- For coordinators: each quarter once it is over and as one figure, from five answers on, so that nobody learns from two looks what came between.
-- What a key sent is left out where it was ended by then, or where its partner's systems recorded fewer than half as many people as did the course
-- in that quarter: answers of accounts that somebody made up are no learners.
create function question_sums() returns table (version text, question text, quarter text, asked int, wrong int)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator']) then return; end if;
  update question_sum s set shown = s.key_id is null or exists (select from learning_key k where k.id = s.key_id and k.ended_at is null
      and s.asked <= 2 * (select count(distinct a.who) from register_import i join attendance a on a.import_id = i.id
        where i.partner_id = k.partner_id and i.kind = 'statements' and to_char(a.known_on, 'YYYY"-Q"Q') = s.quarter))
    where s.shown is null and s.quarter < to_char(current_date, 'YYYY"-Q"Q');
  return query select s.version, s.question, s.quarter, sum(s.asked)::int, sum(s.wrong)::int from question_sum s
    where s.shown group by 1, 2, 3 having sum(s.asked) >= 5 order by 1, 2, 3;
end $$;
`
