import type { Pack } from '../../../content/pack.ts'
import { pageAddress } from '../../../content/page-ids.ts'
import { isMain } from '../../../domain/campaigns/campaign.ts'
import type { EasyPage } from '../../../domain/easy-read.ts'
import type { Way } from '../../../domain/page.ts'
import type { SearchKind } from '../../../domain/search/words.ts'
import { easyAddress } from '../../context/addresses.ts'
import type { SearchData, SearchDocument, SearchGroup } from './document.ts'
import { languageDocument, picturesDocument } from './language-documents.ts'
import { plainText } from './plain-text.ts'
import { serviceDocuments } from './service-documents.ts'
import { termDocuments } from './term-documents.ts'

export const searchData = (pack: Pack): SearchData => ({
  documents: searchDocuments(pack),
  first: pack.search.first.map(({ id, words }) => ({ href: pageAddress(id), phrases: words })),
  urgent: pack.search.urgent.flatMap(({ words }) => words),
  ignore: pack.search.ignore.flatMap(({ words }) => words),
})

/**
 * Every page and thing of a pack that Search leads to. It is a list of its own beside the registry of pages: most of what can be found is no
 * page but a line, a sign or a term on one; each has a group, words and a weight that nothing else asks for; and between two that fit
 * equally the order here decides. A test compares it with the site's addresses (test/http/search.test.ts).
 */
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
  const first: SearchDocument[] = [
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
    ...page('at-work', 'report'),
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
  ]
  const listed = new Set([...first.map(({ href }) => href), ...leadsNowhere.map(pageAddress)])
  return [
    ...first,
    ...[...pack.pages.keys()].filter((id) => !listed.has(pageAddress(id))).flatMap((id) => page(id, 'read')),
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
      return { ...common, href: `/training/${part.id}`, group: 'read', title: part.title, summary: part.lead, body, weight: 0.3 }
    }),
    ...pack.campaigns.days.filter(isMain).map((day): SearchDocument => {
      const body = [day.lead, ...day.messages.map((m) => m.text), ...day.do.flatMap(({ steps }) => steps)].join('\n')
      const words = wordsOf('campaigns', day.id)
      return { ...common, href: `/campaigns/${day.id}`, group: 'read', title: day.name, summary: day.purpose, body, words, weight: 0.8 }
    }),
  ]
}

/** Texts of the pack that nobody is led to: where one comes from, what went wrong, what another page says in its place, and the working paper of those who look after the lines. */
const leadsNowhere: readonly string[] = ['home', 'not-found', 'server-error', 'privacy-files']

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
