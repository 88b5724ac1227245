import type { Child } from 'hono/jsx'
import { textsSaid } from '../../format/texts-said.ts'
import type { Site } from '../context/site.ts'

/** Words that a page says in its language: how, and which texts besides messages they need (`services.childline.name`). */
export type Words = { in: (site: Site) => Child; also?: readonly string[] }
export type WordsOf = Words | Words['in']

const wordsOf = (of: WordsOf): Words => (typeof of === 'function' ? { in: of } : of)

/** Is every text of these words there in the page's language? Where one was withdrawn, all of them are said in English. */
export const isSpoken = (site: Site, of: WordsOf): boolean => {
  const { in: render, also = [] } = wordsOf(of)
  if (!site.language) return true
  return [...also, ...textsSaid(site.english.say, (say) => render({ ...site.english, say }))].every((id) => site.spoken.has(id))
}

/** The site that says these words: the page's own, or the English one in its place. */
export const speakerOf = (site: Site, of: WordsOf): Site => (isSpoken(site, of) ? site : site.english)

/** How an element is marked whose words may be English inside a page in another language. */
export const markOf = (site: Site, of: WordsOf): { lang?: 'en'; dir?: 'ltr' } => (isSpoken(site, of) ? {} : { lang: 'en', dir: 'ltr' })

type Element = 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'span' | 'b' | 'li' | 'div'

/** An element with words in the page's language, or, marked, in English. */
export const Said = ({
  site,
  words,
  as: Tag,
  id,
  class: classes,
}: {
  site: Site
  words: WordsOf
  as: Element
  id?: string
  class?: string
}) => (
  <Tag id={id} class={classes} {...markOf(site, words)}>
    {wordsOf(words).in(speakerOf(site, words))}
  </Tag>
)

/** The same inside a line: an element of its own only where the words are English. */
export const SaidHere = ({ site, words }: { site: Site; words: WordsOf }) =>
  isSpoken(site, words) ? <>{wordsOf(words).in(site)}</> : <Said site={site} words={words} as="span" />

/** The English beside words that no person has checked; nothing where the page is English or reviewed, or the words are English already. */
export const English = ({ site, title, words = [] }: { site: Site; title?: WordsOf; words?: readonly WordsOf[] }) => {
  const { beside } = site
  if (!beside) return null
  const own = words.filter((of) => isSpoken(site, of))
  const heading = title && isSpoken(site, title) ? title : null
  if (!heading && !own.length) return null
  return (
    <p class="small en" lang="en" dir="ltr">
      {heading ? (
        <>
          <b>{wordsOf(heading).in(beside)}</b>{' '}
        </>
      ) : null}
      {own.map((of, i) => (
        <>
          {i ? ' ' : ''}
          {wordsOf(of).in(beside)}
        </>
      ))}
    </p>
  )
}
