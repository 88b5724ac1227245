import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Load = { path: string; headers: Record<string, string>; body?: string }
/** Requests that were answered, and how many of them with something other than 2xx. */
export type Loaded = { requests: number; perSecond: number; bad: number }

type Tool = { name: string; load(port: number, load: Load, seconds: number): Promise<Loaded> }

const lua = ({ headers, body }: Load): string =>
  [
    ...(body === undefined ? [] : ['wrk.method = "POST"', `wrk.body = ${JSON.stringify(body)}`]),
    ...Object.entries(headers).map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`),
  ].join('\n')

const wrk: Tool = {
  name: 'wrk, 1 thread, 10 connections',
  load: async (port, load, seconds) => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
    const script = join(folder, 'load.lua')
    writeFileSync(script, lua(load))
    const { stdout } = await run('wrk', ['-t1', '-c10', `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}${load.path}`])
    rmSync(folder, { recursive: true })
    const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? 0)
    return {
      requests: number(/(\d+) requests in/),
      perSecond: number(/Requests\/sec:\s+([\d.]+)/),
      bad: number(/Non-2xx or 3xx responses: (\d+)/),
    }
  },
}

const autocannonFile = fileURLToPath(new URL('../../node_modules/autocannon/autocannon.js', import.meta.url))

const autocannon: Tool = {
  name: 'autocannon, 10 connections',
  load: async (port, { path, headers, body }, seconds) => {
    const more = [
      ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]),
      ...(body === undefined ? [] : ['-m', 'POST', '-b', body]),
    ]
    const { stdout } = await run(process.execPath, [
      autocannonFile,
      '-j',
      '-n',
      '-c',
      '10',
      '-d',
      String(seconds),
      // The site lets go of a connection after 1,000 requests; autocannon does not begin another by itself.
      '-D',
      '900',
      ...more,
      `http://127.0.0.1:${port}${path}`,
    ])
    const result: { requests: { total: number; average: number }; non2xx: number } = JSON.parse(stdout)
    return { requests: result.requests.total, perSecond: result.requests.average, bad: result.non2xx }
  },
}

/** `wrk` where it is installed: autocannon itself tops out at some 40,000 requests a second. */
export const findTool = async (): Promise<Tool> => {
  try {
    await run('wrk', ['--version'])
  } catch (error) {
    // It ends with 1 after its version. Not being there is another matter.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return autocannon
  }
  return wrk
}
