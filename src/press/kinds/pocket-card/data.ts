import type { Pack } from '../../../content/pack.ts'
import { firstOf } from '../../../domain/services/serves.ts'
import type { PackLocale } from '../../../format/locale.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { localesOf, type Setting, settingOf } from '../../shared/paper/edition.ts'
import { harmlessTitle } from '../../shared/paper/harmless-title.ts'
import { interpreterWords } from '../../shared/paper/interpreter.ts'
import { checkedOn, displayOf, linesByNeed, localisedLine } from '../../shared/paper/lines.ts'
import { type LocalisedText, localisedText, type Words } from '../../shared/paper/localised-text.ts'

export type PocketCardData = {
  setting: Setting
  /** As a reader's program shows it. */
  title: string
  heading: LocalisedText
  danger: { words: LocalisedText; number: string }
  lines: readonly { name: LocalisedText; number: string }[]
  back: readonly LocalisedText[]
  /** In English it names nobody, and so does not say what the card is about. */
  demonstration: string | null
}

/** Lines on a card: as many as can be read without glasses. Those of several councils for one thing count as one, and stand together. */
const most = 5

/** A card for a pocket: numbers, and how to be given an interpreter. It names no crime, and looks like any list of numbers. */
export const pocketCard: Kind<PocketCardData> = {
  name: 'card',
  outputs: (pack: Pack, edition: Edition) => localesOf(pack).map((locale) => card(locale, edition)),
  maker: () => import('./draw.ts'),
}

const helpline = ({ t }: PackLocale): LocalisedText => ({ own: [t('press.card-helpline')], placed: true, english: null })

const card = (locale: PackLocale, { now }: Edition): Output<PocketCardData> => {
  const { pack, language, english } = locale
  const date = checkedOn(locale)
  const tag = language?.id ?? 'en'
  const both = (words: Words): LocalisedText => localisedText(locale, words)
  const heading = harmlessTitle(locale)
  const shown = linesByNeed(locale, now)
    .flatMap(({ contacts }) => contacts.filter(({ again }) => !again))
    .flatMap(({ service }) => {
      const { number, name } = localisedLine(locale, service, now, true)
      // Its name would tell whoever finds the card what it is about.
      return number ? [{ id: service.id, name: service.id === pack.roles.helpline ? helpline(english) : name, number }] : []
    })
  return {
    id: `card-${tag}`,
    kind: 'card',
    file: `useful-numbers-card-${tag}.pdf`,
    title: english.t('press.card', { language: language?.english ?? english.t('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    data: {
      setting: settingOf(locale, date),
      title: heading.own.join(''),
      heading,
      danger: { words: both(({ t }) => t('get-help.danger')), number: displayOf(locale, pack.roles.emergency) },
      lines: firstOf(
        shown.map(({ id }) => id),
        pack.services,
        most,
      ).flatMap((id) => shown.filter((line) => line.id === id).map(({ name, number }) => ({ name, number }))),
      demonstration: pack.partnership.adopted ? null : english.t('card.demonstration'),
      back: [
        ...(language ? [both(interpreterWords(locale))] : []),
        both(({ t }) => t('get-help.what-happens')),
        both(({ t }) => t('get-help.bill')),
      ],
    },
  }
}
