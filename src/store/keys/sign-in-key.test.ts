import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSignInKey } from './sign-in-key.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-sign-in-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const folder = (): string => join(root, String(folders++), 'keys')

test('processes that start at once have one key, in a file for their user alone, which stays', async () => {
  const place = folder()
  const all = await Promise.all(Array.from({ length: 5 }, () => openSignInKey(place)))
  expect(new Set(all.map((key) => key.toString())).size).toBe(1)
  expect(all[0]).toHaveLength(32)
  expect([await openSignInKey(place), readdirSync(place), statSync(join(place, 'sign-in')).mode & 0o777]).toEqual([
    all[0],
    ['sign-in'],
    0o600,
  ])
})

test('one that is damaged, or that others may read, is not replaced; on a full disk there is none', async () => {
  const place = folder()
  const file = join(place, 'sign-in')
  await openSignInKey(place)
  chmodSync(file, 0o644)
  expect(await openSignInKey(place)).toEqual({ fault: 'readable-by-others' })
  chmodSync(file, 0o600)
  truncateSync(file, 31)
  expect([await openSignInKey(place), statSync(file).size]).toEqual([{ fault: 'damaged' }, 31])
  const write = async () => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
  }
  const full = folder()
  expect([await openSignInKey(full, { write }), readdirSync(full)]).toEqual([{ fault: 'unwritable', code: 'ENOSPC' }, []])
})
