import { expect, test } from 'vitest'
import { elementsOf, textOf } from './html.ts'
import { ask, withServer } from './support.ts'

const running = withServer()
const page = async (path: string): Promise<string> => (await ask(running().port, path)).text

test('while no language is reviewed none is offered, and the page says what to do instead', async () => {
  const text = await page('/pathway/explain')
  expect(text).not.toMatch(/href="\/[a-z]{2}\/pathway/)
  expect(text).toContain(running().site.say('interpreter.no-language'))
  expect(text).toContain('href="/pathway/explain/interpreter"')
  expect((await ask(running().port, '/pl/pathway/explain')).status).toBe(404)
})

test('the interpreter has the very phrases of the page', async () => {
  const phrases = async (path: string) =>
    elementsOf(await page(path))
      .filter((e) => e.tagName === 'li')
      .map(textOf)
  const [own, script] = [await phrases('/pathway/explain'), await phrases('/pathway/explain/interpreter')]
  const body = running().site.pack.pages.get('nrm-explained')?.body ?? ''
  const lines = own.filter((line) => body.includes(`- ${line.slice(0, 20)}`))
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) expect(script).toContain(line)
})

test('what must be said before a person chooses is said', async () => {
  const text = await page('/pathway/explain')
  for (const said of [
    'You can say no.',
    'you can stop at any time',
    'You do not have to talk to them',
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
