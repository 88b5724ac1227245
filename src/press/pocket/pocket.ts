import type { Pack } from '../../content/pack.ts'
import { firstOf } from '../../domain/services/serves.ts'
import type { Kind } from '../kind.ts'
import type { Edition, Output } from '../output.ts'
import { type Setting, settingOf, type Tongue, tonguesOf } from '../paper/edition.ts'
import { checkedOn, displayOf, lineOf } from '../paper/lines.ts'

type Said = { own: string; english: string | null }

export type PocketData = {
  setting: Setting
  title: string
  danger: { words: Said; number: string }
  lines: readonly { name: string; number: string }[]
  back: readonly Said[]
  /** In English it names nobody, and so does not say what the card is about. */
  demonstration: string | null
}

/** Lines on a card: as many as can be read without glasses. Those of several councils for one thing count as one, and stand together. */
const most = 5

/** A card for a pocket: numbers, and how to be given an interpreter. It names no crime, and looks like any list of numbers. */
export const pocket: Kind<PocketData> = {
  name: 'card',
  outputs: (pack: Pack, edition: Edition) => tonguesOf(pack).map((tongue) => card(tongue, edition)),
  maker: () => import('./draw.ts'),
}

const card = (tongue: Tongue, { now }: Edition): Output<PocketData> => {
  const { pack, say, language, english, beside } = tongue
  const date = checkedOn(tongue)
  const tag = language?.id ?? 'en'
  const both = (of: (tongue: Tongue) => string): Said => ({ own: of(tongue), english: beside ? of(beside) : null })
  const page = pack.pages.get('get-help')
  const shown = pack.getHelp
    .flatMap((id) => pack.services.filter((service) => service.id === id))
    .map((service) => lineOf(tongue, service, now))
    .filter(({ number, doubtful }) => number && !doubtful)
  return {
    id: `card-${tag}`,
    kind: 'card',
    file: `card-${tag}.pdf`,
    title: english.say('press.card', { language: language?.english ?? english.say('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    data: {
      setting: settingOf(tongue, date),
      title: (language ? page?.title : page?.history_title) ?? '',
      danger: { words: both(({ say }) => say('get-help.danger')), number: displayOf(tongue, 'emergency-999') },
      lines: firstOf(
        shown.map(({ id }) => id),
        pack.services,
        most,
      ).flatMap((id) => {
        const line = shown.find((one) => one.id === id)
        // Its name would tell whoever finds the card what it is about.
        return line?.number
          ? [{ name: id === 'modern-slavery-helpline' ? english.say('press.card-helpline') : line.name, number: line.number }]
          : []
      }),
      demonstration: pack.partnership.adopted ? null : english.say('card.demonstration'),
      back: [
        ...(language ? [both(({ say }) => say('get-help.interpreter', { language: language.english }))] : []),
        both(({ say }) => say('get-help.what-happens')),
        { own: say('get-help.bill'), english: beside?.say('get-help.bill') ?? null },
      ],
    },
  }
}
