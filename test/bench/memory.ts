import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from './server.ts'

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
const rssOf = (pid: string): number => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
const childrenOf = (pid: number): string[] => read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)

/** This long without a process that draws: all is made. Looked at this often, in ms; at most this long. */
const [still, every, most] = [6000, 50, 240_000]

/**
 * The most bytes that the site, and it and its processes together, hold resident while every file is made from nothing; pages that they
 * share count for each. Null where it cannot be seen (only Linux tells).
 */
export const peakWhileMaking = async (command: string, env: Record<string, string>): Promise<{ site: number; together: number } | null> => {
  if (!read('/proc/self/status')) return null
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-peak-'))
  const server = await startServer(command, ['serve'], { ...env, WAYMARK_DATA: data, WAYMARK_PREMAKE: 'on' })
  let together = 0
  let seen: number | undefined
  for (const began = performance.now(); performance.now() - began < most; await pause(every)) {
    const children = childrenOf(server.pid)
    together = Math.max(
      together,
      [String(server.pid), ...children].map(rssOf).reduce((a, b) => a + b),
    )
    if (children.length) seen = performance.now()
    else if (seen !== undefined && performance.now() - seen > still) break
  }
  const { peak } = await server.used()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  return { site: peak, together }
}
