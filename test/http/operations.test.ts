import { readdirSync, rmSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { buildFirst, portOf, startCommand } from '../promises/process.ts'
import { ask, start } from './support.ts'

beforeAll(buildFirst, 60_000)

test('what it needs is told: 503 with what is missing, and 200 once it is there', async () => {
  const started = startCommand({ env: { WAYMARK_PREMAKE: 'off' } })
  const port = await portOf(started)
  expect(await ask(port, '/readyz')).toMatchObject({ status: 200, text: 'ok' })
  expect(readdirSync(started.data)).toEqual(['secrets'])
  rmSync(started.data, { recursive: true })
  await new Promise((resolve) => setTimeout(resolve, 2100))
  const missing = await ask(port, '/readyz')
  expect([missing.status, JSON.parse(missing.text)]).toEqual([503, { ready: false, pack: true, data: false }])
  expect((await ask(port, '/healthz')).status).toBe(200)
  const version = JSON.parse((await ask(port, '/version')).text)
  expect(version).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    pack: 'hertfordshire',
    commit: version.commit === null ? null : expect.stringMatching(/^[0-9a-f]{40}(?:-dirty)?$/),
    node: process.versions.node,
  })
  started.child.kill('SIGTERM')
  await started.ended
})

test('whoever runs it tells whom to tell of a weakness; where nobody does there is no such address', async () => {
  const path = '/.well-known/security.txt'
  const none = await start()
  expect((await ask(none.port, path)).status).toBe(404)
  await none.stop()
  const now = '2026-11-28T21:10:00Z'
  const contact = 'mailto:it-security@example.org'
  const pack = (real: typeof none.locale.pack) => ({ ...real, partnership: { ...real.partnership, security_contact: contact } })
  const { port, stop } = await start({ at: now, pack, served: { origin: 'https://waymark.example.org' } })
  const { status, text, headers } = await ask(port, path)
  await stop()
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  const expires = /^Expires: (\S+)$/m.exec(text)?.[1] ?? ''
  const ms = Temporal.Instant.from(expires).epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds
  expect(ms).toBeGreaterThan(0)
  expect(ms).toBeLessThan(365 * 86_400_000)
  expect(text).toContain(`Contact: ${contact}\n`)
  expect(text).toContain(`Canonical: https://waymark.example.org${path}\n`)
})
