import { createHash } from 'node:crypto'
import type { Service } from '../../../domain/services/service.ts'
import { type CourseStep, courseOf } from '../../../domain/services/state-timeline.ts'
import type { Asset } from '../../assets/assets.ts'
import { lookOf, stateWords } from '../../components/state.tsx'
import { isSpoken } from '../../components/translated.tsx'
import { momentOf, type Site, type Still, siteIn } from '../../context/site.ts'
import type { StateSaid, States } from './states.ts'

/** For how many days a page that was made once can say what is so. A year, and time to notice that it is over. */
const days = 400

type Said = { scripts: ReadonlyMap<string, Asset>; english: States }

/** The script that says what is so now, with its words, by the page's language. */
export const nowScripts = (site: Site): ReadonlyMap<string, Asset> => saidOf(site).scripts

/** What such a script says, in English. */
export const statesFor = (site: Site): States => saidOf(site).english

/** Made once for a site. */
const saidOf = ({ english, still }: Site): Said => {
  if (!still) throw new Error('a site that is served needs no script for its states')
  const made = known.get(still) ?? makeScripts(english, still)
  known.set(still, made)
  return made
}
const known = new WeakMap<Still, Said>()

const makeScripts = (english: Site, still: Still): Said => {
  const from = still.made.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const to = from.add({ hours: 24 * days })
  const courses = english.pack.services
    .filter(({ legacy }) => !legacy)
    .map((service) => ({ service, steps: courseOf(service, from, to, english.pack.calendar) }))
  const script = (site: Site): [string, Asset] => {
    const bytes = Buffer.from(`const STATES=${JSON.stringify(statesIn(site, from, to, courses))};\n${still.code.now}`)
    const { language } = site.say
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
    return [language, { path: `/assets/now-${language}.${hash}.js`, type: 'text/javascript; charset=utf-8', bytes }]
  }
  const sites = [english, ...english.pack.translations.map((translations) => siteIn(english, translations))]
  return { scripts: new Map(sites.map(script)), english: statesIn(english, from, to, courses) }
}

type Course = { service: Service; steps: readonly CourseStep[] }

/** The same words as a served page has them at each moment. */
export const statesIn = (site: Site, from: Temporal.Instant, to: Temporal.Instant, courses: readonly Course[]): States => {
  const served = { ...site, still: null }
  const words: StateSaid[] = []
  const numbers = new Map<string, number>()
  const said = (look: string, of: (site: Site) => string): StateSaid =>
    isSpoken(served, of) ? [look, of(served)] : [look, of({ ...served.english, still: null }), 'en']
  const numberOf = (look: string, of: (site: Site) => string): number => {
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
      const number = numberOf(lookOf(state), (its) => stateWords(momentOf(its, at), service, state))
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
    after: said('ask time', ({ say }) => say('service.hours-unknown')),
    of: Object.fromEntries(of),
  }
}
