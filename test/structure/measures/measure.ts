import { importsOf } from '../imports.ts'
import { checkout, isForTests } from '../source.ts'
import { type Arrow, arrowsOf, type Circle, circlesOf, linksOf, pairsOf, type Source } from './graph.ts'
import { formMechanisms, multipartParsers, routers } from './mechanisms.ts'
import { holdsOnlyTypes, type Imported, median, mostImported } from './modules.ts'

/** The longest that a file may be before it is named. */
export const longFile = 250
/** The most modules that may import one (types, the formatter of messages and govuk components apart). */
export const mostImporters = 45

type Length = { path: string; lines: number }

export type Structure = {
  modules: number
  folders: number
  arrows: readonly Arrow[]
  circles: readonly Circle[]
  pairs: readonly string[]
  imported: readonly Imported[]
  importedApart: readonly Imported[]
  forms: readonly string[]
  multipart: readonly string[]
  routers: readonly string[]
  long: readonly Length[]
  longTests: readonly Length[]
  median: number
}

const isModule = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')

/** What is measured of `src` of the checkout at `root`. */
export const measure = (root: string): Structure => {
  const { filesUnder, read } = checkout(root)
  const files = filesUnder('src').filter((path) => /\.(?:tsx?|scss|typ)$/.test(path))
  const lengths = files.map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
  const long = lengths.filter(({ lines }) => lines > longFile).toSorted((a, b) => b.lines - a.lines)
  const sources = files.filter((path) => isModule(path) && !isForTests(path)).map((path) => ({ path, code: read(path) }))
  const links = linksOf(sources)
  const arrows = arrowsOf(links)
  const imported = mostImported(links)
  const apart = new Set(sources.filter((source) => holdsOnlyTypes(source) || isFormatter(source) || isComponent(source)).map((s) => s.path))
  return {
    modules: sources.length,
    folders: new Set(sources.map(({ path }) => path.slice(0, path.lastIndexOf('/')))).size,
    arrows,
    circles: circlesOf(arrows),
    pairs: pairsOf(arrows),
    imported,
    importedApart: imported.filter(({ path }) => !apart.has(path)),
    forms: formMechanisms(sources),
    multipart: multipartParsers(sources),
    routers: routers(sources),
    long: long.filter(({ path }) => !isForTests(path)),
    longTests: long.filter(({ path }) => isForTests(path)),
    median: median(lengths.filter(({ path }) => !isForTests(path)).map(({ lines }) => lines)),
  }
}

/** What formats messages is what asks the library that does. */
const isFormatter = ({ path, code }: Source): boolean => importsOf(path, code).some(({ to }) => to === 'intl-messageformat')
const isComponent = ({ path }: Source): boolean => path.startsWith('src/web/govuk/')
