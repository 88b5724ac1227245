/** Longer lists are nobody's: what is behind is not read. */
const most = 30

/**
 * The first of the languages on offer that a browser asks for in `Accept-Language` (RFC 9110 12.5.4), by its weights; null where it asks
 * for none of them. Only the first part of a tag counts: whoever reads `sq-XK` reads `sq`. English counts for nothing here: a phone that is
 * set to English, and then to Polish, is of someone who may read Polish better.
 */
export const preferredOf = (header: string, offered: readonly string[]): string | null => {
  const asked = header
    .split(',', most)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((text) => text.startsWith('q='))
      return { language: tag.split('-', 1)[0] ?? '', weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ language, weight }) => weight > 0 && offered.includes(same.get(language) ?? language))
    .sort((a, b) => b.weight - a.weight)[0]
  return asked ? (same.get(asked.language) ?? asked.language) : null
}

/** Another tag of a language on offer: Dari, and Farsi of Iran, have tags of their own under `fa` (IANA language subtag registry, `Macrolanguage`). */
const same = new Map([
  ['prs', 'fa'],
  ['pes', 'fa'],
  ['als', 'sq'],
  ['aln', 'sq'],
])
