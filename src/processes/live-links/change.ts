import type { Ask } from './network.ts'

/** The day on which a page says that it last changed (ISO date), and what says so. */
export type Change = { on: string; by: 'gov.uk' | 'page' | 'last-modified' }

/** A day in the pack's time zone. */
type Zone = { timezone: string; now: Temporal.Instant }

/**
 * When a page of www.gov.uk last changed in substance, and whether it was withdrawn, by the site's own content API
 * (https://content-api.publishing.service.gov.uk/: `public_updated_at`, `withdrawn_notice`). Null where the API does not know the page.
 */
export const govUkChange = async (url: string, ask: Ask, zone: Zone): Promise<{ change: Change | null; withdrawn: boolean } | null> => {
  const { hostname, pathname } = new URL(url)
  if (hostname !== 'www.gov.uk') return null
  const { body } = await ask(`https://www.gov.uk/api/content${pathname === '/' ? '' : pathname}`, 'GET', 'body')
  const said = body === null ? null : objectOf(body)
  if (!said) return null
  const on = dayOf(said.public_updated_at, zone)
  return { change: on ? { on, by: 'gov.uk' } : null, withdrawn: objectLike(said.withdrawn_notice)?.withdrawn_at !== undefined }
}

/**
 * By the header. A page that is made at each request is "changed" at each request: a time within five minutes of the
 * answer says nothing.
 */
export const headerChange = (headers: Headers, zone: Zone): Change | null => {
  const at = Date.parse(headers.get('last-modified') ?? '')
  const answered = Date.parse(headers.get('date') ?? '') || zone.now.epochMilliseconds
  if (Number.isNaN(at) || at > answered - 5 * 60_000) return null
  const on = dayOf(new Date(at).toISOString(), zone)
  return on ? { on, by: 'last-modified' } : null
}

/** schema.org in JSON-LD. White space is bounded: a page may hold two million spaces. */
const inData = /"dateModified"\s{0,20}:\s{0,20}"([^"]{1,60})"/gi
/** One attribute; without quotes its value ends at a space. */
const attribute = /(?<![^\s"'<>/=])([^\s"'<>/=]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g
/** Open Graph, Dublin Core, and what older systems write. */
const modified = /^(?:article:modified_time|og:updated_time|dc(?:terms)?\.(?:date\.)?modified|last-modified)$/i
/** No tag that says a date is longer. */
const longestTag = 2000

/** By what the page itself says: the latest of its dates. */
export const pageChange = (html: string, zone: Zone): Change | null => {
  const told = [
    ...[...html.matchAll(inData)].map(([, value]) => value),
    ...[...html.matchAll(/<(?:meta|time)\b/gi)].map(({ index }) => inTag(html, index)),
  ]
  const on = told
    .flatMap((value) => dayOf(value, zone) ?? [])
    .sort()
    .at(-1)
  return on ? { on, by: 'page' } : null
}

/** The date that a `<meta>` or `<time>` gives, as itemprop, name or property. It ends where the next tag begins, closed or not. */
const inTag = (html: string, from: number): string | undefined => {
  const tag = /^<[^<>]*/.exec(html.slice(from, from + longestTag))?.[0] ?? ''
  const has = new Map(
    [...tag.matchAll(attribute)].map(([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? '']),
  )
  if (has.get('itemprop') === 'dateModified') return has.get('datetime') ?? has.get('content')
  return modified.test(has.get('name') ?? '') || modified.test(has.get('property') ?? '') ? has.get('content') : undefined
}

/** Null for what is no date, and for a day that has not come: then the page is wrong about itself. */
const dayOf = (value: unknown, { timezone, now }: Zone): string | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return null
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const day = dateOf(value, timezone)
  return day && Temporal.PlainDate.compare(day, today) <= 0 ? day.toString() : null
}

const dateOf = (value: string, timezone: string): Temporal.PlainDate | null => {
  try {
    return Temporal.Instant.from(value).toZonedDateTimeISO(timezone).toPlainDate()
  } catch {
    try {
      return Temporal.PlainDate.from(value.slice(0, 10))
    } catch {
      return null
    }
  }
}

const objectOf = (text: string): Record<string, unknown> | null => {
  try {
    return objectLike(JSON.parse(text))
  } catch {
    return null
  }
}

const objectLike = (value: unknown): Record<string, unknown> | null =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : null
