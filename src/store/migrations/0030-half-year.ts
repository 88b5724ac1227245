/**
 * Half a year after an event its people are asked three questions, by the page and the table of what they said of it (0024), for what was taught fades by
 * then. Who gave an email and has not stopped mails is sent the address, once.
 */
export const halfYear = `
-- A link of such a mail that nobody has answered by: a hash of what is in it, which is drawn by chance when the mail is written. Whose it is stands
-- nowhere. Where a mail is written twice there are two.
create table evaluation_link (
  hash bytea primary key check (length(hash) = 32),
  event_id uuid not null references training_event on delete cascade
);
create index evaluation_link_event on evaluation_link (event_id);
create function keep_evaluation_link(which text, hash bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from evaluation_link l using training_event e where e.id = l.event_id and e.ends_at < now() - interval '2 years';
  insert into evaluation_link (hash, event_id) select keep_evaluation_link.hash, e.id from training_event e where e.code = which on conflict do nothing
$$;
-- The code of the event that a link is of; null: it was used, or there is none.
create function attend_link(hash bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select e.code from evaluation_link l join training_event e on e.id = l.event_id where l.hash = attend_link.hash
$$;

-- Of events that ended after the one instant, and not after the other (domain/register/asked). A certificate that was renewed since was given at that event all the same.
create function want_half_year_mails(ended_after timestamptz, ended_until timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into training_mail (kind, learner_id, certificate_id, about)
    select distinct on (l.id, e.id) 'half-year', l.id, c.id, e.code from certificate c join attendance a on a.id = c.attendance_id join training_event e on e.id = a.event_id
      join learner l on l.id = c.learner_id
      where e.ends_at > ended_after and e.ends_at <= ended_until and e.state = 'planned' and c.withdrawn_at is null and not c.demonstration
        and l.email is not null and l.mail_stopped_at is null
        and not exists (select from training_mail m where m.kind = 'half-year' and m.learner_id = l.id and m.about = e.code)
      order by l.id, e.id, c.issued_at
    on conflict do nothing
$$;
`
