import { spawn } from 'node:child_process'
import { once } from 'node:events'

const cluster = new URL('../../src/store/embedded/cluster.ts', import.meta.url).href
const writers = new URL('writers.ts', import.meta.url).href

/** A process of its own that holds the cluster of a folder. It leads its own group, so that what it started can be killed with it. */
export const startHolder = (folder: string, settings: object) =>
  run(`const { openCluster } = await import(${JSON.stringify(cluster)})
    const { connect } = await openCluster({ folder: ${JSON.stringify(folder)}, tell: () => {}, settings: ${JSON.stringify(settings)} })`)

/** The same, with writers, whose acknowledged rows it tells. `killed`: kills it, and gives what it had told of. */
export const startWritingHolder = (folder: string, settings: object) => {
  const child = run(`const { openCluster } = await import(${JSON.stringify(cluster)})
    const { startWriters } = await import(${JSON.stringify(writers)})
    const { connect } = await openCluster({ folder: ${JSON.stringify(folder)}, tell: () => {}, settings: ${JSON.stringify(settings)} })
    const { acknowledged } = await startWriters(connect)
    let said = 0
    setInterval(() => {
      const all = [...acknowledged]
      process.stdout.write(all.slice(said).map((n) => n + '\\n').join(''))
      said = all.length
    }, 5)`)
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => (output += bytes))
  return {
    pid: child.pid,
    told: () => output.split('\n').length - 1,
    killed: async (): Promise<ReadonlySet<number>> => {
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      await gone
      // Its last line may be cut.
      return new Set(output.split('\n').slice(0, -1).map(Number))
    },
  }
}

const run = (code: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', code], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
