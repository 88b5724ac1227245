import { sql } from 'kysely'
import { command, ofMyself } from '../../command.ts'

/** They work there now, and are that partner's to look after, with all that they learned; or they do not. */
export const answerMoves = command<{ moves: readonly string[]; answer: 'moved' | 'stays' }, { answered: number }, 'answered'>({
  verb: 'answer-moves',
  needs: { action: 'change', object: 'organisation' },
  about: ofMyself,
  run: async ({ tx }, { moves, answer }) => {
    const { rows } = await sql<{ answered: string[] }>`select answer_moves(${[...moves]}::uuid[], ${answer}) as answered`.execute(tx)
    const answered = rows[0]?.answered ?? []
    return answered.length
      ? { done: { answered: answered.length }, entry: answered.map((id) => ({ object: 'learner-move' as const, id })) }
      : { fault: 'answered' }
  },
})
