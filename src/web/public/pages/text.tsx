import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { pageAddress } from '../../../content/page-ids.ts'
import { blockId } from '../../../content/translations.ts'
import { blocksOf } from '../../../domain/page.ts'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../../components/languages.tsx'
import { Terms } from '../../components/terms.tsx'
import { English, SaidHere, type Words } from '../../components/translated.tsx'
import { addressIn } from '../../context/addresses.ts'
import { languagesAt } from '../../context/published.ts'
import type { Moment, Site } from '../../context/site.ts'
import type { NavId, PageParts } from '../layout/shell.tsx'
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
  const text = (field: 'title' | 'lead'): Words => ({ in: ({ pack }) => pack.pages.get(id)?.[field], also: [`page.${id}.${field}`] })
  const said = { title: text('title'), lead: text('lead') }
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
        <Masthead
          site={site}
          title={<SaidHere site={site} words={said.title} />}
          lead={page?.lead ? <SaidHere site={site} words={said.lead} /> : null}
          drawing={page?.drawing}
        />
        <div class="wrap body stack">
          {site.beside || !site.whole ? (
            <div class="flow">
              <DraftNotice site={site} />
              <English
                site={site}
                title={{ in: ({ pack }) => `${pack.pages.get(id)?.title}.`, also: said.title.also ?? [] }}
                words={page?.lead ? [said.lead] : []}
              />
              <DraftMeans site={site} />
            </div>
          ) : null}
          <div class="prose">{site.language ? <Parts site={site} id={id} /> : raw(html)}</div>
          {options.below}
          <Terms site={site.english} ids={terms} lang={site.language ? 'en' : undefined} />
        </div>
      </>
    ),
  }
}

/** Each part of the page, with its English below it while nobody has checked it, or in its place where it was withdrawn. Below it a heading is bold text: the page has its headings once. */
const Parts = ({ site, id }: { site: Site; id: string }) => {
  const originals = blocksOf(site.english.pack.pages.get(id)?.body ?? '')
  const html = (block: string) => raw(site.markdown.page(block).html)
  return (
    <>
      {blocksOf(site.pack.pages.get(id)?.body ?? '').map((block, n) =>
        site.spoken.has(blockId(id, n)) ? (
          <>
            {html(block)}
            {site.beside ? (
              <div class="small en" lang="en" dir="ltr">
                {html((originals[n] ?? '').replace(/^#+ (.*?)(?:\s*\{#[a-z0-9-]+\})?$/, '**$1**'))}
              </div>
            ) : null}
          </>
        ) : (
          <div class="prose" lang="en" dir="ltr">
            {html(originals[n] ?? '')}
          </div>
        ),
      )}
    </>
  )
}
