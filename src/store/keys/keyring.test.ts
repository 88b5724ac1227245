import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { makeStretch, type Stretch } from '../crypto/argon2.ts'
import { newFileOf } from '../files/replace-file.ts'
import { seal } from '../seal/seal.ts'
import type { About } from '../seal/suite.ts'
import { type Fault, isFault } from './fault.ts'
import { openKeyring } from './keyring.ts'
import type { OpenedKeys, Parts } from './opened-keys.ts'

const root = mkdtempSync(join(tmpdir(), 'waymark-keys-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const folder = (): string => join(root, String(folders++), 'keys')
const seedFile = (mode = 0o600, bytes = randomBytes(32)): string => {
  const file = join(root, `seed-${folders++}`)
  writeFileSync(file, bytes, { mode })
  return file
}

/** The least that there is, where neither strength nor a power cut is the point. */
const cheap: Parts = { cost: { memory: 8, passes: 1, lanes: 1 }, write: (handle, text) => handle.writeFile(text), patience: 200 }
const ring = (place: string, parts: Parts = {}) => openKeyring(place, { ...cheap, ...parts })
const now = Temporal.Instant.from('2026-11-29T21:00:00Z')
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const [anna, ben, cara] = ['anna', 'ben', 'cara']
const [phrase, other] = ['otter lamp velvet orbit cinema', 'quiet harbour spoon nine anvil']
const about: About = { kind: 'concern', id: '0196f1' }

const well = <T extends object>(value: T | Fault): T => {
  if (isFault(value)) throw new Error(`${value.fault} ${value.code ?? ''}`)
  return value
}
const made = async (place = folder(), parts: Parts = {}) => {
  const keyring = ring(place, parts)
  const keys = well(await keyring.make(anna, phrase, now))
  return { place, file: join(place, 'keyring'), keyring, keys, sealed: await sealedTo(place) }
}
const sealedTo = async (place: string, text = 'He is locked in.'): Promise<Uint8Array> => {
  const bytes = await seal(Buffer.from(text), well(ring(place).receivingKey()), about)
  if (bytes === 'too-large') throw new Error(bytes)
  return bytes
}
const opened = async (keys: OpenedKeys | Fault, sealed: Uint8Array): Promise<string> => {
  if (isFault(keys)) return keys.fault
  const read = await keys.open(sealed, about)
  return isFault(read) ? read.fault : Buffer.from(read.content).toString()
}
const text = 'He is locked in.'

test('each holder opens what was sealed, with their own passphrase, in the file for their user alone', async () => {
  const { place, file, keyring, keys, sealed } = await made()
  expect(await keys.addHolder(ben, other, now)).toBe(null)
  expect([await opened(await keyring.open(anna, phrase), sealed), await opened(await ring(place).open(ben, other), sealed)]).toEqual([
    text,
    text,
  ])
  expect(isFault(await keys.open(sealed, { ...about, id: 'another' }))).toBe(true)
  expect([statSync(file).mode & 0o777, statSync(place).mode & 0o777, readdirSync(place)]).toEqual([0o600, 0o700, ['keyring']])
  expect(well(keyring.state()).holders.map(({ id }) => id)).toEqual([anna, ben])
})

test('at its real cost a passphrase opens the key', async () => {
  const place = folder()
  const real = openKeyring(place)
  well(await real.make(anna, phrase, now)).close()
  expect(readFileSync(join(place, 'keyring'), 'utf8')).toContain('$argon2id$v=19$m=65536,t=3,p=1$')
  expect(await opened(await real.open(anna, '  Otter lamp  velvet orbit\tcinema '), await sealedTo(place))).toBe(text)
})

test('a wrong holder and a wrong passphrase are one fault, with the same work', async () => {
  const runs: string[] = []
  const plain = makeStretch()
  const counting: Stretch = (typed, salt, cost) => {
    runs.push(`${cost.memory} ${cost.passes} ${cost.lanes} ${salt.length}`)
    return plain(typed, salt, cost)
  }
  // As after the cost was raised: the holder's own is not the one of today.
  const { place } = await made(folder(), { cost: { memory: 16, passes: 2, lanes: 1 } })
  const keyring = ring(place, { stretch: counting })
  for (const [who, typed] of [
    [anna, other],
    [ben, phrase],
    ['file', phrase],
    [anna, ''],
    [anna, 'x'.repeat(100_000)],
  ] as const)
    expect(await keyring.open(who, typed)).toEqual({ fault: 'wrong-passphrase' })
  expect(await keyring.changePassphrase(ben, phrase, other)).toEqual({ fault: 'wrong-passphrase' })
  expect(runs).toEqual(Array(6).fill('16 2 1 16'))
})

test('where too many stretch already the key is busy, and nothing is changed', async () => {
  const { place, keys } = await made(folder())
  const stretch: Stretch = async () => 'busy'
  const keyring = ring(place, { stretch })
  expect([await keyring.open(anna, phrase), await keyring.changePassphrase(anna, phrase, other)]).toEqual(Array(2).fill({ fault: 'busy' }))
  expect(await ring(folder(), { stretch }).make(anna, phrase, now)).toEqual({ fault: 'busy' })
  expect(isFault(keys)).toBe(false)
})

test('a passphrase is changed by who knows it, and to a good one', async () => {
  const { keyring, sealed } = await made()
  expect(await keyring.changePassphrase(anna, phrase, 'short')).toEqual({ fault: 'passphrase-short' })
  expect(await keyring.changePassphrase(anna, phrase, other)).toBe(null)
  expect([await opened(await keyring.open(anna, phrase), sealed), await opened(await keyring.open(anna, other), sealed)]).toEqual([
    'wrong-passphrase',
    text,
  ])
})

test('with any byte of the file changed nobody opens it; cut short, or not ours, it is damaged and is not written over', async () => {
  const { place, file, keyring } = await made()
  const whole = readFileSync(file)
  // A changed id of the holder is another holder.
  const refused = new Set(['damaged', 'wrong-passphrase', 'no-holder'])
  // One in seven, which meets every field; with WAYMARK_ALL each.
  for (let i = 0; i < whole.length; i += process.env.WAYMARK_ALL ? 1 : 7) {
    const changed = Buffer.from(whole)
    const byte = whole[i] ?? 0
    // White space says nothing, so that it may be changed is no harm.
    if (/\s/.test(String.fromCharCode(byte))) continue
    changed[i] = byte ^ 1
    writeFileSync(file, changed)
    const result = await keyring.open(anna, phrase)
    expect(isFault(result) && refused.has(result.fault), `byte ${i}: ${whole.toString('utf8', i - 10, i + 10)}`).toBe(true)
  }
  for (const content of [
    '',
    '{"version": 1',
    whole.subarray(0, -40),
    'x'.repeat(3_000_000),
    '{"version":1,"holders":[],"keys":[],"mac":""}',
  ]) {
    writeFileSync(file, content)
    expect([await keyring.open(anna, phrase), await keyring.make(ben, other, now), keyring.receivingKey()]).toEqual(
      Array(3).fill({ fault: 'damaged' }),
    )
  }
  expect(readdirSync(place)).toEqual(['keyring'])
})

test('a holder whom somebody wrote into the file without opening it is seen, by all and before the next key', async () => {
  const { file, keyring, keys } = await made()
  const intruder = await made()
  await intruder.keys.addHolder(ben, other, now)
  const [mine, theirs] = [file, intruder.file].map((path) => JSON.parse(readFileSync(path, 'utf8')))
  mine.holders.push(theirs.holders[1])
  mine.keys[0].copies.push(theirs.keys[0].copies[1])
  writeFileSync(file, JSON.stringify(mine))
  expect([await keys.rotate(now, null), await keyring.open(anna, phrase), await keyring.open(ben, other)]).toEqual(
    Array(3).fill({ fault: 'damaged' }),
  )
})

test('one who was removed opens nothing that comes after, not even with a copy of the file; the others open all', async () => {
  const { place, file, keyring, keys, sealed } = await made()
  await keys.addHolder(ben, other, now)
  const [old, bens] = [folder(), well(await ring(place).open(ben, other))]
  await made(old)
  copyFileSync(file, join(old, 'keyring'))
  expect(await keys.removeHolder(ben, now, day('2027-02-28'))).toBe(null)
  const after = await sealedTo(place, 'After.')
  expect([await opened(keys, sealed), await opened(keys, after)]).toEqual([text, 'After.'])
  expect([await opened(bens, sealed), await opened(await keyring.open(ben, other), sealed)]).toEqual(['no-holder', 'wrong-passphrase'])
  expect(await opened(await ring(old).open(ben, other), after)).toBe('no-key')
  // Added again she has another key pair: what she has open since before stays shut.
  await keys.addHolder(ben, other, now)
  expect([await opened(bens, sealed), await opened(await keyring.open(ben, other), after)]).toEqual(['no-holder', 'After.'])
})

test('holders are added once, none is removed who is not there, and the last one stays', async () => {
  const { keys } = await made()
  expect(await keys.addHolder(anna, other, now)).toEqual({ fault: 'holder-exists' })
  expect(await keys.addHolder('file', other, now)).toEqual({ fault: 'holder-exists' })
  expect(await keys.addHolder(ben, 'password', now)).toEqual({ fault: 'passphrase-short' })
  expect(await keys.removeHolder(ben, now, null)).toEqual({ fault: 'no-holder' })
  expect(await keys.removeHolder(anna, now, null)).toEqual({ fault: 'last-holder' })
  await expect(keys.addHolder('../ben', other, now)).rejects.toThrow(RangeError)
})

test('who removes herself has nothing open any more', async () => {
  const { keys, sealed } = await made()
  await keys.addHolder(ben, other, now)
  expect([await keys.removeHolder(anna, now, null), await opened(keys, sealed), await keys.rotate(now, null)]).toEqual([
    null,
    'no-holder',
    { fault: 'no-holder' },
  ])
})

test('nothing is received before two can open it', async () => {
  const place = folder()
  const keyring = ring(place)
  expect([await keyring.readiness(), keyring.receivingKey()]).toEqual([{ ready: false, missing: 'key' }, { fault: 'no-key' }])
  const keys = well(await keyring.make(anna, phrase, now))
  expect(await keyring.readiness()).toEqual({ ready: false, missing: 'second-holder' })
  await keys.addHolder(ben, other, now)
  expect(await keyring.readiness()).toEqual({ ready: true })
  await keys.removeHolder(ben, now, null)
  expect(await keyring.readiness()).toEqual({ ready: false, missing: 'second-holder' })
})

test('a file with the seed opens too, alone or beside people, and counts for as long as it is there', async () => {
  const [place, seed] = [folder(), seedFile()]
  const keyring = ring(place)
  const keys = well(await keyring.makeWithFile(seed, now))
  const sealed = await sealedTo(place)
  expect([await opened(await keyring.openWithFile(seed), sealed), await keyring.readiness(seed)]).toEqual([text, { ready: true }])
  expect([await keyring.readiness(), await keyring.readiness(seedFile())]).toEqual(
    Array(2).fill({ ready: false, missing: 'second-holder' }),
  )
  expect(await keyring.openWithFile(seedFile())).toEqual({ fault: 'no-holder' })
  expect(await keys.addHolder(anna, phrase, now)).toBe(null)
  expect(await opened(await keyring.open(anna, phrase), sealed)).toBe(text)

  const people = await made()
  expect([await people.keys.addFile(seed, now), await opened(await people.keyring.openWithFile(seed), people.sealed)]).toEqual([null, text])
})

test('a seed that others may read, that is a link, too short or not there opens nothing', async () => {
  const { keyring, keys } = await made()
  const seed = seedFile()
  symlinkSync(seed, `${seed}-link`)
  const faults = [
    [seedFile(0o640), { fault: 'readable-by-others' }],
    [`${seed}-link`, { fault: 'readable-by-others' }],
    [seedFile(0o600, randomBytes(31)), { fault: 'damaged' }],
    [seedFile(0o600, randomBytes(33)), { fault: 'damaged' }],
    [join(root, 'none'), { fault: 'unreadable', code: 'ENOENT' }],
    [root, { fault: 'unreadable', code: 'EISDIR' }],
  ] as const
  for (const [file, fault] of faults) {
    if (file !== root) expect([await keyring.openWithFile(file), await keys.addFile(file, now)]).toEqual([fault, fault])
    if (file !== root) expect(await keyring.readiness(file)).toEqual(fault)
  }
})

test('a ring that others may read is refused', async () => {
  const { file, keyring, keys, sealed } = await made()
  chmodSync(file, 0o640)
  expect([await keyring.open(anna, phrase), await keys.rotate(now, null)]).toEqual(Array(2).fill({ fault: 'readable-by-others' }))
  // What is open stays so while the file is the same.
  expect(await opened(keys, sealed)).toBe(text)
})

test('a key that was turned over opens what it received until its day; then nobody does', async () => {
  const { place, keyring, keys, sealed } = await made()
  const first = well(keyring.receivingKey()).id
  expect(await keys.destroy(first)).toEqual({ fault: 'in-use' })
  expect(await keys.rotate(now, day('2027-02-28'))).toBe(null)
  const second = well(keyring.receivingKey()).id
  expect([second === first, await opened(keys, await sealedTo(place)), await opened(keys, sealed)]).toEqual([false, text, text])
  expect([await keys.destroyDue(day('2027-02-28')), await opened(keys, sealed)]).toEqual([null, text])
  const elsewhere = well(await ring(place).open(anna, phrase))
  expect([await keys.destroyDue(day('2027-03-01')), await opened(keys, sealed), await opened(elsewhere, sealed)]).toEqual([
    null,
    'no-key',
    'no-key',
  ])
  expect(well(keyring.state()).keys.map(({ id }) => id)).toEqual([second])
  expect(await keys.destroy(first)).toEqual({ fault: 'no-key' })
})

test('whatever two instances do in whatever order, each holder there is opens all that was sealed to keys that are there', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('add', 'remove', 'rotate', 'destroy', 'both'), fc.nat(1)), { maxLength: 8 }),
      async (steps) => {
        const { place, keyring, keys, sealed } = await made()
        const pair = [keys, well(await ring(place).open(anna, phrase))] as const
        const all = new Map([[well(keyring.receivingKey()).id, sealed]])
        for (const [step, who] of steps) {
          const one = who ? pair[1] : pair[0]
          if (step === 'add') await one.addHolder(ben, other, now)
          if (step === 'remove') await one.removeHolder(ben, now, null)
          if (step === 'rotate') await one.rotate(now, null)
          if (step === 'both') await Promise.all([pair[0].rotate(now, null), pair[1].addHolder(cara, other, now)])
          if (step === 'destroy') {
            const [oldest] = well(keyring.state()).keys
            if (oldest && (await one.destroy(oldest.id)) === null) all.delete(oldest.id)
          }
          all.set(well(keyring.receivingKey()).id, await sealedTo(place))
        }
        const { holders, keys: rows } = well(keyring.state())
        for (const { id } of holders) {
          const opener = await keyring.open(id, id === anna ? phrase : other)
          for (const { id: key } of rows) {
            const bytes = all.get(key)
            if (bytes) expect(await opened(opener, bytes)).toBe(text)
          }
        }
        for (const one of pair) expect(await opened(one, await sealedTo(place))).toBe(text)
        expect(readdirSync(place)).toEqual(['keyring'])
      },
    ),
    { numRuns: process.env.WAYMARK_ALL ? 6 : 3 },
  ))

test('of instances that make the first key at once, one does, and the others are told that there is one', async () => {
  const place = folder()
  const all = await Promise.all([anna, ben, cara].map((who) => ring(place).make(who, phrase, now)))
  expect(all.map((one) => isFault(one) && one.fault).sort()).toEqual([false, 'key-exists', 'key-exists'])
})

test('on a full disk, and after a process that was killed as it wrote, the keys are as they were', async () => {
  const { place, file, sealed } = await made()
  const before = readFileSync(file, 'utf8')
  const write = async (handle: { writeFile(text: string): Promise<void> }) => {
    await handle.writeFile(before.slice(0, 50))
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
  }
  const keys = well(await ring(place, { write }).open(anna, phrase))
  const full = { fault: 'unwritable', code: 'ENOSPC' }
  expect([await keys.rotate(now, null), await keys.addHolder(ben, other, now)]).toEqual([full, full])
  expect(await ring(place, { write }).changePassphrase(anna, phrase, other)).toEqual(full)
  expect(await ring(folder(), { write }).make(anna, phrase, now)).toEqual(full)
  writeFileSync(newFileOf(file), before.slice(0, 100))
  expect([readFileSync(file, 'utf8'), await opened(await ring(place).open(anna, phrase), sealed)]).toEqual([before, text])
  expect(await well(await ring(place).open(anna, phrase)).rotate(now, null)).toBe(null)
  expect([readdirSync(place), await opened(await ring(place).open(anna, phrase), sealed)]).toEqual([['keyring'], text])
})

test('closed, it opens nothing; with the file gone, neither', async () => {
  const { file, keys, keyring, sealed } = await made()
  const second = well(await keyring.open(anna, phrase))
  keys.close()
  expect([await opened(keys, sealed), await keys.rotate(now, null)]).toEqual(['no-key', { fault: 'no-key' }])
  truncateSync(file, 100)
  expect(await opened(second, sealed)).toBe('damaged')
  rmSync(file)
  expect(await opened(second, sealed)).toBe('no-key')
})
