import { afterAll, inject } from 'vitest'
import { type Served, type ServeOptions, serveSite } from './server.ts'
import { type World, worlds } from './views.ts'

/** The real server in this process, from the real pack and the built assets. */
export const startSite = (options: Omit<ServeOptions, 'assets'> = {}): Promise<Served> =>
  serveSite({ ...options, assets: inject('assets') })

/** A server for each world that a test file asks for, all closed when the file is done. */
export const startWorlds = (): ((world: World) => Promise<Served>) => {
  const started = new Map<World, Promise<Served>>()
  afterAll(async () => {
    for (const served of started.values()) await (await served).close()
  })
  return (world) => {
    const served = started.get(world) ?? startSite(worlds[world])
    started.set(world, served)
    return served
  }
}
