import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { constants, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
export const command = path('../../bin/waymark.cjs')

/** The command as a process of its own. `output`: what it wrote to both streams. `ended`: its exit code, as a shell gives it: 143 for SIGTERM. */
export type Started = { child: ChildProcess; output(): string; ended: Promise<number | null>; data: string }

const all = new Set<Started>()
/** A test that fails half-way leaves its process behind: it ends with the test file. */
afterAll(() => {
  for (const started of all) if (isRunning(started)) process.kill(-(started.child.pid ?? Number.NaN), 'SIGKILL')
})

export type StartOptions = { args?: string[]; env?: Record<string, string>; node?: string; nodeArgs?: string[] }

/** Starts the public site alone (or other `args`) in a process group of its own, with a data folder of its own. */
export const startCommand = ({
  args = ['serve', '--only', 'site'],
  env = {},
  node = process.execPath,
  nodeArgs = [],
}: StartOptions = {}): Started => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-data-'))
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(WAYMARK_|VITEST|NODE_OPTIONS|PORT$|HOST$|DATABASE_URL$|OIDC_|SMTP_)/.test(name)),
  )
  const child = spawn(node, [...nodeArgs, command, ...args], {
    env: { ...inherited, PORT: '0', WAYMARK_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code)),
  )
  void ended.then(() => rmSync(data, { recursive: true, force: true }))
  const started: Started = { child, output: () => output, ended, data }
  all.add(started)
  return started
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again and again, at most 20 s, until there is a value. */
export const until = async <T>(ask: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> => {
  for (const began = performance.now(); performance.now() - began < 20_000; await pause(5)) {
    const value = await ask()
    if (value !== undefined) return value
  }
  throw new Error(`waited in vain for ${what}`)
}

/** The port that a started server says it listens on. */
export const portOf = ({ output, child }: Started): Promise<number> =>
  until(() => {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${output()}`)
    const port = /: http:\/\/\S+:(\d+)"/.exec(output())?.[1]
    return port === undefined ? undefined : Number(port)
  }, 'the line with the address')

/** Is anything of a started command's process group still running, one second after it has ended? */
export const leavesSomething = async (started: Started): Promise<boolean> => {
  for (let waited = 0; waited < 1000 && isRunning(started); waited += 20) await pause(20)
  return isRunning(started)
}

/** Is anything of its process group running? */
export const isRunning = ({ child }: Started): boolean => {
  try {
    process.kill(-(child.pid ?? Number.NaN), 0)
    return true
  } catch {
    return false
  }
}

/** The status of a page, or undefined where nothing answers. */
export const statusOf = (port: number, page: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: page, agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    asked.on('error', () => resolve(undefined))
    asked.end()
  })

/** Builds what is stale, so that a start after this one need not. */
export const buildFirst = async (): Promise<void> => {
  const { ended, output } = startCommand({ args: ['--help'] })
  if ((await ended) !== 0) throw new Error(output())
}

export type Older = { name: string; node: string; nodeArgs: string[] }

/** Nodes too old for Waymark: this one in disguise, and a real one where PATH has it. */
export const olderNodes = (): Older[] => {
  const real = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((file) => existsSync(file) && Number(/^v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8' }))?.[1]) < 26)
  return [
    { name: 'a disguised one', node: process.execPath, nodeArgs: ['--require', path('fixtures/older-node.cjs')] },
    ...(real ? [{ name: real, node: real, nodeArgs: [] }] : []),
  ]
}
