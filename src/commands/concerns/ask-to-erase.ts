import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { erasesOn } from '../../domain/concerns/retention.ts'
import { command } from '../command.ts'
import { retentionIn } from '../erasing/erase.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'

type Asked = 'open' | 'held' | 'no-reason' | 'asked-already'

/**
 * Somebody asks to have a concern erased before its time, and may. Not what is open or on hold: that is closed, or lifted, first. Nothing is
 * erased yet: the night's job does so after the days that the pack says, and until then any coordinator stops it.
 */
export const askToErase = command<{ concern: string; reason: string }, { on: string }, Asked>({
  verb: 'ask-to-erase',
  needs: { action: 'add', object: 'erasure-request' },
  about: aboutConcern,
  conflicts: { erasure_request_open: 'asked-already' },
  run: async ({ tx, parts, now }, { concern, reason }) => {
    if (!parts.pack.erasingReasons.some(({ id }) => id === reason)) return { fault: 'no-reason' }
    const { rows } = await sql<{ why: 'gone' | 'open' | 'held' | null }>`select concern_stays(${concern}::uuid, null) as why`.execute(tx)
    const why = rows[0]?.why ?? null
    if (why === 'open' || why === 'held') return { fault: why }
    const on = erasesOn(now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate(), retentionIn(parts)).toString()
    await tx.insertInto('erasure_request').values({ id: randomUUID(), concern_id: concern, reason, erases_on: on }).execute()
    return { done: { on }, entry: { object: 'concern', id: concern } }
  },
})

/** Keeps it after all. */
export const stopErasing = command<{ concern: string }, null, 'not-asked'>({
  verb: 'stop-erasing',
  needs: { action: 'change', object: 'erasure-request' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern }) => {
    const stopped = await tx
      .updateTable('erasure_request')
      .set({ stopped_at: at(now) })
      .where('concern_id', '=', concern)
      .where('stopped_at', 'is', null)
      .returning('id')
      .execute()
    return stopped.length ? { done: null, entry: { object: 'concern', id: concern } } : { fault: 'not-asked' }
  },
})
