import { execFile } from 'node:child_process'
import { request } from 'node:http'
import { askOnce } from './ratios.ts'
import { startServer } from './server.ts'

const bodyEnd = (port: number, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent: false }, (response) => response.resume().on('end', () => resolve()))
      .on('error', reject)
      .end()
  })

/** From the spawn of node to the last byte of `/`, in ms: the median of seven starts, and the slowest. */
export const coldStart = async (command: string, env: Record<string, string>): Promise<{ median: number; worst: number }> => {
  const times: number[] = []
  for (let i = 0; i < 7; i += 1) {
    const server = await startServer(command, ['serve', '--only', 'site'], env)
    const asked = performance.now()
    await bodyEnd(server.port, '/')
    times.push(server.startedIn + performance.now() - asked)
    await server.stop()
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[3] ?? Number.NaN, worst: sorted[6] ?? Number.NaN }
}

/** From the question to the last byte of the first search after a start, which makes the index, and of the second, in ms. */
export const firstSearch = async (command: string, env: Record<string, string>): Promise<[number, number]> => {
  const server = await startServer(command, ['serve', '--only', 'site'], env)
  const load = { path: '/search', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'q=hotle' }
  await bodyEnd(server.port, '/')
  const took = async (): Promise<number> => {
    const began = performance.now()
    await askOnce(server.port, load)
    return performance.now() - began
  }
  const times: [number, number] = [await took(), await took()]
  await server.stop()
  return times
}

/** How long `waymark check` takes, in ms; null where there is no such command. */
export const checkTime = (command: string): Promise<number | null> =>
  new Promise((resolve) => {
    const began = performance.now()
    execFile(process.execPath, [command, 'check'], (error) => resolve(error?.code === 2 ? null : performance.now() - began))
  })
