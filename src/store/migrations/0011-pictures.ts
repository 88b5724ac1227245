/** What a concern has besides words: pictures that came with it, what was "seen before", and intelligence with its grading. */
export const pictures = `
-- Pictures that the reporter sent, sealed as their words are. What is stopped has no bytes here any more.
create table concern_picture (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  place int not null check (place between 1 and 4),
  at timestamptz not null default now(),
  under text not null default 'receiving' check (under in ('receiving', 'own')),
  sealed bytea not null check (length(sealed) < 1100000),
  stopped_at timestamptz,
  stopped_by uuid references person,
  check ((stopped_at is null) = (length(sealed) > 0)),
  unique (concern_id, place)
);

-- May be an illegal image: kept, sealed as it was, for the police. No role of the desk or the site has any right to it, and no backup has it.
create table stopped_picture (
  id uuid primary key references concern_picture on delete cascade,
  under text not null,
  sealed bytea not null
);

-- "This may be an illegal image": from now on nobody opens it, and nothing copies it. Whoever deals with the concern may say so.
create function stop_picture(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare p concern_picture;
begin
  select * into p from concern_picture where id = which for update;
  if not found or is_apart(p.concern_id) or not (i_hold(array['coordinator']) or is_mine(p.concern_id)) then return false; end if;
  if p.stopped_at is not null then return true; end if;
  insert into stopped_picture (id, under, sealed) values (p.id, p.under, p.sealed);
  update concern_picture set sealed = '', stopped_at = now(), stopped_by = me() where id = which;
  return true;
end $$;

-- A registration, a number, an address: its words sealed, and a keyed token of them by which another concern with the same is found.
create table concern_identifier (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  kind text not null check (kind in ('vehicle', 'phone', 'email', 'address')),
  token bytea not null check (length(token) = 32),
  sealed bytea not null check (length(sealed) < 4000),
  made_by uuid not null default me() references person,
  at timestamptz not null default now(),
  unique (concern_id, token)
);
create index concern_identifier_token on concern_identifier (token);

-- A report, or intelligence that somebody recorded with nobody to help yet.
alter table concern add column kind text not null default 'report' check (kind in ('report', 'intelligence'));

-- Its grading by the pack's list (intelligence-grading.yaml); its words sealed. It is of a concern, never of a person.
create table concern_intelligence (
  id uuid primary key,
  concern_id uuid not null references concern on delete cascade,
  source text not null check (length(source) <= 10),
  assessment text not null check (length(assessment) <= 10),
  handling text not null check (length(handling) <= 10),
  sealed bytea not null check (length(sealed) < 200000),
  made_by uuid not null default me() references person,
  at timestamptz not null default now()
);
create index concern_intelligence_concern on concern_intelligence (concern_id, at);
create index concern_intelligence_at on concern_intelligence (at desc, id);

-- Takes a report in, once: the same one again (its id is made of what it says) changes nothing. With its pictures, in the order in which they
-- were sent. Role waymark_intake can do this and read nothing.
create function raise_concern(
  concern_id uuid, code_hash bytea, reply_key bytea, read_by timestamptz, plain jsonb, walled text[], text_id uuid, sealed bytea,
  picture_ids uuid[], pictures bytea[]
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare owner uuid;
begin
  if not exists (select from intake where closed_at is null and key_ready and read_at > now() - interval '24 hours') then
    raise exception 'no report is taken in now' using errcode = 'WM010';
  end if;
  if exists (select from concern where id = raise_concern.concern_id) then return; end if;
  owner := next_owner(raise_concern.concern_id, walled, is_narrow(plain->>'sharing', (plain->>'danger')::boolean, (plain->>'child')::boolean, (plain->>'young')::boolean));
  if owner is null then raise exception 'nobody is there who may read it' using errcode = 'WM010'; end if;
  insert into concern (id, read_by, danger, child, urgency, town, sector, signs, sharing, self, young, contact, owner_id, code_hash, reply_key)
    values (raise_concern.concern_id, raise_concern.read_by, (plain->>'danger')::boolean, (plain->>'child')::boolean, plain->>'urgency',
      plain->>'town', plain->>'sector', array(select jsonb_array_elements_text(plain->'signs')), plain->>'sharing', (plain->>'self')::boolean,
      (plain->>'young')::boolean, (plain->>'contact')::boolean, owner, sha256(raise_concern.code_hash), raise_concern.reply_key)
    on conflict do nothing;
  if not found then return; end if;
  insert into concern_apart (concern_id, partner_id) select raise_concern.concern_id, id from partner where id = any(walled);
  insert into concern_text (id, concern_id, kind, sealed) values (text_id, raise_concern.concern_id, 'report', raise_concern.sealed);
  insert into concern_picture (id, concern_id, place, sealed)
    select picture.id, raise_concern.concern_id, picture.place, picture.bytes
    from unnest(picture_ids, pictures) with ordinality as picture (id, bytes, place);
  perform pg_notify('waymark_concern', '');
  perform audit_append(null, 'raise-concern', 'concern', raise_concern.concern_id::text, null);
end $$;
`
