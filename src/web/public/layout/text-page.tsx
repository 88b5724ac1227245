import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { pageAddress } from '../../../content/page-ids.ts'
import { blockId } from '../../../content/translations.ts'
import { blocksOf } from '../../../domain/page.ts'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../../components/languages.tsx'
import { Terms } from '../../components/terms.tsx'
import { EnglishFallback, TranslatedInline, type Words } from '../../components/translated.tsx'
import { languagesAt } from '../../context/published.ts'
import type { Locale, MenuId, RenderContext } from '../../context/types.ts'
import { withContents } from './contents.ts'
import { Masthead } from './masthead.tsx'
import type { PageContent } from './page.ts'

/** A page that is a Markdown file of the pack, with more below it where the page adds some. */
export const textPage = (
  context: RenderContext,
  id: string,
  options: { address?: string; nav?: MenuId; head?: Child; below?: Child } = {},
): PageContent => {
  const { locale } = context
  const page = locale.pack.pages.get(id)
  const { html: text, terms } = locale.markdown.page(page?.body ?? '')
  const { contents, html } = withContents(text)
  const address = options.address ?? pageAddress(id)
  const others = languagesAt(locale, address)
  const words = (field: 'title' | 'lead'): Words => ({ in: ({ pack }) => pack.pages.get(id)?.[field], also: [`page.${id}.${field}`] })
  const said = { title: words('title'), lead: words('lead') }
  return {
    harmless: page?.history_title !== undefined,
    description: page?.description ?? '',
    ...(options.nav ? { nav: options.nav } : {}),
    head: others.length ? languageLinks(locale, address) : options.head,
    above: others.length ? <LanguageRow locale={locale} path={address} /> : null,
    exit: page?.exit ?? false,
    rest: true,
    body: (
      <>
        <Masthead
          locale={locale}
          title={<TranslatedInline locale={locale} words={said.title} />}
          lead={page?.lead ? <TranslatedInline locale={locale} words={said.lead} /> : null}
          drawing={page?.drawing}
        />
        <div class="wrap body stack">
          {locale.englishFallback || !locale.complete ? (
            <div class="flow">
              <DraftNotice locale={locale} />
              <EnglishFallback
                locale={locale}
                title={{ in: ({ pack }) => `${pack.pages.get(id)?.title}.`, also: said.title.also ?? [] }}
                words={page?.lead ? [said.lead] : []}
              />
              <DraftMeans locale={locale} />
            </div>
          ) : null}
          {contents.length && !locale.language ? (
            <nav class="contents" aria-label={locale.t('site.on-this-page')}>
              <ul class="list">
                {contents.map(({ id: at, title }) => (
                  <li>
                    <a href={`#${at}`}>{raw(title)}</a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <div class="prose">{locale.language ? <Parts locale={locale} id={id} /> : raw(html)}</div>
          {options.below}
          <Terms locale={locale.english} ids={terms} lang={locale.language ? 'en' : undefined} />
        </div>
      </>
    ),
  }
}

/** Each part of the page, with its English below it while nobody has checked it, or in its place where it was withdrawn. Below it a heading is bold text: the page has its headings once. */
const Parts = ({ locale, id }: { locale: Locale; id: string }) => {
  const originals = blocksOf(locale.english.pack.pages.get(id)?.body ?? '')
  const html = (block: string) => raw(locale.markdown.page(block).html)
  return (
    <>
      {blocksOf(locale.pack.pages.get(id)?.body ?? '').map((block, n) =>
        locale.translated.has(blockId(id, n)) ? (
          <>
            {html(block)}
            {locale.englishFallback ? (
              <div class="small en" lang="en" dir="ltr">
                {html((originals[n] ?? '').replace(/^#+ (.*?)(?:(?<!\s)\s*\{#[a-z0-9-]+\})?$/, '**$1**'))}
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
