import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openCertificateKey } from './certificate-key.ts'
import { isFault } from './fault.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-certificates-'))
afterAll(() => rmSync(root, { recursive: true }))

test('processes that start at once have one key, in a file for their user alone; one that is damaged is not replaced', async () => {
  const all = await Promise.all([openCertificateKey(root), openCertificateKey(root)])
  const ids = all.map((key) => (isFault(key) ? key.fault : key.id))
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^[\w-]{43}$/)
  const file = join(root, 'certificates')
  expect([readdirSync(root), statSync(file).mode & 0o777]).toEqual([['certificates'], 0o600])
  truncateSync(file, 900)
  expect([await openCertificateKey(root), statSync(file).size]).toEqual([{ fault: 'damaged' }, 900])
})
