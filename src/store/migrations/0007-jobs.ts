/**
 * What jobs need of the database: what a mail says and to whom, what is to be reminded of, what is too old to keep. Role `waymark_jobs` can
 * call these and has no table. The queue itself is pg-boss's (store/queue-schema.ts).
 */
export const jobs = `
-- Somebody has put the first steps on their home page away.
alter table profile add column steps_hidden boolean not null default false;

-- Each gives nothing where there is no longer anything to say: then no mail goes out.
create function mail_invitation(invitation_id uuid) returns table (person uuid, name text, email text, inviter text, ends timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.person_id, p.name, p.email, coalesce(by.name, ''), i.expires_at
    from invitation i join profile p on p.person_id = i.person_id left join profile by on by.person_id = i.made_by
    where i.id = invitation_id and i.used_at is null and i.ended_at is null and i.expires_at > now()
$$;

create function mail_shift(shift_id uuid) returns table (person uuid, name text, email text, starts timestamptz, ends timestamptz, rung int)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, p.name, p.email, s.starts_at, s.ends_at, s.rung
    from shift s join profile p on p.person_id = s.person_id join person on person.id = s.person_id
    where s.id = mail_shift.shift_id and s.ended_at is null and s.ends_at > now() and person.state = 'active'
      and not exists (select from shift_answer a where a.shift_id = s.id)
$$;

create function mail_swap(swap_id uuid)
returns table (person uuid, name text, email text, asker text, starts timestamptz, ends timestamptz, rung int)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.to_person, p.name, p.email, by.name, s.starts_at, s.ends_at, s.rung
    from swap w join shift s on s.id = w.shift_id join profile p on p.person_id = w.to_person
      join profile by on by.person_id = w.from_person join person on person.id = w.to_person
    where w.id = swap_id and w.state = 'asked' and s.ended_at is null and s.ends_at > now() and person.state = 'active'
$$;

-- What somebody should be reminded of within a day: an invitation that ends, a shift that they have not answered. An invitation that was
-- made within the hour had its mail just now.
create function reminders_due() returns table (mail text, about uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'invitation-ends', id from invitation where used_at is null and ended_at is null
    and expires_at > now() and expires_at < now() + interval '24 hours' and made_at < now() - interval '1 hour'
  union all
  select 'shift-unanswered', id from shift s where ended_at is null and starts_at > now() and starts_at < now() + interval '36 hours'
    and asked_at < now() - interval '1 hour' and not exists (select from shift_answer a where a.shift_id = s.id)
$$;

-- Takes away what is of no use to anybody any more, and writes it into the audit where it was of people. The audit itself is never shortened.
create function remove_old(today text) returns table (what text, gone int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare sign_ins int; invitations int; receipts int; tries int;
begin
  delete from receipt where at < now() - interval '1 day';
  get diagnostics receipts = row_count;
  delete from throttle where until < now() - interval '1 day';
  get diagnostics tries = row_count;
  delete from spent where until < now();
  delete from sign_in where least(coalesce(ended_at, ends_at), idle_ends_at, ends_at) < now() - interval '90 days';
  get diagnostics sign_ins = row_count;
  delete from invitation where coalesce(used_at, ended_at, expires_at) < now() - interval '90 days';
  get diagnostics invitations = row_count;
  if sign_ins > 0 then perform audit_append(null, 'remove-old', 'sign-in', today, null); end if;
  if invitations > 0 then perform audit_append(null, 'remove-old', 'invitation', today, null); end if;
  return query values ('sign-in', sign_ins), ('invitation', invitations), ('receipt', receipts), ('throttle', tries);
end $$;

create function audit_head() returns table (seq text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select seq::text, encode(hash, 'hex') from audit order by audit.seq desc limit 1
$$;

-- The last entry from before a moment. Whoever is signed in is shown no later one than of the day before: the number of the last goes up the
-- second something is reported, also about those who are kept from it.
create function audit_head_before(moment timestamptz) returns table (seq text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select seq::text, encode(hash, 'hex') from audit where at < moment order by audit.seq desc limit 1
$$;

-- What is not done yet, or has failed, for those who may know of jobs: of which kind and since when, and never what it is about.
create function jobs_open() returns table (id uuid, queue text, mail text, state text, why text, made timestamptz, tried int, next timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator', 'administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  return query select j.id, j.name, j.data->>'mail', j.state::text, j.output->>'code', j.created_on, j.retry_count, j.start_after
    from pgboss.job j where j.state in ('created', 'retry', 'active', 'failed') and j.name not like '\\_\\_%'
    order by j.state = 'failed' desc, j.created_on limit 200;
end $$;

-- The last three mails that were tried: did none go out? A refused address is that mail's fault, not the server's.
create function mail_down() returns table (since timestamptz, why text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['coordinator', 'administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  return query with last as (
      select j.state, j.output->>'code' as code, j.created_on, coalesce(j.completed_on, j.started_on) as at from pgboss.job j
      where j.name = 'mail' and (j.state in ('completed', 'failed') or j.state = 'retry') and coalesce(j.output->>'code', '') <> 'nothing-to-say'
      order by coalesce(j.completed_on, j.started_on) desc nulls last limit 3)
    select min(last.created_on), (array_agg(last.code order by last.at desc))[1] from last
    having count(*) = 3 and bool_and(last.state <> 'completed' and coalesce(last.code, '') not in ('mail-refused', 'no-mail-server'));
end $$;

-- Has a job tried again now: once more than it would have been.
create function retry_job(job_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not i_hold(array['administrator']) then raise exception 'not allowed' using errcode = '42501'; end if;
  update pgboss.job set state = 'retry', retry_limit = greatest(retry_limit, retry_count) + 1, completed_on = null, start_after = now(),
    keep_until = greatest(keep_until, now() + interval '14 days')
    where id = job_id and state in ('failed', 'retry') and name not like '\\_\\_%';
  return found;
end $$;
`
