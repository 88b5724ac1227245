import { command, ofPartnership } from '../command.ts'
import type { FactCheck } from './check.ts'
import { exportable, freshOf } from './exportable.ts'

export type Exports = {
  /** Not exported yet, newest first. */
  fresh: readonly FactCheck[]
  /** What went out together, the last first. */
  earlier: readonly { at: Temporal.Instant; checks: readonly FactCheck[] }[]
}

/** What can be exported, and what was. */
export const readExports = command<Record<never, never>, Exports>({
  verb: 'read-exports',
  needs: { action: 'read', object: 'fact-check' },
  about: ofPartnership,
  run: async (work) => {
    const checks = await exportable(work)
    const groups = Map.groupBy(
      checks.filter(({ exportedAt }) => exportedAt !== null),
      ({ exportedAt }) => exportedAt?.epochMilliseconds ?? 0,
    )
    const earlier = [...groups]
      .sort(([a], [b]) => b - a)
      .map(([ms, checks]) => ({ at: Temporal.Instant.fromEpochMilliseconds(ms), checks }))
    return { done: { fresh: freshOf(work, checks), earlier }, entry: null }
  },
})
