import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../support/free-port.ts'

/** A site with its desk and its own database, as whoever installs it starts it, in a folder of its own. */
export const deskToStart = async (command: string) => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-desk-'))
  chmodSync(data, 0o711)
  const port = await freePort()
  const at = `http://127.0.0.1:${port}`
  let said = ''
  let running: ChildProcess | undefined
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [command, 'serve'], {
      env: { ...process.env, DATABASE_URL: '', PORT: String(port), WAYMARK_DATA: data, WAYMARK_PREMAKE: 'off' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child.stdout?.on('data', (text: Buffer) => {
      said += text
    })
    return child
  }
  return {
    data,
    at,
    said: () => said,
    /** Starts it, and waits until it is ready. */
    began: async (): Promise<{ child: ChildProcess; ms: number }> => {
      const since = performance.now()
      const child = start()
      running = child
      while (!(await isReady(at))) await pause(10)
      return { child, ms: performance.now() - since }
    },
    stop: async (child: ChildProcess): Promise<void> => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
    /** Ends what still runs, as where something could not be measured. */
    remove: async (): Promise<void> => {
      if (running?.exitCode === null && running.kill('SIGTERM')) await once(running, 'exit')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

const isReady = async (at: string): Promise<boolean> => {
  const answer = await fetch(`${at}/readyz`).catch(() => null)
  await answer?.arrayBuffer()
  return answer?.status === 200
}

/** Longer than this is spent on no page, in ms: what is so slow is seen from fewer views. */
const longest = 15_000

/** Views of a page one after the other, after five that warm it up. `expect`: what its answer must be. */
export const views = async (
  url: string,
  cookie: string,
  count: number,
  expect = 200,
): Promise<{ median: number; p95: number; text: string }> => {
  const times: number[] = []
  let text = ''
  const began = performance.now()
  for (let view = 0; view < count + 5 && (times.length < 1 || performance.now() - began < longest); view++) {
    const since = performance.now()
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    text = await answer.text()
    if (answer.status !== expect) throw new Error(`${url} answered ${answer.status}`)
    if (view >= 5) times.push(performance.now() - since)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const nth = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: nth(0.5), p95: nth(0.95), text }
}
