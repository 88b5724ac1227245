import type { Pack } from '../../content/pack.ts'
import type { Edition, Output } from '../output.ts'
import { drawingOf } from '../paper/drawing.ts'
import { type Setting, settingOf, type Tongue, tonguesOf } from '../paper/edition.ts'
import { checkedOn, displayOf, type Line, lineInWords, lineOf, servicesOf } from '../paper/lines.ts'
import type { Run } from '../paper/speak.ts'

/** A heading, what is said under it, and the same in English where nobody has checked it. */
type Told = { title: string; paragraphs: readonly (readonly Run[])[]; english: { title: string; runs: readonly Run[] } | null }

export type GetHelpData = {
  sheet: 'get-help'
  setting: Setting
  title: string
  titleInEnglish: string | null
  danger: Told & { board: { name: string; number: string } }
  interpreter: Told
  linesTitle: { own: string; english: string | null }
  lines: readonly (Line & { english: string | null })[]
  cannotRing: Told
  draftMeans: { own: string; english: string } | null
  bill: { own: string; english: string | null }
  /** Where the same stands as it is at this minute. */
  address: string
  /** A drawing with the brand's colours. */
  drawing: string
}

/** "Get help" on one A4 sheet that folds to A5, in every language in which the page is published. */
export const getHelpLeaflets = (pack: Pack, edition: Edition): Output<GetHelpData>[] =>
  tonguesOf(pack).map((tongue) => getHelp(tongue, edition))

const getHelp = (tongue: Tongue, { now, origin }: Edition): Output<GetHelpData> => {
  const { pack, say, language, english, beside } = tongue
  const date = checkedOn(tongue)
  const own = <T>(of: (tongue: Tongue) => T): { own: T; english: T | null } => ({ own: of(tongue), english: beside ? of(beside) : null })
  const told = (title: (tongue: Tongue) => string, paragraphs: (tongue: Tongue) => Run[][]): Told => ({
    title: title(tongue),
    paragraphs: paragraphs(tongue),
    english: beside ? { title: title(beside), runs: paragraphs(beside).flatMap((runs) => [...runs, ' ']) } : null,
  })
  const page = ({ pack }: Tongue) => pack.pages.get('get-help')
  const title = language ? page(tongue)?.title : page(tongue)?.history_title
  const tag = language?.id ?? 'en'
  return {
    id: `leaflet-get-help-${tag}`,
    kind: 'leaflet',
    file: `leaflet-get-help-${tag}.pdf`,
    title: english.say('press.leaflet-get-help', { language: language?.english ?? english.say('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    data: {
      sheet: 'get-help',
      setting: settingOf(tongue, date),
      title: title ?? '',
      titleInEnglish: beside ? (page(beside)?.title ?? '') : null,
      danger: {
        ...told(({ say }) => say('get-help.danger'), danger),
        board: { name: say('get-help.ring-999'), number: displayOf(tongue, 'emergency-999') },
      },
      interpreter: language
        ? told(
            ({ say }) => say('get-help.interpreter-title'),
            ({ say }) => [
              [`${say('get-help.interpreter', { language: language.english })} ${say('get-help.interpreter-note')}`],
              [say('get-help.what-happens')],
            ],
          )
        : told(
            () => '',
            ({ say }) => [[say('get-help.what-happens')]],
          ),
      linesTitle: own(({ say }) => say('get-help.not-this-minute')),
      lines: servicesOf(tongue, pack.getHelp, now).map((service) => ({
        ...lineOf(tongue, service, now),
        english: beside ? lineInWords(lineOf(beside, service, now)) : null,
      })),
      cannotRing: told(
        ({ say }) => say('get-help.cannot-ring'),
        (of) => [
          of.say.runs('get-help.relay-other', { number: { n: displayOf(of, 'police-101-text') } }),
          [
            ...of.say.runs('get-help.write'),
            ' ',
            { n: plainAddress(pack.services.find((s) => s.id === 'modern-slavery-helpline-form')?.url) },
          ],
        ],
      ),
      draftMeans: beside ? { own: say('draft.text'), english: beside.say('draft.text') } : null,
      bill: own(({ say }) => say('get-help.bill')),
      address: `${origin}${language ? `/${language.id}` : ''}/get-help`,
      drawing: drawingOf(pack, 'phone'),
    },
  }
}

/** An address as one types it. */
const plainAddress = (url: string | null | undefined): string => (url ?? '').replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')

const danger = (of: Tongue): Run[][] => [
  [`${of.say('get-help.free')} `, ...of.say.runs('get-help.silent', { key: { n: '55' } })],
  of.say.runs('get-help.relay', {
    number: { n: displayOf(of, 'emergency-999-text') },
    emergency: { n: displayOf(of, 'emergency-999') },
  }),
]
