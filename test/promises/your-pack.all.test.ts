import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../http/support.ts'
import { logoFile } from '../support/logo.ts'
import { buildFirst, portOf, startCommand } from './process.ts'

const temporary = mkdtempSync(join(tmpdir(), 'waymark-temporary-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))
beforeAll(buildFirst, 60_000)

/** All that lies in a folder, names and bytes. */
const heldIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name}\n${statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)).toString('latin1') : ''}`)
    .join('\n')

test('an organisation gets its own files, and nothing it entered is in a folder, the log, an address or a cookie; pages go on meanwhile', async () => {
  const started = startCommand({ env: { TMPDIR: temporary, WAYMARK_PREMAKE: 'off' } })
  const port = await portOf(started)
  const entered = { name: 'Qzmarker Mill', lead: 'Ann Qzmarker', number: '01632 960 077' }
  const body = new FormData()
  for (const [name, value] of Object.entries(entered)) body.append(name, value)
  body.append('logo', new Blob([Buffer.from(logoFile().png, 'base64')]), 'qzmarker-logo.png')
  const form = new Response(body)
  const type = form.headers.get('content-type') ?? ''
  const send = { method: 'POST', headers: { 'content-type': type }, body: Buffer.from(await form.arrayBuffer()), timeout: 120_000 }
  let done = false
  const making = ask(port, '/resources/your-pack', send).finally(() => {
    done = true
  })
  const waits: number[] = []
  while (!done) {
    const began = performance.now()
    expect((await ask(port, '/get-help')).status).toBe(200)
    waits.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const answer = await making
  expect([answer.status, answer.headers['content-type'], answer.headers['set-cookie']]).toEqual([200, 'application/zip', undefined])
  const files = Object.entries(unzipSync(answer.bytes))
  expect(files.map(([name]) => name.replace(/^.*\./, '')).sort()).toEqual([
    'docx',
    'docx',
    'docx',
    'docx',
    'pdf',
    'pdf',
    'pdf',
    'pdf',
    'pptx',
    'pptx',
    'txt',
    'zip',
    'zip',
    'zip',
    'zip',
  ])
  expect(strFromU8(files[0]?.[1] ?? new Uint8Array())).toContain(entered.name)
  expect(waits.length).toBeGreaterThan(2)
  // Most of them: the machine may have other work.
  expect(waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(250)
  const refused = await ask(port, '/resources/your-pack', {
    ...send,
    body: Buffer.from(send.body.toString('latin1').replace('01632', '999 1'), 'latin1'),
  })
  expect(refused.status).toBe(400)
  const kept = heldIn(started.data) + heldIn(temporary)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
  for (const said of [kept, started.output()]) {
    expect(said).not.toMatch(/qzmarker/i)
    expect(said).not.toContain('960 077')
  }
}, 150_000)
