import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import { buildSite } from '../../src/processes/static-site.ts'
import { writeSite } from '../../src/processes/write-site.ts'
import { editionAt } from '../../src/web/context/resources.ts'
import { attribute, elementsOf, textOf } from '../support/html.ts'
import { keepMadeUp, madeUpFile } from '../support/kept-outputs.ts'
import { realPack } from '../support/real-pack.ts'
import { staticSite } from '../support/static.ts'

const work = mkdtempSync(join(tmpdir(), 'waymark-build-'))
const data = mkdtempSync(join(tmpdir(), 'waymark-data-'))
afterAll(() => {
  for (const folder of [work, data]) rmSync(folder, { recursive: true, force: true })
})

afterEach(() => void vi.restoreAllMocks())

const origin = 'https://help.example.org'
const command = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))

test('the command writes the site in the place of an earlier one', () => {
  const out = join(work, 'site')
  mkdirSync(out)
  for (const name of ['.waymark-build', 'left-over.html']) writeFileSync(join(out, name), 'earlier')
  const outputs = outputsOf(realPack(), editionAt(realPack(), origin, Temporal.Now.instant()))
  // One it has to draw. What is drawn of the others: test/press.
  const [toDraw, ...others] = outputs.filter(({ id }) => id === 'card-en')
  if (!toDraw || others.length) throw new Error('there is not one card in English')
  const kept = outputs.filter((output) => output !== toDraw)
  keepMadeUp(data, kept)
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'build', '--out', out, '--json'], {
    env: { ...process.env, WAYMARK_ORIGIN: origin, WAYMARK_DATA: data },
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({ out, origin })
  expect(readFileSync(join(out, 'get-help.html'), 'utf8')).toContain(`<link rel="canonical" href="${origin}/get-help"/>`)
  expect(sizeFaults(out)).toEqual([])
  expect(copyFaults(out)).toEqual([])
  expect(kept.filter((output) => !madeUpFile(output).equals(readFileSync(join(out, 'resources', output.file))))).toEqual([])
  expect(readFileSync(join(out, 'resources', toDraw.file), 'latin1')).toMatch(/^%PDF-1\.\d[\s\S]+%%EOF\s*$/)
  expect(existsSync(join(out, 'left-over.html'))).toBe(false)
  expect(readdirSync(work)).toEqual(['site'])
})

/** Files of text that have no compressed copies, or ones that do not hold the same bytes. */
const copyFaults = (out: string): string[] => {
  const copied = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:html|css|js|json|xml|ics)$/.test(name))
  expect(copied.length).toBeGreaterThan(150)
  const holds = (name: string, bytes: Buffer, unpack: (copy: Buffer) => Buffer): boolean =>
    existsSync(join(out, name)) && unpack(readFileSync(join(out, name))).equals(bytes)
  return copied.filter((name) => {
    const bytes = readFileSync(join(out, name))
    return !holds(`${name}.br`, bytes, brotliDecompressSync) || !holds(`${name}.gz`, bytes, gunzipSync)
  })
}

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

test('a folder with something else in it is left alone, and wrong use is told', async () => {
  let told = ''
  vi.spyOn(console, 'error').mockImplementation((line) => {
    told += `${line}\n`
  })
  const build = async (out: string, env: NodeJS.ProcessEnv = {}) => {
    told = ''
    const status = await buildSite(out, { json: false }, { WAYMARK_DATA: data, ...env })
    return { status, told }
  }
  const out = join(work, 'mine')
  mkdirSync(out)
  writeFileSync(join(out, 'letter.txt'), 'mine')
  expect(await build(out)).toMatchObject({ status: 2, told: expect.stringContaining('has files in it that did not come from a build') })
  expect(readdirSync(out)).toEqual(['letter.txt'])
  const kept = join(work, 'repository')
  mkdirSync(join(kept, '.git'), { recursive: true })
  writeFileSync(join(kept, '.waymark-build'), '')
  expect(await build(kept)).toMatchObject({ status: 2, told: expect.stringContaining('has a Git repository in it') })
  expect(await build(join(out, 'letter.txt'))).toMatchObject({ status: 2, told: expect.stringContaining('is not a folder') })
  expect(await build(join(work, 'x'), { WAYMARK_PACK: 'no-such-county' })).toMatchObject({
    status: 1,
    told: expect.stringContaining('there is no pack "no-such-county"'),
  })
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
