import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StaticSite } from '../web/context/types.ts'

/** The scripts that the build made for pages written as files. */
export const readCode = (folder: string): StaticSite['code'] => {
  const read = (name: string): string => readFileSync(join(folder, `${name}.js`), 'utf8')
  return { now: read('now'), search: read('search'), find: read('find') }
}
