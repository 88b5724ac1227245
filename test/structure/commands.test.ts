import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { permissionsDocument, permissionsFile } from '../../tools/permissions.ts'
import { filesUnder, isForTests, read } from './source.ts'

/** Every command: what it is called in the audit, what it needs, and its source. */
const found = await Promise.all(
  filesUnder('src/commands')
    .filter((path) => path.endsWith('.ts') && !isForTests(path))
    .map(async (path) => {
      const exports: Record<string, unknown> = await import(/* @vite-ignore */ `../../${path}`)
      return Object.values(exports).flatMap((value) => (isCommand(value) ? [{ path, ...value }] : []))
    }),
)
const commands = found.flat()

function isCommand(value: unknown): value is { verb: string; needs: { action: string; object: string } } {
  return typeof value === 'object' && value !== null && 'verb' in value && 'needs' in value
}

/** Why a command's source says that it writes nothing into the audit; null where it writes. Reads of lists do not: they show what is nobody's content. */
const silence = (action: string, source: string): string | null =>
  action !== 'read' && /entry: null/.test(source) ? 'it changes something, and has `entry: null`' : null

test('each verb is one command, and what changes something has an entry in the audit', () => {
  expect(commands.length).toBeGreaterThan(3)
  // What was read is the same to the audit, whatever it was read for.
  const verbs = commands.map(({ verb }) => verb).filter((verb) => !verb.startsWith('read-'))
  expect(verbs.filter((verb, at) => verbs.indexOf(verb) !== at)).toEqual([])
  expect(commands.filter(({ verb }) => !/^[a-z][a-z-]{2,40}$/.test(verb))).toEqual([])
  expect(commands.filter(({ verb, needs }) => needs.action === 'read' && !verb.startsWith('read-')).map(({ verb }) => verb)).toEqual([])
  expect(commands.flatMap(({ path, verb, needs }) => (verb.startsWith('read-') ? [] : (silence(needs.action, read(path)) ?? [])))).toEqual(
    [],
  )
})

test('a change without an entry would be seen', () => {
  expect(silence('change', 'return { done: 1, entry: null }')).not.toBeNull()
  expect(silence('read', 'return { done: 1, entry: null }')).toBeNull()
})

test('docs/reference/permissions.md says what the table says', () => {
  expect(readFileSync(permissionsFile, 'utf8')).toBe(permissionsDocument())
})
