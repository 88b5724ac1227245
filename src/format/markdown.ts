import MarkdownIt from 'markdown-it'
import type { Pack } from '../content/pack.ts'

/** A digit beside it, or "ext": then what was found is the end or the beginning of another number. */
const digitBefore = /(?:\d[\s()/+–-]*|\bext(?:ension|\.)?[\s()/+–-]*)$/i
const digitAfter = /^[\s()/+–-]*\d/

export type Markdown = {
  page(text: string): { html: string; terms: string[] }
  inline(text: string): string
  article(text: string): string
}

/**
 * Markdown of pages: no HTML; telephone numbers of the pack become links that a phone can ring; `term:` links lead to the words list
 * below; `[Not checked yet](source:ID)` is a mark and no link; a heading that ends in `{#id}` has that id. In `unlinked`, what somebody says of themselves, nothing becomes a link.
 */
export const makeMarkdown = (pack: Pack, unlinked: readonly string[] = []): Markdown => {
  const phones = pack.services.flatMap((s) => (s.phone && s.phone !== 'unknown' && !s.legacy ? [s.phone] : []))
  const byDisplay = new Map(phones.map((p) => [p.display, p.dial]))
  const displays = [...byDisplay.keys()].sort((a, b) => b.length - a.length)
  const page = new MarkdownIt({ html: false, linkify: false, typographer: false })
  const own = unlinked.map((text) => RegExp.escape(page.utils.escapeHtml(text))).sort((a, b) => b.length - a.length)
  const number = new RegExp(`(?<own>${own.join('|') || '(?!)'})|(?<![\\d,.])(?:${displays.join('|')})(?!\\d|[,.]\\d)`, 'g')
  /** `before` and `after`: what stands around it in the same paragraph. */
  const link = (html: string, before: string, after: string): string =>
    html.replace(number, (shown, owned: string | undefined, at: number) => {
      if (owned !== undefined) return shown
      const earlier = html.slice(0, at)
      if (digitBefore.test(before + earlier) || digitAfter.test(html.slice(at + shown.length) + after)) return shown
      // "Text 999" is not a call: no link there.
      return /\btext\b[^.!?]{0,40}$/i.test(earlier)
        ? `<bdi>${shown}</bdi>`
        : `<bdi><a href="tel:${byDisplay.get(shown)}">${shown}</a></bdi>`
    })

  page.validateLink = (url) => /^(https:\/\/|\/|#|term:|source:|mailto:)/.test(url)
  const { escapeHtml } = page.utils
  page.renderer.rules.text = (tokens, index) => {
    const text = escapeHtml(tokens[index]?.content ?? '')
    const insideLink =
      tokens.slice(0, index).reduce((depth, t) => depth + (t.type === 'link_open' ? 1 : t.type === 'link_close' ? -1 : 0), 0) > 0
    return insideLink ? text : link(text, wordsOf(tokens.slice(0, index)), wordsOf(tokens.slice(index + 1)))
  }
  page.core.ruler.push('heading_ids', (state) => {
    for (const [index, token] of state.tokens.entries()) {
      const inline = state.tokens[index + 1]
      const id = token.type === 'heading_open' ? /^(.*?)(?<!\s)\s*\{#([a-z0-9-]+)\}$/.exec(inline?.content ?? '') : null
      const last = inline?.children?.at(-1)
      if (!id?.[2] || !last) continue
      token.attrSet('id', id[2])
      last.content = last.content.replace(/(?<!\s)\s*\{#[a-z0-9-]+\}$/, '')
    }
  })
  const article = new MarkdownIt({ html: false, linkify: false, typographer: false })
  // Nothing of an article is fetched from another host.
  article.disable('image')
  article.validateLink = (url) => /^https?:\/\//.test(url)
  return {
    page: (text) => {
      const terms: string[] = []
      const html = marked(page.render(text)).replace(/href="term:([a-z0-9-]+)"/g, (_all, id: string) => {
        if (!terms.includes(id)) terms.push(id)
        return `href="#term-${id}"`
      })
      return { html, terms }
    },
    inline: (text) => marked(page.renderInline(text)),
    article: (text) => relevel(article, text),
  }
}

/** What a text rests on beside the source of its page: the ids of sources.yaml that it marks, in their order. */
export const sourcesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\]\(source:([A-Za-z0-9-]+)\)/g)].map(([, id = '']) => id)),
]

/** The mark of what is not checked leads nowhere: its source stands at the end of the text with the others. */
const marked = (html: string): string =>
  html.replace(/<a href="source:[A-Za-z0-9-]+">((?:(?!<a ).)*?)<\/a>/g, '<span class="sure dashed">$1</span>')

const wordsOf = (tokens: readonly { type: string; content: string }[]): string =>
  tokens.map(({ type, content }) => (/break$/.test(type) ? ' ' : content)).join('')

/** An article keeps its own order and words; only its headings move, so that the first of them stands right under the title. */
const relevel = (md: InstanceType<typeof MarkdownIt>, text: string): string => {
  const tokens = md.parse(text, {})
  const levels = tokens.filter((t) => t.type === 'heading_open').map((t) => Number(t.tag.slice(1)))
  const shift = levels.length ? Math.min(...levels) - 2 : 0
  for (const token of tokens) if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) - shift)}`
  return md.renderer.render(tokens, md.options, {})
}
