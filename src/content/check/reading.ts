import { isMain, type MainDay } from '../../domain/campaigns/campaign.ts'
import type { Audience } from '../../domain/page.ts'
import { everyLine } from '../../domain/services/needs.ts'
import { type Collection, placeOf } from '../collection.ts'
import type { Finding } from '../finding.ts'
import { plainMessage } from '../icu.ts'
import type { Whole } from '../load.ts'
import { readBlocks } from '../markdown-blocks.ts'
import { pageAddress } from '../page-ids.ts'
import { wordSources } from '../words.ts'
import type { Path, Text, YamlSource } from '../yaml-source.ts'
import { easyNames, hardest, makeCounter, type Prose, readingAge, type Sentence } from './prose.ts'

/** The highest reading age for a page, by whom it is written for (QUALITY.md). */
export const bars: Record<Audience, number> = { victim: 10, public: 12, practitioner: 14, 'easy-read': 10 }

/** A reader, as a message says it. */
const reader: Record<Audience, string> = {
  victim: 'a victim',
  public: 'the public',
  practitioner: 'the practitioner',
  'easy-read': 'people who use Easy Read',
}

/** A page as a reader meets it, and how it reads. */
export type PageAge = { page: string; audience: Audience; age: number; bar: number; sentences: Sentence[] }

export const readingFindings = (ages: readonly PageAge[]): Finding[] =>
  ages
    .filter(({ age, bar }) => age > bar)
    .flatMap(({ page, audience, age, bar, sentences }): Finding[] => {
      const worst = hardest(sentences)
      if (!worst) return []
      const shown = worst.text.length > 160 ? `${worst.text.slice(0, 157)}...` : worst.text
      return [
        {
          severity: 'error',
          rule: 'reading',
          file: worst.file,
          line: worst.line,
          found: `${page} reads at age ${age.toFixed(1)}; a page for ${reader[audience]} may read at ${bar}. Its hardest sentence reads at ${worst.age.toFixed(1)}: "${shown}"`,
          instead:
            'Make two sentences of it, or take shorter words. A name that must stay goes into glossary.yaml: it then counts as one easy word.',
        },
      ]
    })

/** Every English page with its reading age. Imported news is somebody else's text and is not measured. */
export const readingAges = (loaded: Whole): PageAge[] => {
  const sentencesOf = makeCounter(
    easyNames([
      ...loaded.pack.services.map((s) => s.name),
      ...[...loaded.pack.serviceWords.values()].map((w) => w.name),
      ...loaded.pack.glossary.flatMap((t) => [t.term, ...(t.also ?? [])]),
    ]),
  )
  return pagesOf(loaded).flatMap(({ page, audience, prose }) => {
    const sentences = prose.flatMap(sentencesOf)
    return sentences.length ? [{ page, audience, age: readingAge(sentences), bar: bars[audience], sentences }] : []
  })
}

type Unit = { page: string; audience: Audience; prose: Prose[] }

/** Fields of a slide that are sentences, and those of its notes. */
const onSlides = new Set(['points', 'text', 'ask', 'expect', 'first', 'note', 'caption', 'lead'])
const spoken = new Set(['say', 'ask', 'expect', 'do'])

/** What stands on each page. Titles and labels are left out: they are no sentences, and short ones would make any page look easy. */
const pagesOf = (loaded: Whole): Unit[] => {
  const { pack, lists, files, course } = loaded
  const words = wordsOf(wordSources(files))
  const terms = (ids: readonly string[]) => ids.flatMap((id) => text(lists.glossary, id, ['means']))
  const service = (id: string) => (['about', 'unconfirmed'] as const).flatMap((field) => text(lists.serviceWords, id, [field]))
  const signs = (of: (type: string[]) => boolean) =>
    pack.indicators.filter((i) => of(i.exploitation)).flatMap((i) => text(lists.indicators, i.id, ['text']))
  const common = files.yaml('sectors.yaml').sources.flatMap((source) =>
    source
      .strings()
      .filter(({ path }) => path[0] === 'common')
      .map((t): Prose => ({ ...t, file: source.file })),
  )
  const way = (list: Collection<{ id: string }>, id: string): Prose[] => {
    const { prose, links } = markdownProse(text(list, id, ['text']))
    return [...prose, ...terms(links)]
  }
  const beside: Record<string, () => Prose[]> = {
    home: () => [...words('home'), ...words('site')],
    'get-help': () => [...words('get-help'), ...words('service'), ...everyLine(pack.getHelp).flatMap(service)],
    signs: () => [...words('signs'), ...signs(() => true)],
    report: () => [...words('report'), ...pack.reportWays.flatMap((w) => way(lists.reportWays, w.id))],
    support: () => [...words('support'), ...pack.support.flatMap((w) => way(lists.support, w.id))],
    news: () => words('news'),
    'nrm-interpreter': () => words('interpreter'),
    about: () => words('about'),
    services: () => words('review'),
    accessibility: () => words('accessibility'),
    'not-found': () => words('error'),
    'server-error': () => words('error'),
  }
  const pages = files.markdown('pages').flatMap(({ source: { id, file, head, body, bodyLine } }): Unit[] => {
    const page = pack.pages.get(id)
    if (!page) return []
    const { prose, links } = markdownProse([
      { text: body, file, lineAt: (index) => bodyLine + body.slice(0, index).split('\n').length - 1 },
    ])
    const lead = head.strings().filter(({ path }) => path[0] === 'lead')
    return [
      {
        page: pageAddress(id),
        audience: page.audience,
        prose: [...lead.map((t) => ({ ...t, file })), ...prose, ...terms(links), ...(beside[id]?.() ?? [])],
      },
    ]
  })
  const sectors = pack.sectors.map(
    (s): Unit => ({
      page: `/sectors/${s.id}`,
      audience: 'public',
      prose: [
        ...text(lists.sectors, s.id, ['lead']),
        ...s.signs.flatMap((_, i) => text(lists.sectors, s.id, ['signs', i])),
        ...s.do.flatMap((_, i) => text(lists.sectors, s.id, ['do', i, 'text'])),
        ...s.report_also.flatMap((body) => text(lists.bodies, body, ['note'])),
        ...common,
        ...words('sector'),
      ],
    }),
  )
  const types = pack.types.map((t): Unit => {
    const { prose, links } = markdownProse(text(lists.types, t.id, ['text']))
    const own = signs((of) => of.includes(t.id))
    return {
      page: `/signs/types/${t.id}`,
      audience: 'public',
      prose: [...text(lists.types, t.id, ['summary']), ...prose, ...terms(links), ...own],
    }
  })
  const campaign = (day: MainDay): Unit => {
    const own = (path: Path) => text(lists.campaignDays, day.id, path)
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
        ...done.flatMap(({ id }) => (['what', 'lesson'] as const).flatMap((field) => text(lists.campaignHistory, id, [field]))),
        ...words('campaigns'),
        ...words('kit'),
      ],
    }
  }
  const easy = pack.easyRead.map((page): Unit => {
    const own = (path: Path) => text(lists.easyRead, page.id, path)
    const { prose } = markdownProse([
      ...own(['lead']),
      ...page.parts.flatMap(({ lines }, p) => lines.flatMap((_, l) => own(['parts', p, 'lines', l, 'text']))),
      ...page.words.flatMap((_, w) => own(['words', w, 'means'])),
    ])
    return { page: `/${page.id}/easy-read`, audience: 'easy-read', prose }
  })
  const parts = course.parts.flatMap(({ part, from }): Unit[] => {
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
  const clockNotes = pack.clocks.rules.flatMap(({ id }) => text(lists.clockRules, id, ['note']))
  /** All that a flow may say, on whichever of its pages. */
  const flow = (id: string): Prose[] =>
    lists.flows
      .filter((lists) => lists.id === id)
      .flatMap(({ words: { questions, entries, outcomes, actions } }) => [
        ...questions.rows.flatMap((row) => (['hint', 'error'] as const).flatMap((field) => text(questions, row.id, [field]))),
        ...entries.rows.flatMap((row) => text(entries, row.id, ['hint'])),
        ...outcomes.rows.flatMap((row) => text(outcomes, row.id, ['lead'])),
        ...actions.rows.flatMap((row) => [
          ...(['say', 'why'] as const).flatMap((field) => text(actions, row.id, [field])),
          ...row.do.flatMap((_, i) => text(actions, row.id, ['do', i])),
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

// ------------------------------------------------------------------ texts with their places

/** The text at `path` of a row, from the last layer that gives it. Empty where the row has none. */
const text = (list: Collection<{ id: string }>, id: string, path: Path): Prose[] => {
  const origins = list.origins(id)
  const { file } = placeOf(origins, path)
  const origin = origins.toReversed().find((o) => o.source.file === file)
  const found = origin && textsOf(origin.source).get([...origin.path, ...path].join('\n'))
  return found ? [{ ...found, file }] : []
}

const indexes = new WeakMap<readonly Text[], ReadonlyMap<string, Text>>()
const textsOf = (source: YamlSource): ReadonlyMap<string, Text> => {
  const all = source.strings()
  const index = indexes.get(all) ?? new Map(all.map((t) => [t.path.join('\n'), t]))
  indexes.set(all, index)
  return index
}

/** Paragraphs and list items of Markdown texts, and the glossary ids that they link. */
const markdownProse = (texts: readonly Prose[]): { prose: Prose[]; links: string[] } => {
  const read = texts.map(({ text, file, lineAt }) => ({ ...readBlocks(text), file, first: lineAt(0) }))
  return {
    prose: read.flatMap(({ blocks, file, first }) =>
      blocks.filter((b) => b.kind === 'prose').map((b): Prose => ({ text: b.text, file, lineAt: (index) => first + b.lineAt(index) })),
    ),
    links: [...new Set(read.flatMap(({ links }) => links.flatMap(({ href }) => (href.startsWith('term:') ? [href.slice(5)] : []))))],
  }
}

/** Interface words of a group that are sentences; a local layer's stand for the national ones. */
const wordsOf = (sources: readonly YamlSource[]) => {
  const all = new Map<string, Prose>()
  for (const source of sources)
    for (const { path, text, lineAt } of source.strings()) {
      const said = path[0] === 'words' ? plainMessage(text) : ''
      if (/[.?!]["”’)]?$/.test(said.trim())) all.set(path.slice(1).join('.'), { text: said, file: source.file, lineAt: () => lineAt(0) })
    }
  return (group: string): Prose[] => [...all].filter(([id]) => id.startsWith(`${group}.`)).map(([, prose]) => prose)
}
