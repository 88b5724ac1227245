import { fileURLToPath } from 'node:url'
import { compileString } from 'sass'
import { always } from '../../../src/domain/time/validity.ts'
import { loadAssets } from '../../../src/web/assets/assets.ts'
import type { FinishedPage } from '../../../src/web/http/page-cache.ts'
import { realPack } from '../real-pack.ts'

/** The stylesheets of the site with those of every kind of entry, as one, for the made-up flow. `assets`: the folder of the built ones. */
export const harbourStyles = (assets: string): Map<string, FinishedPage> => {
  const { all, url } = loadAssets(assets, realPack().brand)
  const sheet = (name: string): string => all.find(({ path }) => path === url(name))?.bytes.toString() ?? ''
  const { css } = compileString('@use "forms"; @use "entries";', {
    loadPaths: [
      fileURLToPath(new URL('../../../src/web/styles', import.meta.url)),
      fileURLToPath(new URL('../../../node_modules', import.meta.url)),
    ],
    quietDeps: true,
  })
  // The brand's colours are custom properties of the first sheet; govuk-frontend's own would come after and undo them (tools/styles.ts).
  const body = [
    sheet('first.css'),
    sheet('rest.css'),
    css.replace(/:root\s*\{[^{}]*\}/g, ''),
    'body { background: var(--paper); padding-block: 1.5rem; }',
  ].join('\n')
  const page = (type: string, bytes: Buffer): FinishedPage => ({ type, make: () => ({ body: bytes, valid: always }) })
  return new Map([
    ['/made-up.css', page('text/css; charset=utf-8', Buffer.from(body))],
    ...all.filter(({ path }) => path.endsWith('.woff2')).map(({ path, type, bytes }) => [path, page(type, bytes)] as const),
  ])
}
