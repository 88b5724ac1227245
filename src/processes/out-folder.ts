import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { contentFolder } from './paths.ts'

/** Folders of the program that nothing is written into from a command line. */
const own = ['bin', 'content', 'dist', 'docs', 'node_modules', 'src', 'test', 'tools', '.git']

/** May a command write into this folder? Else a sentence that says why not. Links are followed: what counts is where it truly lies. */
export const outRefusal = (folder: string, content = contentFolder): string | null => {
  const place = realPlace(folder)
  if (place === null) return `${folder} is a link that is broken or leads in a circle. Choose a folder.`
  const programme = realPlace(dirname(resolve(content))) ?? dirname(resolve(content))
  const pack = realPlace(content) ?? resolve(content)
  if (holds(place, programme) || holds(place, pack)) return `${folder} has this program and its packs in it. Choose a folder outside it.`
  const inside = [pack, ...own.map((name) => join(programme, name))].find((one) => holds(one, place))
  return inside ? `${folder} is in ${inside}, where this program keeps its own files. Choose another folder.` : null
}

/** Is `inner` the folder itself, or somewhere below it? */
const holds = (outer: string, inner: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) === inner)
}

/** Where a folder lies, or would lie when it is made; null for a link that leads nowhere. */
const realPlace = (folder: string): string | null => {
  const path = resolve(folder)
  try {
    return realpathSync(path)
  } catch {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return null
    const above = dirname(path) === path ? path : realPlace(dirname(path))
    return above === null ? null : join(above, basename(path))
  }
}
