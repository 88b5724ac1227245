import { posix } from 'node:path'
import { importsOf } from '../imports.ts'

export type Source = { path: string; code: string }
/** One module's import of another, by path. */
export type Link = { from: string; to: string }
/** All that the modules of one folder import of another's. */
export type Arrow = { from: string; to: string; links: readonly Link[] }
/** Folders from each of which every other can be reached, and the imports that lead once round each. */
export type Circle = { folders: readonly string[]; example: readonly Arrow[] }

/** Imports among these modules, each once. Types count: who reads a module reads its types too. */
export const linksOf = (sources: readonly Source[]): Link[] => {
  const own = new Set(sources.map(({ path }) => path))
  return sources.flatMap(({ path, code }) =>
    [...new Set(importsOf(path, code).map(({ to }) => to))].filter((to) => to !== path && own.has(to)).map((to) => ({ from: path, to })),
  )
}

/** A folder is what holds files; a folder inside it is another one. */
export const arrowsOf = (links: readonly Link[]): Arrow[] => {
  const arrows = new Map<string, { from: string; to: string; links: Link[] }>()
  for (const link of links) {
    const [from, to] = [posix.dirname(link.from), posix.dirname(link.to)]
    if (from === to) continue
    const arrow = arrows.get(`${from} ${to}`) ?? { from, to, links: [] }
    arrow.links.push(link)
    arrows.set(`${from} ${to}`, arrow)
  }
  return [...arrows.values()].toSorted((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`))
}

/** The shortest way from one folder to another along the arrows; null where there is none. */
const shortest = (arrows: readonly Arrow[], from: string, to: string): Arrow[] | null => {
  const seen = new Set<string>()
  let ways: Arrow[][] = arrows.filter((arrow) => arrow.from === from).map((arrow) => [arrow])
  while (ways.length) {
    const there = ways.find((way) => way.at(-1)?.to === to)
    if (there) return there
    ways = ways.flatMap((way) => {
      const at = way.at(-1)?.to ?? ''
      if (seen.has(at)) return []
      seen.add(at)
      return arrows.filter((arrow) => arrow.from === at).map((arrow) => [...way, arrow])
    })
  }
  return null
}

const reachedFrom = (arrows: readonly Arrow[], start: string): Set<string> => {
  const reached = new Set<string>()
  const add = (folder: string): void => {
    for (const { from, to } of arrows)
      if (from === folder && !reached.has(to)) {
        reached.add(to)
        add(to)
      }
  }
  add(start)
  return reached
}

/** Every circle (strongly connected component of more than one folder). Its example is a shortest circle through each of its folders. */
export const circlesOf = (arrows: readonly Arrow[]): Circle[] => {
  const reached = new Map([...new Set(arrows.map(({ from }) => from))].map((folder) => [folder, reachedFrom(arrows, folder)]))
  const circles = new Map<string, Circle>()
  for (const [folder, there] of reached) {
    if (!there.has(folder)) continue
    const folders = [...there].filter((other) => reached.get(other)?.has(folder)).toSorted()
    const key = folders.join(' ')
    if (!circles.has(key)) circles.set(key, { folders, example: exampleOf(folders, arrows) })
  }
  return [...circles.values()].toSorted((a, b) => b.folders.length - a.folders.length)
}

const exampleOf = (folders: readonly string[], arrows: readonly Arrow[]): Arrow[] => {
  const inside = arrows.filter(({ from, to }) => folders.includes(from) && folders.includes(to))
  const example = new Set<Arrow>()
  for (const folder of folders)
    if (![...example].some(({ from }) => from === folder)) for (const arrow of shortest(inside, folder, folder) ?? []) example.add(arrow)
  return [...example]
}

/** Folders that import each other. */
export const pairsOf = (arrows: readonly Arrow[]): string[] =>
  arrows.filter((a) => a.from < a.to && arrows.some((b) => b.from === a.to && b.to === a.from)).map(({ from, to }) => `${from} <-> ${to}`)
