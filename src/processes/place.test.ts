import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contentAt, contentFault } from './place.ts'

test('content lies in the tree, or where the environment says', () => {
  expect(contentAt('tree', {})).toBe(join('tree', 'content'))
  expect(contentAt('tree', { WAYMARK_CONTENT: '' })).toBe(join('tree', 'content'))
  expect(contentAt('tree', { WAYMARK_CONTENT: 'elsewhere' })).toBe(resolve('elsewhere'))
})

test('a folder without the national files is named', () => {
  expect(contentFault({})).toBeNull()
  expect(contentFault({ WAYMARK_CONTENT: import.meta.dirname })).toMatch(/^WAYMARK_CONTENT=.+: write .+\.$/)
  expect(contentFault({ WAYMARK_CONTENT: `${import.meta.dirname}/../../content` })).toBeNull()
})
