import { join } from 'node:path'
import { outputsOf } from '../press/catalogue/kinds.ts'
import { builtFileOf } from '../press/run/built-pack.ts'
import { openRenderer } from '../press/run/renderer.ts'
import { loadAssets } from '../web/assets/assets.ts'
import { loadShareImages } from '../web/assets/share-images.ts'
import { editionAt } from '../web/context/resources.ts'
import { publicSite } from '../web/public/site.ts'
import { readAccessibility } from './accessibility.ts'
import { readEnvironment } from './environment.ts'
import { refusal } from './folder.ts'
import { accessibilityFile, assetFolder, shareImageFolder, staticScriptFolder } from './paths.ts'
import { packNamed } from './read-pack.ts'
import { readCode } from './static-scripts.ts'
import { writeSite } from './write-site.ts'

/**
 * Writes the whole public site into a folder, for a host that only hands files out. Exit code 0; 1 for a pack that is not whole
 * or a file that cannot be written; 2 for a wrong setting, or a folder that holds something else.
 */
export const buildSite = async (out: string, options: { json: boolean }, env: NodeJS.ProcessEnv): Promise<number> => {
  const environment = readEnvironment(env)
  if ('faults' in environment) {
    for (const fault of environment.faults) console.error(fault)
    return 2
  }
  const { settings } = environment
  const refused = refusal(out)
  if (refused) {
    console.error(refused)
    return 2
  }
  const pack = await packNamed(settings.WAYMARK_PACK)
  if (!pack) return 1
  const origin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`
  if (!settings.WAYMARK_ORIGIN)
    console.error(
      `WAYMARK_ORIGIN is not set, so the feed, the sitemap and every page use the address ${origin}. Set it to the site's public address and build again.`,
    )
  const made = Temporal.Now.instant()
  const machine = openRenderer(join(settings.WAYMARK_DATA, 'press'))
  const handedOut = new Map<string, Uint8Array>()
  const locale = publicSite({
    pack,
    assets: loadAssets(assetFolder, pack.brand),
    ...(builtFileOf(pack) && { shareImages: loadShareImages(join(shareImageFolder, pack.id)) }),
    origin,
    accessibility: readAccessibility(accessibilityFile),
    clock: () => made,
    static: { made, code: readCode(staticScriptFolder), files: handedOut },
  })
  try {
    const outputs = outputsOf(pack, editionAt(pack, origin, made))
    await Promise.all(outputs.map(async (output) => handedOut.set(output.file, (await machine.make(output)).bytes)))
    const written = await writeSite(locale, out, options.json ? {} : { said: progress })
    const { pages, files, bytes } = written
    console.log(
      options.json
        ? JSON.stringify({ out, origin, made: made.toString(), ...written })
        : `${out}: ${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, not counting the compressed copies`,
    )
    return 0
  } catch (error) {
    console.error(`The site could not be written: ${error instanceof Error ? error.message : error}`)
    return 1
  } finally {
    await machine.close()
  }
}

/** One line that counts on a terminal; elsewhere a line a file would only fill a log. */
const progress = (done: number, all: number, name: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done === all ? '' : `${done} of ${all}  ${name}`}`)
}
