import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Used = { cpu: number; rss: number; peak: number }
/** A server in a process of its own. `used`: CPU time in µs since its start, and resident memory in bytes, now and at most. */
export type Measured = { port: number; pid: number; used(): Promise<Used>; stop(): Promise<void>; startedIn: number }

const probe = fileURLToPath(new URL('probe.js', import.meta.url))

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const port = /http:\/\/\S+:(\d+)/.exec(output)?.[1]
      if (port) resolve(Number(port))
    })
    child.on('exit', (code) => reject(new Error(`a server ended with ${code}: ${output}`)))
  })

/** Runs a module that prints its address once it listens. */
export const startServer = async (file: string, args: readonly string[], env: Record<string, string>): Promise<Measured> => {
  const began = performance.now()
  const child = fork(file, args, {
    env: { ...process.env, ...env },
    execArgv: ['--import', probe],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const port = await portOf(child)
  return {
    port,
    pid: child.pid ?? Number.NaN,
    startedIn: performance.now() - began,
    used: () =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve(message as Used))
        child.send('used')
      }),
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
