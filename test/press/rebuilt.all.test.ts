import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { copyProject } from '../support/copied.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { realPack } from '../support/real-pack.ts'

/* Everything of the pack: the same bytes from another folder, another process, another zone and another language; and a new number. */

const work = mkdtempSync(join(tmpdir(), 'waymark-rebuilt-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const here = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
type File = { file: string; id: string; state: 'made' | 'from-cache' | 'kept' }

const run = (command: string, name: string, env: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, [command, 'press', '--json', '--out', join(work, name)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, WAYMARK_DATA: join(work, `${name}-data`), WAYMARK_ORIGIN: 'https://waymark.example.org', ...env },
  })

const press = (command: string, name: string, env: NodeJS.ProcessEnv): File[] => {
  const { status, stdout, stderr } = run(command, name, env)
  expect(status, stderr).toBe(0)
  return (JSON.parse(stdout.slice(stdout.indexOf('{'))) as { files: File[] }).files
}

test('the same bytes everywhere, of a new number only what prints it, and of a fault nothing', () => {
  const first = press(here, 'here', { TZ: 'Europe/London', LC_ALL: 'C' })
  mkdirSync(join(work, 'copy'))
  const copy = copyProject(join(work, 'copy'))
  const far = { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }
  press(copy, 'there', far)
  const names = first.map(({ file }) => file).sort()
  expect(readdirSync(join(work, 'there')).sort()).toEqual(names)
  const differ = names.filter((name) => !readFileSync(join(work, 'here', name)).equals(readFileSync(join(work, 'there', name))))
  expect(differ).toEqual([])

  const [old, fresh] = ['0800 555 111', '0800 555 999']
  const services = join(work, 'copy/content/national/services.yaml')
  const text = readFileSync(services, 'utf8')
  writeFileSync(
    services,
    text.replaceAll(old, fresh).replaceAll(old.replaceAll(' ', ''), fresh.replaceAll(' ', '')).replaceAll('44800555111', '44800555999'),
  )
  const times = () => new Map(names.map((name) => [name, statSync(join(work, 'there', name)).mtimeMs]))
  const before = times()
  const after = press(copy, 'there', far)
  const printing = outputsOfPack(realPack()).flatMap((output) => (JSON.stringify(output).includes(old) ? [output.file] : []))
  expect(printing.length).toBeGreaterThan(20)
  expect(after.flatMap(({ file, state }) => (state === 'made' ? [file] : [])).sort()).toEqual(printing.sort())
  const now = times()
  expect(names.filter((name) => before.get(name) !== now.get(name))).toEqual(printing.toSorted())

  const sectors = join(work, 'copy/content/national/sectors.yaml')
  const lines = readFileSync(sectors, 'utf8').split('\n')
  const line = lines.findIndex((one) => one.includes('Nearly all guests'))
  writeFileSync(sectors, lines.with(line, lines[line]?.replace('guests', 'gue\u4e2dsts') ?? '').join('\n'))
  const { status, stderr } = run(copy, 'there', far)
  expect(status).toBe(1)
  expect(stderr).toContain(
    `national/sectors.yaml:${line + 1}  error (press)  leaflet-hotel.pdf: none of its fonts has the character "\u4e2d" (U+4E2D)`,
  )
  expect(stderr).toContain('No files were written.')
  expect(times()).toEqual(now)
}, 300_000)
