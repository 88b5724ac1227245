import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { origin } from './http.ts'

/** Given to Node as an option, which goes on to the press's processes, and in the environment, which goes on to the build. */
const clockAt = ({ now, press }: Checkout): string =>
  `--import=${new URL(`fixed-clock.mjs?now=${now}${press ? '' : '&no-press'}`, import.meta.url).href}`

/** A working copy of the project, of whatever age: nothing of it is imported, it is run and asked. `data` is for its own files, `now` where its clock stands. */
export type Checkout = { root: string; data: string; now: string; pack: string; press: boolean }

/** A county that there is not has the same pages as others, and a desk that is filled by the clock. */
const isMadeUp = (root: string, pack: string): boolean =>
  /^made_up: true$/m.test(readFileSync(join(root, 'content', pack, 'partnership.yaml'), 'utf8'))

/** Local packs that are shipped: each is a site. */
export const packsOf = (root: string): string[] =>
  readdirSync(join(root, 'content'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'national' && !isMadeUp(root, entry.name))
    .map(({ name }) => name)
    .sort()

const run = (checkout: Checkout, args: readonly string[]): ChildProcess => {
  const { root, data, pack } = checkout
  const own = join(root, 'node_modules', '.bin', 'node')
  return spawn(existsSync(own) ? own : process.execPath, [clockAt(checkout), join(root, 'bin', 'waymark.cjs'), ...args], {
    cwd: root,
    // A group of its own, so that its workers end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      TZ: 'UTC',
      PORT: '0',
      HOST: '127.0.0.1',
      WAYMARK_ORIGIN: origin,
      WAYMARK_PACK: pack,
      WAYMARK_DATA: data,
      NODE_OPTIONS: clockAt(checkout),
    },
  })
}

/** The last that a process said, for when it ends against our will. */
const listen = (child: ChildProcess): (() => string) => {
  let said = ''
  const hear = (part: Buffer): void => {
    said = (said + part).slice(-4000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return () => said
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

/** Serves it on a free port while `act` works. */
export const served = async (checkout: Checkout, args: readonly string[], act: (port: number) => Promise<void>): Promise<void> => {
  const child = run(checkout, ['serve', ...args])
  const said = listen(child)
  try {
    await act(await portOf(child, said))
  } finally {
    child.kill('SIGTERM')
    await Promise.race([ended(child), new Promise((resolve) => setTimeout(resolve, 5000))])
    endGroup(child)
  }
}

const portOf = (child: ChildProcess, said: () => string): Promise<number> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const port = /https?:\/\/127\.0\.0\.1:(\d+)/.exec(said())?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', () => reject(new Error(`the site ended before it listened:\n${said()}`)))
    child.once('error', reject)
  })

/** Runs one of its commands to the end. */
export const command = async (checkout: Checkout, args: readonly string[]): Promise<void> => {
  const child = run(checkout, args)
  const said = listen(child)
  const code = await ended(child)
  endGroup(child)
  if (code !== 0) throw new Error(`waymark ${args.join(' ')} ended with ${code}:\n${said()}`)
}

const endGroup = (child: ChildProcess): void => {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}
