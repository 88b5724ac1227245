import type { Pack } from '../../../content/pack.ts'
import type { PackLocale } from '../../../format/locale.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { localesOf, type Setting, settingOf } from '../../shared/paper/edition.ts'
import { harmlessTitle } from '../../shared/paper/harmless-title.ts'
import { imprintOf } from '../../shared/paper/imprint.ts'
import { phraseIn } from '../../shared/paper/interpreter.ts'
import { checkedOn, displayOf } from '../../shared/paper/lines.ts'
import { type LocalisedText, localisedText, type Words } from '../../shared/paper/localised-text.ts'
import { type PrintedLine, printedLines } from '../../shared/paper/printed-lines.ts'
import { runs } from '../../shared/paper/runs.ts'

type Told = { title: LocalisedText; paragraphs: readonly LocalisedText[] }

export type GetHelpData = {
  sheet: 'get-help'
  setting: Setting
  /** As a reader's program shows it. */
  title: string
  /** The cover says this and the area, and nothing that tells what the sheet is. */
  heading: LocalisedText
  drawing: string
  /** The back: a use of its own, and a reason to keep it. */
  everyday: { title: LocalisedText; numbers: readonly { name: LocalisedText; how: LocalisedText | null; number: string }[] }
  mine: { title: LocalisedText; names: readonly LocalisedText[] }
  imprint: string
  /** Inside. */
  who: { title: LocalisedText; danger: { title: LocalisedText; free: LocalisedText; silent: LocalisedText; number: string } }
  lines: readonly PrintedLine[]
  call: { title: LocalisedText; steps: readonly LocalisedText[] }
  /** What to say in English, and how it sounds in the letters of the reader. */
  say: { title: LocalisedText; phrase: string; sound: LocalisedText | null; how: LocalisedText }
  calm: Told
  choose: Told
  keep: { title: LocalisedText; items: readonly LocalisedText[] }
}

/** Lines beside the emergency number: five in all. */
const most = 4

/** "Useful numbers" on one A4 sheet that folds to A5, in every language in which "get help" is published. */
export const getHelpLeaflets = (pack: Pack, edition: Edition): Output<GetHelpData>[] =>
  localesOf(pack).map((locale) => getHelp(locale, edition))

const chooseLimit: Words = ({ t }) => t('leaflet.choose-limit')

const getHelp = (locale: PackLocale, { now }: Edition): Output<GetHelpData> => {
  const { pack, language, english } = locale
  const date = checkedOn(locale)
  const both = (words: Words): LocalisedText => localisedText(locale, words)
  const heading = harmlessTitle(locale)
  const tag = language?.id ?? 'en'
  const sheet = 'N1'
  return {
    id: `leaflet-get-help-${tag}`,
    kind: 'leaflet',
    file: `useful-numbers-${tag}.pdf`,
    title: english.t('press.leaflet-get-help', { language: language?.english ?? english.t('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    sheet,
    data: {
      sheet: 'get-help',
      setting: settingOf(locale, date),
      title: heading.own.join(''),
      heading,
      drawing: drawingOf(pack, 'phone'),
      everyday: {
        title: both(({ t }) => t('leaflet.everyday')),
        numbers: [
          { name: both(({ t }) => t('leaflet.emergency')), how: null, number: displayOf(locale, pack.roles.emergency) },
          {
            name: both(({ t }) => t('leaflet.relay')),
            how: both(({ t }) => t('leaflet.relay-how')),
            number: displayOf(locale, pack.roles.emergency_relay),
          },
          { name: both(({ t }) => t('leaflet.police')), how: null, number: displayOf(locale, pack.roles.police) },
        ].filter(({ number }) => number),
      },
      mine: {
        title: both(({ t }) => t('leaflet.mine')),
        names: [
          both(({ t }) => t('leaflet.mine-doctor')),
          both(({ t }) => t('leaflet.mine-school')),
          both(({ t }) => t('leaflet.mine-work')),
          both(({ t }) => t('leaflet.mine-friend')),
          both(({ t }) => t('leaflet.mine-neighbour')),
        ],
      },
      imprint: imprintOf(locale, sheet, date),
      who: {
        title: both(({ t }) => t('leaflet.who')),
        danger: {
          title: both(({ t }) => t('get-help.danger')),
          free: both(({ t }) => t('get-help.free')),
          silent: both(({ t }) => runs(t, 'get-help.silent', { key: { n: '55' } })),
          number: displayOf(locale, pack.roles.emergency),
        },
      },
      lines: printedLines(locale, now, most, [chooseLimit]),
      call: {
        title: both(({ t }) => t('leaflet.when-you-call')),
        steps: [
          both(({ t }) => t('leaflet.call-answers')),
          both(({ t }) => t('leaflet.call-choose')),
          both(({ t }) => t('leaflet.call-ask')),
          both(({ t }) => t('leaflet.call-end')),
        ],
      },
      say: {
        title: both(({ t }) => t('leaflet.phrase-title')),
        phrase: phraseIn(english, 'leaflet.phrase', language),
        sound: soundOf(locale),
        how: both(({ t }) => t('leaflet.phrase-how')),
      },
      calm: {
        title: both(({ t }) => t('get-help.trouble').replace(/[.։።۔]$/u, '')),
        paragraphs: [both(({ t }) => t('leaflet.not-your-fault')), both(({ t }) => t('leaflet.documents'))],
      },
      choose: { title: both(({ t }) => t('leaflet.choose-title')), paragraphs: [both(({ t }) => t('leaflet.choose')), both(chooseLimit)] },
      keep: {
        title: both(({ t }) => t('leaflet.keep-title')),
        items: [
          both(({ t }) => t('leaflet.keep-hidden')),
          both(({ t }) => t('leaflet.keep-learn')),
          both(({ t }) => `${t('leaflet.keep-bill')} ${t('leaflet.keep-phone')}`),
        ],
      },
    },
  }
}

/** Only where it is written in the letters of the language: in English letters it would say the phrase again. */
const soundOf = (locale: PackLocale): LocalisedText | null => {
  if (!locale.language) return null
  const sound = localisedText(locale, ({ t }) => t('leaflet.phrase-sound'))
  return sound.placed ? null : sound
}
