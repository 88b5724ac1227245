import type { Child } from 'hono/jsx'
import type { CobrandedPress } from '../../../press/run/cobranded-press.ts'
import type { Locale, MenuId, PageFacts, RenderContext } from '../../context/types.ts'
import type { Form } from '../../forms/form.ts'
import type { Sealer } from '../../forms/seal.ts'

/** What a page shows in its shell. Its address and title are those of its entry. */
export type PageContent = {
  /** Its title is true but harmless in a history: then the site's name stands alone beside it. */
  harmless?: boolean
  description: string
  /** The entry of the menu that it belongs to. */
  nav?: MenuId
  /** Does the page speak of exploitation? Then the way out stands before its content. */
  exit: boolean
  /** Needs the second stylesheet: every page but /get-help. */
  rest?: boolean
  /** Drawings with few words: needs a stylesheet of its own. */
  pictures?: boolean
  /** Holds a form: the third stylesheet that it needs. `true`: forms. */
  form?: boolean | 'forms' | 'attend' | 'by-code' | 'check' | 'dates' | 'questions' | 'report' | 'your-pack'
  /** Shows what is wrong with a form that was sent: a script puts the focus there. */
  faulty?: boolean
  /** Holds a long list of choices: a script shows a field that leaves those that fit. */
  filters?: boolean
  /** Its form takes long: a script says that it is at work, and when it is done. */
  waits?: true
  /** On a site of files: a script searches here. */
  searches?: true
  /** A stylesheet of its own, without its ending. */
  sheet?: 'pathway' | 'beside' | 'resources' | 'certificate' | 'data' | 'home'
  /** Address of the page of which this is a copy. */
  canonical?: string
  head?: Child
  /** Stands over the main part: the row of languages. */
  above?: Child
  body: Child
}

/** A page before it has its shell. One that answers a form has no entry of its own: it says for itself where it stands and what a history calls it. */
export type PageParts = PageContent & {
  /** What stands in the browser's title and history, without the site's name. */
  title: string
  /** The page's own address, from the root; null where it has none, as an error page. */
  path: string | null
  /** The site in the page's own language, where that is not English. */
  locale?: Locale
}

/** Makes a page for a moment of a reader. */
export type PageOf = (context: RenderContext) => PageContent

/** Makes a page that answers a form. */
export type AnswerOf = (context: RenderContext) => PageParts

/** What a form of the site is made from, besides the site. */
export type FormTools = {
  locale: Locale
  sealer: Sealer
  cobrandedPress: CobrandedPress | null
  /** A register stands behind the site: whoever learned alone may be counted. */
  counts?: boolean
}

/**
 * A page as the registry lists it (web/public/registry.ts): all that anybody asks about a page is asked of this entry. Menus, the sitemap,
 * pictures to share, its other languages and the form that it takes follow from it.
 */
export type Page = PageFacts & {
  /** What the browser's history and a shared picture call it, without the site's name. */
  title(locale: Locale): string
  render: PageOf
  /** What stands at its address on a site of files, where that is another page: no program reads a form there. */
  static?: Pick<Page, 'title' | 'render'>
  /** The form that is posted to its address. */
  form?(tools: FormTools): Form
  /** How long it holds at most, besides until the next change of a line that it shows: it states the minute, or the day. */
  holds?: 'minute' | 'day'
  /** Offers the page at this address in the language that a reader's browser asks for: it is made once for each language of that one. */
  offers?: string
}

/** A page of a site, in one of its languages, at the address that it has there. */
export type SitePage = Page & { locale: Locale }

/** Pages of which a pack decides how many there are: one for each of its places, or of its articles. */
export type PagesOf = (locale: Locale) => readonly Page[]
