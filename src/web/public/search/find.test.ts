import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../content/fixtures.ts'
import { searchData } from './documents.ts'
import { type Found, makeFind, mostLetters, withinBounds } from './find.ts'

const { pack } = shippedPack('hertfordshire')
if (!pack) throw new Error('the shipped pack has faults')
const data = searchData(pack)
const find = makeFind(data)

const addresses = ({ groups }: Found): string[] => groups.flatMap(({ results }) => results.map(({ href }) => href))

/** What people type, and what must come first. */
const first: [query: string, href: string][] = [
  ['girl', '/report#a-child'],
  ['girls', '/report#a-child'],
  ['boy', '/report#a-child'],
  ['boys', '/report#a-child'],
  ['child', '/report#a-child'],
  ['children', '/report#a-child'],
  ['young person', '/report#a-child'],
  ['i saw a girl', '/report#a-child'],
  ['number', '/get-help'],
  ['numbers', '/get-help'],
  ['phone', '/get-help'],
  ['receptionist', '/sectors/hotel'],
  ['night manager', '/sectors/hotel'],
  ['hotel girl older man', '/sectors/hotel'],
  ['hotel woman three men', '/sectors/hotel'],
  ['hotel', '/sectors/hotel'],
  ['hotle', '/sectors/hotel'],
  ['HOTELS', '/sectors/hotel'],
  ['i work in a hotel', '/sectors/hotel'],
  ['air bnb', '/sectors/hotel'],
  ['car wash', '/sectors/car-wash'],
  ['carwash', '/sectors/car-wash'],
  ['car wahs', '/sectors/car-wash'],
  ['nail bar', '/sectors/nail-bar'],
  ['nial bar', '/sectors/nail-bar'],
  ['nails', '/sectors/nail-bar'],
  ['farm', '/sectors/agriculture'],
  ['fruit picking', '/sectors/agriculture'],
  ['building site', '/sectors/construction'],
  ['care worker', '/sectors/care-home'],
  ['restaurant', '/sectors/hospitality'],
  ['resturant', '/sectors/hospitality'],
  ['takeaway', '/sectors/hospitality'],
  ['factory', '/sectors/factory'],
  ['courier', '/sectors/delivery'],
  ['landlord', '/sectors/private-housing'],
  ['neighbour', '/sectors/private-housing'],
  ['cuckooing', '/sectors/cuckooing'],
  ['teacher', '/sectors/school'],
  ['county lines', '/sectors/school'],
  ['nurse', '/sectors/health-care'],
  ['housing officer', '/sectors/social-housing'],
  ['bank', '/sectors/bank'],
  ['nanny', '/sectors/private-household'],
  ['brothel', '/sectors/adult-services'],
  ['massage parlor', '/sectors/adult-services'],
  ['taxi', '/sectors/transport'],
  ['begging', '/sectors/street'],
  ['help', '/get-help'],
  ['phone numbers', '/get-help'],
  ['salvation army', '/get-help#salvation-army'],
  ['salvaton army', '/get-help#salvation-army'],
  ['crimestoppers', '/get-help#crimestoppers'],
  ['childline', '/get-help#childline'],
  ['beacon', '/get-help#beacon'],
  ['police', '/get-help#police-101'],
  ['polise', '/get-help#police-101'],
  ['08000 121 700', '/get-help#modern-slavery-helpline'],
  ['08000121700', '/get-help#modern-slavery-helpline'],
  ['report', '/report'],
  ['how do I report it?', '/report'],
  ['anonymous', '/get-help#crimestoppers'],
  ['without giving my name', '/report#stay-anonymous'],
  ['deaf', '/report#deaf-or-cannot-speak'],
  ['safe house', '/support#safe-place'],
  ['solicitor', '/support#legal-advice'],
  ['lawyer', '/support#legal-advice'],
  ['forced labour', '/signs/types/labour'],
  ['forced labor', '/signs/types/labour'],
  ['domestic servitude', '/signs/types/domestic-servitude'],
  ['organ trafficking', '/signs/types/organ-harvesting'],
  ['sex trafficking', '/signs/types/sexual'],
  ['cannabis farm', '/signs/types/criminal'],
  ['warning signs', '/signs'],
  ['bruises', '/signs#injuries-unexplained'],
  ['privacy', '/privacy'],
  ['clear history', '/your-safety'],
  ['anti slavery day', '/campaigns/anti-slavery-day'],
  ['ajutor', '/ro/get-help'],
  ['ajutór', '/ro/get-help'],
  ['Am nevoie de ajutor!', '/ro/get-help'],
  ['ajutati-ma', '/ro/get-help'],
  ['pomoc', '/pl/get-help'],
  ['potrzebuje pomocy', '/pl/get-help'],
  ['niebezpieczenstwo', '/pl/get-help'],
  ['ndihmë', '/sq/get-help'],
  ['ndihme', '/sq/get-help'],
  ['giúp', '/vi/get-help'],
  ['giup toi', '/vi/get-help'],
  ['مساعدة', '/ar/get-help'],
  ['مُساعَدة', '/ar/get-help'],
  ['النجدة', '/ar/get-help'],
  ['ሓገዝ', '/ti/get-help'],
  ['እርዳታ', '/am/get-help'],
  ['caawimaad', '/so/get-help'],
  ['کمک', '/fa/get-help'],
  ['مدد', '/ur/get-help'],
  ['помогнете ми', '/bg/get-help'],
  ['pagalba', '/lt/get-help'],
  ['ajuda', '/pt/get-help'],
  ['polski', '/pl/get-help'],
  ['romanian', '/ro/get-help'],
  ['请帮助我', '/get-help'],
  ['ช่วยด้วย', '/get-help'],
]

/** What staff type who have a person before them: the pathway comes before whatever else fits. */
test.each([
  'nurse patient trafficked',
  'I think my patient is being trafficked',
  'NRM referral',
  'how to refer',
  'how do I refer someone?',
  'make a referral',
  'safeguarding adult',
  'adult safeguarding referral',
  'first responder',
  'duty to notify',
  'patient says no',
  'victim says no to referral',
  'she refuses consent',
  'consent',
  'capacity',
  'lacks capacity',
  'mental capacity act',
  'best interests decision',
  'referred before',
  'client was referred before',
  'withdraw from NRM',
  'custody',
  'in police custody',
  'custody sergeant',
  'prisoner',
  'prison officer',
  'hospital discharge',
  'no recourse',
  'no recourse to public funds',
  'share information without consent',
  'confidentiality',
  'detainee',
  'appropriate adult',
  'PACE',
  'section 45',
  's45',
  'bail',
  'cuckooing police',
  'HMO',
  'section 17',
  'exploited overseas',
])('"%s" finds the pathway first', (query) => {
  expect(addresses(find(query))[0]).toBe('/pathway')
})

test.each(['nurse', 'agree', 'prison', 'refuge', 'no money', 'referendum', 'will I go to prison?', 'my boss will not pay', 'police'])(
  '"%s" does not: others type it too',
  (query) => {
    expect(addresses(find(query))[0]).not.toBe('/pathway')
  },
)

test.each(first)('%s finds %s first', (query, href) => {
  expect(addresses(find(query))[0]).toBe(href)
})

test.each([
  'help me',
  'HELP ME!!!',
  'they took my passport',
  'my passport was taken',
  'he hits me',
  'he is hitting me',
  'my boss keeps beating me',
  'kicked me in the stomach',
  'he has a knife',
  "I can't leave",
  'i cant leave',
  'I can’t leave the house',
  'they wont let me leave',
  'scared',
  'scarred of my boss',
  'I am locked in',
  'he is going to kill me',
  'they forced me to work',
  'my boss keeps my passport',
])('"%s" is urgent', (query) => {
  expect(find(query).urgent).toBe(true)
})

test.each(['hotel', 'passport', 'help', 'police', 'report', 'car wash', 'leave', 'training', 'support for victims', 'ajutor', ''])(
  '"%s" is not',
  (query) => {
    expect(find(query).urgent).toBe(false)
  },
)

describe('what is found', () => {
  test('words in a script that nothing has lead to the languages written in it', () => {
    expect(addresses(find('ዝዝዝዝዝዝ'))).toEqual(['/ti/get-help', '/am/get-help', '/ti/get-help/pictures', '/am/get-help/pictures'])
    expect(addresses(find('ъъъъъъ'))).toEqual(['/bg/get-help', '/bg/get-help/pictures'])
  })
  test('an English word that stands in some language’s page does not lead there', () => {
    expect(addresses(find('car wash')).filter((href) => /^\/..\//.test(href))).toEqual([])
  })
  test.each(['hotel girl older man', 'older man', 'man with young girl'])(
    '“%s”: nor does a word that another language has in a phrase of its own',
    (query) => expect(addresses(find(query)).filter((href) => /^\/..\//.test(href))).toEqual([]),
  )
  test.each(['teenager', 'schoolgirl', 'underage'])('%s leads to children’s services and to the way to report it', (query) => {
    expect(addresses(find(query)).slice(0, 2).toSorted()).toEqual(['/get-help#childrens-services', '/report#a-child'])
  })
  test('several things asked for at once are all found', () => {
    expect(addresses(find('hotel passport police'))).toEqual(
      expect.arrayContaining(['/sectors/hotel', '/signs#passport-held', '/get-help#police-101']),
    )
  })
  test('nothing', () => expect(find('zzyzx qqqq').groups).toEqual([]))
  test('no address twice', () => {
    for (const [query] of first) expect([query, new Set(addresses(find(query))).size]).toEqual([query, addresses(find(query)).length])
  })
  test('the data survives being sent as text', () => {
    const again = makeFind(JSON.parse(JSON.stringify(data)))
    for (const [query] of first) expect(addresses(again(query))).toEqual(addresses(find(query)))
  })
})

describe('any text at all', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', '\ud800', '*', '"', '\u0000', '\ufffc', ' \t\n'),
  )
  test('never throws, and is the same the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(find(text)).toEqual(find(text))
      }),
      { numRuns: 300 },
    )
  })
  test('is kept within bounds, whole letters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const kept = withinBounds(text)
        expect(Array.from(kept).length).toBeLessThanOrEqual(mostLetters)
        expect(kept.isWellFormed()).toBe(true)
        expect(withinBounds(kept)).toBe(kept)
      }),
    )
  })
  test.each([
    ['one letter', 'x'.repeat(8000)],
    ['short words', 'ab cd '.repeat(1400)],
    ['words of the site', `${[...first.map(([q]) => q)].join(' ')} `.repeat(10)],
    ['marks', 'a\u0301'.repeat(4000)],
    ['no spaces', '帮'.repeat(8000)],
    ['slips', Array.from({ length: 2000 }, (_, i) => `pasport${i}`).join(' ')],
  ])('8,000 letters and more of %s are answered in 100 ms', (_name, text) => {
    // The best of five: another process may have had the processor meanwhile.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      find(text)
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})
