import { themeOf } from '../../../domain/campaigns/archive.ts'
import type { MainDay } from '../../../domain/campaigns/campaign.ts'
import type { Occurrence } from '../../../domain/campaigns/dates.ts'
import { fullDate } from '../../../format/when.ts'
import type { Edition } from '../../shared/output.ts'
import { settingOf, type Tongue } from '../../shared/paper/edition.ts'
import { displayOf, lineOf } from '../../shared/paper/lines.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { Run } from '../../shared/paper/speak.ts'
import type { Piece, WordText } from '../../shared/word/text.ts'
import { plainRuns } from './pieces.ts'
import { sourceOf } from './posts.ts'

/** A day, its date, and what its documents are made for. */
export type Told = { tongue: Tongue; day: MainDay; next: Occurrence; edition: Edition; date: string }

/** A piece for an intranet: what the day is, what is known, what to do, whom to tell, and a place for the organisation's own person. */
export const articleOf = (told: Told): WordText => {
  const { tongue, day, next, edition } = told
  const { say } = tongue
  const theme = themeOf(day, next.year)
  return {
    ...sheetOf(told),
    title: day.name,
    lead: day.lead,
    drawing: null,
    pieces: [
      { as: 'text', runs: [say('kit.article-when', { day: day.name, date: fullDate(next.from) })] },
      ...(theme ? [{ as: 'text', runs: [say('campaigns.theme-line', { theme: theme.text })] } as const] : []),
      { as: 'heading', level: 1, text: say('campaigns.for') },
      { as: 'text', runs: [day.purpose] },
      { as: 'heading', level: 1, text: say('kit.article-known') },
      list(
        day.messages
          .filter(({ card }) => !card?.ring)
          .map((message) => [...runsFrom(message.text, edition.origin), ` ${sourceOf(tongue, message)}`]),
      ),
      { as: 'heading', level: 1, text: say('campaigns.do') },
      list(day.do.filter((deeds) => deeds.for === 'staff').flatMap(({ steps }) => steps.map((step) => runsFrom(step, edition.origin)))),
      ...tellPieces(told),
      { as: 'text', runs: [say('kit.article-own')], look: 'aside' },
      { as: 'text', runs: [say('kit.article-more'), ' ', addressRun(told)] },
    ],
  }
}

/** A letter of a partner to firms. In brackets stands what the sender fills in. */
export const letterOf = (told: Told): WordText => {
  const { tongue, day, next, edition } = told
  const { say } = tongue
  const filled = (words: string): Piece => ({ as: 'text', runs: [words], look: 'aside' })
  return {
    ...sheetOf(told),
    above: [
      filled(say('kit.letter-sender')),
      filled(say('kit.letter-date')),
      filled(say('kit.letter-to')),
      { as: 'text', runs: [say('kit.letter-dear')] },
    ],
    title: say('kit.letter-subject', { day: day.name, date: fullDate(next.from) }),
    lead: '',
    drawing: null,
    pieces: [
      { as: 'text', runs: [say('kit.letter-why')] },
      { as: 'text', runs: [day.lead] },
      { as: 'heading', level: 1, text: say('kit.letter-ask') },
      list(day.do.filter((deeds) => deeds.for === 'business').flatMap(({ steps }) => steps.map((step) => runsFrom(step, edition.origin)))),
      ...tellPieces(told),
      { as: 'text', runs: [say('kit.letter-more'), ' ', { a: `${edition.origin}/sectors`, t: `${edition.origin}/sectors` }] },
      { as: 'text', runs: [say('kit.letter-close')] },
      filled(say('kit.letter-name')),
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
const tellPieces = ({ tongue, edition }: Told): Piece[] => {
  const { pack, say } = tongue
  const lines = pack.tellSomebody.flatMap((id) => {
    const service = pack.services.find((one) => one.id === id)
    const line = service && lineOf(tongue, service, edition.now)
    return line?.number ? [[{ b: `${line.name}: ` }, { b: line.number }, `. ${line.hours}`] satisfies Run[]] : []
  })
  return [
    { as: 'heading', level: 1, text: say('sector.tell') },
    { as: 'text', runs: say.runs('sector.danger', { number: { b: displayOf(tongue, 'emergency-999') } }) },
    list(lines),
  ]
}

const sheetOf = ({ tongue, date, day }: Told): Omit<WordText, 'title' | 'lead' | 'drawing' | 'pieces'> => {
  const setting = settingOf(tongue, date)
  return {
    about: [],
    logo: null,
    contents: null,
    head: day.name,
    foot: [setting.foot, ...(setting.demonstration ? [plainRuns(setting.demonstration.english)] : [])].join(' '),
    page: tongue.say('press.page'),
    partnership: `${setting.site}, ${setting.area}`,
    language: 'en-GB',
    date,
    colours: setting.colours,
  }
}
