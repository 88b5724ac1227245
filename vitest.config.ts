import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 26) {
  throw new Error(
    `The tests need Node 26; this is ${process.version}. Run \`npm ci\`, then \`npm test\`: that takes the one npm installed.`,
  )
}

/** Tests that need the built site, most of them in a real browser. */
const site = ['test/{accessibility,journeys,sizes,static}/**/*.test.{ts,tsx}']

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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...long, ...site],
          isolate: false,
          // Far more than any takes: a machine may be busy with other things.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: site,
          exclude: [...configDefaults.exclude, ...long],
          globalSetup: 'test/support/global-setup.ts',
          // The pack is read once in a worker, not once in a file.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
