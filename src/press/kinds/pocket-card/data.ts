import type { Pack } from '../../../content/pack.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { sentencesOf } from '../../../format/sentences.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { localesOf, type Setting, settingOf } from '../../shared/paper/edition.ts'
import { harmlessTitle } from '../../shared/paper/harmless-title.ts'
import { imprintOf } from '../../shared/paper/imprint.ts'
import { phraseIn } from '../../shared/paper/interpreter.ts'
import { checkedOn, displayOf, shortNameOf } from '../../shared/paper/lines.ts'
import { type LocalisedText, localisedText, type Words } from '../../shared/paper/localised-text.ts'
import { type PrintedLine, printedLines } from '../../shared/paper/printed-lines.ts'

/** A number with what it is; `gloss` says what for, `others` are those of other councils. */
export type CardLine = Pick<PrintedLine, 'name' | 'number'> & { gloss: LocalisedText; others: PrintedLine['others'] }

export type PocketCardData = {
  setting: Setting
  /** As a reader's program shows it. */
  title: string
  heading: LocalisedText
  drawing: string
  /** On the front: numbers for any household. */
  everyday: readonly { name: LocalisedText; number: string }[]
  /** Inside. */
  lines: readonly CardLine[]
  phrase: LocalisedText
  imprint: string
  /** In English it names nobody, and so does not say what the card is about. */
  demonstration: string | null
}

/** Lines on a card beside those of its front: as many as can be read without glasses. */
const most = 3

/** A card for a pocket: numbers, and how to be given an interpreter. It names no crime, and looks like any list of numbers. */
export const pocketCard: Kind<PocketCardData> = {
  name: 'card',
  outputs: (pack: Pack, edition: Edition) => localesOf(pack).map((locale) => card(locale, edition)),
  maker: () => import('./draw.ts'),
}

const card = (locale: PackLocale, { now }: Edition): Output<PocketCardData> => {
  const { pack, language, english } = locale
  const said = disclaimerOf(pack.partnership)
  const date = checkedOn(locale)
  const tag = language?.id ?? 'en'
  const sheet = 'N2'
  const both = (words: Words): LocalisedText => localisedText(locale, words)
  const heading = harmlessTitle(locale)
  return {
    id: `card-${tag}`,
    kind: 'card',
    file: `useful-numbers-card-${tag}.pdf`,
    title: english.t('press.card', { language: language?.english ?? english.t('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    sheet,
    data: {
      setting: settingOf(locale, date),
      title: heading.own.join(''),
      heading,
      drawing: drawingOf(pack, 'phone'),
      everyday: [
        { name: both(({ t }) => t('leaflet.card-emergency')), number: displayOf(locale, pack.roles.emergency) },
        { name: both(({ t }) => t('leaflet.police')), number: displayOf(locale, pack.roles.police) },
        { name: both(({ t }) => t('leaflet.relay')), number: displayOf(locale, pack.roles.emergency_relay) },
      ].filter(({ number }) => number),
      lines: printedLines(locale, now, most, []).map(({ id, number, others }) => ({
        // The helpline's own name would tell whoever finds the card what it is about.
        name:
          id === pack.roles.helpline
            ? { own: [shortNameOf(english, id)], placed: true }
            : localisedText(locale, (of) => shortNameOf(of, id), [`services.${id}.name`]),
        number,
        gloss: glossOf(locale, id),
        others,
      })),
      phrase: both((of) => phraseIn(of, 'leaflet.card-phrase', language)),
      imprint: imprintOf(locale, sheet, date),
      demonstration: said && english.t(said.card),
    },
  }
}

/** What a line is for, in one short sentence. A name alone says nothing to who has never heard it. */
const glossOf = (locale: PackLocale, id: string): LocalisedText => {
  const { roles } = locale.pack
  if (id === roles.helpline) return localisedText(locale, ({ t }) => t('leaflet.card-helpline'))
  if (roles.children.includes(id)) return localisedText(locale, ({ t }) => t('leaflet.card-children'))
  if (id === roles.support) return localisedText(locale, ({ t }) => t('leaflet.card-salvation-army'))
  return localisedText(locale, (of) => sentencesOf(of.pack.serviceWords.get(id)?.about ?? '', of.t.locale)[0] ?? '', [
    `services.${id}.about`,
  ])
}
