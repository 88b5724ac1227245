import { expect, test } from 'vitest'
import { fairTurns } from './turns.ts'

test('with many waiting of one, the next of another comes after one of them; and all come, in their order', () => {
  const rounds: (() => void)[] = []
  const turns = fairTurns<string>((next) => rounds.push(next))
  const done: string[] = []
  const take = (key: string, name: string): void => turns.take(key, () => done.push(name))
  for (let number = 0; number < 5; number += 1) take('school', `school ${number}`)
  take('phone', 'phone 0')
  expect(done).toEqual(['school 0'])
  rounds.shift()?.()
  rounds.shift()?.()
  expect(done).toEqual(['school 0', 'school 1', 'phone 0'])
  while (rounds.length) rounds.shift()?.()
  expect(done.slice(3)).toEqual(['school 2', 'school 3', 'school 4'])
  take('school', 'later')
  expect(done.at(-1)).toBe('later')
})

test('work that fails keeps nobody from their turn', () => {
  const rounds: (() => void)[] = []
  const turns = fairTurns<number>((next) => rounds.push(next))
  let done = 0
  turns.take(1, () => {})
  turns.take(1, () => {
    throw new Error('x')
  })
  turns.take(1, () => {
    done += 1
  })
  expect(rounds.shift()).toThrow()
  while (rounds.length) rounds.shift()?.()
  expect(done).toBe(1)
})
