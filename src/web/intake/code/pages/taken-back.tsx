import type { ByCode } from '../../../../commands/intake/by-code.ts'
import type { WordId } from '../../../../content/word-ids.ts'
import { dueOf, retentionOf } from '../../../../domain/concerns/retention.ts'
import { longDate } from '../../../../format/when.ts'
import { Lines } from '../../../components/lines.tsx'
import type { RenderContext } from '../../../context/types.ts'

/** Why a report that is taken back must still be read and passed on; null where it need not. The reporter's own age says most. */
export const mustStill = ({ state, waits, young, child, danger }: ByCode): keyof typeof must | null => {
  if (state === 'withdrawn' ? !waits : state === 'closed') return null
  return young ? 'young' : child ? 'child' : danger ? 'danger' : null
}

const must = {
  young: 'code.must-young',
  child: 'code.must-child',
  danger: 'code.must-danger',
} as const satisfies Record<string, WordId>

/** Said before they take it back and after, with who to call. */
export const MustStill = ({ context, why }: { context: RenderContext; why: keyof typeof must }) => {
  const { locale } = context
  const { roles } = locale.pack
  return (
    <section class="note flow" aria-labelledby="must">
      <h2 id="must">{locale.t('code.must')}</h2>
      <p>{locale.t(must[why])}</p>
      <Lines context={context} ids={[roles.emergency, ...(why === 'danger' ? [] : [roles.young])]} classes="lines" />
    </section>
  )
}

/**
 * Until when the coordinators can open what was taken back on this day. Not told where it was joined to others, and is kept as long as they are,
 * or where the partnership has not decided.
 */
export const lastDayAfter = (
  { locale: { pack }, local }: RenderContext,
  { together }: ByCode,
  back: Temporal.Instant | null,
): string | null => {
  if (together || !back) return null
  const closed = back.toZonedDateTimeISO(local.timeZoneId).toPlainDate()
  const due = dueOf({ state: 'withdrawn', closed, outcome: null, held: false, stopped: false }, retentionOf(pack.retentionRules, null))
  return 'on' in due ? longDate(due.on.subtract({ days: 1 })) : null
}
