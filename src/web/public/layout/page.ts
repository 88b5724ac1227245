import type { Child } from 'hono/jsx'
import type { CobrandedPress } from '../../../press/run/cobranded-press.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Form } from '../../forms/form.ts'
import type { Sealer } from '../../forms/seal.ts'

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

/** What a form of the site is made from, besides the site. */
export type FormTools = { locale: Locale; sealer: Sealer; cobrandedPress: CobrandedPress | null }

/**
 * A page as the registry lists it (web/public/registry.ts): all that anybody asks about a page is asked of this entry. Menus, search, the
 * sitemap, pictures to share and the form that it takes follow from it.
 */
export type Page = {
  /** Its address in English, from the root. */
  path: string
  /** As menus, search and the browser's history name it. */
  title(locale: Locale): string
  render: PageOf
  /** The form that is posted to its address. */
  form?(tools: FormTools): Form
  /** How long it holds at most, besides until the next change of a line that it shows: it states the minute, or the day. */
  holds?: 'minute' | 'day'
}
