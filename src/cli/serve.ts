import type { AddressInfo } from 'node:net'
import { loadPack } from '../content/load.ts'
import { paletteOf } from '../domain/brand/palette.ts'
import { createWaymark } from '../web/app.ts'
import { loadAssets } from '../web/assets/assets.ts'
import { makeSealer } from '../web/form/seal.ts'
import { makeSite } from '../web/site.ts'
import { readEnvironment } from './environment.ts'
import { assetFolder, contentFolder } from './paths.ts'
import { printFindings } from './print.ts'
import { formKey } from './secret.ts'

/** Serves the pack until SIGTERM or SIGINT. A pack that is not whole is refused before anything listens. */
export const serve = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const environment = readEnvironment(env)
  if ('faults' in environment) {
    for (const fault of environment.faults) console.error(fault)
    return 2
  }
  const { settings } = environment
  const { pack, findings } = loadPack(contentFolder, settings.WAYMARK_PACK)
  if (!pack) {
    printFindings(findings, console.error)
    console.error(`The pack "${settings.WAYMARK_PACK}" cannot be served until this is mended. \`npx waymark check\` says more.`)
    return 1
  }
  const origin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`
  const site = makeSite({ pack, assets: loadAssets(assetFolder, paletteOf(pack.brand)), origin })
  const server = createWaymark(site, makeSealer(formKey(settings.WAYMARK_DATA)))
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      console.error(error.code === 'EADDRINUSE' ? `Port ${settings.PORT} is taken. Set PORT to another number.` : error.message)
      resolve(1)
    })
    server.listen(settings.PORT, settings.HOST, () => {
      const { port } = server.address() as AddressInfo
      console.log(
        `${pack.brand.name} ${pack.partnership.area}: http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${port}`,
      )
    })
    const stop = (): void => {
      server.close(() => resolve(0))
      server.closeIdleConnections()
      // Whoever is still reading has two seconds to finish.
      setTimeout(() => server.closeAllConnections(), 2000).unref()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
}
