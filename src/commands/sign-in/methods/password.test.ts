import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cost, makeStretch, passwordCost, type Stretch } from '../../../store/crypto/argon2.ts'
import { hashPassword, passwordFault, verifyPassword } from './password.ts'

const cheap = { cost: { memory: 8, passes: 1, lanes: 1 } }
const her = ['Anna Kowalska', 'anna.kowalska@hertscounty.example', 'Hertfordshire Modern Slavery Partnership']

test.each([
  ['otter lamp velvet', null],
  ['kq8#VfuL2!zx', null],
  ['839204716385', null],
  ['żółw lata nisko', null],
  ['密码密码很长的一句话呀真的', null],
  ['            !', null],
  [`${'a lamp for otters, '.repeat(6)}12345678901234`, null],
  ['annabel lives by hertford castle', null],
  ['elevenchars', 'password-short'],
  ['👩‍👩‍👧‍👧', 'password-short'],
  ['', 'password-short'],
  [`x${'a lamp for otters, '.repeat(7)}`, 'password-long'],
  ['x'.repeat(1e6), 'password-long'],
  ['Password1234', 'password-common'],
  ['P@ssw0rd2026!', 'password-common'],
  ['passwordpassword', 'password-common'],
  ['monkey!monkey!', 'password-common'],
  ['1qaz2wsx3edc', 'password-common'],
  ['$uperman12345', 'password-common'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['121212121212', 'password-common'],
  ['abcdefghijklm', 'password-common'],
  ['123456789012', 'password-common'],
  ['098765432109', 'password-common'],
  ['AnnaKowalska1', 'password-personal'],
  ['kowalska.anna!2026', 'password-personal'],
  ['anna.kowalska@hertscounty.example', 'password-personal'],
  ['HERTFORDSHIRE-26', 'password-personal'],
  ['modern slavery', 'password-personal'],
])('%s: %s', async (typed, fault) => {
  expect(await passwordFault(typed, her)).toBe(fault)
})

test('of the 3,000 that are used most each is refused, if it is long enough and however it is made so', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const common = dictionary['passwords-common']
  const passed: string[] = []
  // Of digits alone only as they are, or repeated: where they end nobody can tell.
  for (const one of common.filter((text) => text.length >= 4 && /[a-z]/.test(text)).slice(0, 3000)) {
    const years = `${one[0]?.toUpperCase()}${one.slice(1)}2026!!!!`
    for (const typed of [one.padEnd(12, '1234567890'), years, one.repeat(3)])
      if ((await passwordFault(typed, [])) !== 'password-common') passed.push(typed)
  }
  expect(passed).toEqual([])
  const long = common.filter((text) => text.length >= 12)
  for (const typed of long) expect(await passwordFault(typed, [])).toBe('password-common')
})

test('what a password manager makes passes', async () => {
  const signs = String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 33 + i))
  for (let i = 0; i < 300; i++) {
    const made = Array.from({ length: 16 }, () => signs[randomInt(signs.length)]).join('')
    expect([made, await passwordFault(made, her)]).toEqual([made, null])
  }
})

test('whatever is typed is judged, whatever the names are', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 200 }), fc.array(fc.string()), async (typed, names) => {
      const fault = await passwordFault(typed, names)
      if (fault === null) expect([...typed.normalize('NFKC')].length).toBeGreaterThanOrEqual(12)
    }),
  ))

test('what was chosen is right, to the last character and in its case; letters may be composed in another way', async () => {
  const kept = await hashPassword('Otter lamp velvé', cheap)
  const verdicts = ['Otter lamp velve\u0301', 'otter lamp velvé', 'Otter lamp velv', 'Otter lamp velvé ', ''].map((typed) =>
    verifyPassword(kept, typed, cheap),
  )
  expect((await Promise.all(verdicts)).map((verdict) => verdict !== 'busy' && verdict.right)).toEqual([true, false, false, false, false])
  expect(kept).not.toBe(await hashPassword('Otter lamp velvé', cheap))
})

test('a book is wrong even where nothing is right', async () => {
  expect(await verifyPassword(await hashPassword('', cheap), 'x'.repeat(1e5), cheap)).toEqual({ right: false })
})

test('one that was kept at another cost is right, and is to be hashed anew', async () => {
  const kept = await hashPassword('otter lamp velvet', cheap)
  expect(await verifyPassword(kept, 'otter lamp velvet', cheap)).toEqual({ right: true, renew: false })
  expect(await verifyPassword(kept, 'otter lamp velvet')).toEqual({ right: true, renew: true })
  expect(await hashPassword('otter lamp velvet')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('right, wrong, no such person, no password, a damaged row and a book sent as a password are the same work', async () => {
  const plain = makeStretch()
  const runs: Cost[] = []
  const stretch: Stretch = (_typed, salt, cost) => {
    runs.push(cost)
    return plain('x', salt, cheap.cost)
  }
  const kept = await hashPassword('otter lamp velvet', { stretch })
  const tries = [
    [kept, 'otter lamp velvet'],
    [kept, 'wrong wrong wrong'],
    [null, 'otter lamp velvet'],
    ['', 'otter lamp velvet'],
    [`${kept}x`, 'otter lamp velvet'],
    [kept, 'x'.repeat(1e6)],
  ] as const
  for (const [row, typed] of tries) await verifyPassword(row, typed, { stretch })
  expect(runs).toEqual(Array(7).fill(passwordCost))
})

test('where too many sign in at once it is busy, neither right nor wrong', async () => {
  const stretch: Stretch = async () => 'busy'
  expect([await hashPassword('x', { stretch }), await verifyPassword(null, 'x', { stretch })]).toEqual(['busy', 'busy'])
})
