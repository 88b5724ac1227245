import { createHash } from 'node:crypto'
import type { Service } from '../../../../domain/services/service.ts'
import { stateTimeline, type TimelineStep } from '../../../../domain/services/state-timeline.ts'
import type { Asset } from '../../../assets/assets.ts'
import { lookOf, stateWords } from '../../../components/state.tsx'
import { isTranslated } from '../../../components/translated.tsx'
import { localeIn } from '../../../context/locale.ts'
import { renderContext } from '../../../context/render-context.ts'
import type { Locale, StaticSite } from '../../../context/types.ts'
import type { States, StateText } from './states.ts'

/** For how many days a page that was made once can say what is so. A year, and time to notice that it is over. */
const days = 400

type Said = { scripts: ReadonlyMap<string, Asset>; english: States }

/** The script that says what is so now, with its words, by the page's language. */
export const nowScripts = (locale: Locale): ReadonlyMap<string, Asset> => saidOf(locale).scripts

/** What such a script says, in English. */
export const statesFor = (locale: Locale): States => saidOf(locale).english

/** Made once for a site. */
const saidOf = ({
  english,
  site: {
    publishing: { static: staticSite },
  },
}: Locale): Said => {
  if (!staticSite) throw new Error('a site that is served needs no script for its states')
  const made = known.get(staticSite) ?? makeScripts(english, staticSite)
  known.set(staticSite, made)
  return made
}
const known = new WeakMap<StaticSite, Said>()

const makeScripts = (english: Locale, staticSite: StaticSite): Said => {
  const from = staticSite.made.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const to = from.add({ hours: 24 * days })
  const courses = english.pack.services
    .filter(({ legacy }) => !legacy)
    .map((service) => ({ service, steps: stateTimeline(service, from, to, english.pack.calendar) }))
  const script = (locale: Locale): [string, Asset] => {
    const bytes = Buffer.from(`const STATES=${JSON.stringify(statesIn(locale, from, to, courses))};\n${staticSite.code.now}`)
    const { language } = locale.t
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
    return [language, { path: `/assets/now-${language}.${hash}.js`, type: 'text/javascript; charset=utf-8', bytes }]
  }
  const sites = [english, ...english.pack.translations.map((translations) => localeIn(english, translations))]
  return { scripts: new Map(sites.map(script)), english: statesIn(english, from, to, courses) }
}

type Course = { service: Service; steps: readonly TimelineStep[] }

/** The same site as a program would serve it: what is open now is said as it is now. */
const asServed = (locale: Locale): Locale => ({
  ...locale,
  site: { ...locale.site, publishing: { ...locale.site.publishing, static: null } },
})

/** The same words as a served page has them at each moment. */
export const statesIn = (locale: Locale, from: Temporal.Instant, to: Temporal.Instant, courses: readonly Course[]): States => {
  const served = asServed(locale)
  const words: StateText[] = []
  const numbers = new Map<string, number>()
  const said = (look: string, of: (locale: Locale) => string): StateText =>
    isTranslated(served, of) ? [look, of(served)] : [look, of(asServed(served.english)), 'en']
  const numberOf = (look: string, of: (locale: Locale) => string): number => {
    const one = said(look, of)
    const key = one.join('\n')
    const number = numbers.get(key) ?? words.push(one) - 1
    numbers.set(key, number)
    return number
  }
  const minuteOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 60_000)
  const of = courses.map(({ service, steps }): [string, number[]] => {
    const course: number[] = []
    let since = minuteOf(from)
    for (const { at, state } of steps) {
      const number = numberOf(lookOf(state), (its) => stateWords(renderContext(its, at), service, state))
      if (number === course.at(-1)) continue
      if (course.length) course.push(minuteOf(at) - since)
      course.push(number)
      since = minuteOf(at)
    }
    return [service.id, course]
  })
  return {
    from: minuteOf(from),
    to: minuteOf(to),
    words,
    after: said('ask time', ({ t }) => t('service.hours-unknown')),
    of: Object.fromEntries(of),
  }
}
