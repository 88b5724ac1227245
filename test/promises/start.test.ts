import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildFirst, command, isRunning, leavesSomething, olderNodes, portOf, startCommand, statusOf, until } from './process.ts'

beforeAll(buildFirst, 60_000)

const freePort = async (): Promise<{ port: number; release(): Promise<void> }> => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  return { port, release: () => new Promise((resolve) => holder.close(() => resolve())) }
}

/** From the start of the node process to the last byte of the first page, in ms. */
const timeToFirstPage = async (): Promise<number> => {
  const { port, release } = await freePort()
  await release()
  const began = performance.now()
  const started = startCommand({ env: { PORT: String(port) } })
  await until(() => statusOf(port, '/'), 'the first page')
  const took = performance.now() - began
  started.child.kill('SIGTERM')
  await started.ended
  return took
}

/** How long Node itself takes to start and end at this moment, in ms. */
const bareNode = (): number => {
  const began = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return performance.now() - began
}

test('the first page comes soon after the start of the process', async () => {
  // The bar is 0.5 s (QUALITY.md; `npm run bench` prints it). Here it is twice that, in the best of five, since other tests run
  // beside this one; where the machine is so busy that a bare Node (0.04 s when idle) takes over 0.0625 s: sixteen times as long as that.
  const slack: number[] = []
  while (slack.length < 5 && !slack.some((ms) => ms > 0)) {
    const bare = bareNode()
    slack.push(Math.max(1000, 16 * bare) - (await timeToFirstPage()))
  }
  expect(Math.max(...slack)).toBeGreaterThan(0)
})

const connected = async (port: number, text: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  socket.write(text)
  return socket
}

test('SIGTERM ends it with 143 within three seconds, whatever is still open, and nothing is left running', async () => {
  const started = startCommand()
  const port = await portOf(started)
  const kept = await connected(port, 'GET /get-help HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n')
  await new Promise((resolve) => kept.once('data', resolve))
  const half = await connected(
    port,
    'POST /signs/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nplace=',
  )
  const nothing = await connected(port, '')
  expect(isRunning(started)).toBe(true)
  const began = performance.now()
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
  expect(performance.now() - began).toBeLessThan(3000)
  expect(await leavesSomething(started)).toBe(false)
  expect(await statusOf(port, '/')).toBeUndefined()
  for (const socket of [kept, half, nothing]) socket.destroy()
})

/** A whole group is told in the same way as one: above. With WAYMARK_ALL each. */
const signals = [
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const
test.runIf(process.env.WAYMARK_ALL).each(signals)('%s to the whole group, twice, ends it with %i', async (signal, code) => {
  const started = startCommand()
  const half = await connected(await portOf(started), 'GET /get-help HTTP/1.1\r\nHost')
  process.kill(-(started.child.pid ?? Number.NaN), signal)
  process.kill(-(started.child.pid ?? Number.NaN), signal)
  expect(await started.ended).toBe(code)
  expect(await leavesSomething(started)).toBe(false)
  half.destroy()
})

// Each setting by itself: src/processes/environment.test.ts.
test('wrong values stop the start with 2, and each is named, with what to write', async () => {
  const { ended, output } = startCommand({ env: { PORT: 'abc', WAYMARK_PACK: '../x' } })
  expect(await ended).toBe(2)
  expect(output()).toMatch(/^PORT=abc: write .+\.\nWAYMARK_PACK=\.\.\/x: write .+\.\n$/)
})

test('a pack that is not there ends it with 1 and words', async () => {
  const { ended, output } = startCommand({ env: { WAYMARK_PACK: 'nowhere' } })
  expect(await ended).toBe(1)
  expect(output()).toMatch(/there is no pack "nowhere"/)
  expect(output()).not.toMatch(/^\s+at /m)
})

test('a port that is taken ends it with 1 and words', async () => {
  const { port, release } = await freePort()
  const { ended, output } = startCommand({ env: { PORT: String(port) } })
  expect(await ended).toBe(1)
  const line = { level: 'fatal', msg: `Port ${port} is already in use. Set PORT to another number.` }
  expect(JSON.parse(output())).toMatchObject(line)
  await release()
})

test('a command that is none ends with 2', async () => {
  const { ended, output } = startCommand({ args: ['fly'] })
  expect(await ended).toBe(2)
  expect(output()).toMatch(/fly/)
})

const older = olderNodes()
/** All hand over in the same way, and give the signals on: the first proves what comes after. With WAYMARK_ALL each. */
const first = process.env.WAYMARK_ALL ? older : older.slice(0, 1)

test.each(first)('an older Node ($name) hands over to the one that npm installed, and passes the signal on', async ({ node, nodeArgs }) => {
  const started = startCommand({ node, nodeArgs })
  const port = await portOf(started)
  expect(await statusOf(port, '/get-help')).toBe(200)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
  expect(await leavesSomething(started)).toBe(false)
  expect(await statusOf(port, '/')).toBeUndefined()
})

test.runIf(process.env.WAYMARK_ALL).each(first)(
  'with an older Node ($name) a signal to the group comes twice, and does no harm',
  async ({ node, nodeArgs }) => {
    const started = startCommand({ node, nodeArgs })
    const half = await connected(await portOf(started), 'GET /get-help HTTP/1.1\r\nHost')
    process.kill(-(started.child.pid ?? Number.NaN), 'SIGTERM')
    expect(await started.ended).toBe(143)
    expect(await leavesSomething(started)).toBe(false)
    half.destroy()
  },
)

test.each(first)('an older Node ($name) is followed by nothing when it is killed', async ({ node, nodeArgs }) => {
  const started = startCommand({ node, nodeArgs })
  const port = await portOf(started)
  started.child.kill('SIGKILL')
  expect(await until(async () => ((await statusOf(port, '/')) === undefined ? 'gone' : undefined), 'the end of the server')).toBe('gone')
  await until(async () => ((await leavesSomething(started)) ? undefined : true), 'the end of its group')
})

test.each(older)('an older Node ($name) alone says what to do, and ends with 2', async ({ node, nodeArgs }) => {
  const alone = mkdtempSync(join(tmpdir(), 'waymark-alone-'))
  cpSync(dirname(command), join(alone, 'bin'), { recursive: true })
  const { status, stderr } = spawnSync(node, [...nodeArgs, join(alone, 'bin/waymark.cjs')], { encoding: 'utf8' })
  rmSync(alone, { recursive: true })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^Waymark needs Node 26; this is v\d+\.\d+\.\d+\. Run `npm ci`.+\n$/)
})

test('an older Node gives the exit code of the command on', async () => {
  for (const { node, nodeArgs } of first) {
    const { ended, output } = startCommand({ node, nodeArgs, env: { PORT: 'abc' } })
    expect(await ended).toBe(2)
    expect(output()).toContain('PORT=abc')
  }
})

test('a tree without a build, on which nothing can be built, says what to do in one sentence', () => {
  const bare = mkdtempSync(join(tmpdir(), 'waymark-bare-'))
  cpSync(dirname(command), join(bare, 'bin'), { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, [join(bare, 'bin/waymark.cjs'), 'serve'], { encoding: 'utf8' })
  rmSync(bare, { recursive: true })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^The build in .+ is missing, and .+: run `npm ci && npm run build` there as its owner\.\n$/)
})
