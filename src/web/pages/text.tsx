import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { pageAddress } from '../../content/page-ids.ts'
import { blocksOf } from '../../domain/page.ts'
import type { NavId, PageParts } from '../layout/shell.tsx'
import { English } from '../parts/english.tsx'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../parts/languages.tsx'
import { Terms } from '../parts/terms.tsx'
import type { Moment, Site } from '../site.ts'
import { addressIn } from '../words/addresses.ts'
import { languagesAt } from '../words/published.ts'
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
  const address = options.path ?? pageAddress(id)
  const others = languagesAt(site, address)
  return {
    title: page?.history_title ?? page?.title ?? '',
    harmless: page?.history_title !== undefined,
    description: page?.description ?? '',
    path: addressIn(site.language, address),
    ...(options.nav ? { nav: options.nav } : {}),
    ...(options.daily ? { daily: true } : {}),
    head: others.length ? languageLinks(site, address) : options.head,
    above: others.length ? <LanguageRow site={site} path={address} /> : null,
    exit: page?.exit ?? false,
    rest: true,
    body: (
      <>
        <Masthead site={site} title={page?.title} lead={page?.lead} drawing={page?.drawing} />
        <div class="wrap body stack">
          {site.beside ? (
            <div class="flow">
              <DraftNotice site={site} />
              <English site={site}>
                {(english) => (
                  <>
                    <b>{english.pack.pages.get(id)?.title}.</b> {english.pack.pages.get(id)?.lead}
                  </>
                )}
              </English>
              <DraftMeans site={site} />
            </div>
          ) : null}
          <div class="prose">{site.beside ? <Beside site={site} english={site.beside} id={id} /> : raw(html)}</div>
          {options.below}
          <Terms site={site.english} ids={terms} lang={site.language ? 'en' : undefined} />
        </div>
      </>
    ),
  }
}

/** Each part of the page with its English below it. There a heading is bold text: the page has its headings once. */
const Beside = ({ site, english, id }: { site: Site; english: Site; id: string }) => {
  const originals = blocksOf(english.pack.pages.get(id)?.body ?? '')
  const html = (block: string) => raw(site.markdown.page(block).html)
  return (
    <>
      {blocksOf(site.pack.pages.get(id)?.body ?? '').map((block, n) => (
        <>
          {html(block)}
          <div class="small en" lang="en" dir="ltr">
            {html((originals[n] ?? '').replace(/^#+ (.*?)(?:\s*\{#[a-z0-9-]+\})?$/, '**$1**'))}
          </div>
        </>
      ))}
    </>
  )
}
