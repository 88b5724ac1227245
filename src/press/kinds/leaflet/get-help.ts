import type { Pack } from '../../../content/pack.ts'
import type { Need } from '../../../domain/services/needs.ts'
import type { PackLocale } from '../../../format/locale.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { localesOf, type Setting, settingOf } from '../../shared/paper/edition.ts'
import { harmlessTitle } from '../../shared/paper/harmless-title.ts'
import { interpreterWords } from '../../shared/paper/interpreter.ts'
import { checkedOn, displayOf, type LocalisedLine, linesByNeed, localisedLine } from '../../shared/paper/lines.ts'
import { englishOfAll, type LocalisedText, localisedText, type Words } from '../../shared/paper/localised-text.ts'
import { type Run, runs } from '../../shared/paper/runs.ts'

/** A heading, what is said under it, and the same in English where nobody has checked it. */
type Told = {
  title: LocalisedText | null
  paragraphs: readonly LocalisedText[]
  english: { title: readonly Run[] | null; runs: readonly Run[] } | null
}

export type GetHelpData = {
  sheet: 'get-help'
  setting: Setting
  /** As a reader's program shows it. */
  title: string
  heading: LocalisedText
  danger: Told & { number: string }
  interpreter: Told
  calm: Told
  needs: readonly { title: LocalisedText; lines: readonly LocalisedLine[] }[]
  cannotRing: Told
  draftMeans: readonly LocalisedText[]
  /** Where the same is as it is at this minute. */
  address: string
  /** A drawing with the brand's colours. */
  drawing: string
}

/** "Get help" on one A4 sheet that folds to A5, in every language in which the page is published. */
export const getHelpLeaflets = (pack: Pack, edition: Edition): Output<GetHelpData>[] =>
  localesOf(pack).map((locale) => getHelp(locale, edition))

const getHelp = (locale: PackLocale, { now, origin }: Edition): Output<GetHelpData> => {
  const { pack, language, english, englishFallback, complete } = locale
  const date = checkedOn(locale)
  const told = (title: Words | null, ...paragraphs: Words[]): Told => {
    const [own, said] = [title && localisedText(locale, title), paragraphs.map((words) => localisedText(locale, words))]
    const runs = englishOfAll(said)
    return {
      title: own,
      paragraphs: said,
      english: own?.english || runs ? { title: own?.english ?? null, runs: runs ?? [] } : null,
    }
  }
  const heading = harmlessTitle(locale)
  const tag = language?.id ?? 'en'
  return {
    id: `leaflet-get-help-${tag}`,
    kind: 'leaflet',
    file: `useful-numbers-${tag}.pdf`,
    title: english.t('press.leaflet-get-help', { language: language?.english ?? english.t('site.english') }),
    language: tag,
    format: 'pdf',
    date,
    data: {
      sheet: 'get-help',
      setting: settingOf(locale, date),
      title: heading.own.join(''),
      heading,
      danger: {
        ...told(({ t }) => t('get-help.danger'), firstWords, silentWords, relayWords),
        number: displayOf(locale, pack.roles.emergency),
      },
      interpreter: language
        ? told(
            ({ t }) => t('get-help.interpreter-title'),
            interpreterWords(locale),
            ({ t }) => t('get-help.interpreter-note'),
            ({ t }) => t('get-help.what-happens'),
          )
        : told(null, ({ t }) => t('get-help.what-happens')),
      calm: told(
        ({ t }) => t('get-help.not-this-minute'),
        ({ t }) => t('get-help.trouble'),
        ({ t }) => t('get-help.bill'),
      ),
      needs: linesByNeed(locale, now).map(({ need, contacts }) => ({
        title: localisedText(locale, needWords[need]),
        // A page to write to is a link, and there are none on paper.
        lines: contacts.map(({ service, again }) => localisedLine(locale, service, now, again)).filter(({ number }) => number),
      })),
      cannotRing: told(
        ({ t }) => t('get-help.cannot-ring'),
        (of) => runs(of.t, 'get-help.relay-other', { number: { n: displayOf(of, of.pack.roles.police_relay) } }),
        (of) => [
          ...runs(of.t, 'get-help.write'),
          ' ',
          { n: plainAddress(pack.services.find((s) => s.id === pack.roles.helpline_form)?.url) },
        ],
      ),
      draftMeans: [
        ...(englishFallback ? [localisedText(locale, ({ t }) => t('draft.text'))] : []),
        ...(complete ? [] : [localisedText(locale, ({ t }) => t('draft.parts'))]),
      ],
      address: `${origin}${language ? `/${language.id}` : ''}/get-help`,
      drawing: drawingOf(pack, 'phone'),
    },
  }
}

const needWords: Record<Need, Words> = {
  yourself: ({ t }) => t('get-help.yourself'),
  someone_else: ({ t }) => t('get-help.someone-else'),
}

/** An address as one types it. */
const plainAddress = (url: string | null | undefined): string => (url ?? '').replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')

const firstWords: Words = ({ t }) => [{ b: `${t('get-help.ring-999')}.` }, ` ${t('get-help.free')}`]
const silentWords: Words = ({ t }) => runs(t, 'get-help.silent', { key: { n: '55' } })
const relayWords: Words = (of) =>
  runs(of.t, 'get-help.relay', {
    number: { n: displayOf(of, of.pack.roles.emergency_relay) },
    emergency: { n: displayOf(of, of.pack.roles.emergency) },
  })
