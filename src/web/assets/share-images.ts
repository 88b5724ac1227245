import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The picture of a page for those who share its address. */
export type ShareImage = {
  /** It changes with the picture, so that it may be kept for ever. */
  url: string
  read(): Buffer
}

/** The share images that the build drew for a pack, by the address of their page. Their bytes stay on the disk until somebody asks. */
export const loadShareImages = (folder: string): ReadonlyMap<string, ShareImage> => {
  const index = join(folder, 'index.json')
  if (!existsSync(index)) return new Map()
  const files = Object.entries(JSON.parse(readFileSync(index, 'utf8')) as Record<string, string>)
  return new Map(
    files.map(([path, name]) => [
      path,
      { url: `/cards${path === '/' ? '/index' : path}.${name.slice(0, 8)}.png`, read: () => readFileSync(join(folder, `${name}.png`)) },
    ]),
  )
}
