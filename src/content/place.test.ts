import { expect, test } from 'vitest'
import { contentAt, contentFault } from './place.ts'

test('content lies in the tree, or where the environment says', () => {
  expect(contentAt('/srv/waymark', {})).toBe('/srv/waymark/content')
  expect(contentAt('/srv/waymark', { WAYMARK_CONTENT: '' })).toBe('/srv/waymark/content')
  expect(contentAt('/srv/waymark', { WAYMARK_CONTENT: '/etc/waymark' })).toBe('/etc/waymark')
})

test('a folder without the national files is named', () => {
  expect(contentFault({})).toBeNull()
  expect(contentFault({ WAYMARK_CONTENT: import.meta.dirname })).toMatch(/^WAYMARK_CONTENT=.+: write .+\.$/)
  expect(contentFault({ WAYMARK_CONTENT: `${import.meta.dirname}/../../content` })).toBeNull()
})
