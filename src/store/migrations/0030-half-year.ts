/**
 * Half a year after an event its people are asked three questions, by the page and the table of what they said of it (0024), for what was taught fades by
 * then. Who gave an email and has not stopped mails is sent the address, once.
 */
export const halfYear = `
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
