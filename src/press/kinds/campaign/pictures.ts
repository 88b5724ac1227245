import { spoken } from '../../../content/post-text.ts'
import type { MainDay, Message } from '../../../domain/campaigns/campaign.ts'
import type { Picture } from '../../../domain/campaigns/network.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { displayOf } from '../../shared/paper/lines.ts'
import { type Frame, frameOf } from './frame.ts'

/** A picture before it is drawn: plain data, all of it from the pack. */
export type Drawn = {
  /** Its name in the package. */
  file: string
  alt: string
  frame: Frame
  colours: Readonly<Record<string, string>>
  drawing: string
  /** The site's name and its place. */
  site: string
  day: string
  date: string
  number: string | null
  text: string
  theme: string | null
  boards: readonly { name: string; number: string }[]
  address: string
  demonstration: string | null
}

/** What is the same on all pictures of a day. */
export type Common = Pick<Drawn, 'colours' | 'site' | 'day' | 'date' | 'theme' | 'address' | 'demonstration'>

/** Where a picture of a message, or of the day itself, stands in the package. */
export const pictureFile = (pictures: readonly Picture[], of: string, size: string): string => {
  const found = pictures.find(({ id }) => id === size)
  return `pictures/${of}-${size}-${found?.width}x${found?.height}.png`
}

/** Pictures of the day in every size, and of each message in those for messages. */
export const picturesOf = (locale: PackLocale, day: MainDay, common: Common): Drawn[] => {
  const { pack } = locale
  const own = { id: 'day', text: day.lead, number: null, ring: [], drawing: day.drawing, shows: day.drawing_shows ?? null }
  const said = [own, ...day.messages.map((message) => cardOf(message, day))]
  return said.flatMap((card) =>
    pack.pictures
      .filter(({ of }) => card === own || of === 'messages')
      .map((size): Drawn => {
        const boards = card.ring.map((id) => ({ name: pack.serviceWords.get(id)?.name ?? id, number: displayOf(locale, id) }))
        const drawn = { number: card.number, text: card.text, boards, theme: card === own ? common.theme : null }
        return {
          ...common,
          ...drawn,
          file: pictureFile(pack.pictures, card.id, size.id),
          alt: altOf(locale, { ...common, ...drawn }, card.shows),
          frame: frameOf(size, boards.length > 0),
          drawing: drawingOf(pack, card.drawing),
        }
      }),
  )
}

const cardOf = ({ id, text, card }: Message, day: MainDay) => ({
  id,
  text: card?.text ?? spoken(text).text,
  number: card?.number ?? null,
  ring: card?.ring ?? [],
  drawing: card?.drawing ?? day.drawing,
  shows: card?.shows ?? (card ? null : (day.drawing_shows ?? null)),
})

/** Every word that stands on it, in order, and what is drawn. */
const altOf = (
  { t }: PackLocale,
  { day, date, number, text, theme, boards, address }: Omit<Drawn, 'file' | 'alt' | 'frame' | 'drawing' | 'colours'>,
  shows: string | null,
): string =>
  [
    t('kit.alt-day', { day, date }),
    [...(number ? [number] : []), text].join(' '),
    ...(theme ? [`${theme}.`] : []),
    ...boards.map(({ name, number }) => t('kit.alt-board', { name, number })),
    ...(shows ? [t('kit.alt-drawing', { shows })] : []),
    t('kit.alt-address', { address }),
  ].join(' ')
