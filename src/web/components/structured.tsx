import { raw } from 'hono/html'
import type { AboutPage, ContactPoint, Graph, NewsArticle, OpeningHoursSpecification, Service, WebSite, WithContext } from 'schema-dts'
import type { Article } from '../../domain/news/article.ts'
import type { Partnership } from '../../domain/people/partnership.ts'
import { type ArrangedContact, groupOf } from '../../domain/services/arrange.ts'
import { placesOf } from '../../domain/services/serves.ts'
import type { Service as Line, Weekday } from '../../domain/services/service.ts'
import { type StatedHours, statedHours } from '../../domain/services/stated-hours.ts'
import type { Locale, RenderContext } from '../context/types.ts'
import { nameOf, phoneOf } from './service.tsx'

/**
 * What a page says, once more for machines: schema.org in JSON-LD. A block of data, which a browser does not run, so the policy of
 * every answer lets it stand (HTML, "prepare the script element", step 10). `<` is escaped: no text can end the element.
 * Nothing stands here that the page does not show.
 */
export const Structured = ({ data }: { data: readonly Thing[] }) => {
  const [only, ...more] = data
  const graph: Graph | WithContext<Thing> =
    only && !more.length ? { '@context': 'https://schema.org', ...only } : { '@context': 'https://schema.org', '@graph': data }
  return <script type="application/ld+json">{raw(JSON.stringify(graph).replaceAll('<', '\\u003c'))}</script>
}
type Thing = AboutPage | NewsArticle | Service | WebSite

/** The site. Who publishes it is said only once the partnership has made it its own. */
export const siteData = ({
  t,
  pack,
  site: {
    publishing: { origin, adopted },
  },
}: Locale): WebSite => ({
  '@type': 'WebSite',
  name: t('site.in-area', { site: pack.brand.name, area: pack.partnership.area }),
  url: `${origin}/`,
  inLanguage: t.locale,
  ...(adopted ? { publisher: { '@type': 'Organization', name: pack.partnership.name, ...urlOf(pack.partnership) } } : {}),
})

/** The partnership, as what the page about it speaks of: until it has adopted the site this is not its page. */
export const partnershipData = ({
  pack,
  site: {
    publishing: { origin },
  },
}: Locale): AboutPage => {
  const { name, area, founded, social } = pack.partnership
  return {
    '@type': 'AboutPage',
    url: `${origin}/about`,
    about: {
      '@type': 'Organization',
      name,
      ...urlOf(pack.partnership),
      ...(founded ? { foundingDate: founded } : {}),
      areaServed: area,
      ...(social ? { sameAs: social.url } : {}),
    },
  }
}

const urlOf = ({ website }: Partnership): { url?: string } => (website ? { url: website } : {})

/** Lines to ring: only numbers that are confirmed, and hours only where they may be stated without reserve. */
export const linesData = (context: RenderContext, contacts: readonly ArrangedContact[]): Service[] =>
  contacts.flatMap(({ service, state }) => {
    const phone = phoneOf(service)
    if (!phone || groupOf(state) === 'unconfirmed') return []
    return [lineData(context.locale, service, phone.e164 ?? phone.dial, statedHours(service, context.now, context.locale.pack.calendar))]
  })

const lineData = (locale: Locale, service: Line, telephone: string, hours: StatedHours | null): Service => {
  const contact: ContactPoint = {
    '@type': 'ContactPoint',
    telephone,
    ...(hours ? { hoursAvailable: hours.runs.map((run) => hoursData(run, hours.through)) } : {}),
  }
  const served = locale.pack.serviceWords.get(service.id)?.served
  return {
    '@type': 'Service',
    name: served?.name ?? nameOf(locale, service.id),
    ...(served ? { areaServed: placesOf(service, locale.pack.partnership.places ?? []) } : {}),
    availableChannel: { '@type': 'ServiceChannel', servicePhone: contact },
  }
}

const dayNames = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<Weekday, string>

/** Local times; a whole day ends at 23:59, as search engines ask (developers.google.com, "local business", hours). */
const hoursData = ({ days, opens, closes }: StatedHours['runs'][number], through: Temporal.PlainDate): OpeningHoursSpecification => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: days.map((day) => `https://schema.org/${dayNames[day]}` as const),
  opens,
  closes: closes === '24:00' ? '23:59' : closes,
  validThrough: through.toString(),
})

/** An article, under the address at which it was first published. */
export const articleData = ({ title, description, date, area, url }: Article): NewsArticle => ({
  '@type': 'NewsArticle',
  headline: title,
  description,
  datePublished: date,
  contentLocation: { '@type': 'Place', name: area },
  url,
  mainEntityOfPage: url,
  inLanguage: 'en-GB',
})
