import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

const forBrowsers: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2020'],
  legalComments: 'none',
  logLevel: 'error',
}

/**
 * Our own code; packages stay outside and are loaded as they are installed. `fresh.js` is apart from the command, so that a
 * start can ask whether the build is stale without having TypeScript stripped first (60 ms).
 */
export const bundleCommand = async (root: string, out: string): Promise<void> => {
  await build({
    entryPoints: {
      cli: join(root, 'src/cli.ts'),
      fresh: join(root, 'tools/fingerprint.ts'),
      'picture-program': join(root, 'src/processes/pictures/program.ts'),
      'disclosure-program': join(root, 'src/processes/disclosure/program.ts'),
      'sheet-program': join(root, 'src/processes/sheets/program.ts'),
    },
    outdir: out,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'error',
  })
}

/** A tool that needs the pages. It runs from `out`, which lies in the root, so that it finds the packages. */
export const bundleTool = async (source: string, out: string): Promise<void> => {
  await build({
    entryPoints: [source],
    outfile: out,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
  })
}

/** The scripts of pages that are written as files; those that are served have none of them. */
export const bundleStaticScripts = async (root: string, out: string): Promise<void> => {
  const entryPoints = ['now', 'search', 'find'].map((name) => join(root, `src/web/script/${name}.ts`))
  // Its address follows from its content, and only the writing of the site knows it (web/public/static/scripts/search.ts).
  await build({ ...forBrowsers, entryPoints, outdir: out, external: ['./find.ts'] })
}

/** The pages' scripts. None is ever needed, but for a passkey, which has other ways beside it: each page does its work without. */
export const bundleScript = async (root: string, out: string): Promise<void> => {
  const entryPoints = ['exit', 'errors', 'filter', 'wait', 'passkey'].map((name) => join(root, `src/web/script/${name}.ts`))
  await build({ ...forBrowsers, entryPoints, outdir: out })
}
