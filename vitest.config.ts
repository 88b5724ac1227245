import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

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
const browser = ['test/{accessibility,journeys,sizes,static}/**/*.test.{ts,tsx}']

/** Tests that only `npm run test:all` runs; with WAYMARK_ALL others look at every page where they otherwise look at every template. */
const long = process.env.WAYMARK_ALL ? [] : ['**/*.all.test.{ts,tsx}']

/** Files of Typst are imported as text, as esbuild does it for the build (src/press/shared/paper/typst.d.ts). */
const typstAsText = {
  name: 'typst-as-text',
  transform: (code: string, id: string) => (id.endsWith('.typ') ? `export default ${JSON.stringify(code)}` : null),
}

export default defineConfig({
  plugins: [typstAsText],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // vitest leaves one core alone; of two, that is half. A worker often waits for the browser, so there are three for two.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    reporters: ['default', './test/support/summary.ts'],
    // The pack is read once in a worker, not once in a file.
    isolate: false,
    // Far more than any takes: a machine may be busy with other things.
    testTimeout: 60_000,
    // vitest runs projects by the alphabet: the short tests come last, so that no core waits for a long one at the end.
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: [...configDefaults.exclude, ...long],
          globalSetup: 'test/support/global-setup.ts',
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: integration, exclude: [...configDefaults.exclude, ...long, ...browser, 'test/structure/**'] },
      },
      {
        extends: true,
        test: { name: 'unit', include: unit, exclude: [...configDefaults.exclude, ...long, 'src/{content,cli}/**'] },
      },
    ],
  },
})
