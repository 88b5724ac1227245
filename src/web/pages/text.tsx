import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { NavId, PageParts } from '../layout/shell.tsx'
import { Terms } from '../parts/terms.tsx'
import type { Moment } from '../site.ts'
import { Masthead } from './intro.tsx'

/** A page that is a Markdown file of the pack, with more below it where the page adds some. */
export const textPage = (
  moment: Moment,
  id: string,
  options: { path?: string; nav?: NavId; daily?: boolean; head?: Child; below?: Child } = {},
): PageParts => {
  const { site } = moment
  const page = site.pack.pages.get(id)
  const { html, terms } = site.markdown.page(page?.body ?? '')
  return {
    title: page?.history_title ?? page?.title ?? '',
    harmless: page?.history_title !== undefined,
    description: page?.description ?? '',
    path: options.path ?? `/${id}`,
    ...(options.nav ? { nav: options.nav } : {}),
    ...(options.daily ? { daily: true } : {}),
    head: options.head,
    exit: page?.exit ?? false,
    rest: true,
    body: (
      <>
        <Masthead site={site} title={page?.title} lead={page?.lead} drawing={page?.drawing} />
        <div class="wrap body stack">
          <div class="prose">{raw(html)}</div>
          {options.below}
          <Terms site={site} ids={terms} />
        </div>
      </>
    ),
  }
}
