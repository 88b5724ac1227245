import type { Pack } from '../../../content/pack.ts'
import type { PackLocale } from '../../../format/locale.ts'
import type { Run } from './runs.ts'

/** A stretch of a text in another language: as it is, or a name in English. */
export type LocalisedRun = Run | { en: string }

/** Scripts in which every Latin letter stands in an English name. */
const otherScripts = ['arabic', 'ethiopic']
const cyrillic = ['bg']
const latin = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’&.-]*(?: (?:& )?\p{Script=Latin}[\p{Script=Latin}\p{M}'’&.-]*)*/gu

/** What a person says to be given an interpreter, in its quotation marks. */
const spoken = '[“"„«]Interpreter, please[^”"“»]*[”"“»]'

const known = new WeakMap<Pack, RegExp>()

/** The names of services and of who runs the pack, as they are in English, longest first; what stands in brackets is no part of one. */
const namesIn = (pack: Pack): RegExp => {
  const before = known.get(pack)
  if (before) return before
  const bare = (name: string): string[] => name.split(/ \(|, /).slice(0, 1)
  const names = [
    'Relay UK',
    'modern slavery unit',
    pack.partnership.name,
    pack.partnership.area,
    ...[...pack.serviceWords.values()].flatMap(({ name, served }) => bare(served?.name ?? name)),
  ].filter((name) => name.length > 4)
  const sorted = [...new Set(names)].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp([spoken, ...sorted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))].join('|'), 'gu')
  known.set(pack, pattern)
  return pattern
}

/** A translation keeps English names, because the phone is answered with them: these are marked, so that they are read as English. */
export const withEnglishNames = ({ language, english }: PackLocale, runs: readonly Run[]): LocalisedRun[] => {
  const own = language && (otherScripts.includes(language.face) || cyrillic.includes(language.id)) ? latin : namesIn(english.pack)
  return runs.flatMap((run): LocalisedRun[] => (typeof run === 'string' ? parted(run, own) : [run]))
}

const parted = (text: string, names: RegExp): LocalisedRun[] => {
  const runs: LocalisedRun[] = []
  let at = 0
  for (const { 0: name, index } of text.matchAll(names)) {
    if (index > at) runs.push(text.slice(at, index))
    runs.push({ en: name })
    at = index + name.length
  }
  return at < text.length || !runs.length ? [...runs, text.slice(at)] : runs
}
