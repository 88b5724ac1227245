/**
 * References that are checked once for a statement. A foreign key looks up each row by itself: of an import of 50,000 people that took longer than to
 * write them (docs/decisions/0063-references-at-once.md). The rows that are referred to are locked and looked for as a foreign key does it. Backups know
 * these triggers: they say which table is restored first, and stay on (store/backup).
 */
export const references = `
-- Arguments: a column, and the table whose id it is, for each of them.
create function refers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare missing boolean;
begin
  for n in 0 .. tg_nargs / 2 - 1 loop
    -- Whoever of this transaction's own was added is seen by nobody else, and needs no lock.
    execute format($q$
      with wanted as materialized (select distinct n.%1$I as id from now_rows n where n.%1$I is not null),
      ours as materialized (select p.id from %2$I p where p.id in (select w.id from wanted w) and p.xmin = pg_current_xact_id()::xid),
      held as materialized (select p.id from %2$I p where p.id in (select w.id from wanted w) and p.xmin <> pg_current_xact_id()::xid for key share)
      select (select count(*) from wanted) <> (select count(*) from ours) + (select count(*) from held)$q$, tg_argv[n * 2], tg_argv[n * 2 + 1]) into missing;
    if missing then
      raise foreign_key_violation using message = format('a row of %s refers to none of %s', tg_table_name, tg_argv[n * 2 + 1]), table = tg_table_name, column = tg_argv[n * 2];
    end if;
  end loop;
  return null;
end $$;

-- Arguments: a table, and its column that this one's id stands in, for each of them.
create function referred_by() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare held boolean;
begin
  for n in 0 .. tg_nargs / 2 - 1 loop
    execute format('select exists (select from %1$I r where r.%2$I in (select o.id from old_rows o))', tg_argv[n * 2], tg_argv[n * 2 + 1]) into held;
    if held then
      raise foreign_key_violation using message = format('rows of %s refer to one of %s', tg_argv[n * 2], tg_table_name), table = tg_argv[n * 2], column = tg_argv[n * 2 + 1];
    end if;
  end loop;
  return null;
end $$;
`

/** That these columns of a table refer to others. Ids are never changed: what is referred to is looked at where it goes. */
export const refersAtOnce = (table: string, columns: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(columns).flatMap(([column, to]) => [`'${column}'`, `'${to}'`])
  return `
create trigger refers_added after insert on ${table} referencing new table as now_rows for each statement execute function refers(${pairs});
create trigger refers_changed after update on ${table} referencing new table as now_rows for each statement execute function refers(${pairs});
${Object.entries(columns)
  .map(
    ([column, to]) =>
      `create trigger ${table}_${column} after delete on ${to} referencing old table as old_rows for each statement execute function referred_by('${table}', '${column}');`,
  )
  .join('\n')}
`
}
