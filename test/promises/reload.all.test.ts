import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildFirst, portOf, startCommand, statusOf, until } from './process.ts'

beforeAll(buildFirst, 60_000)

const content = mkdtempSync(join(tmpdir(), 'waymark-content-'))
afterAll(() => rmSync(content, { recursive: true }))
const partnership = join(content, 'hertfordshire/partnership.yaml')

test('content outside the tree is served, read anew on SIGHUP, and kept as it was where it has faults', async () => {
  cpSync(fileURLToPath(new URL('../../content', import.meta.url)), content, { recursive: true })
  const started = startCommand({ env: { WAYMARK_CONTENT: content } })
  const port = await portOf(started)
  const about = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/about`)).text()
  const hup = async (line: RegExp): Promise<void> => {
    const before = started.output().length
    started.child.kill('SIGHUP')
    await until(() => (line.test(started.output().slice(before)) ? true : undefined), String(line))
  }
  // The same as the build's: nothing is read, and nothing said.
  expect(started.output().trim().split('\n')).toHaveLength(1)
  expect(await about()).not.toContain('Partnership of a test')

  const whole = readFileSync(partnership, 'utf8')
  writeFileSync(partnership, whole.replace(/^name: .*$/m, 'name: Partnership of a test'))
  await hup(/"msg":"The site now uses the new content of \\"hertfordshire\\"\."/)
  expect(await about()).toContain('Partnership of a test')

  appendFileSync(partnership, 'broken: [\n')
  await hup(
    /"msg":"The new content was rejected, so the site is still using the content it had: hertfordshire\/partnership\.yaml:\d+ .+"\}\n$/,
  )
  expect(await about()).toContain('Partnership of a test')

  writeFileSync(partnership, whole)
  await hup(/"msg":"The site now uses the new content of \\"hertfordshire\\"\."/)
  expect(await about()).not.toContain('Partnership of a test')
  expect(await statusOf(port, '/get-help')).toBe(200)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
})

test('a folder without content stops every command with 2 and is named', async () => {
  const { ended, output } = startCommand({ args: ['check'], env: { WAYMARK_CONTENT: join(content, 'nothing') } })
  expect(await ended).toBe(2)
  expect(output()).toMatch(/^WAYMARK_CONTENT=.+nothing: write a folder that has .+\n$/)
})
