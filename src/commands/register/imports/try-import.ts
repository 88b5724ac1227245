import { sql } from 'kysely'
import type { ArrivingRow, Came } from '../../../domain/register/arriving.ts'
import { command } from '../../command.ts'
import { takeTime } from '../record-rows.ts'
import { aboutTarget, type ImportTarget } from './target.ts'

/**
 * What would come of each row; how many people the register does not know yet; and which of those rows have the name of somebody who is there
 * already, who may be the same person, or are of somebody who is another partner's. Nothing is kept of it but that they asked.
 */
export const tryImport = command<
  ImportTarget & { rows: readonly ArrivingRow[] },
  { came: readonly Came[]; fresh: number; namesakes: readonly boolean[]; elsewhere: ReadonlySet<number> },
  never
>({
  verb: 'read-import-trial',
  needs: { action: 'add', object: 'register-import' },
  about: aboutTarget,
  run: async ({ tx }, { partner, event, rows }) => {
    if (!rows.length) return { done: { came: [], fresh: 0, namesakes: [], elsewhere: new Set() }, entry: null }
    await takeTime(tx)
    const given = JSON.stringify(rows)
    const { rows: tried } = await (event === null
      ? sql<{
          came: Came
          fresh: number
          namesake: boolean
        }>`select came, fresh, namesake from look_up_rows(${partner}::text, ${given}::jsonb) order by place`
      : sql<{ came: Came; fresh: number; namesake: boolean }>`
          select came, 0 as fresh, false as namesake from try_names(${partner}::text, ${event}::uuid, ${given}::jsonb) order by place`
    ).execute(tx)
    const away =
      event === null
        ? await sql<{ place: number }>`select place from rows_elsewhere(${partner}::text, ${given}::jsonb) place`.execute(tx)
        : { rows: [] }
    return {
      done: {
        came: tried.map(({ came }) => came),
        fresh: tried[0]?.fresh ?? 0,
        namesakes: tried.map(({ namesake }) => namesake),
        elsewhere: new Set(away.rows.map(({ place }) => place - 1)),
      },
      entry: { object: 'register-import', id: event ?? partner ?? 'several' },
    }
  },
})
