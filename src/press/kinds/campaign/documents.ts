import { themeOf } from '../../../domain/campaigns/archive.ts'
import type { MainDay } from '../../../domain/campaigns/campaign.ts'
import type { Occurrence } from '../../../domain/campaigns/dates.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { fullDate } from '../../../format/when.ts'
import type { Edition } from '../../shared/output.ts'
import { settingOf } from '../../shared/paper/edition.ts'
import { displayOf, lineOf } from '../../shared/paper/lines.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import { type Run, runs } from '../../shared/paper/runs.ts'
import type { Piece, WordText } from '../../shared/word/text.ts'
import { plainRuns } from './pieces.ts'
import { sourceOf } from './posts.ts'

/** A day, its date, and what its documents are made for. */
export type Told = { locale: PackLocale; day: MainDay; next: Occurrence; edition: Edition; date: string }

/** A piece for an intranet: what the day is, what is known, what to do, whom to tell, and a place for the organisation's own person. */
export const articleOf = (told: Told): WordText => {
  const { locale, day, next, edition } = told
  const { t } = locale
  const theme = themeOf(day, next.year)
  return {
    ...sheetOf(told),
    title: day.name,
    lead: day.lead,
    drawing: null,
    pieces: [
      { as: 'text', runs: [t('kit.article-when', { day: day.name, date: fullDate(next.from) })] },
      ...(theme ? [{ as: 'text', runs: [t('campaigns.theme-line', { theme: theme.text })] } as const] : []),
      { as: 'heading', level: 1, text: t('campaigns.for') },
      { as: 'text', runs: [day.purpose] },
      { as: 'heading', level: 1, text: t('kit.article-known') },
      list(
        day.messages
          .filter(({ card }) => !card?.ring)
          .map((message) => [...runsFrom(message.text, edition.origin), ` ${sourceOf(locale, message)}`]),
      ),
      { as: 'heading', level: 1, text: t('campaigns.do') },
      list(day.do.filter((deeds) => deeds.for === 'staff').flatMap(({ steps }) => steps.map((step) => runsFrom(step, edition.origin)))),
      ...tellPieces(told),
      { as: 'text', runs: [t('kit.article-own')], look: 'aside' },
      { as: 'text', runs: [t('kit.article-more'), ' ', addressRun(told)] },
    ],
  }
}

/** A letter of a partner to firms. In brackets stands what the sender fills in. */
export const letterOf = (told: Told): WordText => {
  const { locale, day, next, edition } = told
  const { t } = locale
  const filled = (words: string): Piece => ({ as: 'text', runs: [words], look: 'aside' })
  return {
    ...sheetOf(told),
    above: [
      filled(t('kit.letter-sender')),
      filled(t('kit.letter-date')),
      filled(t('kit.letter-to')),
      { as: 'text', runs: [t('kit.letter-dear')] },
    ],
    title: t('kit.letter-subject', { day: day.name, date: fullDate(next.from) }),
    lead: '',
    drawing: null,
    pieces: [
      { as: 'text', runs: [t('kit.letter-why')] },
      { as: 'text', runs: [day.lead] },
      { as: 'heading', level: 1, text: t('kit.letter-ask') },
      list(day.do.filter((deeds) => deeds.for === 'business').flatMap(({ steps }) => steps.map((step) => runsFrom(step, edition.origin)))),
      ...tellPieces(told),
      { as: 'text', runs: [t('kit.letter-more'), ' ', { a: `${edition.origin}/sectors`, t: `${edition.origin}/sectors` }] },
      { as: 'text', runs: [t('kit.letter-close')] },
      filled(t('kit.letter-name')),
    ],
  }
}

export const addressRun = ({ day, edition: { origin } }: Told): Run => ({
  a: `${origin}/campaigns/${day.id}`,
  t: `${origin}/campaigns/${day.id}`,
})

const list = (items: readonly (readonly Run[])[]): Piece => ({
  as: 'blocks',
  blocks: [{ list: items.map((runs) => [{ p: runs }]), ordered: false }],
})

/** 999 first, then the lines beside every place, with their hours. What nobody has confirmed says so. */
const tellPieces = ({ locale, edition }: Told): Piece[] => {
  const { pack, t } = locale
  const lines = pack.tellSomebody.flatMap((id) => {
    const service = pack.services.find((one) => one.id === id)
    const line = service && lineOf(locale, service, edition.now)
    return line?.number ? [[{ b: `${line.name}: ` }, { b: line.number }, `. ${line.hours}`] satisfies Run[]] : []
  })
  return [
    { as: 'heading', level: 1, text: t('sector.tell') },
    { as: 'text', runs: runs(t, 'sector.danger', { number: { b: displayOf(locale, pack.roles.emergency) } }) },
    list(lines),
  ]
}

const sheetOf = ({ locale, date, day }: Told): Omit<WordText, 'title' | 'lead' | 'drawing' | 'pieces'> => {
  const setting = settingOf(locale, date)
  return {
    about: [],
    logo: null,
    contents: null,
    head: day.name,
    foot: [setting.foot, ...(setting.demonstration ? [plainRuns(setting.demonstration.english)] : [])].join(' '),
    page: locale.t('press.page'),
    author: setting.author,
    language: 'en-GB',
    date,
    colours: setting.colours,
  }
}
