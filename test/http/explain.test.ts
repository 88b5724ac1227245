import { expect, test } from 'vitest'
import { elementsOf, inside, textOf } from './html.ts'
import { ask, withServer } from './support.ts'

const running = withServer()
const page = async (path: string): Promise<string> => (await ask(running().port, path)).text

test('while no language is reviewed none is offered, and the page says what to do instead', async () => {
  const text = await page('/pathway/explain')
  expect(text).not.toMatch(/href="\/[a-z]{2}\/pathway/)
  expect(text).toContain(running().locale.t('interpreter.no-language'))
  expect(text).toContain('href="/pathway/explain/interpreter"')
  expect((await ask(running().port, '/pl/pathway/explain')).status).toBe(404)
})

test('the interpreter has the very phrases of the page', async () => {
  const phrases = async (path: string) => {
    const elements = elementsOf(await page(path))
    // A list of the parts is no list of phrases, though a part may begin as a phrase does.
    const contents = new Set(elements.filter((e) => e.tagName === 'nav').flatMap(inside))
    return elements.filter((e) => e.tagName === 'li' && !contents.has(e)).map(textOf)
  }
  const [own, script] = [await phrases('/pathway/explain'), await phrases('/pathway/explain/interpreter')]
  const body = running().locale.pack.pages.get('nrm-explained')?.body ?? ''
  const lines = own.filter((line) => body.includes(`- ${line.slice(0, 20)}`))
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) expect(script).toContain(line)
})

test('what must be said before a person chooses is said', async () => {
  const text = await page('/pathway/explain')
  for (const said of [
    'You can say no.',
    'you can still stop at any time',
    'You do not have to talk to them',
    'will still have the information about you',
    'others may have to decide what is best for you',
    'a free lawyer for that claim (legal aid)',
    'It does not decide your case',
    'This only applies to the NRM. If you have been arrested, ask your solicitor before you answer questions.',
    'A solicitor, an advocate or an appropriate adult can be there too',
    'you must not be removed from the UK during the recovery period',
    'If a decision is negative, NRM support usually ends, and so does the protection from being removed from the UK.',
    'no one can promise it',
    'There are two decisions',
    'The report leaves your name out',
    'might still be told who you are',
    'independent immigration advice before you decide',
    'a threat to public order',
    'Get a solicitor',
    'No lawyer has read this page yet',
  ])
    expect(text).toContain(said)
})

test('the support it can give is no reason to agree for someone accused of a crime', async () => {
  const text = await page('/pathway/explain')
  const gives = text.slice(text.indexOf('id="gives"'), text.indexOf('id="told"'))
  expect(gives).toContain('a place to live')
  expect(gives).not.toMatch(/accused|crime/)
})

test('the script promises no more of the interpreter than the rules of their work do', async () => {
  const text = await page('/pathway/explain/interpreter')
  expect(text).toContain('unless the law says that they must tell someone, or someone is in danger')
  expect(text).not.toContain('They do not tell others')
  expect(text).toContain('Do not treat it as consent')
})
