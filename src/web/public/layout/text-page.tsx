import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { pageAddress } from '../../../content/page-ids.ts'
import { blockId } from '../../../content/translations.ts'
import { blocksOf } from '../../../domain/page.ts'
import { DraftNotice, LanguageRow, languageLinks } from '../../components/languages.tsx'
import { Terms } from '../../components/terms.tsx'
import { InEnglish, TranslatedInline, type Words } from '../../components/translated.tsx'
import { languagesAt } from '../../context/published.ts'
import type { Locale, MenuId, RenderContext } from '../../context/types.ts'
import { withContents } from './contents.ts'
import { Masthead } from './masthead.tsx'
import type { PageContent } from './page.ts'

/** A page that is a Markdown file of the pack, with more below it where the page adds some; `terms` are those that this more explains. */
export const textPage = (
  context: RenderContext,
  id: string,
  options: { address?: string; nav?: MenuId; head?: Child; above?: Child; below?: Child; terms?: readonly string[] } = {},
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
    above: others.length ? <LanguageRow locale={locale} path={address} /> : options.above,
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
          <DraftNotice locale={locale} words={page?.lead ? [said.title, said.lead] : [said.title]} />
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
          <Terms
            locale={locale.english}
            ids={[...new Set([...terms, ...(options.terms ?? [])])]}
            lang={locale.language ? 'en' : undefined}
          />
        </div>
      </>
    ),
  }
}

/** A heading of a page, or what comes before the first one, with all that stands below it, by the numbers of its parts. */
const sectionsOf = (blocks: readonly string[]): number[][] =>
  blocks.reduce<number[][]>((sections, block, n) => {
    const last = sections.at(-1)
    if (!last || /^##? /.test(block)) sections.push([n])
    else last.push(n)
    return sections
  }, [])

/** The page, section by section: while nobody has checked it with its English folded at the end of each; a part that was withdrawn is in English. */
const Parts = ({ locale, id }: { locale: Locale; id: string }) => {
  const originals = blocksOf(locale.english.pack.pages.get(id)?.body ?? '')
  const blocks = blocksOf(locale.pack.pages.get(id)?.body ?? '')
  const html = (block: string) => raw(locale.markdown.page(block).html)
  const isOwn = (n: number) => locale.translated.has(blockId(id, n))
  const part = (n: number) =>
    isOwn(n) ? (
      html(blocks[n] ?? '')
    ) : (
      <div class="prose" lang="en" dir="ltr">
        {html(originals[n] ?? '')}
      </div>
    )
  return (
    <>
      {sectionsOf(originals).map((section) => {
        const own = section.filter(isOwn)
        return (
          <>
            {section.map(part)}
            {locale.englishFallback && own.length ? (
              <InEnglish locale={locale} title={headingOf(originals[own[0] ?? 0] ?? '')}>
                {own.map((n, i) => (i || !headingOf(originals[n] ?? '') ? html(asBold(originals[n] ?? '')) : null))}
              </InEnglish>
            ) : null}
          </>
        )
      })}
    </>
  )
}

const heading = /^#+ (.*?)(?:(?<!\s)\s*\{#[a-z0-9-]+\})?$/

/** What a part is, where it is a heading: the English of its section is folded under it. */
const headingOf = (block: string): string | undefined => heading.exec(block)?.[1]

/** In the English below a section a heading is bold text: the page has its headings once. */
const asBold = (block: string): string => block.replace(heading, '**$1**')
