import type { Pack } from '../../../content/pack.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import { longDate } from '../../../format/when.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf, lineOf } from '../../shared/paper/lines.ts'
import { greyDrawing, inBlackAndWhite } from '../../shared/paper/mono.ts'
import type { Cut } from '../../shared/paper/page-boxes.ts'
import type { Run } from '../../shared/paper/runs.ts'

export type PosterData = {
  setting: Setting
  /** Of the cut sheet, in millimetres. */
  width: number
  /** None in black and white: an office prints it on its own paper. */
  cut?: Cut
  title: string
  text: string
  drawing: string
  /** Signs that a person may know from their own life, and what to say; null where the poster is for others. */
  asks: { title: string; signs: readonly string[]; say: string } | null
  danger: { text: string; number: string }
  lines: readonly { name: string; number: string }[]
  /** Torn off: useful to whoever tears it, dull to whoever finds it. */
  strip: { number: string; text: string }
  foot: readonly Run[]
  /** None on a sheet for who needs help: a scan leaves a trace. */
  address?: string
}

/** Width in millimetres by the size of paper. All else on a poster follows its width (layout.typ), which holds for sheets of the A series. */
const sizes = { a4: 210, a3: 297 } as const
type Size = keyof typeof sizes
/** Room for the marks, and what is printed beyond the cut. */
const cut: Cut = { around: 10, bleed: 3 }
const subjects = ['places', 'help'] as const
type Subject = (typeof subjects)[number]

/** In colour on each size of paper, and in black and white on the one that every office prints. */
const papers: readonly { size: Size; mono: boolean }[] = [
  { size: 'a4', mono: false },
  { size: 'a3', mono: false },
  { size: 'a4', mono: true },
]

/** Lines beside the emergency number: as many as are read from two metres. */
const most = 3

/** Posters for a wall that everyone passes, and for a place where a person is alone. */
export const poster: Kind<PosterData> = {
  name: 'poster',
  outputs: (pack: Pack, edition: Edition) => {
    const locale = englishLocale(pack)
    return subjects.flatMap((subject) => papers.map((paper) => posterOf(locale, subject, paper, edition)))
  },
  maker: () => import('./draw.ts'),
}

const posterOf = (
  locale: PackLocale,
  subject: Subject,
  { size, mono }: (typeof papers)[number],
  { now, origin }: Edition,
): Output<PosterData> => {
  const { pack, t } = locale
  const date = checkedOn(locale)
  const name = `poster-${subject}-${size}${mono ? '-mono' : ''}`
  const { drawing, ...shown } = shownOn(locale, subject, origin, now)
  const setting = settingOf(locale, date)
  return {
    id: name,
    kind: 'poster',
    file: `${name}.pdf`,
    title: t(mono ? 'press.poster-mono' : 'press.poster', { title: shown.title, size: size.toUpperCase() }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      ...shown,
      setting: mono ? inBlackAndWhite(setting) : setting,
      width: sizes[size],
      ...(mono ? {} : { cut }),
      drawing: mono ? greyDrawing(pack, drawing) : drawingOf(pack, drawing),
      danger: { text: t('press.poster-danger'), number: displayOf(locale, pack.roles.emergency) },
      strip: { number: displayOf(locale, pack.roles.helpline), text: t('press.poster-strip') },
      foot: [
        t('press.poster-foot', { area: pack.partnership.area, date: longDate(Temporal.PlainDate.from(date)) }),
        ...(setting.demonstration ? [' ', ...setting.demonstration.english] : []),
      ],
    },
  }
}

type Shown = Pick<PosterData, 'title' | 'text' | 'asks' | 'lines' | 'address'> & { drawing: string }

const shownOn = (locale: PackLocale, subject: Subject, origin: string, now: Temporal.Instant): Shown => {
  const { pack, t } = locale
  if (subject === 'help')
    return {
      title: t('press.poster-help-title'),
      text: t('press.poster-help-text'),
      drawing: 'phone',
      asks: {
        title: t('press.poster-help-asks'),
        signs: [t('press.poster-help-papers'), t('press.poster-help-leave'), t('press.poster-help-pay'), t('press.poster-help-threats')],
        say: t('press.poster-help-say'),
      },
      lines: [{ name: t('leaflet.card-helpline'), number: displayOf(locale, pack.roles.helpline) }],
    }
  const lines = pack.tellSomebody.flatMap((id) => {
    const service = pack.services.find((s) => s.id === id)
    const line = service && lineOf(locale, service, now)
    return line?.number && !line.doubtful ? [{ name: line.name, number: line.number }] : []
  })
  return {
    title: t('home.places'),
    text: t('signs.nothing'),
    drawing: 'car-wash',
    asks: null,
    lines: lines.slice(0, most),
    address: `${origin}/signs`,
  }
}
