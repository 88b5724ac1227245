import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fieldLife, makeSealer } from '../../web/forms/seal.ts'
import { openSecrets } from './secrets.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-secrets-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const folder = (): string => join(root, String(folders++))

const began = Temporal.Instant.from('2026-11-29T21:00Z')
const time = { now: began }
const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code })
}
/** An instance, with what it told. */
const instance = async (data: string, write?: () => Promise<void>) => {
  const lines: string[] = []
  const parts = { clock: () => time.now, tell: (line: string) => lines.push(line), patience: 300, ...(write ? { write } : {}) }
  const secrets = await openSecrets(data, parts)
  secrets.close()
  return { ...secrets, ...makeSealer(secrets, () => time.now), lines, file: join(data, 'secrets') }
}

test('instances that start at once have the same secret, in a file for their user alone, with nothing left beside it', async () => {
  const data = folder()
  const all = await Promise.all(Array.from({ length: 8 }, () => instance(data)))
  expect(new Set(all.map(({ newest }) => newest().id)).size).toBe(1)
  expect([readdirSync(data), statSync(join(data, 'secrets')).mode & 0o777]).toEqual([['secrets'], 0o600])
})

test('whatever two instances do and when, what one sealed the other opens for a day; nothing seals for long, and few secrets are kept', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat(1), hours: fc.oneof(fc.nat(12), fc.integer({ min: 0, max: 800 })), restart: fc.boolean() }), {
        maxLength: 12,
      }),
      async (steps) => {
        const data = folder()
        time.now = began
        const pair = [await instance(data), await instance(data)]
        let sealed: { field: string; at: number }[] = []
        for (const { who, hours, restart } of steps) {
          time.now = time.now.add({ hours })
          if (restart) pair[who] = await instance(data)
          // Each looks every ten minutes: nobody misses hours.
          await pair[who]?.renew()
          await pair[1 - who]?.renew()
          for (const one of pair) sealed.push({ field: one.seal('x', 'a'), at: time.now.epochMilliseconds })
          sealed = sealed.filter(({ at }) => time.now.epochMilliseconds - at <= fieldLife * 1000)
          for (const one of pair) expect(sealed.map(({ field }) => one.open(field, 'a'))).toEqual(sealed.map(() => 'x'))
          const { secrets } = JSON.parse(readFileSync(join(data, 'secrets'), 'utf8')) as { secrets: { made: string }[] }
          expect(secrets.length).toBeLessThanOrEqual(2)
          expect(time.now.epochMilliseconds - Date.parse(secrets.at(-1)?.made ?? '')).toBeLessThanOrEqual(30 * 86_400_000)
        }
      },
    ),
    { numRuns: process.env.WAYMARK_ALL ? 100 : 40 },
  ))

test('a secret that another instance has just made is found when its first field comes', async () => {
  const data = folder()
  const [one, other] = [await instance(data), await instance(data)]
  time.now = time.now.add({ hours: 31 * 24 })
  await other.renew()
  expect(other.newest().id).not.toBe(one.newest().id)
  expect(one.open(other.seal('x', 'a'), 'a')).toBe('x')
  expect(one.open(`AgAAAAAA${'A'.repeat(80)}`, 'a')).toBe(undefined)
})

test('a secret from a clock that was years ahead does not seal for years, and opens what it sealed', async () => {
  const data = folder()
  const now = time.now
  time.now = now.add({ hours: 4 * 365 * 24 })
  const early = (await instance(data)).newest().id
  time.now = now
  const late = await instance(data)
  expect([late.newest().id === early, late.withId(early)?.id]).toEqual([false, early])
})

test.each(['', '{"secrets": [{"id": "0000', '{"secrets": []}', '\0'.repeat(300), 'x'.repeat(70_000)])(
  'an empty file, and one that was cut short, is replaced, and one line says so (%#)',
  async (text) => {
    const data = folder()
    mkdirSync(data)
    writeFileSync(join(data, 'secrets'), text, { mode: 0o600 })
    const { lines, seal, open, file } = await instance(data)
    expect([lines.length, lines[0]]).toEqual([1, expect.stringContaining(file)])
    expect([open(seal('x', 'a'), 'a'), (await instance(data)).open(seal('x', 'a'), 'a')]).toEqual(['x', 'x'])
  },
)

test('a file that others may have read, or that is none, stops the start, with its name and what to do', async () => {
  const data = folder()
  const { file } = await instance(data)
  chmodSync(file, 0o640)
  await expect(instance(data)).rejects.toThrow(`${file} can be read by others. Delete it`)
  rmSync(file)
  mkdirSync(file, { mode: 0o700 })
  await expect(instance(data)).rejects.toThrow(`${file} cannot be read (EISDIR)`)
})

test('on a full disk forms work, nothing half-written is left, and the secret is kept as soon as there is room', async () => {
  const data = folder()
  let full = true
  const lines: string[] = []
  const secrets = await openSecrets(data, {
    clock: () => time.now,
    tell: (line) => lines.push(line),
    write: async (handle, text) => {
      await handle.writeFile(full ? text.slice(0, 20) : text)
      if (full) await failing('ENOSPC')()
    },
  })
  secrets.close()
  await secrets.renew()
  const sealer = makeSealer(secrets, () => time.now)
  const field = sealer.seal('x', 'a')
  expect([sealer.open(field, 'a'), lines.length, readdirSync(data)]).toEqual(['x', 1, []])
  expect(lines[0]).toContain('ENOSPC')
  full = false
  await secrets.renew()
  expect([sealer.open(field, 'a'), (await instance(data)).open(field, 'a')]).toEqual(['x', 'x'])
})

test('where the file cannot be replaced the secrets that are there go on, told once; with none the start stops, and says why', async () => {
  const data = folder()
  const first = await instance(data)
  time.now = time.now.add({ hours: 31 * 24 })
  const second = await instance(data, failing('EROFS'))
  await second.renew()
  expect([second.lines.length, second.newest().id]).toEqual([1, first.newest().id])
  await expect(instance(folder(), failing('EACCES'))).rejects.toThrow('cannot be written (EACCES)')
})

test('what a process that was killed left half-written stops nobody for long', async () => {
  const data = folder()
  mkdirSync(data)
  writeFileSync(join(data, 'secrets.new'), '{"sec')
  const { seal, lines } = await instance(data)
  expect([(await instance(data)).open(seal('x', 'a'), 'a'), lines, existsSync(join(data, 'secrets.new'))]).toEqual(['x', [], false])
})

test('a file that was cut while the site ran is replaced at the next look', async () => {
  const data = folder()
  const one = await instance(data)
  truncateSync(one.file, 10)
  await one.renew()
  expect([one.lines.length, (await instance(data)).open(one.seal('x', 'a'), 'a')]).toEqual([1, 'x'])
})
