import type { Pack } from '../../../content/pack.ts'
import type { Need } from '../../../domain/services/needs.ts'
import { namesToSay } from '../../../format/names-to-say.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf, type Tongue, tonguesOf } from '../../shared/paper/edition.ts'
import { checkedOn, displayOf, type LineSaid, lineSaid, linesByNeed } from '../../shared/paper/lines.ts'
import { englishOfAll, type Said, saidIn, type Words } from '../../shared/paper/said.ts'
import type { Run } from '../../shared/paper/speak.ts'

/** A heading, what is said under it, and the same in English where nobody has checked it. */
type Told = { title: Said | null; paragraphs: readonly Said[]; english: { title: readonly Run[] | null; runs: readonly Run[] } | null }

export type GetHelpData = {
  sheet: 'get-help'
  setting: Setting
  /** As a reader's program shows it. */
  title: string
  heading: Said
  danger: Told & { number: string }
  interpreter: Told
  calm: Told
  needs: readonly { title: Said; lines: readonly LineSaid[] }[]
  cannotRing: Told
  draftMeans: readonly Said[]
  /** Where the same is as it is at this minute. */
  address: string
  /** A drawing with the brand's colours. */
  drawing: string
}

/** "Get help" on one A4 sheet that folds to A5, in every language in which the page is published. */
export const getHelpLeaflets = (pack: Pack, edition: Edition): Output<GetHelpData>[] =>
  tonguesOf(pack).map((tongue) => getHelp(tongue, edition))

const getHelp = (tongue: Tongue, { now, origin }: Edition): Output<GetHelpData> => {
  const { pack, language, english, beside, whole } = tongue
  const date = checkedOn(tongue)
  const told = (title: Words | null, ...paragraphs: Words[]): Told => {
    const [own, said] = [title && saidIn(tongue, title), paragraphs.map((words) => saidIn(tongue, words))]
    const runs = englishOfAll(said)
    return {
      title: own,
      paragraphs: said,
      english: own?.english || runs ? { title: own?.english ?? null, runs: runs ?? [] } : null,
    }
  }
  const page = ({ pack }: Tongue) => pack.pages.get('get-help')
  const heading = saidIn(tongue, (of) => (language ? page(of)?.title : page(of)?.history_title) ?? '', ['page.get-help.title'])
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
      title: heading.own.join(''),
      heading,
      danger: {
        ...told(({ say }) => say('get-help.danger'), firstWords, silentWords, relayWords),
        number: displayOf(tongue, 'emergency-999'),
      },
      interpreter: language
        ? told(
            ({ say }) => say('get-help.interpreter-title'),
            interpreterWords(tongue),
            ({ say }) => say('get-help.interpreter-note'),
            ({ say }) => say('get-help.what-happens'),
          )
        : told(null, ({ say }) => say('get-help.what-happens')),
      calm: told(
        ({ say }) => say('get-help.not-this-minute'),
        ({ say }) => say('get-help.trouble'),
        ({ say }) => say('get-help.bill'),
      ),
      needs: linesByNeed(tongue, now).map(({ need, contacts }) => ({
        title: saidIn(tongue, needWords[need]),
        // A page to write to is a link, and there are none on paper.
        lines: contacts.map(({ service, again }) => lineSaid(tongue, service, now, again)).filter(({ number }) => number),
      })),
      cannotRing: told(
        ({ say }) => say('get-help.cannot-ring'),
        (of) => of.say.runs('get-help.relay-other', { number: { n: displayOf(of, 'police-101-text') } }),
        (of) => [
          ...of.say.runs('get-help.write'),
          ' ',
          { n: plainAddress(pack.services.find((s) => s.id === 'modern-slavery-helpline-form')?.url) },
        ],
      ),
      draftMeans: [
        ...(beside ? [saidIn(tongue, ({ say }) => say('draft.text'))] : []),
        ...(whole ? [] : [saidIn(tongue, ({ say }) => say('draft.parts'))]),
      ],
      address: `${origin}${language ? `/${language.id}` : ''}/get-help`,
      drawing: drawingOf(pack, 'phone'),
    },
  }
}

const needWords: Record<Need, Words> = {
  yourself: ({ say }) => say('get-help.yourself'),
  someone_else: ({ say }) => say('get-help.someone-else'),
}

/** An address as one types it. */
const plainAddress = (url: string | null | undefined): string => (url ?? '').replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')

/** What to say to be given an interpreter for the language of this sheet; in English, for the same one. */
export const interpreterWords =
  ({ language }: Tongue): Words =>
  ({ say, pack }) =>
    say('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, say.locale) : '',
    })

const firstWords: Words = ({ say }) => [{ b: `${say('get-help.ring-999')}.` }, ` ${say('get-help.free')}`]
const silentWords: Words = ({ say }) => say.runs('get-help.silent', { key: { n: '55' } })
const relayWords: Words = (of) =>
  of.say.runs('get-help.relay', {
    number: { n: displayOf(of, 'emergency-999-text') },
    emergency: { n: displayOf(of, 'emergency-999') },
  })
