import { paletteOf } from '../../../domain/brand/palette.ts'
import { themeOf } from '../../../domain/campaigns/archive.ts'
import { isMain, type MainDay } from '../../../domain/campaigns/campaign.ts'
import { kitFile, nextDate, type Occurrence } from '../../../domain/campaigns/dates.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { csvOf } from '../../../format/guarded-cells.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import { fullDate, longDate } from '../../../format/when.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { checkedOn } from '../../shared/paper/lines.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { WordText } from '../../shared/word/text.ts'
import { articleOf, letterOf, type Told } from './documents.ts'
import { footerHtml, footerText } from './footer.ts'
import { type Drawn, pictureFile, picturesOf } from './pictures.ts'
import { escapedHtml, htmlOf, plainRuns, textOf } from './pieces.ts'
import { planCalendar, planText } from './plan.ts'
import { postsCsv, postsOf, postsText, tooLong } from './posts.ts'
import { readmeText } from './readme.ts'

export type CampaignData = {
  pictures: readonly Drawn[]
  /** Documents for Word, and texts, by the name of their file. */
  documents: readonly (readonly [file: string, text: WordText])[]
  texts: readonly (readonly [file: string, text: string])[]
  /** Why it cannot be made, and because of which text. */
  faults: readonly { why: string; about: string }[]
}

/** What partners need for a main campaign day, as one package: pictures with their descriptions, posts for each network, what to do, the plan with its dates. */
export const campaign: Kind<CampaignData> = {
  name: 'campaign',
  outputs: (pack, edition) => {
    const today = edition.now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate()
    return pack.campaigns.days.filter(isMain).flatMap((day) => {
      const next = nextDate(day, today)
      return next ? [kitOf(englishLocale(pack), day, next, edition)] : []
    })
  },
  maker: () => import('./draw.ts'),
}

const kitOf = (locale: PackLocale, day: MainDay, next: Occurrence, edition: Edition): Output<CampaignData> => {
  const { pack, t } = locale
  const { origin } = edition
  const area = pack.partnership.area
  const site = t('site.in-area', { site: pack.brand.name, area })
  const said = disclaimerOf(pack.partnership)
  const demonstration = said && t(said.card)
  const page = `${origin}/campaigns/${day.id}`
  const head = [`${day.name}, ${fullDate(next.from)}`, ...(demonstration ? [demonstration] : [])]
  const [facts = day.checked] = [checkedOn(locale), day.checked].toSorted().toReversed()
  const foot = t('site.foot', { site, date: longDate(Temporal.PlainDate.from(facts)) })
  const text = (...blocks: readonly (readonly string[])[]): string =>
    `${[head, ...blocks, [foot, page]].map((lines) => lines.join('\n')).join('\n\n')}\n`
  const theme = themeOf(day, next.year)
  const pictures = picturesOf(locale, day, {
    colours: { ...paletteOf(pack.brand) },
    site,
    day: day.name,
    date: fullDate(next.from),
    theme: theme ? t('campaigns.theme-line', { theme: theme.text }) : null,
    address: page.replace(/^https?:\/\//, ''),
    demonstration,
  })
  const altOf = (file: string): string => pictures.find((picture) => picture.file === file)?.alt ?? ''
  const posts = postsOf(locale, day, next, origin, (message, size) => pictureFile(pack.pictures, message, size))
  const hashtags = day.hashtags.map(({ tag }) => tag)
  const told: Told = { locale, day, next, edition, date: facts }
  const [article, letter] = [articleOf(told), letterOf(told)]
  return {
    id: `campaign-${day.id}`,
    kind: 'campaign',
    file: kitFile(day, next),
    title: t('press.campaign', { day: day.name, year: String(next.year) }),
    language: 'en',
    format: 'zip',
    date: [facts, ...[...pack.networks, ...pack.pictures].map(({ checked }) => checked)].reduce((a, b) => (a > b ? a : b)),
    data: {
      pictures,
      documents: [
        ['intranet/article.docx', article],
        ['businesses/letter.docx', letter],
      ],
      texts: [
        ['README.txt', text(aimOf(locale, day, next), ...readmeText(told, site))],
        ['posts/posts.csv', postsCsv(locale, posts, hashtags, altOf)],
        ['posts/posts.txt', text(aimOf(locale, day, next), [t('kit.posts-note')], hashtagsOf(locale, day), ...postsText(locale, posts))],
        [
          'pictures/alt-text.csv',
          csvOf([[t('kit.picture'), t('kit.alt')], ...pictures.map(({ file, alt }) => [file.replace('pictures/', ''), alt])]),
        ],
        ['intranet/article.txt', text([article.lead], ...textOf(article.pieces))],
        ['intranet/article.html', htmlPage(article)],
        ['email/footer.html', footerHtml(told, pictures.find(({ file }) => file.includes('/day-link')) ?? pictures[0])],
        ['email/footer.txt', footerText(told)],
        [
          'businesses/letter.txt',
          `${[...textOf(letter.above ?? []), [letter.title], ...textOf(letter.pieces), [letter.foot]].map((lines) => lines.join('\n')).join('\n\n')}\n`,
        ],
        ['plan/plan.txt', text([t('campaigns.plan-note')], ...planText(told, posts))],
        ['plan/plan.ics', planCalendar(told, posts)],
        [
          'what-to-do.txt',
          text(...day.do.map(({ who, steps }) => [who, ...steps.map((step) => `- ${plainRuns(runsFrom(step, origin))}`)])),
        ],
      ],
      faults: tooLong(posts),
    },
  }
}

/** A page that any browser shows, so that its middle can be copied into an intranet. */
const htmlPage = ({ title, lead, pieces, foot }: WordText): string =>
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
</head>
<body>
<article>
${[`<h1>${escapedHtml(title)}</h1>`, `<p>${escapedHtml(lead)}</p>`, ...htmlOf(pieces, 2), `<p><small>${escapedHtml(foot)}</small></p>`].join('\n')}
</article>
</body>
</html>
`

/** The theme of the year where it is known, and what the day is always for. */
const aimOf = ({ t }: PackLocale, day: MainDay, { year }: Occurrence): string[] => {
  const theme = themeOf(day, year)
  return [theme ? t('campaigns.theme-line', { theme: theme.text }) : t('press.campaign-no-theme', { year: String(year) }), day.purpose]
}

const hashtagsOf = ({ t }: PackLocale, day: MainDay): string[] => [
  t('campaigns.hashtags'),
  t(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags'),
  ...day.hashtags.map(({ tag, year }) => `${tag}, ${t('campaigns.hashtag', { year: String(year) })}`),
]
