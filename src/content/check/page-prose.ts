import { isMain, type MainDay } from '../../domain/campaigns/campaign.ts'
import type { Audience } from '../../domain/page.ts'
import { everyLine } from '../../domain/services/needs.ts'
import type { Collection } from '../collection.ts'
import type { Whole } from '../load.ts'
import { pageAddress } from '../page-ids.ts'
import { groupsOn } from '../readers.ts'
import { wordSources } from '../words.ts'
import type { Path } from '../yaml-source.ts'
import type { Prose } from './prose.ts'
import { markdownProse, textOf, wordsOf } from './texts.ts'

/** A page with the sentences that stand on it. */
export type PageProse = { page: string; audience: Audience; prose: Prose[] }

/** Fields of a slide that are sentences, and those of its notes. */
const onSlides = new Set([
  'points',
  'text',
  'ask',
  'expect',
  'first',
  'note',
  'caption',
  'lead',
  'line',
  'lines',
  'below',
  'bar',
  'act',
  'task',
  'helps',
  'dont',
])
const spoken = new Set(['say', 'ask', 'expect', 'do'])

/** What stands on each page. Titles and labels are left out: they are no sentences, and short ones would make any page look easy. */
export const proseOfPages = (loaded: Whole): PageProse[] => {
  const { pack, lists, files, course } = loaded
  const words = wordsOf(wordSources(files))
  const terms = (ids: readonly string[]) => ids.flatMap((id) => textOf(lists.glossary, id, ['means']))
  const service = (id: string) => (['about', 'unconfirmed'] as const).flatMap((field) => textOf(lists.serviceWords, id, [field]))
  const signs = (of: (type: string[]) => boolean) =>
    pack.indicators.filter((i) => of(i.exploitation)).flatMap((i) => textOf(lists.indicators, i.id, ['text']))
  const common = files.yaml('sectors.yaml').sources.flatMap((source) =>
    source
      .strings()
      .filter(({ path }) => path[0] === 'common')
      .map((t): Prose => ({ ...t, file: source.file })),
  )
  const way = (list: Collection<{ id: string }>, id: string): Prose[] => {
    const { prose, links } = markdownProse(textOf(list, id, ['text']))
    return [...prose, ...terms(links)]
  }
  /** What stands on a page besides its own text and the words of its interface. */
  const beside: Record<string, () => Prose[]> = {
    'get-help': () => everyLine(pack.getHelp).flatMap(service),
    signs: () => signs(() => true),
    report: () => pack.reportWays.flatMap((w) => way(lists.reportWays, w.id)),
    support: () => pack.support.flatMap((w) => way(lists.support, w.id)),
  }
  const pages = files.markdown('pages').flatMap(({ source: { id, file, head, body, lineAt } }): PageProse[] => {
    const page = pack.pages.get(id)
    if (!page) return []
    const { prose, links } = markdownProse([{ text: body, file, lineAt }])
    const lead = head.strings().filter(({ path }) => path[0] === 'lead')
    return [
      {
        page: pageAddress(id),
        audience: page.audience,
        prose: [...lead.map((t) => ({ ...t, file })), ...prose, ...terms(links), ...groupsOn(id).flatMap(words), ...(beside[id]?.() ?? [])],
      },
    ]
  })
  const sectors = pack.sectors.map(
    (s): PageProse => ({
      page: `/sectors/${s.id}`,
      audience: 'public',
      prose: [
        ...textOf(lists.sectors, s.id, ['lead']),
        ...s.signs.flatMap((_, i) => textOf(lists.sectors, s.id, ['signs', i])),
        ...s.do.flatMap((_, i) => textOf(lists.sectors, s.id, ['do', i, 'text'])),
        ...s.report_also.flatMap((body) => textOf(lists.bodies, body, ['note'])),
        ...common,
        ...words('sector'),
      ],
    }),
  )
  const types = pack.types.map((t): PageProse => {
    const { prose, links } = markdownProse(textOf(lists.types, t.id, ['text']))
    const own = signs((of) => of.includes(t.id))
    return {
      page: `/signs/types/${t.id}`,
      audience: 'public',
      prose: [...textOf(lists.types, t.id, ['summary']), ...prose, ...terms(links), ...own],
    }
  })
  const campaign = (day: MainDay): PageProse => {
    const own = (path: Path) => textOf(lists.campaignDays, day.id, path)
    const { prose } = markdownProse([
      ...day.messages.flatMap((_, i) => own(['messages', i, 'text'])),
      ...day.do.flatMap(({ steps }, i) => steps.flatMap((_, j) => own(['do', i, 'steps', j]))),
    ])
    const done = pack.campaigns.history.filter((event) => event.day === day.id)
    return {
      page: `/campaigns/${day.id}`,
      audience: 'public',
      prose: [
        ...own(['lead']),
        ...own(['purpose']),
        ...prose,
        ...day.plan.flatMap((_, i) => own(['plan', i, 'task'])),
        ...day.themes.flatMap((_, i) => own(['themes', i, 'note'])),
        ...done.flatMap(({ id }) => (['what', 'lesson'] as const).flatMap((field) => textOf(lists.campaignHistory, id, [field]))),
        ...words('campaigns'),
        ...words('kit'),
      ],
    }
  }
  const easy = pack.easyRead.map((page): PageProse => {
    const own = (path: Path) => textOf(lists.easyRead, page.id, path)
    const { prose } = markdownProse([
      ...own(['lead']),
      ...page.parts.flatMap(({ lines }, p) => lines.flatMap((_, l) => own(['parts', p, 'lines', l, 'text']))),
      ...page.words.flatMap((_, w) => own(['words', w, 'means'])),
    ])
    return { page: `/${page.id}/easy-read`, audience: 'easy-read', prose }
  })
  const parts = course.parts.flatMap(({ part, from }): PageProse[] => {
    const own = (of: (path: Path) => boolean) => from.texts().filter((t) => of(t.path))
    const field = (path: Path) => String(path.findLast((key) => typeof key === 'string'))
    const { prose, links } = markdownProse(own((path) => field(path) === 'handbook'))
    const shown = own((path) => path[0] === 'lead' || (path[0] !== 'check' && path[2] !== 'notes' && onSlides.has(field(path))))
    const check = own((path) => path[0] === 'check' && ['question', 'text', 'why'].includes(field(path)))
    const audience = pack.course.tiers.find((tier) => tier.parts.includes(part.id))?.id === 'everyone' ? 'public' : 'practitioner'
    return [
      { page: `/training/${part.id}`, audience, prose: [...shown, ...prose, ...check, ...terms(links)] },
      { page: `the notes of training/${part.id}`, audience, prose: own((path) => path[2] === 'notes' && spoken.has(field(path))) },
    ]
  })
  const clockNotes = pack.clocks.rules.flatMap(({ id }) => textOf(lists.clockRules, id, ['note']))
  /** All that a flow may say, on whichever of its pages. */
  const flow = (id: string): Prose[] =>
    lists.flows
      .filter((lists) => lists.id === id)
      .flatMap(({ words: { questions, entries, outcomes, actions } }) => [
        ...questions.rows.flatMap((row) => (['hint', 'error'] as const).flatMap((field) => textOf(questions, row.id, [field]))),
        ...entries.rows.flatMap((row) => textOf(entries, row.id, ['hint'])),
        ...outcomes.rows.flatMap((row) => textOf(outcomes, row.id, ['lead'])),
        ...actions.rows.flatMap((row) => [
          ...(['say', 'why'] as const).flatMap((field) => textOf(actions, row.id, [field])),
          ...row.do.flatMap((_, i) => textOf(actions, row.id, ['do', i])),
        ]),
      ])
  return [
    ...pages,
    ...easy,
    ...parts,
    ...sectors,
    ...types,
    ...pack.campaigns.days.filter(isMain).map(campaign),
    // Whoever searches may be the person that it is about.
    { page: '/search', audience: 'victim', prose: words('search') },
    { page: '/pathway/dates', audience: 'practitioner', prose: [...words('dates'), ...clockNotes] },
    { page: '/pathway', audience: 'practitioner', prose: flow('pathway') },
    { page: '/pathway/prepare', audience: 'practitioner', prose: flow('nrm-form') },
    { page: '/signs/check', audience: 'public', prose: [...words('check'), ...signs(() => true)] },
    { page: 'the glossary', audience: 'public', prose: terms(pack.glossary.map((t) => t.id)) },
    { page: 'services in words', audience: 'public', prose: [...pack.serviceWords.keys()].flatMap(service) },
  ]
}
