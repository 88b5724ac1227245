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
          instead: 'We do not change imported articles, but readers will see this link.',
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
      found: `there is a picture in the text: "${href}"`,
      instead: 'Remove it. Put the picture in drawings/, and name it at the top of the page.',
    }
  if (href.startsWith('term:')) {
    const id = href.slice(5)
    return terms.has(id)
      ? null
      : {
          found: `"${id}" is not a term in the glossary`,
          instead: `Use an id from glossary.yaml, or add the term there${didYouMean(id, terms)}.`,
        }
  }
  if (href.startsWith('source:')) {
    const id = href.slice(7)
    if (!sources.has(id))
      return {
        found: `"${id}" is not a source`,
        instead: `Use an id from sources.yaml, or add the source there${didYouMean(id, [...sources.keys()])}.`,
      }
    const sure = sources.get(id)
    if (sure && sure !== 'A') return null
    return {
      found: `a text marks "${id}" as not checked, but sources.yaml ${sure ? 'is sure of that source' : 'does not say how sure we are of it'}`,
      instead: sure ? 'Remove the mark, and name the source at the top of the page.' : 'Add `sure: B` (or C) to the source.',
    }
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return outer(href)
  return inner(href, page, addresses)
}

const refused = (href: string): Message => ({
  found: `this kind of link is not allowed: "${href}"`,
  instead: 'Link to a page on this site, to an address that starts with https://, or to a term.',
})

/** What is wrong with a link to another site, or null. */
const outer = (href: string): Message | null => {
  if (/^(?:tel|sms|callto):/i.test(href))
    return {
      found: `the link "${href}" has a phone number in it`,
      instead: 'Write {phone:id of a service}, which becomes a link automatically.',
    }
  if (/^mailto:/i.test(href))
    return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i.test(href)
      ? null
      : { found: `"${href}" is not an email address`, instead: 'Write `mailto:name@example.org`.' }
  if (/^(?:http:)?\/\//i.test(href))
    return {
      found: `the link "${href}" is not encrypted`,
      instead: `Write https://${href.replace(/^(?:http:)?\/\//i, '')}, if the site supports it.`,
    }
  if (!/^https:/i.test(href)) return refused(href)
  const url = URL.canParse(href) ? new URL(href) : null
  return url?.hostname.includes('.') && !url.username
    ? null
    : { found: `"${href}" is not a web address`, instead: 'Write it like this: https://www.example.org/page.' }
}

/** What is wrong with a link within the site, or null. */
const inner = (href: string, page: string | null, addresses: ReadonlySet<string>): Message | null => {
  const [whole = '', anchor] = href.split('#')
  const path = whole.replace(/\?.*$/, '') || page
  if (href && path && addresses.has(path)) return anchor ? anchorFault(href, path, anchor, addresses) : null
  if (!href) return { found: 'a link does not have an address', instead: 'Write the address of a page on this site, such as (/get-help).' }
  const paths = [...addresses].filter((a) => !a.includes('#'))
  if (path === null)
    return { found: `the link "${href}" does not say which page`, instead: 'Write the page before the #, such as (/signs#money).' }
  const trimmed = path.startsWith('/')
    ? path.replace(/(?:\.html\/*|\.md\/*|(?<!\/)\/+)$/, '') || '/'
    : `/${path.replace(/^\.\//, '').replace(/(?:\.html\/*|\.md\/*|(?<!\/)\/+)$/, '')}`
  const meant = addresses.has(trimmed) ? trimmed : nearest(trimmed, paths)
  return { found: `"${href}" is not an address on this site`, instead: meant ? `Write ${meant}.` : 'Correct it, or remove the link.' }
}

const anchorFault = (href: string, path: string, anchor: string, addresses: ReadonlySet<string>): Message | null => {
  const known = [...addresses].flatMap((a) => (a.startsWith(`${path}#`) ? [a.slice(path.length + 1)] : []))
  if (known.includes(decode(anchor))) return null
  return {
    found: `"${href}" leads to an id that the page does not have`,
    instead: `Remove #${anchor}, or use an id that the page has${didYouMean(anchor, known)}.`,
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
