import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRecipe, hashTyped, makeStretch, newSalt, parseRecipe, passphraseCost, passwordCost, stretch, verifyTyped } from './argon2.ts'

/** The least that there is, where strength is not the point. */
const cheap = { memory: 8, passes: 1, lanes: 1 }

test('the costs are those that were chosen, and the process takes them', async () => {
  const encoded = await hashTyped('otter lamp', passwordCost)
  expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await verifyTyped(encoded, 'otter lamp', cheap)).toEqual({ right: true, cost: passwordCost })
  expect(await verifyTyped(encoded, 'otter lump', cheap)).toEqual({ right: false, cost: passwordCost })
  expect(await stretch('x', newSalt(), passphraseCost)).toHaveLength(32)
})

test('what it gives is what the reference implementation gives', async () => {
  // phc-winner-argon2, src/test.c: argon2id, version 0x13, t=2, m=2^8 KiB, p=1, "password", "somesalt".
  const key = await stretch('password', Buffer.from('somesalt'), { memory: 256, passes: 2, lanes: 1 })
  expect(key.toString('hex')).toBe('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe')
})

test('two run at once, some wait, and the rest are told busy, as a value; later there is room again', async () => {
  let [running, most, ends] = [0, 0, [] as (() => void)[]]
  const derive = async () => {
    most = Math.max(most, ++running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running--
    return Buffer.alloc(32)
  }
  const run = makeStretch({ waiting: 3, derive })
  const all = Array.from({ length: 9 }, () => run('x', newSalt(), cheap))
  expect(await Promise.all(all.slice(5))).toEqual(Array(4).fill('busy'))
  while (ends.length || running) {
    for (const end of ends.splice(0)) end()
    await turn()
  }
  expect([(await Promise.all(all.slice(0, 5))).includes('busy'), most]).toEqual([false, 2])
  run('x', newSalt(), cheap)
  await turn()
  expect(running).toBe(1)
})

test('one that fails lets the next have its turn', async () => {
  let failures = 0
  const derive = async () => {
    if (failures++ < 3) throw new Error('out of memory')
    return Buffer.alloc(32)
  }
  const run = makeStretch({ atOnce: 1, waiting: 0, derive })
  for (const _ of '123') await expect(run('x', newSalt(), cheap)).rejects.toThrow('out of memory')
  expect(await run('x', newSalt(), cheap)).toHaveLength(32)
})

test('a recipe is read as it was written', () =>
  fc.assert(
    fc.property(
      fc.record({
        memory: fc.integer({ min: 32, max: 131_072 }),
        passes: fc.integer({ min: 1, max: 6 }),
        lanes: fc.integer({ min: 1, max: 4 }),
      }),
      fc.uint8Array({ minLength: 16, maxLength: 32 }),
      (cost, salt) => {
        expect(parseRecipe(formatRecipe(cost, salt))).toEqual({ cost, salt: Buffer.from(salt) })
      },
    ),
  ))

const salt = 'A'.repeat(22)
test.each([
  `$argon2id$v=19$m=131073,t=1,p=1$${salt}`,
  `$argon2id$v=19$m=9999999,t=1,p=1$${salt}`,
  `$argon2id$v=19$m=19456,t=7,p=1$${salt}`,
  `$argon2id$v=19$m=19456,t=2,p=5$${salt}`,
  `$argon2id$v=19$m=7,t=2,p=1$${salt}`,
  `$argon2id$v=19$m=8,t=2,p=2$${salt}`,
  `$argon2i$v=19$m=19456,t=2,p=1$${salt}`,
  `$argon2id$v=16$m=19456,t=2,p=1$${salt}`,
  `$argon2id$v=19$m=019456,t=2,p=1$${salt}`,
  `$argon2id$v=19$m=19456,t=2,p=1$${salt.slice(1)}B`,
  '',
])('a row that was changed to ask for more, or is no recipe, is refused: %s', async (text) => {
  expect(parseRecipe(text)).toBe(null)
  expect(await verifyTyped(`${text}$${'A'.repeat(43)}`, 'x', cheap)).toEqual({ right: false, cost: cheap })
})

test('anything in the place of a hash is judged, and wrong', () =>
  fc.assert(
    fc.asyncProperty(fc.option(fc.string()), fc.string(), async (encoded, typed) => {
      expect(await verifyTyped(encoded, typed, cheap)).toEqual({ right: false, cost: cheap })
    }),
    { numRuns: 30 },
  ))
