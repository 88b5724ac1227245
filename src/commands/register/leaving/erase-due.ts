import { sql } from 'kysely'
import { isOver, type KeepingLengths, keptUntil, lookBefore } from '../../../domain/register/keeping.ts'
import { registerLength } from '../../../domain/register/register.ts'
import type { Db } from '../../../store/store.ts'
import { at } from '../../instant.ts'
import type { Parts } from '../../parts.ts'

/*
 * Erasing people of the register by night. The list in the file comes first, then the rows: whatever ends between the two, `finishErasingLearners`
 * does the rest, at each start and each night.
 */

type Where = { db: Db } & Pick<Parts, 'erasedLearners'>

type Lengths = KeepingLengths & {
  /** sheet-photo-kept */
  photos: Temporal.Duration | null
}

/** The lengths as the pack has them now. */
export const keepingIn = ({ pack }: Pick<Parts, 'pack'>): Lengths => ({
  certificate: registerLength(pack.registerRules, 'certificate-ends'),
  after: registerLength(pack.registerRules, 'kept-after'),
  entries: registerLength(pack.registerRules, 'entries-kept'),
  photos: registerLength(pack.registerRules, 'sheet-photo-kept'),
  evaluations: registerLength(pack.registerRules, 'evaluations-kept'),
})

/** So many at a time: an import does not wait long for the night. */
const batch = 500

/** Makes the list and the database agree. Gives how many people went whom an old backup had brought back. */
export const finishErasingLearners = async ({ db, erasedLearners }: Where): Promise<number> => {
  const { rows: known } = await sql<{ id: string; rule: string; erased_on: string; erased_by: string | null }>`
    select * from learners_erased()`.execute(db)
  const before = erasedLearners.all()
  for (const { id, rule, erased_on, erased_by } of known)
    if (!before.has(id)) await erasedLearners.add([id], { on: erased_on, rule, by: erased_by })
  const list = erasedLearners.all()
  const { rows } = await sql<{ id: string }>`select learners_there(${[...list.keys()]}::uuid[]) as id`.execute(db)
  let gone = 0
  for (const those of Map.groupBy(rows, ({ id }) => `${list.get(id)?.rule} ${list.get(id)?.by}`).values()) {
    const erased = list.get(those[0]?.id ?? '')
    if (erased)
      gone += await eraseNow(
        db,
        those.map(({ id }) => id),
        erased.rule,
        erased.by,
      )
  }
  return gone
}

const eraseNow = async (db: Db, those: readonly string[], rule: string, by: string | null): Promise<number> => {
  const { rows } = await sql<{ gone: number }>`select erase_due_learners(${[...those]}::uuid[], ${rule}, ${by}::uuid) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}

/**
 * Everyone whose time is over on the clocks of the partnership, names on lists of events and photos of paper sheets that are, and what was said of
 * events. Gives how many people went, names, and answers.
 */
export const eraseDueLearners = async ({
  db,
  erasedLearners,
  lengths,
  now,
  timezone,
}: Where & { lengths: Lengths; now: Temporal.Instant; timezone: string }): Promise<{
  people: number
  entries: number
  evaluations: number
}> => {
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const { taught, made } = lookBefore(lengths, today)
  const { rows } = await sql<{ id: string; made_on: string; bare: string | null; ends_on: string | null; endless: boolean }>`
    select * from learners_kept(${taught?.toString() ?? null}::date, ${made?.toString() ?? null}::date)`.execute(db)
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  const over = rows.flatMap(({ id, made_on, bare, ends_on, endless }) => {
    const until = keptUntil({ made: Temporal.PlainDate.from(made_on), bare: day(bare), ends: day(ends_on), endless }, lengths)
    return isOver(until, today) ? id : []
  })
  let people = 0
  for (let from = 0; from < over.length; from += batch) {
    const those = over.slice(from, from + batch)
    await erasedLearners.add(those, { on: today.toString(), rule: 'time-over', by: null })
    people += await eraseNow(db, those, 'time-over', null)
  }
  const ago = (length: Temporal.Duration | null) => length && at(today.subtract(length).toZonedDateTime(timezone).toInstant())
  const ended = ago(lengths.entries)
  await sql`select remove_sheet_photos(${ago(lengths.photos)}, ${ended})`.execute(db)
  const of = async (what: 'remove_entries' | 'remove_evaluations', before: ReturnType<typeof ago>): Promise<number> =>
    before ? ((await sql<{ gone: number }>`select ${sql.ref(what)}(${before}) as gone`.execute(db)).rows[0]?.gone ?? 0) : 0
  return {
    people,
    entries: await of('remove_entries', ended),
    evaluations: await of('remove_evaluations', ago(lengths.evaluations)),
  }
}
