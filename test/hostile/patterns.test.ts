import { expect, test } from 'vitest'
import { filesUnder, isForTests, lineOf, type Node, parse, read } from '../structure/source.ts'
import { type Pumped, pumpedOf } from './pumped.ts'

/*
 * Every regular expression of the program is tried on texts made from its own parts. Where its time grows faster than the text, a short file or
 * request of somebody else keeps the processor for minutes.
 */

type Pattern = { place: string; pattern: string; flags: string }

const patternOf = (node: Node): { pattern: string; flags: string } | null => {
  const { regex } = node
  return regex && typeof regex === 'object' && 'pattern' in regex && 'flags' in regex
    ? { pattern: String(regex.pattern), flags: String(regex.flags) }
    : null
}
const patternsIn = (path: string, code: string): Pattern[] =>
  parse(path, code).flatMap((node) => {
    const found = node.type === 'Literal' ? patternOf(node) : null
    return found ? [{ place: `${path}:${lineOf(code, node)}`, ...found }] : []
  })

/** How long it takes to look for it everywhere in a text, in ms of the processor. */
const took = (expression: RegExp, text: string): number => {
  const { user, system } = process.cpuUsage()
  text.replace(expression, '')
  const after = process.cpuUsage()
  return (after.user + after.system - user - system) / 1000
}

/**
 * Does it take long, and more than nine times as long as on a quarter of the text? Where time grows with the square it is sixteen. Three times, for other work of this
 * process counts too.
 */
const isSlow = (expression: RegExp, { before, over }: Pumped, count: number, end: string): boolean =>
  [1, 2, 3].every(() => {
    const on = (n: number) => took(expression, before + over.repeat(Math.ceil(n)) + end)
    const all = on(count)
    return all > 25 && all > 9 * on(count / 4)
  })

/** How often a piece comes, up to a text as long as a file of content; in `npm test` a quarter of it, where what is slow is seen too (below). In small steps at first: a pattern that tries every way doubles its time with each. */
const times = [12, 18, 24, 30, 36, 48, 60, 90, 120, 180, 250, 500, 1000, 2000, 4000, 8000, 16_000]
const longest = process.env.WAYMARK_ALL ? 64_000 : 16_000

const slowOn = ({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>): Pumped | undefined => {
  const expression = new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`)
  return pumpedOf(pattern, flags).find((on) =>
    [...times.filter((count) => count * on.over.length < longest), longest / on.over.length].some((count) =>
      ['', '\ue000'].some((end) => isSlow(expression, on, count, end)),
    ),
  )
}

const sources = filesUnder('src').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !isForTests(path))
const patterns = [
  ...new Map(sources.flatMap((path) => patternsIn(path, read(path))).map((one) => [`${one.pattern}/${one.flags}`, one])).values(),
]

test('no regular expression of the program takes more time than its text is long', () => {
  expect(patterns.length).toBeGreaterThan(200)
  const slow = patterns.flatMap((one) => {
    const on = slowOn(one)
    return on ? [`${one.place} /${one.pattern}/${one.flags} on ${JSON.stringify(on)}`] : []
  })
  expect(slow).toEqual([])
})

test.each(['(a+)+b', 'x[^y]*z', '\\s+$', '<meta\\b[^>]*\\bname=x', '^(?:a|a)*$', '\\d+-\\d+@', '(?:[a-z]+ ?)+!'])(
  'a pattern that is slow is seen: %s',
  (pattern) => {
    expect(slowOn({ pattern, flags: '' })).toBeDefined()
  },
)
