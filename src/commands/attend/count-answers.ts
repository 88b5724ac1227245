import type { Answered } from '../../domain/register/answered.ts'
import { uuidOf } from '../uuid-of.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** A first answer, as the database is given it (migrations/0033-wrong-answers.ts). `once`: by which the second one of the same person is not counted. */
export type CountedAnswer = Answered & { once: string }

/** A keyed hash of who was asked what, and not of what they said: nobody can work it out from a copy of the database. */
export const onceId = (pepper: Uint8Array, who: readonly unknown[]): string => uuidOf(registerHash(pepper, 'answer', JSON.stringify(who)))

/**
 * Counts what the holder of a certificate answered in the check of the short update, of each question the first time alone. Where the database does
 * not answer they are not counted, and nobody is kept waiting for it.
 */
export const countAnswers = async ({ door, pepper }: AttendParts, code: string, answers: readonly Answered[]): Promise<void> => {
  const given = answers.map((one): CountedAnswer => ({ ...one, once: onceId(pepper, ['update', code, one.version, one.question]) }))
  if (given.length) await door()?.attend('select count_answers($1::jsonb)', [JSON.stringify(given)])
}
