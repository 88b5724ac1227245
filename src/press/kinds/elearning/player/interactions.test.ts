import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answered, interaction12, interaction2004, tellAnswers } from './interactions.ts'

const answered: fc.Arbitrary<Answered> = fc
  .record({
    question: fc.constantFrom('first', 'who-to-tell'),
    asked: fc.string({ minLength: 1, maxLength: 400 }).map((text) => text.replaceAll('{', '(')),
    choices: fc.constantFrom(['yes', 'no'], ['call-999', 'tell-your-lead', 'wait', 'ask-them']),
  })
  .chain((of) =>
    fc.record({ chosen: fc.constantFrom(...of.choices), right: fc.constantFrom(...of.choices) }).map((rest) => ({ ...of, ...rest })),
  )

test('what is told of an answer keeps to the limits of both editions, and is right where the answer was', () => {
  fc.assert(
    fc.property(answered, (given) => {
      const [older, newer] = [Object.fromEntries(interaction12(given)), Object.fromEntries(interaction2004(given, 'en-GB'))]
      expect(older.student_response).toMatch(/^[a-d]$/)
      expect(older.student_response === older['correct_responses.0.pattern']).toBe(older.result === 'correct')
      expect(newer.learner_response === newer['correct_responses.0.pattern']).toBe(newer.result === 'correct')
      expect(older.result === 'correct').toBe(given.chosen === given.right)
      const said = (newer.description ?? '').replace('{lang=en-GB}', '')
      expect(said.length).toBeLessThanOrEqual(250)
      expect(said.length < given.asked.length ? given.asked.startsWith(said.slice(0, -1)) : said === given.asked).toBe(true)
    }),
  )
})

test('a system is told what it says it knows, after what it has, and no more than it need keep', () => {
  const told = (children: string, count: number, answers = 2): string[] => {
    const set: string[] = []
    const answer = interaction12({ question: 'first', asked: '', choices: ['yes', 'no'], chosen: 'no', right: 'yes' })
    tellAnswers(
      Array.from({ length: answers }, () => answer),
      (name) => (name.endsWith('_children') ? children : String(count)),
      (name) => set.push(name.replace('cmi.interactions.', '')),
    )
    return set
  }
  expect(told('', 0)).toEqual([])
  expect(told('id,type,result', 3)).toEqual(['3.id', '3.type', '3.result', '4.id', '4.type', '4.result'])
  expect(told('id,correct_responses', 249)).toEqual(['249.id', '249.correct_responses.0.pattern'])
})
