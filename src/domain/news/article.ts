/** A news article as it was imported. The header's values come out letter for letter as they went in; its day as ISO 8601 where machines read it. */
export type Article = {
  /** Last part of its address here. */
  slug: string
  area: string
  description: string
  /** The header's own words, such as `30 Jul 2019`. */
  published: string
  /** The same day as an ISO date, read from `published`. */
  date: string
  title: string
  /** Its own original address: the canonical one. */
  url: string
  /** The Markdown after the header, unchanged. */
  body: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads `30 Jul 2019`, `30 July 2019` or `2019-07-30`. Null for anything else. */
export const readDate = (text: string): Temporal.PlainDate | null => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const words = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(text.trim())
  const month = words?.[2] ? months.indexOf(words[2].slice(0, 3).toLowerCase()) + 1 : 0
  const parts = iso ? [iso[1], iso[2], iso[3]] : words && month ? [words[3], month, words[1]] : null
  if (!parts) return null
  try {
    return Temporal.PlainDate.from({ year: Number(parts[0]), month: Number(parts[1]), day: Number(parts[2]) }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The last part of an article's address: words of the title, lower case, joined by hyphens, at most 80 letters. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/(?<!-)-+$/, '')
