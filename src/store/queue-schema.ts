import { sql } from 'kysely'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import type { Db } from './store.ts'

/** Where pg-boss keeps its jobs: a schema of its own, made by the owner of the database, as no other role can make anything. */
export const queueSchema = 'pgboss'

/** The version of its schema that this pg-boss works with, as its own statements say it. */
const wanted = (): number => {
  const [, version] = /INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(getConstructionPlans(queueSchema)) ?? []
  if (version === undefined) throw new Error('This version of pg-boss does not say which schema it makes.')
  return Number(version)
}

/** Brings the schema of the queue up to this pg-boss. Called under the lock of a start, as the owner. */
export const migrateQueue = async (owner: Db): Promise<void> => {
  const there = await sql<{ it: string | null }>`select to_regclass('pgboss.version')::text as it`.execute(owner)
  if (there.rows[0]?.it === null) await sql.raw(getConstructionPlans(queueSchema)).execute(owner)
  const { rows } = await sql<{ version: number }>`select version::int from pgboss.version`.execute(owner)
  const version = rows[0]?.version ?? 0
  if (version < wanted()) await sql.raw(getMigrationPlans(queueSchema, version)).execute(owner)
  await sql.raw(queueRights).execute(owner)
}

/**
 * Role `waymark_jobs` works the queue. Whoever changes something may put a mail into it in the same transaction, and can see, change and
 * take out nothing: a row may be added that names a kind of mail and an id, and holds nothing else.
 */
const queueRights = `
grant usage on schema ${queueSchema} to waymark_jobs, waymark_desk, waymark_app;
grant select, insert, update, delete on all tables in schema ${queueSchema} to waymark_jobs;
grant usage on all sequences in schema ${queueSchema} to waymark_jobs;
revoke execute on all functions in schema ${queueSchema} from public;
grant execute on all functions in schema ${queueSchema} to waymark_jobs;

grant insert on ${queueSchema}.job_common to waymark_desk, waymark_app;
grant select on ${queueSchema}.queue to waymark_desk, waymark_app;
grant execute on function ${queueSchema}.job_now to waymark_desk, waymark_app;
alter table ${queueSchema}.job_common enable row level security;
drop policy if exists work on ${queueSchema}.job_common;
create policy work on ${queueSchema}.job_common to waymark_jobs using (true) with check (true);
drop policy if exists send on ${queueSchema}.job_common;
create policy send on ${queueSchema}.job_common for insert to waymark_desk, waymark_app with check (
  name = 'mail' and data = jsonb_build_object('mail', data->>'mail', 'about', data->>'about')
  and data->>'mail' ~ '^[a-z-]{1,40}$' and data->>'about' ~ '^[0-9a-f-]{36}$' and output is null);
`
