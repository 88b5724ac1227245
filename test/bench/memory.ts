import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
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

type Process = { pid: string; parent: string }

/** What Linux says of a process; null where it has ended. The name of its program stands in brackets first, and may hold anything. */
const processAt = (pid: string): Process | null => {
  const parent = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1]
  return parent === undefined ? null : { pid, parent }
}

/** All processes below one, by what each says of its parent: the list of children that Linux can give of a process is not there on every kernel. */
const below = (pid: number): Process[] => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processAt(name) ?? []) : []))
  const found: Process[] = []
  for (let above = [String(pid)]; above.length; ) {
    const next = all.filter(({ parent }) => above.includes(parent))
    found.push(...next)
    above = next.map((one) => one.pid)
  }
  return found
}

/** This long, in ms, without a process that draws: all is made, for each stays for some time when there is nothing left to draw. Looked at this often; at most this long. */
const [still, every, most] = [3000, 50, 240_000]

/**
 * The most bytes that the site, and it and its processes together, hold resident while every file is made from nothing; pages that they
 * share count for each. Null where it cannot be seen (only Linux tells).
 */
export const peakWhileMaking = async (command: string, env: Record<string, string>): Promise<{ site: number; together: number } | null> => {
  if (!read('/proc/self/status')) return null
  const data = mkdtempSync(join(tmpdir(), 'waymark-bench-peak-'))
  const server = await startServer(command, ['serve', '--only', 'site'], { ...env, WAYMARK_DATA: data, WAYMARK_PREMAKE: 'on' })
  let together = 0
  let seen: number | undefined
  for (const began = performance.now(); performance.now() - began < most; await pause(every)) {
    const processes = below(server.pid)
    together = Math.max(
      together,
      [String(server.pid), ...processes.map(({ pid }) => pid)].map(rssOf).reduce((a, b) => a + b),
    )
    if (processes.length) seen = performance.now()
    else if (seen !== undefined && performance.now() - seen > still) break
  }
  const { peak } = await server.used()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
  return { site: peak, together }
}
