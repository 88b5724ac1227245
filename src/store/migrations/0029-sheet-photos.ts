/** Photos of a paper attendance sheet, so that what was typed in can be checked against it (docs/decisions/0064-sheet-photos.md). */
export const sheetPhotos = `
-- A photo of a signed sheet, drawn anew and sealed under a key of its own, which is made of the desk's and lies in no backup with it.
create table sheet_photo (
  -- Made of the form that brought it: the same form sent twice is one photo.
  id uuid primary key,
  event_id uuid not null,
  trainer_id uuid not null,
  at timestamptz not null default now(),
  sealed bytea not null check (length(sealed) < 1100000),
  -- It belongs to whoever teaches its event, and cannot say otherwise.
  foreign key (event_id, trainer_id) references training_event (id, trainer_id) on update cascade on delete cascade
);
create index sheet_photo_event on sheet_photo (event_id, at);

-- Whoever was on the list and is erased may stand on the paper; and when the list goes, so do its photos.
create function sheet_photos_with_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from sheet_photo p where p.event_id = old.event_id;
  return null;
end $$;
create trigger sheet_photos after delete on event_entry for each row when (old.state in ('entered', 'confirmed', 'struck'))
  execute function sheet_photos_with_entry();

-- Photos whose list was confirmed before the one, or whose event ended before the other; from when they were added, if that was later. Null: no rule.
create function remove_sheet_photos(confirmed_before timestamptz, ended_before timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from sheet_photo p using training_event e where e.id = p.event_id
    and (greatest(e.ends_at, p.at) < ended_before or (e.confirmed_at is not null and greatest(e.confirmed_at, p.at) < confirmed_before));
  get diagnostics gone = row_count;
  if gone > 0 then perform audit_append(null, 'remove-old', 'sheet-photo', gone::text, null); end if;
  return gone;
end $$;
`
