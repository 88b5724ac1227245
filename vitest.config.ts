import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

if (Number(process.versions.node.split('.')[0]) < 26) {
  throw new Error(
    `The tests need Node 26; this is ${process.version}. Run \`npm ci\`, then \`npm test\`: that takes the one npm installed.`,
  )
}

/** What needs neither the pack as a whole, nor a server, a browser or another process: seconds. */
const unit = ['src/**/*.test.{ts,tsx}', 'test/structure/**/*.test.ts', 'tools/**/*.test.ts']

/** What reads the whole pack, makes files, serves the site in its process or starts the command. */
const integration = ['src/{content,cli}/**/*.test.ts', 'test/**/*.test.{ts,tsx}']

/** What needs the built site, most of it in a real browser. */
const browser = ['test/{accessibility,journeys,static}/**/*.test.{ts,tsx}']

/** Tests that only `npm run test:all` runs; with WAYMARK_ALL others look at every page where they otherwise look at every template. */
const long = process.env.WAYMARK_ALL ? [] : ['**/*.all.test.{ts,tsx}']

/** Layouts in Typst and schemas are imported as text, as esbuild does it for the build (src/press/shared/paper/typst.d.ts). */
const filesAsText = {
  name: 'files-as-text',
  transform: (code: string, id: string) => (/\.(?:typ|xsd|dtd|md)$/.test(id) ? `export default ${JSON.stringify(code)}` : null),
}

/** Files that take longest, longest first. vitest begins with the files that have most lines, but some that take long are short. */
const longest = [
  'test/accessibility/visits-pages.test.ts',
  'test/accessibility/visits-pathway.test.ts',
  'test/journeys/pathway.test.ts',
  'test/desk/permissions.test.ts',
  'src/cli/check.test.ts',
  'test/accessibility/visits-get-help.test.ts',
  'test/promises/start.test.ts',
  'test/desk/register-import.test.ts',
  'test/desk/kills.test.ts',
  'test/journeys/desk-sign-in.test.ts',
  'src/content/check/check.test.ts',
  'test/accessibility/intake.test.ts',
  'test/desk/sheet-photos.test.ts',
  'test/press/deck.test.ts',
  'test/static/pages.test.ts',
  'test/promises/translations.test.ts',
  'test/store/backup.test.ts',
  'test/hostile/patterns.test.ts',
  'test/journeys/report-left.test.ts',
  'test/accessibility/desk.test.ts',
  'test/static/files.test.ts',
  'test/press/pdf.test.ts',
  'test/press/word.test.ts',
  'test/journeys/links.test.ts',
  'test/desk/lists.test.ts',
  'test/desk/home-needs.test.ts',
  'test/store/embedded/cluster.test.ts',
  'src/content/flows.test.ts',
  'src/content/check/style.test.ts',
]
const missing = longest.find((file) => !existsSync(new URL(file, import.meta.url)))
if (missing) throw new Error(`${missing} is gone: take it out of vitest.config.ts.`)

/** Begins with what takes longest, so that no core waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(`/${file}`))
      return at < 0 ? longest.length : at
    }
    // Projects stay together, in the order of the alphabet: the last of them is the one of short tests.
    return (await super.sort(files)).sort((a, b) => a.project.name.localeCompare(b.project.name) || place(a) - place(b))
  }
}

/** The site is built and one browser started for all files. */
const withBrowser = { globalSetup: 'test/support/global-setup.ts' }

/** Three projects, so that some can be run alone. */
const parts = [
  { extends: true as const, test: { name: 'browser', include: browser, exclude: [...configDefaults.exclude, ...long], ...withBrowser } },
  {
    extends: true as const,
    test: { name: 'integration', include: integration, exclude: [...configDefaults.exclude, ...long, ...browser, 'test/structure/**'] },
  },
  { extends: true as const, test: { name: 'unit', include: unit, exclude: [...configDefaults.exclude, ...long, 'src/{content,cli}/**'] } },
]

/** All of them as one: each project has workers of its own, which read the program and the pack again. */
const whole = {
  extends: true as const,
  test: { name: 'all', include: [...unit, ...integration, ...browser], exclude: [...configDefaults.exclude, ...long], ...withBrowser },
}
const isWhole = process.argv.slice(2).every((argument) => argument === 'run' || /^--(?:reporter|outputFile)\b/.test(argument))

export default defineConfig({
  plugins: [filesAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // vitest leaves one core alone; of two, that is half. A worker often waits, for the browser or for a process: with three for two
    // cores a quarter of both was idle.
    maxWorkers: availableParallelism() * 2,
    reporters: ['default', './test/support/summary.ts'],
    // The pack is read once in a worker, not once in a file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Far more than any takes: a machine may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: isWhole ? [whole] : parts,
  },
})
