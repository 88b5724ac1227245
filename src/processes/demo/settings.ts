import { join } from 'node:path'
import { keyFileOf } from './folder.ts'

/** The pack of a county that there is not. */
const madeUpPack = 'fallowshire'

/** Is a demonstration to be of that county? Where another pack is named, its drafts are shown. */
export const isOfCounty = ({ WAYMARK_PACK: pack }: NodeJS.ProcessEnv): boolean => !pack || pack === madeUpPack

/** Settings that a demonstration takes. All others would lead it to people, mail or keys that are real. */
const taken = new Set(['PORT', 'WAYMARK_DATA', 'WAYMARK_DESK', 'WAYMARK_PREMAKE'])

/**
 * The settings of a demonstration of the county, or why there is none. It keeps what it keeps apart from a real desk, and listens to this
 * machine alone, whatever HOST says. `names`: of all settings that there are.
 */
export const demoSettings = (
  env: NodeJS.ProcessEnv,
  names: readonly string[],
): { env: NodeJS.ProcessEnv & { WAYMARK_DATA: string } } | { fault: string } => {
  if (env.DATABASE_URL)
    return { fault: 'DATABASE_URL is set, and a demonstration never opens a database that could be real. Unset it, and start again.' }
  const kept = Object.entries(env).filter(([name]) => taken.has(name) || !names.includes(name))
  const { WAYMARK_DESK: desk, ...own } = Object.fromEntries(kept)
  const data = env.WAYMARK_DATA || join('data', 'demo')
  return {
    env: {
      ...own,
      HOST: '127.0.0.1',
      WAYMARK_PACK: madeUpPack,
      WAYMARK_DATA: data,
      WAYMARK_KEY_FILE: keyFileOf(data),
      // A socket of this host, and no other host.
      ...(desk?.startsWith('https:') ? {} : { WAYMARK_DESK: desk }),
    },
  }
}
