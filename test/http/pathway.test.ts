import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { submit } from '../../src/web/forms/submit.ts'
import { pathwayForm } from '../../src/web/public/pages/pathway/form.tsx'
import { attribute, elementsOf, textOf } from './html.ts'
import { ask, pageOf, post, withServer } from './support.ts'

const running = withServer()
const sealer = testSealer()

/** One step with a sealer of our own, so that any field can be made. */
const step = async (fields: readonly (readonly [string, string])[]): Promise<{ status: number; html: string }> => {
  const form = pathwayForm({ locale: running().locale, sealer, cobrandedPress: null })
  return pageOf(await submit(form, { form: new URLSearchParams(fields.map(([name, value]) => [name, value])) }), running().locale)
}
const sealed = (html: string): string => /name="so-far"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? ''
const textIn = (html: string, tag: string): string =>
  elementsOf(html)
    .filter((e) => e.tagName === tag)
    .map(textOf)
    .join('')
const title = (html: string): string => textIn(html, 'h1')

/** Answers in order, as forms give them, of ticks any number; the last page. */
const through = async (...answers: readonly (readonly [string, ...string[]])[]): Promise<string> => {
  let html = ''
  for (const [entry, ...values] of answers) {
    const so = sealed(html)
    const fields = values.map((value) => [entry, value] as const)
    html = (await step([...(so ? [['so-far', so] as const] : []), ['at', entry], ...fields])).html
  }
  return html
}
const idsIn = (html: string): string[] =>
  elementsOf(html).flatMap((e) => (attribute(e, 'class') === 'act' ? (attribute(e, 'id') ?? []) : []))

/** What a tab, a history and a screen reader call the page. */
const tab = (html: string): string => textIn(html, 'title').replace(/ – .*$/, '')

test('every step and every outcome has a title of its own, and an outcome counts what there is to do', async () => {
  const staff = (...contact: readonly [string, ...string[]][]) => [['danger', 'no'], ['organisation', 'gp'], ...contact] as const
  const adult = (contact: string) => staff(['under-18', 'no'], ['contact', contact], ['situation'])
  const contacts = ['not-spoken', 'not-explained', 'agrees', 'refuses', 'pressured', 'capacity', 'referred-before']
  const outcomes = await Promise.all([
    through(['danger', 'yes']),
    through(['danger', 'no'], ['organisation', 'no-organisation'], ['under-18', 'no']),
    through(...staff(['under-18', 'yes'], ['situation'])),
    ...contacts.map((contact) => through(...adult(contact))),
  ])
  const { words } = running().locale.pack.flows.get('pathway') ?? {}
  expect(outcomes.length).toBe(words?.outcomes.size)
  for (const html of outcomes) {
    const own = [...(words?.outcomes.values() ?? [])].find((outcome) => outcome.title === title(html))
    expect(tab(html)).toBe(running().locale.t('pathway.history-outcome', { number: idsIn(html).length, outcome: own?.history_title ?? '' }))
  }
  const steps = await Promise.all([0, 1, 2, 3].map((answered) => through(...adult('agrees').slice(0, answered + 1))))
  const first = await ask(running().port, '/pathway')
  const all = [first.text, ...steps, ...outcomes].map(tab)
  expect(new Set(all).size).toBe(all.length)
})

test('nothing of what was answered stands in an address, and a browser keeps the page for itself', async () => {
  const { port } = running()
  const answer = await post(port, '/pathway', { at: 'danger', danger: 'no' })
  expect([answer.status, answer.headers['cache-control'], answer.headers['set-cookie']]).toEqual([200, 'private, no-cache', undefined])
  const outcome = await through(['danger', 'no'], ['organisation', 'nhs'], ['under-18', 'yes'], ['situation'])
  expect(title(outcome)).toContain('A child')
  for (const html of [answer.text, outcome])
    for (const element of elementsOf(html)) {
      const addresses = ['href', 'action', 'formaction'].flatMap((name) => attribute(element, name) ?? [])
      expect(addresses.filter((address) => address.includes('?'))).toEqual([])
      if (element.tagName === 'form') expect(attribute(element, 'method')).toBe('post')
    }
})

test('answers to another version are told and not used', async () => {
  // The first edition: `agrees` and `safe-tonight` have no place in the second.
  const answers = { danger: 'no', organisation: 'nhs', 'under-18': 'no', agrees: 'no', 'safe-tonight': 'yes' }
  const old = sealer.seal({ flow: 'pathway', version: 1, answers }, 'pathway')
  const { status, html } = await step([
    ['so-far', old],
    ['at', 'organisation'],
    ['organisation', 'nhs'],
  ])
  expect(status).toBe(400)
  expect(html).toContain('The questions have changed since you answered them')
  expect(html).toContain('tel:999')
})

test.each<[string, string]>([
  ['a field of another form', sealer.seal({ place: 'car-wash' }, 'signs-check 1')],
  ['answers to another flow', sealer.seal({ flow: 'nrm-form', version: 1, answers: {} }, 'pathway')],
  ['something else', sealer.seal(['no'], 'pathway')],
  ['nothing', ''],
])('%s is not read', async (_name, field) => {
  const { status, html } = await step([
    ['so-far', field],
    ['at', 'organisation'],
    ['organisation', 'nhs'],
  ])
  expect([status, html.includes(running().locale.t('check.lost'))]).toEqual([400, true])
})

test('a field that was changed or cut short is never read as another', async () => {
  const good = sealed(await through(['danger', 'no'], ['organisation', 'nhs']))
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.base64String({ minLength: 4, maxLength: 4 }), async (at, letters) => {
      for (const field of [good.slice(0, at), good.slice(0, at) + letters + good.slice(at + letters.length)]) {
        const { status } = await step([
          ['so-far', field],
          ['at', 'under-18'],
          ['under-18', 'no'],
        ])
        // The last letter of base64 may be written in more than one way.
        expect(status === 400 || sealer.open(field, 'pathway') !== undefined).toBe(true)
      }
    }),
    { numRuns: process.env.WAYMARK_ALL ? 100 : 20 },
  )
})

test('whatever is posted, with whatever answers, a page comes of it', async () => {
  const ids = ['danger', 'organisation', 'under-18', 'contact', 'situation', 'nation', 'person-in']
  const names = ['at', ...ids, 'agrees', 'back', 'change', 'leave', 'resume', 'safe', 'where', '__proto__', 'constructor']
  const values = [
    'yes',
    'no',
    'not-sure',
    'nhs',
    'council',
    'capacity',
    'hospital',
    'care-needs',
    'missing',
    'scotland',
    '',
    '__proto__',
    ...ids,
  ]
  const word = fc.oneof(fc.constantFrom(...values), fc.string())
  const field = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), word)
  // A field may come many times over.
  const fields = fc.array(
    fc.oneof(
      field.map((one) => [one]),
      fc.tuple(field, fc.nat(40)).map(([one, times]) => Array(times).fill(one)),
    ),
    { maxLength: 6 },
  )
  const answers = fc.dictionary(fc.constantFrom(...names), fc.oneof(word, fc.array(word), fc.anything()), { maxKeys: 7 })
  await fc.assert(
    fc.asyncProperty(fields, answers, async (posted, so) => {
      const field = sealer.seal(
        {
          flow: 'pathway',
          version: running().locale.pack.flows.get('pathway')?.flow.head.version,
          answers: JSON.parse(JSON.stringify(so, (_key, v) => (typeof v === 'bigint' ? String(v) : v)) ?? '{}'),
        },
        'pathway',
      )
      const { status, html } = await step([...posted.flat(), ['so-far', field]])
      expect([200, 400]).toContain(status)
      expect(title(html)).not.toBe('')
    }),
    { numRuns: process.env.WAYMARK_ALL ? 300 : 50 },
  )
})

test('ticks: each counts once however often it is sent, an unknown one is refused, one that was not offered is dropped', async () => {
  const child = await through(['danger', 'no'], ['organisation', 'school'], ['under-18', 'yes'])
  const send = (...ticked: string[]) =>
    step([['so-far', sealed(child)], ['at', 'situation'], ...ticked.map((value) => ['situation', value] as const)])
  const [once, often] = [await send('hospital'), await send(...Array(4000).fill('hospital'))]
  expect(idsIn(often.html)).toEqual(idsIn(once.html))
  expect(sealed(often.html).length).toBe(sealed(once.html).length)
  const unknown = await send('hospital', 'marker')
  expect([unknown.status, title(unknown.html).includes('apply'), unknown.html.includes('marker')]).toEqual([400, true, false])
  expect(
    elementsOf(unknown.html)
      .filter((e) => e.tagName === 'a' && attribute(e, 'href') === '#situation')
      .map(textOf)
      .join(''),
  ).not.toBe('')
  // Care needs bring an adult's card: a child is never asked of them.
  const sly = await send('hospital', 'care-needs', 'again')
  expect(idsIn(sly.html)).toEqual(idsIn(once.html))
  expect(idsIn(sly.html)).not.toContain('adult-safeguarding')
  expect(sealer.open(sealed(sly.html), 'pathway')).toMatchObject({ answers: { situation: ['hospital'] } })
})

test('a change of age drops what only an adult, or only a child, is asked', async () => {
  const adult = await through(
    ['danger', 'no'],
    ['organisation', 'gp'],
    ['under-18', 'no'],
    ['contact', 'capacity'],
    ['situation', 'care-needs', 'hospital'],
  )
  expect(idsIn(adult)).toContain('adult-safeguarding')
  const { html } = await step([
    ['so-far', sealed(adult)],
    ['at', 'under-18'],
    ['under-18', 'yes'],
  ])
  expect(title(html)).toContain('child')
  expect(sealer.open(sealed(html), 'pathway')).toMatchObject({ answers: { situation: ['hospital'] } })
  expect(JSON.stringify(sealer.open(sealed(html), 'pathway'))).not.toContain('capacity')
})

test('places are sent with the organisation: a Health and Social Care Trust refers where it may, at once', async () => {
  const danger = await through(['danger', 'no'])
  const send = async (nation: string, place: string) => {
    const asked = await step([
      ['so-far', sealed(danger)],
      ['at', 'organisation'],
      ['organisation', 'hsc-trust'],
      ['nation', nation],
      ['person-in', place],
    ])
    const contact = await step([
      ['so-far', sealed(asked.html)],
      ['at', 'under-18'],
      ['under-18', 'no'],
    ])
    const last = await step([
      ['so-far', sealed(contact.html)],
      ['at', 'contact'],
      ['contact', 'agrees'],
    ])
    return idsIn(
      (
        await step([
          ['so-far', sealed(last.html)],
          ['at', 'situation'],
        ])
      ).html,
    )
  }
  // The person is in the same place until something else is said.
  expect(await send('northern-ireland', '')).toEqual(expect.arrayContaining(['nrm-by-you', 'in-northern-ireland']))
  expect(await send('northern-ireland', 'scotland')).toEqual(expect.arrayContaining(['nrm-by-you', 'in-scotland']))
  expect(await send('england', '')).toEqual(expect.arrayContaining(['nrm-adult-through']))
  expect(await send('marker', 'marker')).toEqual(await send('england', ''))
})

test('a question without an answer is asked again, and says so in its title', async () => {
  const { port } = running()
  for (const fields of [{ at: 'danger' }, { at: 'danger', danger: 'maybe' }]) {
    const { status, text } = await post(port, '/pathway', fields)
    expect([status, text.includes('<title>Error: ')]).toEqual([400, true])
  }
})

test('“I need to leave now” gives the number for what is known', async () => {
  const known = await through(['danger', 'no'], ['organisation', 'nhs'], ['under-18', 'not-sure'])
  const child = await step([
    ['so-far', sealed(known)],
    ['leave', 'situation'],
  ])
  expect(child.html).toContain('tel:03001234043')
  const adult = await step([
    ['so-far', sealed(await through(['danger', 'no'], ['organisation', 'nhs'], ['under-18', 'no']))],
    ['leave', 'contact'],
  ])
  expect(adult.html).not.toContain('tel:03001234043')
  expect(adult.html).toContain('tel:08000121700')
  const first = await step([['leave', 'danger']])
  expect([first.status, first.html.includes('tel:999')]).toEqual([200, true])
  // What is ticked on the page that is left counts, and is kept.
  const ticked = await step([
    ['at', 'danger'],
    ['danger', 'yes'],
    ['leave', 'danger'],
  ])
  expect(ticked.html).toContain('tel:999')
  expect(ticked.html).not.toContain('tel:03001234043')
  const unable = await step([
    ['so-far', sealed(await through(['danger', 'no'], ['organisation', 'nhs'], ['under-18', 'no']))],
    ['at', 'contact'],
    ['contact', 'capacity'],
    ['leave', 'contact'],
  ])
  expect(unable.html).toContain('tel:03001234042')
  // And leads on to where it was left.
  expect(
    title(
      (
        await step([
          ['so-far', sealed(adult.html)],
          ['resume', 'contact'],
        ])
      ).html,
    ),
  ).toContain('contact')
})

test('the outcome as text holds the lines with their numbers', async () => {
  const { locale } = running()
  const html = await through(
    ['danger', 'no'],
    ['organisation', 'nhs'],
    ['under-18', 'no'],
    ['contact', 'agrees'],
    ['situation', 'no-safe-place'],
  )
  const asked = await step([
    ['so-far', sealed(html)],
    ['text', 'yes'],
  ])
  const text = textIn(asked.html, 'textarea')
  // And back.
  expect(
    idsIn(
      (
        await step([
          ['so-far', sealed(asked.html)],
          ['resume', 'yes'],
        ])
      ).html,
    ),
  ).toEqual(idsIn(html))
  expect(text).toContain('0800 808 3733')
  const words = locale.pack.flows.get('pathway')?.words.actions
  expect(text).toContain(words?.get('nrm-adult-through')?.title)
  // What a case file needs years later: the year, why, what we were not sure of, and how a body without a number is reached.
  expect(text).toMatch(/\w+day \d+ \w+ 20\d\d/)
  expect(text).toContain(`${words?.get('housing-tonight')?.why} Source: `)
  expect(text).toContain('Each council has its own number')
})

test('the first question answers as a finished page', async () => {
  const { status, headers } = await ask(running().port, '/pathway')
  expect([status, headers['cache-control']?.startsWith('public')]).toEqual([200, true])
})
