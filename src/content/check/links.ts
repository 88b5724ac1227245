import type { Source } from '../../domain/signs/signs.ts'
import type { Finding } from '../finding.ts'
import { style as patterns } from '../lists/style.ts'
import type { Whole } from '../load.ts'
import { type Link, readBlocks } from '../markdown-blocks.ts'
import { didYouMean, nearest } from '../nearest.ts'

type Message = { found: string; instead: string }

/**
 * Every link in pages and texts leads somewhere: to an address of the site, a term of the glossary, or by https to
 * another site. `addresses` are the site's: paths, and `/path#anchor` for the anchors of each page. Regular expressions are no texts, and their
 * brackets no links.
 */
export const linkFindings = (loaded: Whole, addresses: ReadonlySet<string>): Finding[] => {
  const terms = new Set(loaded.pack.glossary.map((t) => t.id))
  const sources = new Map(loaded.pack.sources.map((s) => [s.id, s.sure]))
  const judge = (file: string, text: string, first: number, page: string | null): Finding[] => {
    if (!/\]|<[a-z]+:/i.test(text)) return []
    const news = file.includes('/news/')
    return readBlocks(text).links.flatMap((link): Finding[] => {
      const message = faultOf(link, page, addresses, terms, sources)
      if (!message) return []
      const line = first + link.line
      const rule = link.href.startsWith('term:') ? 'term' : link.href.startsWith('source:') ? 'reference' : 'link'
      if (!news) return [{ severity: 'error', rule, file, line, ...message }]
      return [
        {
          severity: 'warning',
          rule,
          file,
          line,
          found: message.found,
          instead: 'An imported article keeps its text. Know that readers meet this.',
        },
      ]
    })
  }
  const { allYaml, allMarkdown } = loaded.files
  return [
    ...allYaml.flatMap((source) =>
      (source.file.endsWith(`/${patterns.file}`) ? [] : source.strings()).flatMap(({ path, text, line }) => [
        ...judge(source.file, text, line, pageOf(source.file)),
        ...(addressFields.has(String(path.at(-1))) && /^(?!https:\/\/)[a-z][a-z0-9+.-]*:/i.test(text)
          ? [{ severity: 'error' as const, rule: 'link', file: source.file, line, ...(outer(text) ?? refused(text)) }]
          : []),
      ]),
    ),
    ...allMarkdown.flatMap(({ file, id, body, bodyLine }) => judge(file, body, bodyLine, id === 'home' ? '/' : `/${id}`)),
  ]
}

/** Values that are one address, without any Markdown. */
const addressFields = new Set(['url', 'website', 'through'])

/** The page on which the texts of a file stand, where it is one. */
const pageOf = (file: string): string | null =>
  /^[^/]+\/report\.yaml$/.test(file) ? '/report' : /^[^/]+\/support\.yaml$/.test(file) ? '/support' : null

const faultOf = (
  { kind, href }: Link,
  page: string | null,
  addresses: ReadonlySet<string>,
  terms: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source['sure']>,
): Message | null => {
  if (kind === 'picture')
    return {
      found: `a picture "${href}" stands in a text`,
      instead: 'Take it out: pictures of a pack are files in drawings/, named in the head of a page.',
    }
  if (href.startsWith('term:')) {
    const id = href.slice(5)
    return terms.has(id)
      ? null
      : {
          found: `"${id}" is no term of the glossary`,
          instead: `Use an id of glossary.yaml, or add the term there${didYouMean(id, terms)}.`,
        }
  }
  if (href.startsWith('source:')) {
    const id = href.slice(7)
    if (!sources.has(id))
      return {
        found: `"${id}" is no source`,
        instead: `Use an id of sources.yaml, or add the source there${didYouMean(id, [...sources.keys()])}.`,
      }
    const sure = sources.get(id)
    if (sure && sure !== 'A') return null
    return {
      found: `a text marks what comes from "${id}" as not checked, and sources.yaml ${sure ? 'is sure of it' : 'does not say how sure it is'}`,
      instead: sure ? 'Take the mark out, and name the source in the head of the page.' : 'Add `sure: B` (or C) to the source.',
    }
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return outer(href)
  return inner(href, page, addresses)
}

const refused = (href: string): Message => ({
  found: `the link "${href}" is of a kind that is refused`,
  instead: 'Link to a page of this site, to an address that begins with https://, or to a term.',
})

/** What is wrong with a link to another site, or null. */
const outer = (href: string): Message | null => {
  if (/^(?:tel|sms|callto):/i.test(href))
    return { found: `the link "${href}" holds a number`, instead: 'Write {phone:id of a service}: it becomes a link by itself.' }
  if (/^mailto:/i.test(href))
    return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i.test(href)
      ? null
      : { found: `"${href}" is no e-mail address`, instead: 'Write `mailto:name@example.org`.' }
  if (/^(?:http:)?\/\//i.test(href))
    return {
      found: `the link "${href}" is not safe from being read on the way`,
      instead: `Write https://${href.replace(/^(?:http:)?\/\//i, '')}, if the site has it.`,
    }
  if (!/^https:/i.test(href)) return refused(href)
  const url = URL.canParse(href) ? new URL(href) : null
  return url?.hostname.includes('.') && !url.username
    ? null
    : { found: `"${href}" is no address`, instead: 'Write it as in https://www.example.org/page.' }
}

/** What is wrong with a link within the site, or null. */
const inner = (href: string, page: string | null, addresses: ReadonlySet<string>): Message | null => {
  const [whole = '', anchor] = href.split('#')
  const path = whole.replace(/\?.*$/, '') || page
  if (href && path && addresses.has(path)) return anchor ? anchorFault(href, path, anchor, addresses) : null
  if (!href) return { found: 'a link leads nowhere', instead: 'Write an address of the site, such as (/get-help).' }
  const paths = [...addresses].filter((a) => !a.includes('#'))
  if (path === null) return { found: `the link "${href}" names no page`, instead: 'Write the page before the #, such as (/signs#money).' }
  const trimmed = path.startsWith('/')
    ? path.replace(/(?:\.html\/*|\.md\/*|(?<!\/)\/+)$/, '') || '/'
    : `/${path.replace(/^\.\//, '').replace(/(?:\.html\/*|\.md\/*|(?<!\/)\/+)$/, '')}`
  const meant = addresses.has(trimmed) ? trimmed : nearest(trimmed, paths)
  return { found: `"${href}" is no address of this site`, instead: meant ? `Write ${meant}.` : 'Correct it, or take the link out.' }
}

const anchorFault = (href: string, path: string, anchor: string, addresses: ReadonlySet<string>): Message | null => {
  const known = [...addresses].flatMap((a) => (a.startsWith(`${path}#`) ? [a.slice(path.length + 1)] : []))
  if (known.includes(decode(anchor))) return null
  return {
    found: `"${href}" leads to a place that the page does not have`,
    instead: `Take #${anchor} out, or use an id that the page has${didYouMean(anchor, known)}.`,
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
