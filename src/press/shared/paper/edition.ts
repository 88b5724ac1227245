import type { Pack } from '../../../content/pack.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import type { Language } from '../../../domain/languages/language.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { englishLocale, localeIn, type PackLocale } from '../../../format/locale.ts'
import { longDate } from '../../../format/when.ts'
import { authorOf } from '../author.ts'
import type { LocalisedRun } from './english-names.ts'
import { localisedText } from './localised-text.ts'
import { type Run, runs } from './runs.ts'

/** Leaflets and cards are in the same languages: to make them ready takes longer than to write in them. */
const ready = new WeakMap<Pack, PackLocale[]>()

/** The pack in each language in which "get help" is published, English first. */
export const localesOf = (pack: Pack): PackLocale[] => {
  const english = englishLocale(pack)
  const locales = ready.get(pack) ?? [english, ...pack.translations.map((translations) => localeIn(english, translations, 'get-help', []))]
  ready.set(pack, locales)
  return locales
}

/** Something said in English, and in the language of the sheet where that has words for it. */
type Beside = { own: readonly LocalisedRun[] | null; english: readonly Run[] }

/** How a sheet is set: what its drawing code must know of the language and the brand. */
export type Setting = {
  tag: string
  direction: 'ltr' | 'rtl'
  face: Language['face']
  colours: Record<string, string>
  /** In black and white: frames instead of fills. */
  mono?: true
  /** The site's name and its place. */
  site: string
  area: string
  /** Whom the file names as its author. */
  author: string
  /** Said on every sheet until the partnership has adopted the pack. */
  demonstration: Beside | null
  /** Said of a translation that nobody has checked. */
  draft: Beside | null
  /** Where the facts of the sheet come from, and their day, in English. */
  foot: string
}

export const settingOf = (locale: PackLocale, date: string): Setting => {
  const { pack, language, english, englishFallback } = locale
  const { area } = pack.partnership
  const site = pack.brand.name
  const draft = localisedText(locale, ({ t }) => t('draft.title'))
  return {
    tag: language?.id ?? 'en',
    direction: language?.direction ?? 'ltr',
    face: language?.face ?? 'atkinson',
    colours: { ...paletteOf(pack.brand) },
    site,
    area,
    author: authorOf(pack),
    demonstration: demonstrationIn(locale),
    draft: englishFallback ? { own: draft.placed ? null : draft.own, english: [englishFallback.t('draft.title')] } : null,
    foot: english.t('site.foot', {
      site: english.t('site.in-area', { site, area }),
      date: longDate(Temporal.PlainDate.from(date)),
    }),
  }
}

const demonstrationIn = (locale: PackLocale): Beside | null => {
  const said = disclaimerOf(locale.pack.partnership)
  if (!said) return null
  const { own, placed } = localisedText(locale, ({ t }) => runs(t, said.line, said.values))
  return { own: locale.language && !placed ? own : null, english: runs(locale.english.t, said.line, said.values) }
}
