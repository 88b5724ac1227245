import { type Place, placesOf } from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import type { PrintedServiceWords, ServiceWords } from '../domain/services/words.ts'

/** `Northtown or Eastham`, in the language's own way of saying it, so that it needs no words of the pack. */
export const orWords = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)

/** A name never stands without its places, wherever it is printed: two councils may be one line apart on a sheet. */
export const withPlaces = <T extends ServiceWords>(
  words: T,
  service: Service,
  places: readonly Place[],
  locale: string,
): T & PrintedServiceWords => {
  const own = placesOf(service, places)
  if (!own.length || own.length === places.length) return words
  const served = orWords(own, locale)
  return { ...words, name: `${words.name} (${served})`, served: { name: words.name, places: served } }
}

/**
 * What `{phone:ID}` says where several rows answer the id: `01632 960001 (Northtown or Eastham) or 01632 960002 (Weston)`. Null where one of them
 * has no number: then no sentence can give the numbers of all.
 */
export const numbersOfAll = (rows: readonly Service[], places: readonly Place[], locale: string): string | null => {
  const numbers = rows.flatMap(({ phone }) => (phone && phone !== 'unknown' ? [phone.display] : []))
  const [first = null] = numbers
  if (numbers.length < rows.length) return null
  // One row that serves every place is one number. Where the places are not known nothing is printed: the loader refuses the pack.
  if (rows.length === 1 || !places.length) return first
  return orWords(
    rows.map((row, n) => `${numbers[n]} (${orWords(placesOf(row, places), locale)})`),
    locale,
  )
}
