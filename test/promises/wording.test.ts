import { expect, test } from 'vitest'
import { elementsOf, textOf } from '../http/html.ts'
import { withServer } from '../http/support.ts'
import { everyPage } from './visit.ts'

const running = withServer({ at: '2026-11-24T10:00:00Z' })

/** What nobody can promise, and what is written in words instead. */
const forbidden = [
  /\bno trace\b/i,
  /\bwithout (?:a |any )?trace\b/i,
  /\bleaves? (?:no (?:trace|record|mark)|nothing behind)\b/i,
  /untraceable|cannot be traced/i,
  /24\s*\/\s*7/,
  /\b(?:will|does|do) not show\b(?! the page you left| how many| children)|\bwon[’']t show\b|\bnever shows?\b/i,
  /\b(?:completely|totally|fully|100\s?%|guaranteed) (?:safe|secure|anonymous|private|confidential)\b/i,
  /\bnobody will (?:ever )?know\b/i,
  /\b(?:score|risk level|likelihood|probability)\b/i,
]

const promisesIn = (text: string): string[] => forbidden.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

const wordsOf = (html: string): string => {
  const body = elementsOf(html).find((element) => element.tagName === 'body')
  if (!body) throw new Error('a page without a body')
  return textOf(body)
}

test('no page promises what nobody can keep', async () => {
  for (const [name, { text }] of await everyPage(running())) expect([name, promisesIn(wordsOf(text))]).toEqual([name, []])
})

test.each([
  'This leaves no trace.',
  'Open 24/7',
  'The call will not show on your bill',
  'It is 100% anonymous',
  'It won’t show',
  'Your risk level is high',
  'It vanishes without a trace',
])('such a promise would be seen: %s', (text) => {
  expect(promisesIn(text).length).toBeGreaterThan(0)
})

test('what is said of the Back button, of a figure or of pictures is no such promise', () => {
  expect(promisesIn('The Back button does not show the page you left.')).toEqual([])
  expect(promisesIn('It does not show how many victims there are.')).toEqual([])
  expect(promisesIn('Do not use pictures of chains, and do not show children.')).toEqual([])
})

test('that a call may show is said wherever somebody is asked to ring about themselves', async () => {
  for (const path of ['/get-help', '/your-safety', '/your-rights', '/what-happens-next']) {
    const page = (await everyPage(running())).find(([name]) => name === path)
    expect(wordsOf(page?.[1].text ?? '')).toMatch(/A call may show up on (?:the|your) phone and (?:the|your) phone bill/)
  }
})

test('numbers of a check are never counted', async () => {
  const answer = (await everyPage(running())).find(([name]) => name === 'the answer')
  const main = elementsOf(answer?.[1].text ?? '').find((element) => element.tagName === 'main')
  expect(main && textOf(main)).not.toMatch(/\b\d+ (?:of|out of|signs?|points?)\b/i)
})
