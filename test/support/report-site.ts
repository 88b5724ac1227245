import type { Pack } from '../../src/content/pack.ts'
import type { IntakeWatch } from '../../src/web/intake/watch.ts'
import { watchIntake } from '../../src/web/intake/watch.ts'
import { type Options, type Running, start } from '../http/support.ts'
import type { TestIntake } from './concerns.ts'
import type { Somebody, TestDesk } from './desk.ts'
import { adopted } from './real-pack.ts'

const fact = {
  source: 'a test',
  source_date: '2026-11-01',
  checked: '2026-11-01',
  review: '2027-11-01',
  owner: 'tester',
  sure: 'A' as const,
}
const keptFor = { length: '6 years', reason: 'a test' }

/** As if the partnership had decided all that receiving needs: every day is a working day, so that a test passes on any. */
export const receiving = (pack: Pack): Pack => {
  const owned = adopted(pack)
  return {
    ...owned,
    partnership: {
      ...owned.partnership,
      reports: { read_by: '10:00', working_days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], notice_hours: 12 },
      data_protection: {
        controllers: { partners: ['hertfordshire-county-council'], ...fact },
        contact: { role: 'Data protection officer', at: 'dpo@example.org', ...fact },
        dpia: { date: '2026-11-01', signed_by: 'Chair of the test', ...fact },
        retention: { concerns: keptFor, attendances: keptFor, audit: keptFor, ...fact },
      },
    },
  }
}

/** Somebody has agreed to be on call from now on, for ten days. */
export const coverFor = async ({ owner }: TestDesk, { person }: Pick<Somebody, 'person'>): Promise<string> => {
  const now = Date.now()
  const { id } = await owner
    .insertInto('shift')
    .values({ person_id: person, starts_at: new Date(now - 3_600_000), ends_at: new Date(now + 240 * 3_600_000), rung: 1, asked_by: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner.insertInto('shift_answer').values({ shift_id: id, person_id: person, answer: 'agreed' }).execute()
  return id
}

export type ReportSite = Running & { watch: IntakeWatch }

/** The site of a desk that takes reports in. */
export const serveReports = async (intake: TestIntake, options: Options = {}): Promise<ReportSite> => {
  const watch = watchIntake(intake)
  await watch.look()
  const running = await start({ pack: receiving, ...options, served: { ...options.served, intake: { ...intake, watch } } })
  return {
    ...running,
    watch,
    stop: async () => {
      watch.stop()
      await running.stop()
    },
  }
}

/** A page of the form as it was answered, and what its form carries. */
export type FormPage = { status: number; text: string; carried: string | null }
export const pageFrom = (status: number, text: string): FormPage => ({
  status,
  text,
  carried: /name="so-far" value="([^"]*)"/.exec(text)?.[1] ?? null,
})
