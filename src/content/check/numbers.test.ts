import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownNumber } from './number-fault.ts'
import { numberFaults } from './numbers.ts'

const active = (digits: string, display: string): KnownNumber => ({ digits, display, service: 'x', use: 'active' })
const numbers: KnownNumber[] = [
  active('08000121700', '08000 121 700'),
  active('0800555111', '0800 555 111'),
  active('08008083733', '0800 808 3733'),
  active('03000115555', '03000 11 55 55'),
  active('03001234043', '0300 123 4043'),
  active('08001111', '0800 1111'),
  active('0800405040', '0800 40 50 40'),
  active('01412767724', '0141 276 7724'),
  active('02892448449', '028 9244 8449'),
  active('999', '999'),
  active('101', '101'),
  active('18000', '18000'),
  active('18001101', '18001 101'),
  active('61016', '61016'),
  { digits: '0800121700', display: '0800 121 700', service: 'x', use: 'wrong' },
  { digits: '080055511', display: '0800 555 11', service: 'x', use: 'wrong' },
  { digits: '03003038151', display: '0300 303 8151', service: 'x', use: 'retired' },
]
const long = numbers.filter((n) => n.digits.startsWith('0'))
const activeLong = long.filter((n) => n.use === 'active')
const faults = (text: string) => numberFaults(text, numbers)
const kinds = (text: string) => faults(text).map((f) => `${f.kind} ${f.digits}`)

describe('numbers in a text', () => {
  it.for([
    'Ring 08000 121 700, day and night.',
    'Ring **0800 555 111**.',
    'Call 0800 1111 (Childline), 0800 555 111/0800 40 50 40 or 03000 11 55 55.',
    'Ring 0800 555 111 24 hours a day, 365 days a year.',
    'Open 0800-2000, from 08:00 to 20:00, 8am-8pm, 08.00-20.00.',
    'On 30 July 2019, 30/07/2019, 30.07.2019, 30-07-19, 2019-07-30 and 2026-11-28T21:10:00+00:00.',
    'In 2017-2019, 2017–2019 and 2024/25; pages 100-200; 30,541 people; 0.25 of them; £2.8m; £0.5 million; +22%.',
    'S.I. 2023/33, section 52, E07000095, herts.police.uk news 0575, watfordobserver 19868649 (2022).',
    'See https://example.org/0800121700, www.example.org/0300-303-8151 and a.b@08000.example.org; #0f5647.',
    '[Read](/news/0800121701) and [this](https://example.org/a?n=0300123404).',
    'Ring {phone:emergency-999} or {number}; {count, plural, one {# page} other {# pages}}.',
    'Ring 999. Call 101, or text 61016. On a textphone, ring 18000 or 18001 101.',
    'If you cannot speak, ring, listen, and press 55 when asked.',
    'Text 300 people. Call 24 hours a day. Ring 3 times. We had 9,000 calls in 2019. Calls in 2023 were many.',
    'Company number 08123456, charity number 1116475.',
    'It cost 15p a call when it began (2011). 999 BSL. 200+ languages. In about 30 of 100 cases, 40 50 60.',
    'The version 0.28.2 of 2026, 0.000123456, 51.8098, -0.2377.',
    '1. First\n2. Second\n3. 0800 555 111\n4. Fourth',
  ])('finds nothing wrong in %j', (text) => expect(kinds(text)).toEqual([]))

  it.for([
    ['Ring 0800 121 700 now', 'wrong 0800121700'],
    ['Ring 0800 0121 700 now', 'grouped 08000121700'],
    ['08000-121-700', 'grouped 08000121700'],
    ['08000.121.700', 'grouped 08000121700'],
    ['08000121700', 'grouped 08000121700'],
    ['(08000) 121 700', 'grouped 08000121700'],
    ['+44 8000 121 700', 'grouped 08000121700'],
    ['+44 (0)8000 121 700', 'grouped 08000121700'],
    ['+44(0)8000121700', 'grouped 08000121700'],
    ['0044 8000 121700', 'grouped 08000121700'],
    ['tel:+448000121700', 'grouped 08000121700'],
    ['[Ring](tel:08000121700)', 'grouped 08000121700'],
    ['08000\u00a0121\u00a0700', 'grouped 08000121700'],
    ['08000\u2011121\u2011700', 'grouped 08000121700'],
    ['08000&nbsp;121&#160;700', 'grouped 08000121700'],
    ['０８０００ １２１ ７００', 'grouped 08000121700'],
    ['٠٨٠٠٠ ١٢١ ٧٠٠', 'grouped 08000121700'],
    ['08000\u200b 121 700', 'grouped 08000121700'],
    ['08000 **121** 700', 'grouped 08000121700'],
    ['Ring 08000\n121 700', 'grouped 08000121700'],
    ['in 2019 08000-121-700', 'grouped 08000121700'],
    ['0800 555 1111', 'unknown 08005551111'],
    ['0800 555 111 2', 'unknown 08005551112'],
    ['0800 555 11', 'wrong 080055511'],
    ['0300 303 8151', 'retired 03003038151'],
    ['0300-3038151', 'retired 03003038151'],
    ['0800 1112', 'unknown 08001112'],
    ['8000 121 700', 'unknown 8000121700'],
    ['18000 121 700', 'unknown 18000121700'],
    ['+33 1 23 45 67 89', 'unknown 33123456789'],
    ['07700 900123', 'unknown 07700900123'],
    ['020 7946 0018 in 2019', 'unknown 02079460018'],
    ['0800 555 112 2019-07-30', 'unknown 0800555112'],
    ['0800 555 112\n\n2. Next', 'unknown 0800555112'],
    ['Text 18001101', 'grouped 18001101'],
    ['18001-101', 'grouped 18001101'],
    ['Ring 9 9 9', 'grouped 999'],
    ['Ring 9-9-9 first', 'grouped 999'],
    ['Call ９９９', 'grouped 999'],
    ['In an emergency call 112.', 'unknown 112'],
    ['Ring 111 for advice', 'unknown 111'],
    ['Call 116 123 to talk', 'unknown 116123'],
    ['Dial 9999', 'unknown 9999'],
    ['ring 99', 'unknown 99'],
    ['call police via 110 or the helpline', 'unknown 110'],
    ['Ring the police on 102, please', 'unknown 102'],
    ['text the word register to 998', 'unknown 998'],
    ['Text 61017', 'unknown 61017'],
  ])('finds %j: %s', ([text = '', wanted = '']) => expect(kinds(text)).toEqual([wanted]))

  it('says where, and what stands there', () => {
    const text = 'A line.\nRing **0800 121 700** or 0800\u00a0555\u00a0111.'
    expect(faults(text).map(({ index, text: shown }) => [text.slice(index, index + shown.length), shown])).toEqual([
      ['0800 121 700', '0800 121 700'],
      ['0800\u00a0555\u00a0111', '0800\u00a0555\u00a0111'],
    ])
  })

  it('finds each of several', () => {
    expect(kinds('0800 121 700, 0800 0121 700; 0300 303 8151. 0800 555 111')).toEqual([
      'wrong 0800121700',
      'grouped 08000121700',
      'retired 03003038151',
    ])
  })
})

// ------------------------------------------------------------------ any text

/** Words that could stand round a number, none of them a unit or a word that rings. */
const word = fc.constantFrom(
  'safe',
  'The',
  'who',
  'somebody',
  'is',
  'not',
  'free',
  'see',
  'it',
  'helpline',
  'or',
  'café',
  '“today”',
  'Hertfordshire',
)
const before = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `${words.join(' ')} `)
const after = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => ` ${words.join(' ')}.`),
  fc.constantFrom('', '.', ', or write.', ')', '; then wait', ' – ask', '\n\nMore.', '!'),
)
const gap = fc.constantFrom(' ', '-', '.', '\u00a0', '\u2011', '\u202f', ' - ', '\u2013', '')

/** The digits in pieces, with something between. */
const grouped = (digits: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 }),
      fc.array(gap, { minLength: 12, maxLength: 12 }),
      fc.boolean(),
    )
    .map(([sizes, gaps, oneGap]) => {
      const pieces: string[] = []
      let rest = digits
      for (const size of sizes) {
        if (rest.length - size < 2) break
        pieces.push(rest.slice(0, size))
        rest = rest.slice(size)
      }
      pieces.push(rest)
      return pieces.map((piece, i) => (i ? (gaps[oneGap ? 0 : i] ?? ' ') : '') + piece).join('')
    })

const plainDigits = (text: string) => text.replace(/\D/g, '')

describe('in any text', () => {
  it('a number as the pack writes it is never a fault', () => {
    fc.assert(
      fc.property(before, fc.constantFrom(...activeLong), after, (a, n, b) => {
        expect(kinds(a + n.display + b)).toEqual([])
      }),
      { numRuns: process.env.WAYMARK_ALL ? 300 : 120 },
    )
  })

  it('the right digits in any other grouping are found', () => {
    fc.assert(
      fc.property(
        before,
        fc.constantFrom(...activeLong).chain((n) => grouped(n.digits).map((text) => ({ n, text }))),
        after,
        (a, { n, text }, b) => {
          fc.pre(text !== n.display)
          expect(kinds(a + text + b)).toEqual([`grouped ${n.digits}`])
        },
      ),
      { numRuns: process.env.WAYMARK_ALL ? 1000 : 400 },
    )
  })

  it('the international form in any grouping is found', () => {
    const form = fc.constantFrom('+44', '+44 ', '+44 (0)', '+44(0)', '0044', '0044 ')
    fc.assert(
      fc.property(
        before,
        form,
        fc.constantFrom(...activeLong).chain((n) => grouped(n.digits.slice(1)).map((text) => ({ n, text }))),
        after,
        (a, f, { n, text }, b) => {
          expect(kinds(a + f + text + b)).toEqual([`grouped ${n.digits}`])
        },
      ),
      { numRuns: process.env.WAYMARK_ALL ? 500 : 200 },
    )
  })

  it('digits of any script are read', () => {
    const zero = fc.constantFrom(0x660, 0x6f0, 0x966, 0xff10, 0x1040, 0x1d7ce, 0x1d7e2)
    fc.assert(
      fc.property(before, zero, fc.constantFrom(...activeLong), after, (a, from, n, b) => {
        const text = n.display.replace(/\d/g, (d) => String.fromCodePoint(from + Number(d)))
        expect(kinds(a + text + b)).toEqual([`grouped ${n.digits}`])
      }),
    )
  })

  it('a number with one digit lost, added or changed is found', () => {
    const slip = fc.constantFrom(...activeLong).chain((n) =>
      fc
        .tuple(fc.nat({ max: n.digits.length - 1 }), fc.constantFrom('lost', 'added', 'changed'), fc.integer({ min: 0, max: 9 }))
        .chain(([i, how, digit]) => {
          const [head, tail] = [n.digits.slice(0, i), n.digits.slice(how === 'added' ? i : i + 1)]
          return grouped(how === 'lost' ? head + tail : `${head}${digit}${tail}`)
        }),
    )
    fc.assert(
      fc.property(before, slip, after, (a, text, b) => {
        const digits = plainDigits(text)
        fc.pre(!numbers.some((n) => n.digits === digits) && digits.length > 7)
        // `0800-1115` is read as from eight to a quarter past eleven.
        fc.pre(!/^\d{4}[^\d ]*-?[^\d]*\d{4}$/.test(text))
        const found = faults(a + text + b)
        expect(found.map((f) => f.kind)).toEqual(['unknown'])
        expect(plainDigits(found[0]?.text ?? '')).toBe(digits)
      }),
      { numRuns: process.env.WAYMARK_ALL ? 1000 : 400 },
    )
  })

  it('a number of the usual length that nobody has is found', () => {
    const foreign = fc.stringMatching(/^0[1-35789]\d{7,9}$/).filter((digits) => !numbers.some((n) => n.digits === digits))
    fc.assert(
      fc.property(before, foreign.chain(grouped), after, (a, text, b) => {
        const found = faults(a + text + b)
        expect(found.map((f) => f.kind)).toEqual(['unknown'])
        expect(plainDigits(found[0]?.text ?? '')).toBe(plainDigits(text))
      }),
      { numRuns: process.env.WAYMARK_ALL ? 1000 : 400 },
    )
  })

  it('dates, ranges, years, times, money, codes and addresses are none', () => {
    const two = (max: number, min = 1) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'))
    const year = fc.integer({ min: 1900, max: 2099 }).map(String)
    const date = fc.tuple(two(28), two(12), year)
    const harmless = fc.oneof(
      date.map(([d, m, y]) => `${y}-${m}-${d}`),
      date.map(([d, m, y]) => `${d}/${m}/${y}`),
      date.map(([d, m, y]) => `${d}.${m}.${y}`),
      date.map(([d, m, y]) => `${d}-${m}-${y.slice(2)}`),
      date.map(([d, , y]) => `${Number(d)} July ${y}`),
      fc
        .tuple(date, date, fc.constantFrom('/', '.', '-'))
        .map(([[d, m, y], [d2, m2, y2], sign]) => `${[d, m, y].join(sign)}-${[d2, m2, y2].join(sign)}`),
      fc.tuple(date, two(23, 0), two(59, 0)).map(([[d, m, y], h, min]) => `${y}-${m}-${d}T${h}:${min}:00+01:00`),
      fc.tuple(year, year).map(([a, b]) => `${a}-${b}`),
      fc.tuple(year, year).map(([a, b]) => `${a}\u2013${b.slice(2)}`),
      year,
      fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 9999 })).map(([a, b]) => `${a}-${b}`),
      fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 }), fc.nat({ max: 999 })).map((parts) => parts.join(', ')),
      fc.tuple(two(23, 0), two(59, 0), two(23, 0), two(59, 0)).map(([a, b, c, d]) => `${a}:${b}-${c}:${d}`),
      fc.tuple(two(23, 0), fc.constantFrom('00', '15', '30', '45'), two(23, 0)).map(([a, b, c]) => `${a}${b}-${c}00`),
      fc.nat({ max: 9_999_999 }).map((n) => n.toLocaleString('en-GB')),
      fc.nat({ max: 9_999_999 }).map((n) => `£${n}`),
      fc.float({ min: 0, max: 1, noNaN: true }).map((n) => n.toFixed(8)),
      fc.stringMatching(/^[EWNS]0\d{7}$/),
      fc.stringMatching(/^#[0-9a-f]{6}$/),
      fc.stringMatching(/^https:\/\/example\.org\/0\d{9,10}\?n=0\d{10}$/),
      fc.stringMatching(/^www\.example\.org\/0[1-9]\d{8}\.html$/),
      fc.stringMatching(/^0\d{3}$/).map((n) => `news ${n}`),
      fc.tuple(year, fc.nat({ max: 999 })).map(([y, n]) => `S.I. ${y}/${n}`),
      fc
        .stringMatching(/^[1-9]\d{7}$/)
        .filter((n) => !numbers.some((k) => k.digits.length === 8 && [...k.digits].filter((d, i) => d !== n[i]).length < 3)),
    )
    fc.assert(
      fc.property(before, harmless, after, (a, text, b) => {
        expect(kinds(a + text + b)).toEqual([])
      }),
      { numRuns: process.env.WAYMARK_ALL ? 2000 : 200 },
    )
  })

  it('never breaks, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => Array.isArray(faults(text))))
    fc.assert(fc.property(fc.stringMatching(/^[0-9 ()+./\n-]{0,60}$/), (text) => faults(text).every((f) => text.includes(f.text))))
  })
})
