import { createHash } from 'node:crypto'
import { get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/* A thread that asks for many files at the same moment, so that whoever measures beside it is not slowed by it. */

/** Status, and hash of what came. */
export type Download = { path: string; status: number; hash: string }

const { port, paths } = workerData as { port: number; paths: string[] }

const download = (path: string): Promise<Download> =>
  new Promise((resolve) => {
    const failed = (error: Error) => resolve({ path, status: 0, hash: error.message })
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      const hash = createHash('sha256')
      response.on('data', (part: Buffer) => hash.update(part))
      response.on('end', () => resolve({ path, status: response.statusCode ?? 0, hash: hash.digest('hex') }))
      response.on('error', failed)
    }).on('error', failed)
  })

parentPort?.postMessage(await Promise.all(paths.map(download)))
