import { expect, test } from 'vitest'
import { filesUnder, isForTests, read } from './source.ts'

/** A browser's own scripts have no other clock; `context/site-context.ts` gives the site its own where none is given. */
const givers = /^src\/web\/(?:script\/|context\/site-context\.ts$)/
const readsClock = (code: string): boolean => /\bDate\.now\b|\bTemporal\.Now\b|new Date\(\)/.test(code)

test('all that the site keeps for a time goes by the site’s one clock', () => {
  const own = filesUnder('src/web').filter((path) => /\.tsx?$/.test(path) && !isForTests(path) && !givers.test(path))
  expect(own.filter((path) => readsClock(read(path)))).toEqual([])
  expect(own.length).toBeGreaterThan(100)
  expect(['const now = Date.now()', 'Temporal.Now.instant()', 'new Date()'].every(readsClock)).toBe(true)
})
