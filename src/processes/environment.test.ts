import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['WAYMARK_ORIGIN', 'ftp://x'],
  ['WAYMARK_ORIGIN', 'waymark.example.org'],
  ['WAYMARK_ORIGIN', 'https://waymark.example.org/path'],
  ['WAYMARK_PACK', '../x'],
  ['WAYMARK_PACK', 'national'],
  ['WAYMARK_PACK', 'Hertfordshire'],
])('%s=%s is refused by name, with what to write', (name, value) => {
  const read = readEnvironment({ [name]: value })
  const told = 'faults' in read ? read.faults.join('\n') : ''
  expect(told.startsWith(`${name}=${value}: write `)).toBe(true)
  expect(told).toMatch(/^.+\.$/)
})

test('one that is empty counts as not set', () => {
  const read = readEnvironment({ PORT: '', WAYMARK_ORIGIN: '', WAYMARK_PACK: '' })
  expect(read).toMatchObject({ settings: { PORT: 3000, WAYMARK_PACK: 'hertfordshire' } })
  expect('settings' in read && read.settings.WAYMARK_ORIGIN).toBe(undefined)
})
