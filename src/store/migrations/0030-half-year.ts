/**
 * Half a year after an event its people are asked three questions, by the page and the table of what they said of it (0024), for what was taught fades by
 * then. Who gave an email and has not stopped mails is sent the address, once.
 */
export const halfYear = `
-- Of whoever learned between two days. A certificate that was renewed since was given at that event all the same.
create function want_half_year_mails(from_day date, until_day date) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into training_mail (kind, learner_id, certificate_id, about)
    select distinct on (l.id, e.id) 'half-year', l.id, c.id, e.code from certificate c join attendance a on a.id = c.attendance_id join training_event e on e.id = a.event_id
      join learner l on l.id = c.learner_id
      where c.learnt_on between from_day and until_day and asking(e) = 'half-year' and c.withdrawn_at is null and not c.demonstration
        and l.email is not null and l.mail_stopped_at is null
        and not exists (select from training_mail m where m.kind = 'half-year' and m.learner_id = l.id and m.about = e.code)
      order by l.id, e.id, c.issued_at
    on conflict do nothing
$$;
`
