import type { Pack } from '../../../../content/pack.ts'
import { pageAddress } from '../../../../content/page-ids.ts'
import type { Translations } from '../../../../content/translations.ts'
import { isMain } from '../../../../domain/campaigns/campaign.ts'
import type { EasyPage } from '../../../../domain/easy-read.ts'
import { mayPublish } from '../../../../domain/languages/language.ts'
import type { Way } from '../../../../domain/page.ts'
import type { SearchKind } from '../../../../domain/search/words.ts'
import { everyLine } from '../../../../domain/services/needs.ts'
import { addressIn, easyAddress, picturesPath } from '../../../context/addresses.ts'

/** What a reader may do with a result. */
export type SearchGroup = 'languages' | 'ring' | 'signs' | 'places' | 'report' | 'support' | 'read'

/** Something that Search can lead to. Plain values only, so that a list of them can be sent to a browser. */
export type SearchDocument = {
  /** Address on this site, with the place on its page. */
  href: string
  group: SearchGroup
  title: string
  /** One line that stands under the title; may be empty. */
  summary: string
  /** What else it says; looked in, not shown. */
  body: string
  /** Other words that lead to it (search.yaml). */
  words: readonly string[]
  /** Counts for less than 1 where whole pages are the better answer. */
  weight: number
  /** The service whose state now stands beside it. */
  service?: string
  /** Tag and direction of the title's language, where that is not English. */
  language?: { tag: string; direction: 'ltr' | 'rtl' }
}

/** All that a search needs: documents, phrases that bring an address first, phrases of somebody who may be in danger, words that say nothing. Serialisable. */
export type SearchData = {
  documents: readonly SearchDocument[]
  first: readonly { href: string; phrases: readonly string[] }[]
  urgent: readonly string[]
  ignore: readonly string[]
}

export const searchData = (pack: Pack): SearchData => ({
  documents: searchDocuments(pack),
  first: pack.search.first.map(({ id, words }) => ({ href: pageAddress(id), phrases: words })),
  urgent: pack.search.urgent.flatMap(({ words }) => words),
  ignore: pack.search.ignore.flatMap(({ words }) => words),
})

/** Every page and thing of a pack that Search leads to. A test compares them with the site's own addresses. */
export const searchDocuments = (pack: Pack): SearchDocument[] => {
  const wordsOf = (kind: SearchKind, id: string) => pack.search[kind].find((row) => row.id === id)?.words ?? []
  const common = { summary: '', body: '', words: [], weight: 1 }
  const page = (id: string, group: SearchGroup): SearchDocument[] => {
    const text = pack.pages.get(id)
    if (!text) return []
    const { title, lead, description, body } = text
    const said = [lead ?? '', description, plainText(body)].join('\n')
    return [{ ...common, href: pageAddress(id), group, title, summary: description, body: said, words: wordsOf('pages', id) }]
  }
  const ways = (kind: 'report' | 'support', rows: readonly Way[]): SearchDocument[] =>
    rows.flatMap(({ id, title, text }) => {
      if (id === 'danger-now') return []
      const said = plainText(text)
      return [{ ...common, href: `/${kind}#${id}`, group: kind, title, summary: '', body: said, words: wordsOf(kind, id), weight: 0.9 }]
    })
  const signText = (ids: (id: string) => boolean) => pack.indicators.filter((i) => ids(i.id)).map((i) => i.text)
  const { messages } = pack.words
  return [
    ...page('get-help', 'ring'),
    ...serviceDocuments(pack),
    ...pack.translations.map(languageDocument(pack)),
    ...[null, ...pack.translations].map(picturesDocument(pack)),
    ...page('signs', 'signs'),
    {
      ...common,
      href: '/signs/check',
      group: 'signs',
      title: messages['signs.check'],
      summary: messages['check.description'],
      words: wordsOf('pages', 'check'),
    },
    ...pack.types.map((type): SearchDocument => {
      const body = [plainText(type.text), ...pack.indicators.filter((i) => i.exploitation.includes(type.id)).map((i) => i.text)].join('\n')
      const words = wordsOf('types', type.id)
      return { ...common, href: `/signs/types/${type.id}`, group: 'signs', title: type.name, summary: type.summary, body, words }
    }),
    ...pack.indicators.map(
      (sign): SearchDocument => ({ ...common, href: `/signs#${sign.id}`, group: 'signs', title: sign.text, weight: 0.3 }),
    ),
    ...page('sectors', 'places'),
    ...pack.sectors.map((sector): SearchDocument => {
      const advice = sector.do.flatMap(({ who, text }) => [who ?? '', text])
      const body = [...sector.signs, ...signText((id) => sector.indicators.includes(id)), ...advice].join('\n')
      const words = wordsOf('sectors', sector.id)
      return { ...common, href: `/sectors/${sector.id}`, group: 'places', title: sector.name, summary: sector.lead, body, words }
    }),
    ...page('report', 'report'),
    ...pathwayDocuments(pack, wordsOf('pages', 'pathway')),
    ...page('who-may-refer', 'report').map((document) => ({
      ...document,
      body: `${document.body}\n${bodiesOf(pack)}`,
    })),
    ...page('prepare', 'report'),
    ...ways('report', pack.reportWays),
    ...page('support', 'support'),
    ...ways('support', pack.support),
    ...page('your-rights', 'support'),
    ...page('what-happens-next', 'support'),
    ...page('nrm-explained', 'support'),
    ...pack.easyRead.map(easyDocument(pack)),
    {
      ...common,
      href: '/pathway/dates',
      group: 'read',
      title: messages['dates.title'],
      summary: messages['dates.description'],
      body: [...pack.clocks.clocks, ...pack.clocks.events].map(({ name }) => name).join('\n'),
      words: wordsOf('pages', 'dates'),
      weight: 0.8,
    },
    ...termDocuments(pack),
    ...[...pack.pages.keys()].filter((id) => !placed.includes(id)).flatMap((id) => page(id, 'read')),
    ...pack.news.map(
      (article): SearchDocument => ({
        ...common,
        href: `/news/${article.slug}`,
        group: 'read',
        title: article.title,
        summary: article.description,
        body: plainText(article.body),
        weight: 0.6,
      }),
    ),
    {
      ...common,
      href: '/training',
      group: 'read',
      title: pack.course.title,
      summary: pack.course.description,
      body: [pack.course.lead, ...pack.course.tiers.flatMap((tier) => [tier.name, tier.for])].join('\n'),
    },
    ...pack.course.parts.map((part): SearchDocument => {
      const body = part.slides.flatMap((slide) => [slide.title, plainText(slide.handbook ?? '')]).join('\n')
      return { ...common, href: `/training/${part.id}`, group: 'read', title: part.title, summary: part.lead, body, weight: 0.4 }
    }),
    ...pack.campaigns.days.filter(isMain).map((day): SearchDocument => {
      const body = [day.lead, ...day.messages.map((m) => m.text), ...day.do.flatMap(({ steps }) => steps)].join('\n')
      const words = wordsOf('campaigns', day.id)
      return { ...common, href: `/campaigns/${day.id}`, group: 'read', title: day.name, summary: day.purpose, body, words, weight: 0.8 }
    }),
  ]
}

/** Pages whose answers only a server can give: where there is none, nobody is led to them. */
export const needServer: readonly string[] = ['/pathway/dates', '/resources/your-pack']

/** Pages that stand elsewhere in the list, or to which nobody is led. */
const placed: readonly string[] = [
  'prepare',
  'who-may-refer',
  'home',
  'not-found',
  'server-error',
  'privacy-files',
  'get-help',
  'signs',
  'sectors',
  'report',
  'support',
  'your-rights',
  'what-happens-next',
  'nrm-explained',
]

/** A service leads to its entry on /get-help; one that has none there, to the way to report or the support that offers it. */
const serviceDocuments = (pack: Pack): SearchDocument[] => {
  const listed = new Set(everyLine(pack.getHelp))
  return pack.services.flatMap((service): SearchDocument[] => {
    const offered = (rows: readonly Way[]) => rows.find((way) => way.services.includes(service.id) && way.id !== 'danger-now')?.id
    const [report, support] = [offered(pack.reportWays), offered(pack.support)]
    const on = listed.has(service.id) ? `/get-help#${service.id}` : null
    const href =
      service.id === 'emergency-999' ? '/get-help#danger' : (on ?? (report ? `/report#${report}` : support && `/support#${support}`))
    if (!href || service.legacy) return []
    const words = pack.serviceWords.get(service.id)
    const number = service.phone && service.phone !== 'unknown' ? [service.phone.display, service.phone.dial] : []
    return [
      {
        href,
        group: 'ring',
        title: words?.name ?? service.name,
        summary: '',
        body: `${service.name}\n${words?.about ?? ''}`,
        words: [...number, ...(pack.search.services.find((row) => row.id === service.id)?.words ?? [])],
        weight: on ? 0.9 : 0.7,
        service: service.id,
      },
    ]
  })
}

const languageDocument =
  (pack: Pack) =>
  ({ language, texts }: Translations): SearchDocument => {
    const shown = [...texts].filter(([, text]) => text.set === 'get-help' && mayPublish(text.set, text.state, []))
    return {
      href: addressIn(language, '/get-help'),
      group: 'languages',
      title: language.name,
      summary: shown.find(([id]) => id === 'page.get-help.title')?.[1].text ?? '',
      body: shown.map(([, { text }]) => text).join('\n'),
      words: pack.search.languages.find((row) => row.id === language.id)?.words ?? [],
      weight: 1,
      language: { tag: language.id, direction: language.direction },
    }
  }

/** "Get help" in pictures: found by its own words, after the page in full. */
const picturesDocument =
  ({ words, pages }: Pack) =>
  (translations: Translations | null): SearchDocument => {
    const said = (id: string, english: string) => {
      const own = translations?.texts.get(id)
      return own && mayPublish(own.set, own.state, []) ? own.text : english
    }
    const language = translations?.language
    return {
      href: addressIn(language ?? null, picturesPath),
      group: language ? 'languages' : 'ring',
      title: [language?.name ?? pages.get('get-help')?.title, said('get-help.pictures', words.messages['get-help.pictures'])].join(': '),
      summary: '',
      body: '',
      words: [],
      weight: 0.5,
      ...(language ? { language: { tag: language.id, direction: language.direction } } : {}),
    }
  }

/** Whoever asks for Easy Read is led to it; others to the page in full. */
const easyDocument =
  ({ words }: Pack) =>
  ({ id, title, description, parts }: EasyPage): SearchDocument => ({
    href: easyAddress(id),
    group: 'support',
    title: `${title}: ${words.messages['easy-read.name']}`,
    summary: description,
    body: plainText(parts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')),
    words: [],
    weight: 0.6,
  })

/** A term of the glossary stands at the foot of the pages that link it: the first of them is where it leads. */
const termDocuments = (pack: Pack): SearchDocument[] => {
  const explained = new Map<string, string>()
  const look = (address: string, text: string) => {
    for (const [, id = ''] of text.matchAll(/\]\(term:([a-z0-9-]+)\)/g)) if (!explained.has(id)) explained.set(id, address)
  }
  for (const type of pack.types) look(`/signs/types/${type.id}`, type.text)
  for (const way of pack.reportWays) look('/report', way.text)
  for (const kind of pack.support) look('/support', kind.text)
  return pack.glossary.flatMap(({ id, term, also, means }): SearchDocument[] => {
    const address = explained.get(id)
    if (!address) return []
    return [{ href: `${address}#term-${id}`, group: 'read', title: term, summary: means, body: '', words: also ?? [], weight: 0.7 }]
  })
}

/** The pathway, its map, and what the official form asks on each of its routes. */
const pathwayDocuments = ({ words: { messages } }: Pack, words: readonly string[]): SearchDocument[] => {
  const common = { group: 'report' as const, summary: '', body: '', words: [], weight: 0.8 }
  return [
    { ...common, href: '/pathway', title: messages['pathway.name'], summary: messages['pathway.description'], words, weight: 1 },
    { ...common, href: '/pathway/map', title: messages['pathway.map'], summary: messages['pathway.map-description'] },
    { ...common, href: '/pathway/prepare/child', title: messages['prepare.child'] },
    { ...common, href: '/pathway/prepare/adult', title: messages['prepare.adult'] },
    { ...common, href: '/pathway/prepare/duty-to-notify', title: messages['prepare.duty-to-notify'] },
  ]
}

const bodiesOf = ({ firstResponders, partners }: Pack): string => [...firstResponders, ...partners].map(({ name }) => name).join('\n')

/** The words of a Markdown text, without its signs. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\]\([^)\s]*\)/g, ' ')
    .replace(/\{#[a-z0-9-]+\}/g, ' ')
    .replace(/^\s*(?:[-*>]|#+)\s+/gm, '')
    .replace(/[*_`[\]]/g, '')
