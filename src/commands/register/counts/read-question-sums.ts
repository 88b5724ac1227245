import { sql } from 'kysely'
import type { QuestionSum } from '../../../domain/register/wrong.ts'
import { command, ofPartnership } from '../../command.ts'

/** First answers to questions of the course, for a coordinator: of each question none until there are five, and then five or more new ones at a time. */
export const readQuestionSums = command<null, readonly QuestionSum[]>({
  verb: 'read-question-sums',
  // Of everybody's: a coordinator's alone.
  needs: { action: 'read', object: 'attendance' },
  about: ofPartnership,
  run: async ({ tx }) => ({ done: (await sql<QuestionSum>`select * from question_sums()`.execute(tx)).rows, entry: null }),
})
