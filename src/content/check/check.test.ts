import { afterAll, describe, expect, it } from 'vitest'
import type { Finding } from '../finding.ts'
import { type Edit, entryLines, everyEighth, fieldLine, testPack, withLine } from '../fixtures.ts'
import type { Whole } from '../load.ts'
import { loadNational } from '../national.ts'
import { brandFindings } from './brand.ts'
import { easyReadFindings } from './easy-read.ts'
import { checkPack, dueSoon } from './index.ts'
import { linkFindings } from './links.ts'
import { phoneFindings } from './phones.ts'
import { bars, readingAges, readingFindings } from './reading.ts'
import { reviewFindings, reviews } from './review.ts'

/* The slow checks, on the shipped pack with one thing after another made wrong. Lines are found by what stands on them. */

const pack = testPack()
afterAll(() => pack.remove())
const read = pack.read
const whole = pack.load()
if (!whole.pack) throw new Error('the shipped pack does not load')
const { sectors, types, course } = whole.pack

const today = Temporal.PlainDate.from('2026-11-30')
const addresses = new Set([
  ...[
    '/',
    '/about',
    '/accessibility',
    '/get-help',
    '/news',
    '/privacy',
    '/report',
    '/sectors',
    '/signs',
    '/signs/check',
    '/support',
    '/your-rights',
    '/what-happens-next',
    '/get-help/easy-read',
    '/your-rights/easy-read',
    '/your-safety',
    '/pathway',
    '/pathway/dates',
    '/pathway/explain',
    '/pathway/explain/interpreter',
    '/pathway/who-may-refer',
    '/training/children',
    '/search',
    '/campaigns/world-day-against-trafficking',
    '/campaigns/anti-slavery-day',
  ],
  ...[...sectors.map((s) => `/sectors/${s.id}`), ...types.map((t) => `/signs/types/${t.id}`)],
  ...['/training', ...course.parts.map(({ id }) => `/training/${id}`)],
  ...['/signs#money', '/report#at-work', '/privacy#who', '/pathway', '/your-rights#immigration', '/your-rights#crime', '/your-rights#stay'],
])
/** All but what style.yaml finds: words put in here to be found by another check are often on that list too (style.test.ts). */
const judged = (loaded: ReturnType<typeof pack.load>, on = today) =>
  checkPack(loaded, { today: on, addresses, others: [] }).filter(({ rule }) => rule !== 'style')
const check = (edits: readonly Edit[] = [], on = today) => judged(pack.load(edits), on)
const shown = (findings: ReturnType<typeof check>) =>
  findings.map((f) => `${f.severity} ${f.rule} ${f.file}:${f.line} ${f.found} | ${f.instead}`)

const lineOf = (text: string, find: RegExp): number => {
  const at = text.split('\n').findIndex((l) => find.test(l))
  if (at < 0) throw new Error(`nothing fits ${find}`)
  return at + 1
}

type Variant = { name: string; edit: Edit; rule: string; line: number; says: RegExp; severity?: 'warning' }

const variants: Variant[] = []
/** Puts words into a file behind the first text that fits, and expects a finding on that line (or `below` it). */
const put = (name: string, file: string, find: RegExp, words: string, rule: string, says: RegExp, below = 0) => {
  const text = read(file)
  const line = lineOf(text, find)
  variants.push({
    name: `${file}: ${name}`,
    edit: { file, text: withLine(text, line - 1, (l) => l.replace(find, (all) => all + words)) },
    rule,
    line: line + below,
    says,
  })
}
/** The same, with words in the place of what fits. */
const swap = (name: string, file: string, find: RegExp, words: string, rule: string, says: RegExp, below = 0) => {
  const text = read(file)
  const line = lineOf(text, find)
  variants.push({
    name: `${file}: ${name}`,
    edit: { file, text: withLine(text, line - 1, (l) => l.replace(find, words)) },
    rule,
    line: line + below,
    says,
  })
}
/** Adds a paragraph at the end of a Markdown file, and expects a finding in its line `below` (0: the first). */
const append = (name: string, file: string, words: string, rule: string, says: RegExp, below = 0) => {
  const text = read(file).trimEnd()
  variants.push({
    name: `${file}: ${name}`,
    edit: { file, text: `${text}\n\n${words}\n` },
    rule,
    line: text.split('\n').length + 2 + below,
    says,
  })
}

const page = 'national/pages/your-safety.md'
const about = 'hertfordshire/pages/about.md'
const report = 'national/report.yaml'
const services = 'national/services.yaml'
const news = 'hertfordshire/news/hertfordshire-partnership-marks-world-day-against-trafficking-in-persons-2019.md'
const right = /"0800 121 700"[\s\S]*Write 08000 121 700/

// ------------------------------------------------------------------ numbers
append('a digit short', page, 'Ring 0800 121 700.', 'phone', right)
append('wrongly grouped', page, 'Ring 0800 0121 700.', 'phone', /"0800 0121 700"[\s\S]*Write 08000 121 700/)
append('in the second line of a paragraph', page, 'You can ring\nthe helpline on 0800 121 700.', 'phone', right, 1)
append('broken over two lines', page, 'You can ring 08000\n121 700.', 'phone', /08000↵121 700[\s\S]*on one line/)
append('with a no-break space', page, 'Ring 08000\u00a0121 700.', 'phone', /08000\[U\+00A0\]121 700[\s\S]*ordinary spaces/)
append(
  'an old number',
  page,
  'Ring 0300 303 8151.',
  'phone',
  /"0300 303 8151" is an old number for Salvation Army[\s\S]*Write 0800 808 3733[\s\S]*dated news article/,
)
append('the number of a body that is closed', about, 'Ring 0800 432 0804.', 'phone', /old number[\s\S]*Remove it/)
append('a number of nobody', about, 'Ring 020 7946 0018.', 'phone', /not the number of any service[\s\S]*Remove it, or add its service/)
append(
  'a number that is nearly one',
  about,
  'Ring 0800 555 112.',
  'phone',
  /Write 0800 555 111 \(Crimestoppers\), if that is the number you mean/,
)
append('an emergency number of elsewhere', about, 'In an emergency, ring 112.', 'phone', /"112" is not the number/)
append('a link that rings', page, '[Ring](tel:+448000121700) now.', 'phone', /Write 08000 121 700/)
variants.pop()
put('in the head', page, /^source: "/, 'Ring 0800 121 700. ', 'phone', right)
put('in a comment of the head', page, /^sure: B/, ' # 0800 121 700', 'phone', right)
put('in a place', 'national/sectors.yaml', /lead: "/, 'Ring 0800 121 700. ', 'phone', right)
put('in a comment', 'national/sectors.yaml', /^# HOW TO EDIT IT/, ' 0800 121 700', 'phone', right)
put('in a comment behind a value', 'national/sectors.yaml', /exploitation: \[labour\]/, ' # 0800 121 700', 'phone', right)
put(
  'in interface words',
  'national/words/en/site.yaml',
  /skip: "/,
  'Ring 0800-121-700. ',
  'phone',
  /"0800-121-700"[\s\S]*Write 08000 121 700/,
)
put('in the words of a service', 'national/words/en/services.yaml', /about: "/, 'Or ring 0800 121 700. ', 'phone', right)
put('in the note of a service', services, /^ {2}note: "/, 'It was 0300 303 8151. ', 'phone', /old number/)
put('in the second paragraph of a block', report, /^ {4}[A-Z].*[.]$/, ' Or ring 0800 121 700.', 'phone', right)
put('in a term', 'national/glossary.yaml', /means: "/, 'Ring +44 8000 121 700. ', 'phone', /"\+44 8000 121 700"[\s\S]*Write 08000 121 700/)
swap(
  'without quotes',
  'hertfordshire/partnership.yaml',
  /value: \d+,/,
  'value: 08000121700,',
  'phone',
  /"08000121700"[\s\S]*Write 08000 121 700/,
)
append('a wrong number in a news article', news, 'Ring 0800 121 700.', 'phone', right)
swap(
  'display with other digits than dial',
  services,
  /display: "0800 555 111"/,
  'display: "0800 555 112"',
  'phone',
  /display "0800 555 112" and dial "0800555111" have different digits/,
)
swap(
  'another international form',
  services,
  /e164: "\+44800555111"/,
  'e164: "+44800555112"',
  'phone',
  /e164 is \+44800555112[\s\S]*Write `e164: "\+44800555111"`/,
)
swap('digits that are not those printed', services, /digits: "0800121700"/, 'digits: "0800121701"', 'phone', /Write `digits: "0800121700"`/)
swap(
  'a right number that is none',
  services,
  /digits: "080055511", right: "0800 555 111"/,
  'digits: "080055511", right: "0800 555 112"',
  'phone',
  /right is "0800 555 112"[\s\S]*Write `right: "0800 555 111"`/,
)

// ------------------------------------------------------------------ links and terms
append(
  'a dead link',
  page,
  'See [hotels](/sector/hotel).',
  'link',
  /"\/sector\/hotel" is not an address on this site[\s\S]*Write \/sectors\/hotel/,
)
append(
  'a dead link in the third line',
  page,
  'See\nthis\n[page](/nowhere-at-all).',
  'link',
  /"\/nowhere-at-all" is not an address[\s\S]*remove the link/,
  2,
)
append('a slash too many', page, 'See [places](/sectors/).', 'link', /Write \/sectors\./)
append('a link to a file', page, 'See [privacy](privacy.md).', 'link', /Write \/privacy\./)
append(
  'an anchor that is not there',
  page,
  'See [signs](/signs#mony).',
  'link',
  /leads to an id that the page does not have[\s\S]*did you mean "money"/,
)
append('an anchor of its own that is not there', page, 'See [above](#above).', 'link', /"#above" leads to an id/)
append('http', page, 'See [this](http://www.example.org/).', 'link', /Write https:\/\/www\.example\.org\//)
append('no scheme', page, 'See [this](//www.example.org/).', 'link', /Write https:\/\/www\.example\.org\//)
append('a script', page, 'See [this](javascript:alert(1)).', 'link', /this kind of link is not allowed/)
append('data', page, 'See [this](data:text/html,hello).', 'link', /this kind of link is not allowed/)
append('no address', page, 'See [this](https://nowhere).', 'link', /"https:\/\/nowhere" is not a web address/)
append('no email address', page, 'Write to [us](mailto:nobody).', 'link', /"mailto:nobody" is not an email address/)
append('nothing', page, 'See [this]().', 'link', /does not have an address/)
append('a picture', page, 'See ![a hotel](https://example.org/a.png).', 'link', /a picture[\s\S]*drawings/)
append('a link to a number', page, '[Ring](tel:999).', 'link', /Write \{phone:id of a service\}/)
append(
  'an unknown term',
  page,
  'This is [slavery](term:modern-slavry).',
  'term',
  /"modern-slavry" is not a term[\s\S]*did you mean "modern-slavery"/,
)
append(
  'a mark whose source is not there',
  page,
  'They may be told. [Not checked yet](source:public-ordr)',
  'reference',
  /"public-ordr" is not a source[\s\S]*did you mean "public-order"/,
)
append(
  'a mark on what does not say how sure it is',
  page,
  'They may be told. [Not checked yet](source:ho-2025-annex)',
  'reference',
  /does not say how sure we are of it/,
)
put('an unknown term in a block', report, /^ {4}[A-Z].*[.]$/, ' It is [a term](term:no-such-term).', 'term', /"no-such-term" is not a term/)
put(
  'a dead link in a kind of exploitation',
  'national/exploitation-types.yaml',
  /^ {4}[A-Z].*[.]$/,
  ' See [more](/labour).',
  'link',
  /"\/labour" is not an address/,
)
put(
  'an anchor without page in a place',
  'national/sectors.yaml',
  /^ {2}- "/,
  ' [see](#money)',
  'link',
  /does not say which page[\s\S]*\/signs#money/,
)
put('a dead link in interface words', 'national/words/en/site.yaml', /skip: "/, '[Skip](/mian) ', 'link', /"\/mian" is not an address/)
swap('http for the website', 'hertfordshire/partnership.yaml', /^website: "https:/, 'website: "http:', 'link', /Write https:/)
swap(
  'a script for the website',
  'hertfordshire/partnership.yaml',
  /^website: ".*/,
  'website: "javascript:alert(1)"',
  'link',
  /this kind of link is not allowed/,
)
append(
  'a dead link in a news article',
  news,
  'See [this](/old/page).',
  'link',
  /"\/old\/page" is not an address[\s\S]*do not change imported/,
)
Object.assign(variants.at(-1) ?? {}, { severity: 'warning' })

// ------------------------------------------------------------------ reading
const hard =
  'Organisational representatives endeavouring to accommodate individuals experiencing contemporaneous vulnerabilities should invariably prioritise multidisciplinary collaboration notwithstanding administrative complexities.'
append(
  'a page that is too hard',
  page,
  `${hard}\nIt is so.\n${hard}\n${hard}`,
  'reading',
  /\/your-safety has a reading age of \d+\.\d, and the limit for victims is 10\. Its hardest sentence has a reading age of \d+\.\d: "Organisational/,
)
append(
  'a list that is too hard',
  about,
  Array.from({ length: 12 }, () => `- ${hard.replace(/\.$/, '')}`).join('\n'),
  'reading',
  /\/about has a reading age of [\s\S]*the limit for the public is 12/,
)
put(
  'a place that is too hard',
  'national/sectors.yaml',
  /lead: "/,
  Array.from({ length: 8 }, () => hard).join(' '),
  'reading',
  /\/sectors\/car-wash has a reading age/,
)
put(
  'a way that is too hard',
  report,
  /^ {4}[A-Z].*[.]$/,
  `\n    ${Array.from({ length: 16 }, () => hard).join(' ')}`,
  'reading',
  /\/report has a reading age/,
  1,
)

// ------------------------------------------------------------------ Easy Read
const easy = 'national/easy-read.yaml'
const hardForEasyRead =
  'Representatives endeavouring invariably prioritise multidisciplinary organisational collaboration notwithstanding administrative complexities.'
const short = /"If the line is open, someone should answer\."/
swap(
  'a sentence too long for Easy Read',
  easy,
  short,
  '"One of us will be there to pick it up and talk to you."',
  'easy-read',
  /\/get-help\/easy-read has a sentence of 14 words, and the limit for Easy Read is 12: "One of us/,
)
swap(
  'several ideas in one line of Easy Read',
  easy,
  short,
  '"A person answers. They ask you. You tell them."',
  'easy-read',
  /\/get-help\/easy-read has 3 sentences on one line, and the limit for Easy Read is 2/,
)
swap(
  'hard words in Easy Read',
  easy,
  short,
  Array.from({ length: 4 }, () => `"${hardForEasyRead} ${hardForEasyRead}"`).join('}\n    - {drawing: answers, text: '),
  'reading',
  /\/get-help\/easy-read has a reading age of [\s\S]*the limit for people who use Easy Read is 10/,
)
swap('a dead link in Easy Read', easy, /\(\/your-safety\)/, '(/your-saftey)', 'link', /"\/your-saftey" is not an address/)

// ------------------------------------------------------------------ brand
const brand = 'hertfordshire/brand.yaml'
swap(
  'a weak sun',
  brand,
  /^sun: .*/,
  'sun: "#d88f10"',
  'brand',
  /on-sun #16241f on sun #d88f10 has a contrast of \d\.\d\d to 1, and the minimum is 7[\s\S]*Write `sun: "#[0-9a-f]{6}"`/,
)
swap(
  'a link that is too light',
  brand,
  /^link: .*/,
  'link: "#3d8b7d"',
  'brand',
  /link #3d8b7d on [\s\S]*the minimum is 7[\s\S]*Write `link: /,
)
swap('the blue of GOV.UK', brand, /^deep: .*/, 'deep: "#1d70b8"', 'brand', /deep #1d70b8 is only 0\.00 from the blue of GOV\.UK/)
swap('a sun that some see as brick', brand, /^sun: .*/, 'sun: "#c0672f"', 'brand', /apart for people who cannot see/)

describe('the shipped pack', () => {
  it('passes every check on the day after it was compiled', () => {
    expect(shown(check())).toEqual([])
  })

  it('has a reading age for every page, under its bar, and bars that can be failed', () => {
    const ages = readingAges(whole)
    for (const wanted of [
      '/',
      '/get-help',
      '/your-safety',
      '/support',
      '/your-rights',
      '/what-happens-next',
      '/get-help/easy-read',
      '/your-rights/easy-read',
      '/report',
      '/about',
      '/signs',
      '/sectors/hotel',
      '/signs/types/labour',
    ])
      expect(ages.map((a) => a.page)).toContain(wanted)
    expect(ages.find((a) => a.page === '/get-help')).toMatchObject({ audience: 'victim', bar: 10 })
    for (const { age, bar, page: name } of ages) expect(age, name).toBeLessThanOrEqual(bar)
    expect(bars).toEqual({ victim: 10, public: 12, practitioner: 14, 'easy-read': 10 })
  })

  it('asks nothing of imported news but its numbers', () => {
    expect(readingAges(whole).some((a) => a.page.startsWith('/news/'))).toBe(false)
    const text = `${read(news)}\n\n${hard}\n`
    expect(shown(check([{ file: news, text }]))).toEqual([])
  })
})

describe('a fault that only `waymark check` finds', () => {
  it('comes in more than twenty variants', () => {
    expect(variants.length).toBeGreaterThan(50)
    expect(new Set(variants.map((v) => v.name)).size).toBe(variants.length)
  })

  /** The check that must find a fault, by its rule. */
  const named: Record<string, (loaded: Whole) => Finding[]> = {
    phone: phoneFindings,
    link: (loaded) => linkFindings(loaded, addresses),
    term: (loaded) => linkFindings(loaded, addresses),
    reference: (loaded) => linkFindings(loaded, addresses),
    reading: (loaded) => readingFindings(readingAges(loaded)),
    'easy-read': (loaded) => easyReadFindings(readingAges(loaded)),
    brand: brandFindings,
  }

  it('is found by the check of its name and by no other', () => {
    // One of each rule, and in `npm test` of one: all checks together take long.
    const one = new Map(variants.map((variant) => [variant.rule, variant]))
    expect([...one.keys()].sort()).toEqual(Object.keys(named).sort())
    for (const { edit, rule, name } of [...one.values()].slice(0, process.env.WAYMARK_ALL ? undefined : 1))
      expect([...new Set(check([edit]).map((f) => f.rule))], name).toEqual([rule])
  })

  it.for(everyEighth(variants))('$name', ({ edit, rule, line, says, severity = 'error' }) => {
    const loaded = pack.load([edit])
    expect(loaded.findings, 'it does not keep the pack from starting').toEqual([])
    if (!loaded.pack) throw new Error('the pack does not load')
    const findings = process.env.WAYMARK_ALL ? judged(loaded) : (named[rule]?.(loaded) ?? [])
    const own = findings.filter((f) => f.rule === rule)
    expect(shown(findings.filter((f) => f.rule !== rule))).toEqual([])
    if (rule !== 'brand') expect(shown(own)).toHaveLength(1)
    const found = own.find((f) => says.test(`${f.found}\n${f.instead}`))
    expect(found, shown(own).join('\n')).toMatchObject({ severity, file: edit.file, line })
  })

  it('lets a dated news article hold a number that is listed as old', () => {
    const text = `${read(news).trimEnd()}\n\nRing 0300 303 8151 or 0800 432 0804.\n`
    expect(shown(check([{ file: news, text }]))).toEqual([])
  })

  it('does not look into the list of wrong numbers', () => {
    const file = services
    const text = read(file).replace(
      'wrong_numbers:\n',
      'wrong_numbers:\n- {id: made-up, printed: "0800 808 373", digits: "0800808373", right: "0800 808 3733", service: salvation-army, kind: digit-missing, seen_at: "0800 808 373", note: "0800 808 373"}\n',
    )
    const phones = (edits: readonly Edit[]) => phoneFindings(pack.load(edits) as Whole)
    expect(shown(phones([{ file, text }]))).toEqual([])
    const used = `${read(page).trimEnd()}\n\nRing 0800 808 373.\n`
    expect(
      shown(
        phones([
          { file, text },
          { file: page, text: used },
        ]),
      ),
    ).toEqual([expect.stringMatching(/common mistake: it has a digit missing \| Write 0800 808 3733/)])
  })

  it('finds each of several', () => {
    const text = `${read(page).trimEnd()}\n\nRing 0800 121 700 or 0800 0121 700. See [this](/nowhere).\n`
    expect(check([{ file: page, text }]).map((f) => f.rule)).toEqual(['link', 'phone', 'phone'])
  })
})

describe('review', () => {
  const [soonest] = reviews(whole)
  if (!soonest) throw new Error('nothing is to be reviewed')
  const last = Temporal.PlainDate.from(soonest.review)
  const past = last.add({ days: 1 })

  it('is a warning from the day after, with owner, line and the question to ask', () => {
    const findings = check([], past)
    expect(new Set(findings.map((f) => f.severity))).toEqual(new Set(['warning']))
    for (const f of findings) {
      expect(f).toMatchObject({
        rule: 'review',
        owner: expect.stringMatching(/^[a-z-]+$/),
        instead: expect.stringMatching(/^(?:Is it|Are they) still right\? (?:.*\? )?Sources?: \S/),
      })
      expect(f.found).toContain(`review was due on ${soonest.review}`)
      expect(read(f.file).split('\n')[f.line - 1], `${f.file}:${f.line}`).toMatch(new RegExp(`^\\s*review(?:_default)?: ${soonest.review}`))
    }
    expect(findings.length).toBeGreaterThan(0)
    expect(reviewFindings(reviews(whole), last)).toEqual([])
  })

  it('of an entry stands at the line of its own', () => {
    const file = 'hertfordshire/services.yaml'
    const at = fieldLine(read(file), 'beacon', 'review')
    const checked = fieldLine(read(file), 'beacon', 'checked')
    const text = withLine(
      withLine(read(file), at, () => '  review: 2026-11-20'),
      checked,
      () => '  checked: 2026-05-20',
    )
    expect(check([{ file, text }])).toEqual([
      expect.objectContaining({
        severity: 'warning',
        rule: 'review',
        file,
        line: at + 1,
        owner: 'partnership-coordinator',
        found: 'beacon: review was due on 2026-11-20',
      }),
    ])
  })

  it('is listed thirty days before, and no longer when it is past', () => {
    const due = (date: Temporal.PlainDate) => dueSoon(whole, date).some((d) => d.file === soonest.file && d.line === soonest.line)
    expect(due(last.subtract({ days: 31 }))).toBe(false)
    expect(due(last.subtract({ days: 30 }))).toBe(true)
    expect(due(last)).toBe(true)
    expect(due(past)).toBe(false)
  })

  it('of many entries that rest on one date of the head is one warning, at that date', () => {
    const file = 'national/indicators.yaml'
    const date = /^review_default: (\S+)/m.exec(read(file))?.[1] ?? ''
    const findings = reviewFindings(reviews(whole), Temporal.PlainDate.from(date).add({ days: 1 })).filter((f) => f.file === file)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      line: lineOf(read(file), /^review_default:/),
      found: expect.stringMatching(/and \d+ more: review was due on/),
    })
  })

  it('reaches pages, the partnership and the bank holidays', () => {
    const files = new Set(reviewFindings(reviews(whole), Temporal.PlainDate.from('2099-01-01')).map((f) => f.file))
    for (const file of [
      page,
      'hertfordshire/partnership.yaml',
      'national/bank-holidays.yaml',
      'hertfordshire/figures.yaml',
      'hertfordshire/partners.yaml',
    ])
      expect(files).toContain(file)
  })
})

describe('the national files by themselves', () => {
  it('are checked without a partnership', () => {
    const { loaded, awaits } = loadNational(pack.content)
    expect(shown(judged(loaded))).toEqual([])
    expect(awaits).toEqual(['adult-social-care', 'childrens-services'])
  })

  it('have their own faults found', () => {
    const edit: Edit = {
      file: 'national/glossary.yaml',
      text: withLine(
        read('national/glossary.yaml'),
        entryLines(read('national/glossary.yaml'), 'sign').from,
        (l) => `${l}\n  colour: green`,
      ),
    }
    const { loaded } = pack.during([edit], () => loadNational(pack.content))
    expect(shown(judged(loaded))).toEqual([expect.stringContaining('"colour" is not a field here')])
  })
})
