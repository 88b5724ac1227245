import { type OuterLink, outerLinks } from '../../content/check/outer-links.ts'
import type { PackFiles } from '../../content/files.ts'
import type { Finding } from '../../content/finding.ts'
import { judge, untold } from './judge.ts'
import { type Network, politely } from './network.ts'
import { type Visit, visit } from './visit.ts'

export type Live = {
  findings: Finding[]
  links: (Visit & { places: OuterLink['places'] })[]
  /** Pages that answer and do not say when they changed. */
  untold: string[]
  /** Not one site could be reached: this machine has no way out, and nothing is known. */
  cutOff: boolean
}

/** Asks for every address of another site that a pack names. `tell` hears of each as it is done. */
export const live = async (
  files: PackFiles,
  timezone: string,
  network: Network,
  tell: (done: Visit, count: number, all: number) => void,
): Promise<Live> => {
  const ask = politely(network)
  const now = network.now()
  const all = outerLinks(files)
  let count = 0
  const visited = await Promise.all(
    all.map(async (link) => {
      const done = await visit(link.url, ask, { wants: link.places.some((p) => p.checked !== null), timezone, now })
      count += 1
      tell(done, count, all.length)
      return { link, visit: done }
    }),
  )
  const cutOff = visited.length > 0 && visited.every(({ visit }) => ['no-site', 'silent', 'slow'].includes(visit.reason))
  return {
    findings: cutOff ? [] : visited.flatMap(({ link, visit }) => judge(link, visit)),
    links: visited.map(({ link, visit }) => ({ ...visit, places: link.places })),
    untold: untold(visited),
    cutOff,
  }
}
