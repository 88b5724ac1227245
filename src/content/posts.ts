import { placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { Finding } from './finding.ts'
import { madeOnce } from './made-once.ts'
import { lengthWithTags, longestAddress, spoken } from './post-text.ts'

/** Messages of the main days that are too long for a network, each with its source, its hashtags and the longest address. */
export const postFindings = (lists: Collections): readonly Finding[] =>
  found([lists.campaignDays, lists.networks, lists.figures, lists.sources], '', () => tooLong(lists))
const found = madeOnce<readonly Finding[]>()

const tooLong = ({ campaignDays, networks, figures, sources }: Collections): Finding[] =>
  campaignDays.rows.flatMap((day) =>
    (day.messages ?? []).flatMap((message, at): Finding[] => {
      const rests = 'figures' in message ? figures.rows.filter(({ id }) => message.figures.includes(id)).map((f) => f.source) : []
      const source = 'figures' in message ? sources.rows.filter(({ id }) => rests.includes(id)).map((s) => s.title) : [message.source]
      const post = {
        text: spoken(message.text).text,
        source: source.join(' '),
        link: longestAddress,
        hashtags: (day.hashtags ?? []).map(({ tag }) => tag),
      }
      return networks.rows
        .map((network) => ({ network, length: lengthWithTags(network, post) }))
        .filter(({ network, length }) => length > network.limit)
        .slice(0, 1)
        .map(({ network, length }) => ({
          severity: 'error',
          rule: 'post',
          ...placeOf(campaignDays.origins(day.id), ['messages', at, 'text']),
          found: `with its address and hashtags, "${message.id}" makes a post of ${length} characters on ${network.name}, where the limit is ${network.limit}`,
          instead: `Shorten it by ${length - network.limit} characters, or split it into two messages.`,
        }))
    }),
  )
