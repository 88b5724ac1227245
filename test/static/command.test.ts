import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeSite } from '../../src/processes/write-site.ts'
import { attribute, elementsOf, textOf } from '../support/html.ts'
import { staticSite } from '../support/static.ts'

const work = mkdtempSync(join(tmpdir(), 'waymark-build-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const command = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
/** What the press has made stays from run to run: it is named by its content. */
const data = fileURLToPath(new URL('../../node_modules/.cache/waymark-press', import.meta.url))
const build = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'build', ...args], {
    env: { ...process.env, WAYMARK_ORIGIN: 'https://help.example.org', WAYMARK_DATA: data, ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('the command writes the site in the place of an earlier one', () => {
  const out = join(work, 'site')
  mkdirSync(out)
  for (const name of ['.waymark-build', 'left-over.html']) writeFileSync(join(out, name), 'earlier')
  const first = build(['--out', out, '--json'])
  expect([first.status, first.stderr]).toEqual([0, ''])
  expect(JSON.parse(first.stdout)).toMatchObject({ out, origin: 'https://help.example.org' })
  expect(readFileSync(join(out, 'get-help.html'), 'utf8')).toContain('<link rel="canonical" href="https://help.example.org/get-help"/>')
  expect(sizeFaults(out)).toEqual([])
  expect(existsSync(join(out, 'left-over.html'))).toBe(false)
  expect(readdirSync(work)).toEqual(['site'])
  // Where the press has kept nothing yet it makes all of it.
}, 180_000)

/** Links to files whose words do not give the size of the file that lies there, or give it of one that is no such file. */
const sizeFaults = (out: string): string[] => {
  const links = elementsOf(readFileSync(join(out, 'resources.html'), 'utf8')).filter((e) =>
    /^\/resources\/.+\./.test(attribute(e, 'href') ?? ''),
  )
  const files = readdirSync(join(out, 'resources')).filter((name) => !/\.(?:html|br|gz)$/.test(name))
  expect(links.map((link) => attribute(link, 'href')).toSorted()).toEqual(files.map((name) => `/resources/${name}`).toSorted())
  expect(links.length).toBeGreaterThan(50)
  return links.flatMap((link) => {
    const file = join(out, attribute(link, 'href') ?? '')
    const [, figure = '', unit = ''] = /, ([\d.]+) ([KM])B$/.exec(textOf(link)) ?? []
    const size = statSync(file).size / (unit === 'M' ? 1024 * 1024 : 1024)
    const begins = readFileSync(file).subarray(0, 2).toString()
    const right = Math.abs(size - Number(figure)) <= (unit === 'M' ? 0.051 : 0.51) && begins === (file.endsWith('.pdf') ? '%P' : 'PK')
    return right ? [] : [`${textOf(link)}: ${size} ${unit}B, begins with ${begins}`]
  })
}

test('a folder with something else in it is left alone, and wrong use is told', () => {
  const out = join(work, 'mine')
  mkdirSync(out)
  writeFileSync(join(out, 'letter.txt'), 'mine')
  expect(build(['--out', out])).toMatchObject({ status: 2, stderr: expect.stringContaining('holds files that no build wrote') })
  expect(readdirSync(out)).toEqual(['letter.txt'])
  const kept = join(work, 'repository')
  mkdirSync(join(kept, '.git'), { recursive: true })
  writeFileSync(join(kept, '.waymark-build'), '')
  expect(build(['--out', kept])).toMatchObject({ status: 2, stderr: expect.stringContaining('holds a repository') })
  expect(build(['--out', join(out, 'letter.txt')])).toMatchObject({ status: 2, stderr: expect.stringContaining('is not a folder') })
  expect(build([])).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
  expect(build(['--out', join(work, 'x')], { WAYMARK_PACK: 'no-such-county' }).status).toBe(1)
  expect(existsSync(join(work, 'x'))).toBe(false)
})

test('a build that fails half way leaves the earlier one as it was', async () => {
  const out = join(work, 'kept')
  mkdirSync(out)
  for (const name of ['.waymark-build', 'index.html']) writeFileSync(join(out, name), 'earlier')
  const said = (done: number): void => {
    if (done === 5) throw new Error('no more room')
  }
  const failing = writeSite(staticSite(), out, { said, copies: false })
  await expect(failing).rejects.toThrow('no more room')
  expect(readdirSync(out)).toEqual(['.waymark-build', 'index.html'])
  expect(readdirSync(work).filter((name) => name.startsWith('kept'))).toEqual(['kept'])
})
