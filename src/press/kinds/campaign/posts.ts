import { lengthOn, lengthWithTags, type PostParts, postOn, spoken } from '../../../content/post-text.ts'
import type { MainDay, Message } from '../../../domain/campaigns/campaign.ts'
import { type Occurrence, postFrom, workingDaysFrom } from '../../../domain/campaigns/dates.ts'
import type { Network } from '../../../domain/campaigns/network.ts'
import { csvOf } from '../../../format/guarded-cells.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { partialDate } from '../../../format/when.ts'

/** One message for one network, ready to be pasted. */
export type Post = {
  network: string
  message: string
  /** ISO; null where the calendar does not reach so far. */
  date: string | null
  text: string
  /** As the network counts, without and with the hashtags. */
  length: number
  tagged: number
  limit: number
  source: string
  /** Files of the pictures that suit it, the best first. */
  pictures: readonly string[]
}

/** `pictureOf`: the file of a message's picture in a size. */
export const postsOf = (
  locale: PackLocale,
  day: MainDay,
  next: Occurrence,
  origin: string,
  pictureOf: (message: string, size: string) => string,
): Post[] =>
  day.messages.flatMap((message) => {
    const { text, link } = spoken(message.text)
    const said: PostParts = {
      text,
      source: sourceOf(locale, message),
      link: origin + (link ?? `/campaigns/${day.id}`),
      hashtags: day.hashtags.map(({ tag }) => tag),
    }
    const date = dateOf(locale, message, next)
    return locale.pack.networks.map((network): Post => {
      const post = postOn(network, said)
      return {
        network: network.name,
        message: message.id,
        date,
        text: post,
        length: lengthOn(network, post),
        tagged: lengthWithTags(network, said),
        limit: network.limit,
        source: said.source,
        pictures: network.pictures.map((size) => pictureOf(message.id, size)),
      }
    })
  })

/** Never on a day on which nobody is there to answer: where the day itself is none, from the working day before. */
const dateOf = ({ pack }: PackLocale, { day = 0 }: Message, { from }: Occurrence): string | null =>
  (day === 0 ? postFrom(pack.calendar, from) : workingDaysFrom(pack.calendar, from, day))?.toString() ?? null

/** Each text that a message rests on, once, as sentences. */
export const sourceOf = ({ pack, t }: PackLocale, message: Message): string => {
  const sentence = (source: string, date: string | undefined): string =>
    date && date !== 'unknown'
      ? t('campaigns.source-dated', { source, date: partialDate(date, t.locale) })
      : t('campaigns.source', { source })
  if (!('figures' in message)) return sentence(message.source, message.source_date)
  const rests = pack.figures.filter(({ id }) => message.figures.includes(id))
  return [...new Set(rests.map((f) => sentence(pack.sources.find((s) => s.id === f.source)?.title ?? f.source, f.source_date)))].join(' ')
}

/** Posts that do not fit with the site's own address, each with its text; empty where all do. */
export const tooLong = (posts: readonly Post[]): { why: string; about: string }[] =>
  posts
    .filter(({ tagged, limit }) => tagged > limit)
    .map(({ network, message, tagged, limit, text }) => ({
      why: `the post of "${message}" on ${network} has ${tagged} characters, and the limit is ${limit}`,
      about: text,
    }))

/** One row a post, for a program that schedules posts, or a spreadsheet. */
export const postsCsv = (
  { t, pack }: PackLocale,
  posts: readonly Post[],
  hashtags: readonly string[],
  altOf: (picture: string) => string,
): string =>
  csvOf([
    [
      t('kit.network'),
      t('kit.date'),
      t('kit.text'),
      t('kit.length'),
      t('kit.limit'),
      t('kit.picture'),
      t('kit.alt'),
      t('kit.hashtags'),
      t('kit.source'),
      t('kit.limit-source'),
    ],
    ...posts.map((post) => {
      const [picture = ''] = post.pictures
      const network = pack.networks.find(({ name }) => name === post.network)
      return [
        post.network,
        post.date ?? '',
        post.text,
        post.length,
        post.limit,
        picture,
        altOf(picture),
        hashtags.join(' '),
        post.source,
        network ? limitSource(t, network) : '',
      ]
    }),
  ])

const limitSource = (t: PackLocale['t'], { source, source_date, sure }: Network): string => {
  const said =
    source_date === 'unknown'
      ? t('campaigns.source', { source })
      : t('campaigns.source-dated', { source, date: partialDate(source_date, t.locale) })
  return `${said} ${t('campaigns.how-sure', { sure })}.`
}

/** The same to read and to paste, network by network. */
export const postsText = ({ t }: PackLocale, posts: readonly Post[]): string[][] =>
  [...new Set(posts.map(({ network }) => network))].flatMap((network) => [
    [`${network} `.padEnd(72, '=')],
    ...posts
      .filter((post) => post.network === network)
      .flatMap((post) => [
        [
          t('kit.post-head', {
            date: post.date ?? t('site.not-known'),
            length: String(post.length),
            limit: post.limit.toLocaleString(t.locale),
          }),
          t('kit.post-pictures', { pictures: post.pictures.join(', ') }),
        ],
        [post.text],
        [''.padEnd(72, '-')],
      ]),
  ])
