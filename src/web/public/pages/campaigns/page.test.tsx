import { fileURLToPath } from 'node:url'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { loadPack } from '../../../../content/load.ts'
import { type Campaigns, isMain, type MainDay } from '../../../../domain/campaigns/campaign.ts'
import { madeUp, madeUpEvent, madeUpMain, weekly } from '../../../../domain/campaigns/fixtures.ts'
import { renderContext } from '../../../context/render-context.ts'
import { publicSite } from '../../site.ts'
import { CampaignList } from './list.tsx'
import { campaignPage, campaignPages } from './page.tsx'

const { pack, findings } = loadPack(fileURLToPath(new URL('../../../../../content', import.meta.url)), 'hertfordshire')
if (!pack) throw new Error(`the shipped pack has faults: ${JSON.stringify(findings.slice(0, 3))}`)
const noAssets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
const locale = publicSite({ pack, assets: noAssets, origin: 'https://waymark.example.org' })
const shipped: Campaigns = pack.campaigns
const { t } = locale
const at = (date: string) => renderContext(locale, Temporal.Instant.from(`${date}T12:00:00Z`))

const sureOf = (sure: 'A' | 'B' | 'C') => t('campaigns.how-sure', { sure }).replace(/\s/g, ' ')
const sure = { A: sureOf('A'), B: sureOf('B'), C: sureOf('C') }

type Node = { nodeName: string; value?: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] }
const below = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(below)]
const textOf = (node: Node): string =>
  below(node)
    .map((n) => n.value ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
const attribute = (node: Node, name: string) => node.attrs?.find((a) => a.name === name)?.value

/** A page as its reader meets it: all of it, or the section under one heading. */
const read = (date: string, day: MainDay = madeUpMain, campaigns: Campaigns = { days: [], history: [] }) => {
  const page = campaignPage(at(date), day, campaigns)
  const html = String(page.body)
  const nodes = below(parseFragment(html) as Node)
  const section = (id: string) => {
    const found = nodes.find((n) => /^(?:section|aside)$/.test(n.nodeName) && n.childNodes?.some((child) => attribute(child, 'id') === id))
    return found ? textOf(found) : null
  }
  const from = nodes.find((n) => n.nodeName === 'details')
  return { page, html, nodes, section, from: from ? textOf(from) : null }
}
const main = (id: string): MainDay => {
  const day = shipped.days.find((d) => d.id === id)
  if (!day || !isMain(day)) throw new Error(`${id} is no main day`)
  return day
}

test('the package is that of the next one', () => {
  for (const [date, year] of [
    ['2027-07-30', 2027],
    ['2027-07-31', 2028],
  ] as const) {
    const { nodes, section } = read(date)
    const links = nodes.map((node) => attribute(node, 'href')).filter((href) => href?.startsWith('/resources/'))
    expect(links).toEqual([`/resources/campaign-made-up-main-${year}.zip`])
    expect(section('kit')).toContain('Bluesky')
  }
})

describe('when it is', () => {
  test.each([
    ['2026-11-24', 'The next one is on Friday 30 July 2027.'],
    ['2027-07-29', 'The next one is on Friday 30 July 2027.'],
    ['2027-07-30', 'It is today, Friday 30 July 2027.'],
    ['2027-07-31', 'The next one is on Sunday 30 July 2028.'],
  ])('on %s: %s', (date, words) => expect(read(date).section('when')).toContain(words))

  test('the day is London’s: late in the evening of the 30th in summer it is still today', () => {
    const late = campaignPage(renderContext(locale, Temporal.Instant.from('2027-07-30T22:59:00Z')), madeUpMain, shipped)
    const past = campaignPage(renderContext(locale, Temporal.Instant.from('2027-07-30T23:00:00Z')), madeUpMain, shipped)
    expect(String(late.body)).toContain('It is today')
    expect(String(past.body)).not.toContain('It is today')
  })

  test('a day that is no working day is not moved, and posts may go out on the working day before', () => {
    expect(read('2027-08-01').section('when')).toContain(t('campaigns.not-moved', { date: 'Friday 28 July 2028' }))
    expect(read('2026-11-24').section('when')).not.toMatch(/not a working day|does not go that far/)
  })

  test('where the calendar does not reach, no working day is made up', () => {
    const { section } = read('2028-08-01')
    expect(section('when')).toContain('The next one is on Monday 30 July 2029.')
    expect(section('when')).toContain(t('campaigns.not-moved-unknown'))
    expect(section('when')).not.toContain('start posting on Monday')
  })
})

describe('what it is for', () => {
  test('a theme that is not known is said not to be, and the standing purpose is given', () => {
    const { section } = read('2026-11-24')
    expect(section('for')).toContain(`${t('campaigns.theme-unknown', { year: '2027' })} It comes in spring.None.`)
    expect(section('for')).not.toMatch(/Of 20\d\d|Theme for/)
  })

  test('a theme that is known is there, and its source at the end of the page', () => {
    const { section, from } = read('2027-08-01', { ...madeUpMain, themes_source: 'a page of themes' })
    expect(section('for')).toContain(`${t('campaigns.theme', { year: '2028' })}Of 2028None.`)
    expect(section('for')).not.toContain(t('campaigns.theme-unknown', { year: '2028' }))
    expect(from).toContain(`${t('campaigns.theme', { year: '2028' })} Source: a page of themes. ${sure.A}.`)
  })

  test('without a source of its own a theme rests on that of the day', () => {
    expect(read('2027-08-01').from).toContain(`${t('campaigns.theme', { year: '2028' })} Source: a test.`)
  })

  test('the shipped pack says of neither day a theme that it does not have', () => {
    for (const day of shipped.days.filter(isMain)) {
      const { section } = read('2040-01-01', day, shipped)
      expect(section('for')).toContain(t('campaigns.theme-unknown', { year: '2040' }))
      expect(section('for')).toContain(day.purpose)
    }
  })
})

describe('what to say and do', () => {
  test('every message; what is no official text has its mark, and at the end is what each rests on, a figure’s source by its title', () => {
    const { section, from } = read('2026-11-24')
    expect(section('messages')).toBe(`What to sayOne.Two. ${sure.C}Three.`)
    expect(from).toContain(
      `One. Source: a test (2019). ${sure.A}.Two. Source: a test. ${sure.C}.Three. Source: Home Office: end of year summary 2025, annex on referrals 2024 to 2025 (gov.uk) (19 February 2026). ${sure.A}.`,
    )
  })

  test('two figures of one source name it once', () => {
    const [one, two] = madeUpMain.messages
    const message = { id: 'both', text: 'Both.', figures: ['public-seen-2022', 'public-told-2022'] }
    const text = read('2026-11-24', { ...madeUpMain, messages: one && two ? [one, two, message] : [] }).from ?? ''
    expect(text.match(/Coalition to Stop Slavery/g)).toHaveLength(1)
  })

  test('in the shipped pages every number is a link that a phone can ring, and every reference was filled in', () => {
    for (const day of shipped.days.filter(isMain)) {
      const { html, nodes } = read('2026-11-24', day, shipped)
      expect(html).not.toMatch(/\{(?:phone|figure):/)
      const rung = new Set(nodes.flatMap((n) => attribute(n, 'href')?.match(/^tel:(.*)/)?.[1] ?? []))
      for (const number of ['999', '101', '08000121700'])
        expect([day.id, rung]).toEqual([day.id, expect.objectContaining(new Set([number]))])
    }
  })

  test('the figures of the shipped messages are those of the pack', () => {
    const value = (id: string) => pack.figures.find((f) => f.id === id)?.value.toLocaleString('en-GB')
    for (const day of shipped.days.filter(isMain))
      for (const message of day.messages)
        for (const id of 'figures' in message ? message.figures : [])
          expect(read('2026-11-24', day).section('messages')).toContain(value(id))
  })

  test('what anyone, a business and a partner can do stands under each', () => {
    expect(read('2026-11-24').section('do')).toBe('What you can doAnyoneRead.Tell.')
    const headings = read('2026-11-24', main('anti-slavery-day'))
      .nodes.filter((n) => n.nodeName === 'h3')
      .map(textOf)
    expect(headings).toEqual(expect.arrayContaining(['Anyone', 'A business', 'A partner organisation']))
  })
})

describe('the plan', () => {
  test('has the dates of the next time, in order', () => {
    expect(read('2026-11-24').section('plan')).toBe(
      'The plan, day by day' +
        t('campaigns.plan-note') +
        'Wednesday 21 July · 7 working days beforeCoordinator. Begin.' +
        'Friday 23 July · 5 working days beforeCoordinator. Agree.' +
        'Thursday 29 July · 1 working day beforePosters. Prepare.' +
        'Friday 30 July · The day itselfPosters. Post.Leads. Talk.' +
        'Monday 2 August · 1 working day afterPress. Look.' +
        'Friday 6 August · 5 working days afterCoordinator. Count.',
    )
  })

  test('gives no date that the calendar cannot vouch for, and says why', () => {
    const text = read('2028-08-01').section('plan')
    expect(text).toContain(t('campaigns.plan-unknown'))
    expect(text).toContain('.7 working days beforeCoordinator. Begin.')
    expect(text).toContain('Monday 30 July · The day itself')
    expect(text?.match(/July|August/g)).toHaveLength(1)
  })
})

describe('past years', () => {
  const history = [
    madeUpEvent({ what: 'A stall.', lesson: 'Bring more leaflets.', source: 'the paper', sure: 'B' }),
    madeUpEvent({ id: 'other', day: 'made-up-week', what: 'Elsewhere.' }),
  ]
  const campaigns = { days: [], history }

  test('each with its theme, what was done, and how sure each is', () => {
    const { section, from } = read('2026-11-24', { ...madeUpMain, themes_source: 'themes' }, campaigns)
    expect(section('year-2018')).toBe(
      `2018Theme: Of 2018 ${sure.B}In Hertfordshire: A stall. ${sure.B}${t('campaigns.lesson', { lesson: 'Bring more leaflets.' })}`,
    )
    expect(from).toContain(`2018: A stall. Source: the paper. ${sure.B}.`)
    expect(section('year-2019')).toContain(`Theme: Of 2019 ${sure.C}`)
    expect(from).toContain(`${t('campaigns.theme', { year: '2019' })} Heard of, not seen. Source: themes. ${sure.C}.`)
    expect(section('year-2026')).toBe(`2026${t('campaigns.no-theme')}`)
    expect(section('archive')).not.toContain('Elsewhere')
    expect(section('archive')).toContain(t('campaigns.archive-note'))
  })

  test('this year is not past until its day is', () => {
    expect(read('2026-07-30', madeUpMain, campaigns).section('year-2026')).toBe(null)
    expect(read('2026-07-31', madeUpMain, campaigns).section('year-2026')).not.toBe(null)
    expect(read('2026-11-24', madeUpMain, campaigns).section('year-2027')).toBe(null)
  })

  test('a day that has no themes at all is not asked for them each year', () => {
    expect(read('2026-11-24', { ...madeUpMain, themes: [] }, campaigns).section('archive')).not.toContain('theme')
  })

  test('the article of the day is linked where the pack has it', () => {
    const { nodes, section } = read('2026-11-24', main('world-day-against-trafficking'), shipped)
    expect(section('year-2019')).toContain(
      `${t('campaigns.news')} Hertfordshire partnership marks World Day Against Trafficking in Persons 2019`,
    )
    expect(nodes.map((n) => attribute(n, 'href'))).toContain(`/news/${pack.news.find((a) => a.date === '2019-07-30')?.slug}`)
    expect(section('year-2018')).not.toContain(t('campaigns.news'))
  })
})

test('hashtags are told with their year; where there are none, that is said', () => {
  expect(read('2026-11-24').section('hashtags')).toBe(
    `Hashtags${t('campaigns.hashtags-note')}#MadeUp, ${t('campaigns.hashtag', { year: '2018' })} ${sure.B}`,
  )
  expect(read('2026-11-24', { ...madeUpMain, hashtags: [] }).section('hashtags')).toBe(`Hashtags${t('campaigns.no-hashtags')}`)
})

test('the page has the way out, the lines to ring, and is made anew at midnight', () => {
  const { page, section } = read('2026-11-24')
  expect(page).toMatchObject({ exit: true, description: 'Made up.' })
  for (const entry of campaignPages(locale)) expect(entry.holds).toBe('day')
  expect(section('tell')).toMatch(/999.*101.*08000 121 700/)
})

test('whatever a pack writes is text, not markup', () => {
  const evil = '<script>alert(1)</script>'
  const day: MainDay = {
    ...madeUpMain,
    name: evil,
    lead: evil,
    purpose: evil,
    set_by: evil,
    themes: [{ year: 2018, text: evil, note: evil, sure: 'B' }],
    messages: [{ id: 'a', text: evil, source: evil, source_date: '2019', sure: 'A' }],
    do: [{ who: evil, steps: [evil, '[x](javascript:alert(1))'] }],
    plan: [{ day: 0, who: evil, task: evil }],
  }
  const { html, nodes } = read('2026-11-24', day, {
    days: [{ ...day, id: 'other' }],
    history: [madeUpEvent({ what: evil, lesson: evil, source: evil })],
  })
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12)
  expect(nodes.filter((n) => n.nodeName === 'script' || /^javascript:/.test(attribute(n, 'href') ?? ''))).toEqual([])
})

test('the list has the next day first, pages linked, what is not known said, and nothing that is only to be remembered', () => {
  const days = [weekly, madeUp({ name: 'In February' }), madeUp({ id: 'quiet', use: 'remember', name: 'Quiet' }), madeUpMain]
  const nodes = below(parseFragment(String(<CampaignList context={at('2027-11-27')} days={days} />)) as Node)
  expect(nodes.filter((n) => n.nodeName === 'li').map(textOf)).toEqual([
    'In FebruaryMonday 28 February 2028',
    'Made upSunday 30 July 2028',
    `Made up${t('campaigns.no-date')}`,
  ])
  expect(nodes.flatMap((n) => attribute(n, 'href') ?? [])).toEqual(['/campaigns/made-up-main', '/campaigns.ics'])
})
