/** Prints how the code hangs together: `npm run structure [-- --root DIR] [--json] [--time]`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { longFile, measure, mostImporters, type Structure } from './measures/measure.ts'
import { definitions } from './measures/mechanisms.ts'
import { timeTests } from './measures/time.ts'
import { root as here } from './source.ts'

const { values } = parseArgs({
  options: { root: { type: 'string', default: here }, json: { type: 'boolean' }, time: { type: 'boolean' } },
})
const top = 10

const listed = (lines: readonly string[]): string[] => (lines.length ? lines.map((line) => `  ${line}`) : ['  none'])

const report = (is: Structure): string => {
  const imported = (list: Structure['imported']) => listed(list.slice(0, top).map(({ path, importers }) => `${importers}  ${path}`))
  const lengths = (list: Structure['long']) => listed(list.map(({ path, lines }) => `${lines}  ${path}`))
  const most = is.importedApart[0]
  return [
    'Figures (modules of src; tests apart)',
    ...listed([
      `${is.modules} modules in ${is.folders} folders with ${is.arrows.length} arrows between them`,
      `${is.circles.length} circles of folders, with ${is.circles.flatMap(({ folders }) => folders).length} folders in them; ${is.pairs.length} pairs of folders that import each other`,
      `${most?.importers ?? 0} importers of the most imported module (${most?.path ?? 'none'}); ${mostImporters} at most`,
      `${is.forms.length} form mechanisms`,
      `${is.routers.length} routers`,
      `${is.long.length} files past ${longFile} lines, and ${is.longTests.length} of tests; the median file has ${is.median}`,
    ]),
    '',
    'Circles of folders, each with the fewest imports found that lead round through all of it',
    ...(is.circles.length ? is.circles.flatMap(circle) : ['  none']),
    '',
    'Folders that import each other',
    ...listed(is.pairs),
    '',
    'Most imported modules',
    ...imported(is.imported),
    '',
    'Most imported modules; apart from those that export types alone, what formats messages (it imports intl-messageformat) and src/web/govuk',
    ...imported(is.importedApart),
    '',
    `Form mechanisms. ${definitions.forms}`,
    ...listed(is.forms),
    `Bodies with a file are taken apart in`,
    ...listed(is.multipart),
    '',
    `Routers. ${definitions.routers}`,
    ...listed(is.routers),
    '',
    `Files past ${longFile} lines (TypeScript, Sass, Typst)`,
    ...lengths(is.long),
    `Tests past ${longFile} lines`,
    ...lengths(is.longTests),
    '',
    'Arrows between folders, with the number of imports',
    ...arrows(is),
  ].join('\n')
}

const circle = ({ folders, example }: Structure['circles'][number]): string[] => [
  `  ${folders.length} folders: ${folders.join(', ')}`,
  ...example.map(({ from, to, links }) => `    ${from} -> ${to} (${links.length}): ${links[0]?.from} imports ${links[0]?.to}`),
]

const arrows = ({ arrows }: Structure): string[] =>
  [...Map.groupBy(arrows, ({ from }) => from)].map(
    ([from, all]) => `  ${from} -> ${all.map(({ to, links }) => `${to} (${links.length})`).join(', ')}`,
  )

const at = resolve(values.root)
const structure = measure(at)
const seconds = values.time ? timeTests(at) : null
if (values.json) console.log(JSON.stringify({ ...structure, testSeconds: seconds }, null, 2))
else {
  console.log(report(structure))
  if (seconds !== null) console.log(`\nnpm test in a fresh clone of what is committed: ${seconds} s`)
}
