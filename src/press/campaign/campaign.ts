import { dayAndMonth, fullDate, longDate } from '../../content/speech/when.ts'
import { paletteOf } from '../../domain/brand/palette.ts'
import { themeOf } from '../../domain/campaigns/archive.ts'
import { isMain, type MainDay } from '../../domain/campaigns/campaign.ts'
import { nextDate, type Occurrence } from '../../domain/campaigns/dates.ts'
import { planFor } from '../../domain/campaigns/plan.ts'
import type { Kind } from '../kind.ts'
import type { Edition, Output } from '../output.ts'
import { englishOf, type Tongue } from '../paper/edition.ts'
import { checkedOn } from '../paper/lines.ts'
import { runsFrom } from '../paper/markdown.ts'
import { csvOf } from './csv.ts'
import { type Drawn, pictureFile, picturesOf } from './pictures.ts'
import { postsCsv, postsOf, postsText, tooLong } from './posts.ts'

export type CampaignData = {
  pictures: readonly Drawn[]
  /** Texts by the name of their file. */
  texts: readonly (readonly [file: string, text: string])[]
  /** Why it cannot be made, in sentences. */
  faults: readonly string[]
}

/** What partners need for a main campaign day, as one package: pictures with their descriptions, posts for each network, what to do, the plan with its dates. */
export const campaign: Kind<CampaignData> = {
  name: 'campaign',
  outputs: (pack, edition) => {
    const today = edition.now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate()
    return pack.campaigns.days.filter(isMain).flatMap((day) => {
      const next = nextDate(day, today)
      return next ? [kitOf(englishOf(pack), day, next, edition)] : []
    })
  },
  maker: () => import('./draw.ts'),
}

const kitOf = (tongue: Tongue, day: MainDay, next: Occurrence, { origin }: Edition): Output<CampaignData> => {
  const { pack, say } = tongue
  const area = pack.partnership.area
  const site = say('site.in-area', { site: pack.brand.name, area })
  const demonstration = pack.partnership.adopted ? null : say('card.demonstration')
  const page = `${origin}/campaigns/${day.id}`
  const head = [`${day.name}, ${fullDate(next.from)}`, ...(demonstration ? [demonstration] : [])]
  const foot = say('site.foot', { site, date: longDate(Temporal.PlainDate.from(checkedOn(tongue))) })
  const text = (...blocks: readonly (readonly string[])[]): string =>
    `${[head, ...blocks, [foot, page]].map((lines) => lines.join('\n')).join('\n\n')}\n`
  const theme = themeOf(day, next.year)
  const pictures = picturesOf(tongue, day, {
    colours: { ...paletteOf(pack.brand) },
    site,
    day: day.name,
    date: fullDate(next.from),
    theme: theme ? say('campaigns.theme-line', { theme: theme.text }) : null,
    address: page.replace(/^https?:\/\//, ''),
    demonstration,
  })
  const altOf = (file: string): string => pictures.find((picture) => picture.file === file)?.alt ?? ''
  const posts = postsOf(tongue, day, next, origin, (message, size) => pictureFile(pack.pictures, message, size))
  const hashtags = day.hashtags.map(({ tag }) => tag)
  return {
    id: `campaign-${day.id}`,
    kind: 'campaign',
    file: `campaign-${day.id}-${next.year}.zip`,
    title: say('press.campaign', { day: day.name, year: String(next.year) }),
    language: 'en',
    format: 'zip',
    date: [checkedOn(tongue), day.checked, ...[...pack.networks, ...pack.pictures].map(({ checked }) => checked)].reduce((a, b) =>
      a > b ? a : b,
    ),
    data: {
      pictures,
      texts: [
        ['posts/posts.csv', postsCsv(tongue, posts, hashtags, altOf)],
        ['posts/posts.txt', text(aimOf(tongue, day, next), [say('kit.posts-note')], hashtagsOf(tongue, day), ...postsText(tongue, posts))],
        [
          'pictures/alt-text.csv',
          csvOf([[say('kit.picture'), say('kit.alt')], ...pictures.map(({ file, alt }) => [file.replace('pictures/', ''), alt])]),
        ],
        ['what-to-do.txt', text(...day.do.map(({ who, steps }) => [who, ...steps.map((step) => `- ${plain(step, origin)}`)]))],
        ['plan/plan.txt', text([say('campaigns.plan-note')], ...planOf(tongue, day, next, origin))],
      ],
      faults: tooLong(posts),
    },
  }
}

/** Markdown as plain text: a link is followed by its address. */
const plain = (markdown: string, origin: string): string =>
  runsFrom(markdown, origin)
    .map((run) => {
      if (typeof run === 'string') return run
      if ('b' in run) return run.b
      return 'n' in run ? run.n : `${run.t} (${run.a})`
    })
    .join('')

/** The theme of the year where it is known, and what the day is always for. */
const aimOf = ({ say }: Tongue, day: MainDay, { year }: Occurrence): string[] => {
  const theme = themeOf(day, year)
  return [theme ? say('campaigns.theme-line', { theme: theme.text }) : say('press.campaign-no-theme', { year: String(year) }), day.purpose]
}

const hashtagsOf = ({ say }: Tongue, day: MainDay): string[] => [
  say('campaigns.hashtags'),
  say(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags'),
  ...day.hashtags.map(({ tag, year }) => `${tag}, ${say('campaigns.hashtag', { year: String(year) })}`),
]

const planOf = ({ pack, say }: Tongue, day: MainDay, next: Occurrence, origin: string): string[][] =>
  planFor(day, next, pack.calendar).days.map(({ offset, date, tasks }) => {
    const when =
      offset === 0 ? say('campaigns.day-itself') : say(offset < 0 ? 'campaigns.before' : 'campaigns.after', { count: Math.abs(offset) })
    return [date ? `${dayAndMonth(date)} · ${when}` : when, ...tasks.map(({ who, task }) => `- ${who}. ${plain(task, origin)}`)]
  })
