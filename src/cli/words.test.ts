import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { type Edit, testPack } from '../content/fixtures.ts'
import { type WordsArgs, words } from './words.ts'

const pack = testPack()
afterAll(() => pack.remove())
afterEach(() => void vi.restoreAllMocks())

const run = (args: Partial<WordsArgs> = {}, edits: readonly Edit[] = []) => {
  const [out, err]: [string[], string[]] = [[], []]
  vi.spyOn(console, 'log').mockImplementation((line = '') => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
  const code = pack.during(edits, () => words({ pack: 'hertfordshire', language: 'en', content: pack.content, ...args }))
  return { code, out: out.join('\n'), err: err.join('\n') }
}
/** The part of the print-out under a heading. */
const under = (out: string, address: string): string => out.split(/^# /m).find((page) => page.split('\n')[0]?.includes(address)) ?? ''

it('prints each sentence of a page on its line, under the title of the page, its own text first', () => {
  const page = 'national/pages/your-safety.md'
  const text = `${pack.read(page).trimEnd()}\n\nCall {phone:police-101}. It is\n[a line](/get-help) of two.\n`
  const { code, out } = run({}, [{ file: page, text }])
  expect(code).toBe(0)
  const title = /^title: (.*)$/m.exec(text)?.[1]
  const own = under(out, '(/your-safety, victim)')
  expect(own.startsWith(`${title}  (/your-safety, victim)\n\n${page}:`)).toBe(true)
  const last = text.split('\n').length - 2
  expect(own).toContain(`${page}:${last}  Call 101.\n${page}:${last}  It is a line of two.\n`)
  expect(under(out, '(/get-help, victim)')).toMatch(
    /national\/pages\/get-help\.md:\d+[\s\S]*words\/en\/get-help\.yaml:\d+[\s\S]*words\/en\/services\.yaml:\d+/,
  )
})

it('prints no note for editors, and nothing that says what a fact rests on', () => {
  const file = 'national/services.yaml'
  const text = pack.read(file).replaceAll(/^( {2}(?:note|source|use_when): )"/gm, '$1"Xyzzy ')
  expect(run({}, [{ file, text }]).out).not.toContain('Xyzzy')
})

it('prints one audience alone', () => {
  const heads = (audience?: string) => run(audience === undefined ? {} : { audience }).out.match(/^# .*$/gm) ?? []
  const [victims = [], ...others] = ['victim', 'public', 'practitioner', 'training'].map(heads)
  expect(victims.length).toBeGreaterThan(5)
  expect(victims.every((head) => head.endsWith('victim)'))).toBe(true)
  expect([...victims, ...others.flat()]).toEqual(heads())
})

it('prints another language, under its own titles', () => {
  const { code, out } = run({ language: 'ar' })
  expect(code).toBe(0)
  expect(under(out, '(/get-help, victim)')).toMatch(
    /^\p{Script=Arabic}[\s\S]*\nnational\/words\/ar\/get-help\.yaml:\d+ {2}\p{Script=Arabic}/u,
  )
  expect(out).not.toContain('words/en/')
})

it('refuses what it does not have in one sentence', () => {
  expect(run({ pack: '../content' })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--pack ../content: write') })
  expect(run({ audience: 'staff' })).toMatchObject({
    code: 2,
    out: '',
    err: '--audience staff: write victim, public, practitioner or training.',
  })
  expect(run({ language: 'xx' })).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^--language xx: choose one of the pack's languages \(en, /),
  })
  expect(run({ pack: 'kent' })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no pack "kent"') })
})
