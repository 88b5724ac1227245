import { randomBytes } from 'node:crypto'
import { certificateCode } from '../../domain/register/codes.ts'
import { nameKey } from '../../domain/register/names.ts'
import { worthOf } from '../../domain/register/standing.ts'
import type { CourseTier } from '../../domain/training/course.ts'
import { type Lesson, lessonOf } from '../../domain/training/lesson.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** A certificate as its holder names it: its code, and their name. */
export type Holding = { code: string; name: string }

/** What a holder has to do: the short update; nothing; the whole course; or another certificate is the one to use. */
export type Due =
  | { due: 'lesson'; lesson: Lesson; endsOn: Temporal.PlainDate | null }
  | { due: 'nothing'; tier: string; until: Temporal.PlainDate | null }
  | { due: 'whole'; because: 'ended' | 'unknown' }
  | { due: 'replaced' | 'withdrawn' }

type Row = { tier: string; version: string; ends_on: string | null; withdrawn: boolean; replaced: boolean }

const today = ({ pack, now }: AttendParts): Temporal.PlainDate => now().toZonedDateTimeISO(pack().partnership.timezone).toPlainDate()

/** `not-found`: no certificate has this code and is of this name; which of the two is wrong is not said. `gone`: the database did not answer. */
export const readDue = async (parts: AttendParts, { code, name }: Holding): Promise<Due | { fault: 'not-found' | 'gone' }> => {
  const key = nameKey(name)
  const found = await parts
    .door()
    ?.attend<Row>('select * from attend_held($1, $2, $3)', [code, registerHash(parts.pepper, 'holder', code + key), key])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const [row] = found.rows
  if (!row) return { fault: 'not-found' }
  const { course } = parts.pack()
  const tier: CourseTier | undefined = course.tiers.find(({ id }) => id === row.tier)
  const endsOn = row.ends_on === null ? null : Temporal.PlainDate.from(row.ends_on)
  const { version, withdrawn, replaced } = row
  const { worth } = worthOf(course, tier ?? { parts: [] }, { version, endsOn, withdrawn, replaced }, today(parts))
  if (worth === 'withdrawn' || worth === 'replaced') return { due: worth }
  if (worth === 'ended') return { due: 'whole', because: 'ended' }
  if (worth === 'current') return { due: 'nothing', tier: row.tier, until: endsOn }
  const lesson = tier ? lessonOf(course, tier, version) : null
  return lesson ? { due: 'lesson', lesson, endsOn } : { due: 'whole', because: 'unknown' }
}

/**
 * Its holder has learned what is new: an attendance of the update, and a certificate in the place of the old one, which ends when that would have.
 * `entry`: a random UUID of the page that was sent. `code` null: a job makes it, in a minute or so, for the register has another name by now.
 */
export const renewCertificate = async (
  parts: AttendParts,
  { entry, code, name, from, to }: Holding & { entry: string; from: string; to: string },
): Promise<{ done: { code: string | null } } | { fault: 'not-found' | 'gone' }> => {
  const key = nameKey(name)
  const fresh = certificateCode(randomBytes(16))
  const hash = registerHash(parts.pepper, 'holder', fresh + key).toString('hex')
  const asked = await parts
    .door()
    ?.attend<{ code: string | null }>('select attend_update($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as code', [
      ...[entry, code, registerHash(parts.pepper, 'holder', code + key), key, from, to, today(parts).toString()],
      ...[fresh, hash, parts.pack().partnership.adopted === null],
    ])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const made = asked.rows[0]?.code ?? null
  return made === null ? { fault: 'not-found' } : { done: { code: made || null } }
}
