import type { Pack } from '../../src/content/pack.ts'
import { isMain } from '../../src/domain/campaigns/campaign.ts'
import type { Language } from '../../src/domain/languages/language.ts'
import { draftSets } from '../../src/domain/languages/language.ts'
import { askedIn } from '../../src/domain/training/course.ts'
import { addressIn, easyAddress, picturesPath } from '../../src/web/context/addresses.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { elsewhere } from '../../src/web/public/pages/signs/check/steps.tsx'
import { publicSite } from '../../src/web/public/site.ts'
import { realPack } from './real-pack.ts'
import type { ServeOptions } from './server.ts'

/** One thing that a reader does. `press` is what stands on a button, `type` what is written into the field of a search, `fill` what is put into fields by name, a list's by its value; `tamper` spoils the sealed field first. */
export type Step =
  | { get: string }
  | { choose?: readonly string[]; type?: string; fill?: Readonly<Record<string, string>>; tamper?: boolean; press: string }

/** A page in a state: how to come to it, in which world, its status, and its language where that is not English. `again`: other words in the layout of another state; a browser comes to it with WAYMARK_ALL alone. */
export type View = { name: string; world: World; steps: readonly Step[]; status: number; language?: Language; again?: true }

/** A page that shows figures cannot be made. */
const failing = (pack: Pack): Pack => ({
  ...pack,
  figures: new Proxy(pack.figures, {
    get: () => {
      throw new Error('this page cannot be made, for the test')
    },
  }),
})

const result = {
  date: '2026-11-24',
  pages: 45,
  states: 180,
  violations: 0,
  checks: [{ name: 'No page scrolls sideways', result: 'none of 45 does' }],
}

/** What differs from the site as it runs today: its clock, mostly. Times are London's. */
export const worlds = {
  /** A Saturday evening: one line not confirmed, hours of others not known. */
  evening: { now: '2026-11-28T21:10:00+00:00', accessibility: result },
  today: {},
  /** Summer bank holiday: a line whose rule for it is unknown. */
  holiday: { now: '2019-08-26T10:00:00+01:00' },
  open: { now: '2019-08-03T16:30:00+01:00' },
  closed: { now: '2019-08-03T17:00:00+01:00' },
  /** Past every date of review, and past the calendar's end. */
  later: { now: '2031-06-04T12:00:00+01:00' },
  adopted: { now: '2026-11-28T21:10:00+00:00', adopted: true },
  demo: { now: '2026-11-28T21:10:00+00:00', demo: true },
  failing: { now: '2026-11-28T21:10:00+00:00', pack: failing },
} as const satisfies Record<string, Omit<ServeOptions, 'assets'>>
export type World = keyof typeof worlds

const next = 'Continue'

/** What may be ticked at the end of the pathway, of everybody and by age. */
export const ticks = {
  everyone: [
    'no-safe-place',
    'destitute',
    'own-children',
    'others-at-risk',
    'exploiter-near',
    'accused',
    'detained',
    'hospital',
    'immigration',
    'abroad-only',
  ],
  adult: ['care-needs', 'again'],
  child: ['missing', 'referred-before'],
} as const

/** The pathway, question by question: each answer is an option, or what is ticked, which may be nothing. The last leads to what is shown. */
export const onPathway = (...answers: readonly (string | readonly string[])[]): Step[] => [
  { get: '/pathway' },
  ...answers.map((answer): Step => ({ choose: typeof answer === 'string' ? [answer] : answer, press: next })),
]

/** Where the report is made and where the person is, changed beside an outcome. */
export const elsewhereInUk = (nation: string, personIn = ''): Step => ({
  fill: { nation, 'person-in': personIn },
  press: 'Change the place',
})

/** What the pathway is asked, by what comes of it: every outcome, its longest lists, and every way in which a question says what is wrong. */
const pathways: Record<string, { steps: readonly Step[]; status?: number; again?: true }> = {
  'no answer': { steps: [...onPathway(), { press: next }], status: 400 },
  'in danger': { steps: onPathway('yes') },
  'safe again': { steps: [...onPathway('yes'), { press: 'It is safe now: continue' }], again: true },
  organisation: { steps: onPathway('no') },
  'no organisation': { steps: [...onPathway('no'), { press: next }], status: 400, again: true },
  'organisation in Northern Ireland, changed': {
    steps: [...onPathway('no'), { choose: ['hsc-trust'], fill: { nation: 'northern-ireland' }, press: next }, { press: 'Back' }],
    again: true,
  },
  'no age': { steps: [...onPathway('no', 'gp'), { press: next }], status: 400, again: true },
  contact: { steps: onPathway('no', 'dacorum', 'no'), again: true },
  'no contact': { steps: [...onPathway('no', 'gp', 'no'), { press: next }], status: 400, again: true },
  'situation of an adult': { steps: onPathway('no', 'gp', 'no', 'capacity') },
  'situation of a child': { steps: onPathway('no', 'gp', 'yes'), again: true },
  'situation changed': {
    steps: [...onPathway('no', 'gp', 'yes', ['missing', 'hospital']), { press: 'Change: Does any of this apply?' }],
    again: true,
  },
  public: { steps: onPathway('no', 'no-organisation', 'no'), again: true },
  'public, about a child': { steps: onPathway('no', 'no-organisation', 'not-sure'), again: true },
  child: { steps: onPathway('no', 'school', 'not-sure', []), again: true },
  'child, all ticked, in Northern Ireland': {
    steps: [...onPathway('no', 'hsc-trust', 'yes', [...ticks.everyone, ...ticks.child]), elsewhereInUk('northern-ireland')],
    again: true,
  },
  'adult not spoken to': { steps: onPathway('no', 'business', 'no', 'not-spoken', ['others-at-risk']), again: true },
  'adult not told of the NRM': { steps: onPathway('no', 'council-county', 'no', 'not-explained', ['hospital']), again: true },
  'adult who agrees': { steps: onPathway('no', 'nhs', 'no', 'agrees', ['no-safe-place']), again: true },
  'adult who says no': { steps: onPathway('no', 'hertfordshire-constabulary', 'no', 'refuses', []), again: true },
  'adult under pressure': { steps: onPathway('no', 'hospital', 'no', 'pressured', ['hospital', 'exploiter-near']), again: true },
  'adult who may lack capacity, all ticked, in Scotland': {
    steps: [...onPathway('no', 'ersou', 'no', 'capacity', [...ticks.everyone, ...ticks.adult]), elsewhereInUk('scotland')],
  },
  'adult referred before': { steps: onPathway('no', 'charity', 'no', 'referred-before', []), again: true },
  'as text': { steps: [...onPathway('no', 'nhs', 'no', 'agrees', ['no-safe-place']), { press: 'Copy it as text into a case file' }] },
  'an answer changed': {
    steps: [...onPathway('no', 'council', 'no', 'not-explained', []), { press: 'They have now answered: change your answer' }],
    again: true,
  },
  back: { steps: [...onPathway('no', 'council'), { press: 'Back' }], again: true },
  'before you go': { steps: [...onPathway('no', 'nhs'), { press: 'I need to leave now' }] },
  'before you go, nothing answered': { steps: [...onPathway(), { press: 'I need to leave now' }], again: true },
  'spoilt field': { steps: [...onPathway('no'), { choose: ['nhs'], tamper: true, press: next }], status: 400, again: true },
}

const idOf = (found: { id: string } | undefined): string => {
  if (!found) throw new Error('the pack has nothing that this state needs')
  return found.id
}

/** What is looked for, by what comes of it. */
const searches = {
  empty: '',
  results: 'hotel passport police',
  'results in other languages': 'ገንዘብ',
  'a word of another language': 'ajutor',
  urgent: 'they took my passport',
  'urgent and nothing else': 'kidnapped',
  'nothing found': 'zzyzx & <b>"quoted"</b>',
}

/** Laid out as the results are, or as a search that finds nothing and says what to do. */
const alike = ['results in other languages', 'a word of another language', 'urgent', 'nothing found']

/** Pages without an element that does not stand in the same place on another one. */
const wordsAlone = ['/privacy', '/pathway/explain', '/pathway/prepare']

/** A case with something late, due, lasting, done and moved, as its dates are typed. */
const dated: Record<string, string> = {
  referral: '28 10 2026',
  'positive-first-decision': '4 nov 2026',
  'negative-second-decision': '25 11 2026',
  'childrens-services-told': '26 11 2026',
  'data-asked-for': '25 11 2026',
}
const undated: Record<string, string> = {
  referral: '',
  'panel-referral': '31 2 2026',
  'positive-first-decision': ' 11 ',
  'negative-second-decision': '1 1 2027',
  'childrens-services-told': '1 1 26',
  'data-asked-for': '1 1 1999',
}

/** The three fields of a date, from `4 11 2026`. */
const typed = (event: string, date: string): Record<string, string> => {
  const [day = '', month = '', year = ''] = date.split(' ')
  return { [`${event}-day`]: day, [`${event}-month`]: month, [`${event}-year`]: year }
}

/** The site whose pages are seen. Which pages there are hangs on the pack alone. */
export const everySite = (): Locale =>
  publicSite({
    pack: realPack(),
    assets: { url: () => '', all: [], favicon: Buffer.of(), icon: '' },
    origin: 'https://waymark.example.org',
  })

/** Every template in every state. */
export const allViews = (): View[] => {
  const { course, types, sectors, news, indicators, campaigns, translations, easyRead } = realPack()
  const place = idOf(sectors[0])
  const ordinary = idOf(indicators.find((s) => !s.urgent && s.applies_to !== 'child'))
  const urgent = idOf(indicators.find((s) => s.urgent))
  const child = idOf(indicators.find((s) => s.applies_to === 'child'))
  const page = (path: string, world: World = 'evening', status = 200): View => ({
    name: world === 'evening' ? path : `${path} (${world})`,
    world,
    steps: [{ get: path }],
    status,
  })
  const check = (name: string, steps: readonly Step[], status = 200): View => ({
    name: `/signs/check, ${name}`,
    world: 'evening',
    steps: [{ get: '/signs/check' }, ...steps],
    status,
  })
  const search = (name: string, type: string, status: number): View => ({
    name: `/search, ${name}`,
    world: 'evening',
    steps: [{ get: '/search' }, { type, press: 'Search' }],
    status,
  })
  const training = (name: string, steps: readonly Step[], status = 200): View => ({
    name: `/training/check, ${name}`,
    world: 'evening',
    steps: [{ get: '/training/check' }, ...steps],
    status,
  })
  const right = course.parts
    .filter(({ id }) => id === 'check')
    .flatMap((part) => askedIn(course, part).flatMap(({ choices }) => choices.flatMap((c) => (c.right ? c.id : []))))
  const dates = (name: string, steps: readonly Step[], status = 200, world: World = 'evening'): View => ({
    name: `/pathway/dates, ${name}`,
    world,
    steps: [{ get: '/pathway/dates' }, ...steps],
    status,
  })
  const yourPack = (name: string, fill: Readonly<Record<string, string>>, status: number): View => ({
    name: `/resources/your-pack, ${name}`,
    world: 'evening',
    steps: [{ get: '/resources/your-pack' }, { fill, press: 'Make my course files' }],
    status,
  })
  const show = 'Show the dates'
  const happened = { choose: ['england', ...Object.keys(dated)], press: next }
  const inOrder = Object.assign({}, ...Object.entries(dated).map(([event, date]) => typed(event, date)))
  const faulty = Object.assign({}, ...Object.entries(undated).map(([event, date]) => typed(event, date)))
  const where = { choose: [elsewhere], press: next }
  return [
    // Each page that every pack has; of those of which a pack has many, some follow.
    ...everySite().site.pages.map(({ path }): View => (wordsAlone.includes(path) ? { ...page(path), again: true } : page(path))),
    page('/get-help', 'adopted'),
    ...(['later', 'today', 'holiday', 'open', 'closed'] as const).map((world): View => ({ ...page('/get-help', world), again: true })),
    ...translations.flatMap(({ language }) =>
      ['/get-help', picturesPath].map((path) => inLanguage(page(addressIn(language, path)), language, path === '/get-help')),
    ),
    ...draftedPages().map(({ path, language }) => inLanguage(page(path, 'demo'), language, false)),
    { ...page('/your-safety', 'demo'), again: true },
    page(`/signs/types/${idOf(types[0])}`),
    check('no place', [{ press: next }], 400),
    check('signs of a place', [{ choose: [place], press: next }]),
    { ...check('no signs', [where, { press: next }], 400), again: true },
    check('answer', [
      { choose: [place], press: next },
      { choose: [idOf(sectorSign(place))], press: next },
    ]),
    check('answer, urgent and about a child', [where, { choose: [ordinary, urgent, child], press: next }]),
    {
      ...check('signs, changed', [where, { choose: [ordinary, urgent, child], press: next }, { press: 'Change what you saw' }]),
      again: true,
    },
    { ...check('spoilt field', [where, { choose: [ordinary], tamper: true, press: next }], 400), again: true },
    page(`/sectors/${place}`),
    { ...page(`/sectors/${place}`, 'holiday'), again: true },
    { ...page('/support', 'later'), again: true },
    ...easyRead.map(({ id }, nth): View => (nth ? { ...page(easyAddress(id)), again: true } : page(easyAddress(id)))),
    page(`/news/${news[0]?.slug}`),
    ...campaigns.days.filter(isMain).map(({ id }, nth): View => ({ ...page(`/campaigns/${id}`), ...(nth && { again: true }) })),
    { ...page(`/campaigns/${idOf(campaigns.days.find(isMain))}`, 'later'), again: true },
    { ...dates('nothing chosen', [{ choose: ['scotland'], press: next }], 400), again: true },
    { ...dates('when', [happened]), again: true },
    dates(
      'when, with every fault',
      [
        { ...happened, choose: ['england', ...Object.keys(undated)] },
        { fill: faulty, press: show },
      ],
      400,
    ),
    dates('what is due', [happened, { fill: inOrder, press: show }]),
    {
      ...dates('nothing to count', [
        { choose: ['scotland', 'childrens-services-answered'], press: next },
        { fill: typed('childrens-services-answered', '2 11 2026'), press: show },
      ]),
      again: true,
    },
    {
      ...dates(
        'no rule, and past the calendar',
        [
          { choose: ['scotland', 'referral', 'positive-first-decision'], press: next },
          { fill: { ...typed('referral', '3 6 2031'), ...typed('positive-first-decision', '3 6 2017') }, press: show },
        ],
        400,
        'later',
      ),
      again: true,
    },
    { ...dates('changed', [happened, { fill: inOrder, press: show }, { press: 'Change the dates' }]), again: true },
    { ...dates('back', [happened, { press: 'Back' }]), again: true },
    { ...dates('spoilt field', [happened, { fill: inOrder, tamper: true, press: show }], 400), again: true },
    { ...page('/training/what-it-is'), again: true },
    ...['report', 'check'].map((id) => page(`/training/${id}`)),
    { ...training('nothing chosen', [{ press: 'Show my answers' }], 400), again: true },
    training('answered', [{ choose: right, press: 'Show my answers' }]),
    page('/pathway/prepare/child'),
    ...Object.entries(pathways).map(
      ([name, { status = 200, ...state }]): View => ({ name: `/pathway, ${name}`, world: 'evening', status, ...state }),
    ),
    { ...yourPack('nothing entered', {}, 400), again: true },
    yourPack('every fault', { name: '<b>', lead: 'Ring 01632 960 001', number: '999' }, 400),
    { ...yourPack('not made', { name: 'Old Mill', lead: 'Ann Example', number: '01632 960 001' }, 503), again: true },
    ...Object.entries(searches).map(([name, type]): View => {
      const view = search(name, type, type ? 200 : 400)
      return alike.includes(name) ? { ...view, again: true } : view
    }),
    { ...page('/accessibility', 'today'), again: true },
    page('/no-such-page', 'evening', 404),
    page('/about', 'failing', 500),
  ]
}

/** A page in another language: each language has its page of the most letters, and what is written from right to left has every page. */
const inLanguage = (view: View, language: Language, longest: boolean): View =>
  longest || language.direction === 'rtl' ? { ...view, language } : { ...view, language, again: true }

/** Pages that only a pack that shows drafts has. */
const draftedPages = () =>
  realPack().translations.flatMap(({ language, texts }) => {
    const sets = new Set([...texts.values()].map(({ set }) => set))
    return draftSets.filter((set) => sets.has(set)).map((set) => ({ path: addressIn(language, `/${set}`), language }))
  })

const sectorSign = (place: string) => {
  const pack = realPack()
  const ids = pack.sectors.find((s) => s.id === place)?.indicators ?? []
  return pack.indicators.find((s) => ids.includes(s.id))
}
