import { randomBytes } from 'node:crypto'
import { certificateCode } from '../../domain/register/codes.ts'
import { nameKey, organisationKey } from '../../domain/register/names.ts'
import { registerLength } from '../../domain/register/register.ts'
import { holdsUntil } from '../../domain/register/standing.ts'
import type { Workplace } from './enter-event.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** More are no people: a county of a million counts fewer in a month, and of one organisation so many do not finish the course in one hour. */
export const mostAlone = { day: 2000, hour: 200, organisation: 40 }

/** `entry`: of the proof that the check was passed: one proof counts one person, once. */
export type Alone = {
  entry: string
  tier: string
  version: string
  name: string
  workplace: Workplace
  group: string | null
  email: string | null
}

/** Counts somebody who learned alone. Gives the code of their certificate; null: counted by this proof already. `busy`: too many today, or in the last hour. */
export const countAlone = async (
  parts: AttendParts,
  alone: Alone,
  most = mostAlone,
): Promise<{ done: { code: string | null } } | { fault: 'busy' | 'gone' }> => {
  const { entry, tier, version, name, workplace, group, email } = alone
  const { partnership, registerRules } = parts.pack()
  const today = parts.now().toZonedDateTimeISO(partnership.timezone).toPlainDate()
  const typed = 'name' in workplace ? workplace : null
  const key = nameKey(name)
  const code = certificateCode(randomBytes(16))
  const asked = await parts
    .door()
    ?.attend<{ came: string }>(
      'select attend_alone($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) as came',
      [
        ...[entry, tier, version, today.toString(), name, key, 'id' in workplace ? workplace.id : null],
        ...[typed?.name ?? null, typed ? organisationKey(typed.name) : null, typed?.sector ?? null, group],
        ...[email, code],
        registerHash(parts.pepper, 'holder', code + key).toString('hex'),
        holdsUntil(today, registerLength(registerRules, 'certificate-ends'))?.toString() ?? null,
        ...[partnership.adopted === null, most.day, most.hour, most.organisation],
      ],
    )
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came
  if (came === undefined) return { fault: 'gone' }
  if (came === 'busy') return { fault: 'busy' }
  return { done: { code: came === 'again' ? null : came } }
}
