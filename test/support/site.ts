import { inject } from 'vitest'
import { type Served, type ServeOptions, serveSite } from './server.ts'
import { type World, worlds } from './views.ts'

/** The real server in this process, from the real pack and the built assets. */
export const startSite = (options: Omit<ServeOptions, 'assets'> = {}): Promise<Served> =>
  serveSite({ ...options, assets: inject('assets') })

const started = new Map<World, Promise<Served>>()

/**
 * Gives the server of a world, one for all files of a worker: what it has made and compressed for one look it has for the next.
 * Nothing that a visitor does changes a site, so it is not closed between files; it ends with the worker.
 */
export const startWorlds = (): ((world: World) => Promise<Served>) => (world) => {
  const served = started.get(world) ?? startSite(worlds[world])
  started.set(world, served)
  return served
}
