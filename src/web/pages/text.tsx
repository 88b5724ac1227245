import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { NavId, PageParts } from '../layout/shell.tsx'
import type { Moment, Site } from '../site.ts'
import { Masthead } from './intro.tsx'

/** A page that is a Markdown file of the pack, with more below it where the page adds some. */
export const textPage = (moment: Moment, id: string, options: { path?: string; nav?: NavId; harmless?: boolean; below?: Child } = {}): PageParts => {
  const { site } = moment
  const page = site.pack.pages.get(id)
  const { html, terms } = site.markdown.page(page?.body ?? '')
  return {
    title: page?.history_title ?? page?.title ?? '',
    harmless: options.harmless ?? page?.history_title !== undefined,
    description: page?.description ?? '',
    path: options.path ?? `/${id}`,
    ...(options.nav ? { nav: options.nav } : {}),
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

/** The words that a page explains, at its foot: its `term:` links lead here. */
const Terms = ({ site, ids }: { site: Site; ids: readonly string[] }) => {
  const terms = ids.flatMap((id) => site.pack.glossary.filter((t) => t.id === id))
  if (!terms.length) return null
  return (
    <section class="flow" aria-labelledby="terms">
      <h2 id="terms">{site.say('site.terms')}</h2>
      <dl class="who">
        {terms.map((term) => (
          <div id={`term-${term.id}`}>
            <dt>{term.term}</dt>
            <dd>{term.means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
