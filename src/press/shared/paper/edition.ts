import type { Pack } from '../../../content/pack.ts'
import type { Translations } from '../../../content/translations.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import type { Language } from '../../../domain/languages/language.ts'
import { everything, inLanguage } from '../../../format/in-language.ts'
import { longDate } from '../../../format/when.ts'
import { saidIn } from './said.ts'
import type { Run, Speak } from './speak.ts'
import { speakIn } from './speak.ts'

/** The pack in one language, ready to be printed. */
export type Tongue = {
  pack: Pack
  say: Speak
  language: Language | null
  /** Ids of the texts that are said in its language; the others are said in English, and marked as English. */
  spoken: Pick<ReadonlySet<string>, 'has'>
  /** Does a sheet say all its texts in its language? */
  whole: boolean
  english: Tongue
  /** In English: to stand beside what nobody has checked; null where all is checked. */
  beside: Tongue | null
}

export const englishOf = (pack: Pack): Tongue => {
  const tongue: Tongue = {
    pack,
    say: speakIn(pack.words),
    language: null,
    spoken: everything,
    whole: true,
    beside: null,
    get english() {
      return tongue
    },
  }
  return tongue
}

/** Leaflets and cards speak the same languages: to make them ready takes longer than to speak them. */
const ready = new WeakMap<Pack, Tongue[]>()

/** The pack in each language in which "get help" is published, English first. */
export const tonguesOf = (pack: Pack): Tongue[] => {
  const english = englishOf(pack)
  const tongues = ready.get(pack) ?? [english, ...pack.translations.map((translations) => tongueOf(english, translations))]
  ready.set(pack, tongues)
  return tongues
}

const tongueOf = (english: Tongue, translations: Translations): Tongue => {
  const { language } = translations
  const { pack, spoken, whole, reviewed } = inLanguage(english.pack, translations, 'get-help', [])
  return { pack, say: speakIn(pack.words, language.locale), language, spoken, whole, english, beside: reviewed ? null : english }
}

/** How a sheet is set: what its drawing code must know of the language and the brand. */
export type Setting = {
  tag: string
  direction: 'ltr' | 'rtl'
  face: Language['face']
  colours: Record<string, string>
  /** The site's name and its place. */
  site: string
  area: string
  /** Said on every sheet until the partnership has adopted the pack. */
  demonstration: { own: readonly Run[] | null; english: readonly Run[] } | null
  /** Said of a translation that nobody has checked. */
  draft: { own: readonly Run[] | null; english: readonly Run[] } | null
  /** Where the facts of the sheet come from, and their day, in English. */
  foot: string
}

export const settingOf = (tongue: Tongue, date: string): Setting => {
  const { pack, language, english, beside } = tongue
  const { adopted, area, name: partnership } = pack.partnership
  const site = pack.brand.name
  const demonstration = saidIn(tongue, ({ say }) => say.runs('site.demonstration', { partnership }))
  const draft = saidIn(tongue, ({ say }) => say('draft.title'))
  return {
    tag: language?.id ?? 'en',
    direction: language?.direction ?? 'ltr',
    face: language?.face ?? 'atkinson',
    colours: { ...paletteOf(pack.brand) },
    site,
    area,
    demonstration: adopted
      ? null
      : {
          own: language && !demonstration.placed ? demonstration.own : null,
          english: english.say.runs('site.demonstration', { partnership }),
        },
    draft: beside ? { own: draft.placed ? null : draft.own, english: [beside.say('draft.title')] } : null,
    foot: english.say('site.foot', {
      site: english.say('site.in-area', { site, area }),
      date: longDate(Temporal.PlainDate.from(date)),
    }),
  }
}
