import type { Network } from '../domain/campaigns/network.ts'

/** What a post is put together from. `source` is a whole sentence. */
export type PostParts = { text: string; source: string; link: string; hashtags: readonly string[] }

/** The longest address that is reckoned with before the site's own is known. */
export const longestAddress = `https://${'x'.repeat(52)}`

/** A message as plain text, without its links, and the first of them. */
export const spoken = (markdown: string): { text: string; link: string | null } => ({
  text: markdown.replace(/\[([^[\]]*)\]\([^)\]]*\)/g, '$1').replaceAll('**', ''),
  link: /\]\((\/[^)\]]*)\)/.exec(markdown)?.[1] ?? null,
})

/** A post as it is pasted. Hashtags are not in it: nobody knows which are used this year. */
export const postOn = ({ says_source }: Network, { text, source, link }: PostParts): string =>
  [text, ...(says_source && source ? [source] : []), link].join('\n\n')

/** The length of a post with its hashtags added, so that whoever adds them stays within the limit. */
export const lengthWithTags = (network: Network, post: PostParts): number =>
  lengthOn(network, [postOn(network, post), ...post.hashtags].join(' '))

/** How long a text is as the network counts. */
export const lengthOn = ({ counts, link }: Network, text: string): number => {
  switch (counts) {
    case 'weighted':
      return weighted(text, link ?? 0)
    case 'graphemes':
      return graphemes(text).length
    case 'bytes':
      return new TextEncoder().encode(text).length
    case 'units':
      return text.length
  }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Code points that X counts once; all others count twice (twitter-text, config v3: Latin and its neighbours, general punctuation). */
const light = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const

/** docs.x.com, Counting Characters: in normalisation form C, every link alike, an emoji as two however it is joined. */
const weighted = (text: string, link: number): number => {
  const links = text.match(/https?:\/\/\S+/g) ?? []
  const rest = text.replace(/https?:\/\/\S+/g, '').normalize('NFC')
  return links.length * link + graphemes(rest).reduce((sum, one) => sum + weightOf(one), 0)
}

const weightOf = (grapheme: string): number =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme)
    ? 2
    : [...grapheme].reduce((sum, letter) => {
        const point = letter.codePointAt(0) ?? 0
        return sum + (light.some(([from, to]) => point >= from && point <= to) ? 1 : 2)
      }, 0)
