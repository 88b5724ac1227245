import { configDefaults, defineConfig } from 'vitest/config'

if (Number(process.versions.node.split('.')[0]) < 26) {
  throw new Error(`The tests need Node 26; this is ${process.version}. Run \`npm ci\`, then \`npm test\`: that takes the one npm installed.`)
}

/** Tests that need the built site, most of them in a real browser. */
const site = ['test/{accessibility,journeys,sizes}/**/*.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // vitest leaves one core alone; of two, that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], exclude: [...configDefaults.exclude, ...site], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: { name: 'site', include: site, globalSetup: 'test/support/global-setup.ts', testTimeout: 60_000, hookTimeout: 30_000 },
      },
    ],
  },
})
