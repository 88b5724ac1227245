import type { Pack } from '../../../content/pack.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf, lineOf } from '../../shared/paper/lines.ts'

export type PosterData = {
  setting: Setting
  /** Of the sheet, in millimetres. */
  width: number
  title: string
  text: string
  drawing: string
  danger: { text: string; number: string }
  lines: readonly { name: string; number: string; doubtful: boolean }[]
  /** Torn off: a number and nothing else, so that a strip in a pocket tells no one anything. */
  strip: string
  address: string
}

/** Width in millimetres by the size of paper. All else on a poster follows its width (layout.typ), which holds for sheets of the A series. */
const sizes = { a4: 210, a3: 297 } as const
type Size = keyof typeof sizes
const sizeNames = Object.keys(sizes) as Size[]
const subjects = ['places', 'help'] as const

/** Posters for the public and for who needs help, on each size of paper. */
export const poster: Kind<PosterData> = {
  name: 'poster',
  outputs: (pack: Pack, edition: Edition) => {
    const locale = englishLocale(pack)
    return subjects.flatMap((subject) => sizeNames.map((size) => posterOf(locale, subject, size, edition)))
  },
  maker: () => import('./draw.ts'),
}

const posterOf = (locale: PackLocale, subject: (typeof subjects)[number], size: Size, { now, origin }: Edition): Output<PosterData> => {
  const { pack, t } = locale
  const date = checkedOn(locale)
  const help = pack.pages.get('get-help')
  const shown = {
    places: { title: t('home.places'), text: t('signs.nothing'), drawing: 'car-wash', address: '/signs' },
    help: { title: help?.title ?? '', text: t('press.poster-no-proof'), drawing: 'phone', address: '/get-help' },
  }[subject]
  return {
    id: `poster-${subject}-${size}`,
    kind: 'poster',
    file: `poster-${subject}-${size}.pdf`,
    title: t('press.poster', { title: shown.title, size: size.toUpperCase() }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      ...shown,
      setting: settingOf(locale, date),
      width: sizes[size],
      drawing: drawingOf(pack, shown.drawing),
      danger: { text: t('press.poster-danger'), number: displayOf(locale, pack.roles.emergency) },
      lines: pack.tellSomebody.flatMap((id) => {
        const service = pack.services.find((s) => s.id === id)
        const line = service && lineOf(locale, service, now)
        return line?.number ? [{ name: line.name, number: line.number, doubtful: line.doubtful }] : []
      }),
      strip: displayOf(locale, pack.roles.helpline),
      address: origin + shown.address,
    },
  }
}
