import type { Child } from 'hono/jsx'
import type { Locale, RenderContext } from '../../context/types.ts'

export type NavId = 'get-help' | 'signs' | 'sectors' | 'report' | 'support' | 'search' | 'news' | 'about'

/** A page before it has its shell. */
export type PageParts = {
  /** What stands in the browser's title and history, without the site's name. */
  title: string
  /** True but harmless in a history: then the site's name stands alone beside it. */
  harmless?: boolean
  description: string
  /** The page's own address, from the root; null where it has none, as an error page. */
  path: string | null
  nav?: NavId
  /** Does the page speak of exploitation? Then the way out stands before its content. */
  exit: boolean
  /** The site in the page's own language, where that is not English. */
  locale?: Locale
  /** Needs the second stylesheet: every page but /get-help. */
  rest?: boolean
  /** Drawings with few words: needs a stylesheet of its own. */
  pictures?: boolean
  /** Holds a form: the third stylesheet that it needs. `true`: forms. */
  form?: boolean | 'forms' | 'dates' | 'questions' | 'your-pack'
  /** Shows what is wrong with a form that was sent: a script puts the focus there. */
  faulty?: boolean
  /** Holds a long list of choices: a script shows a field that leaves those that fit. */
  filters?: boolean
  /** A stylesheet of its own, without its ending. */
  sheet?: 'pathway' | 'beside' | 'resources' | 'home'
  /** Does it name today, or what comes next? Then it is made anew at midnight. */
  daily?: boolean
  /** A working paper for those who look after the site: search engines are asked not to show it. */
  unlisted?: boolean
  /** Address of the page of which this is a copy. */
  canonical?: string
  head?: Child
  /** Stands over the main part: the row of languages. */
  above?: Child
  body: Child
}

/** Makes a page for a moment of a reader. */
export type PageOf = (context: RenderContext) => PageParts
