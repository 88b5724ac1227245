import type { Page } from 'playwright-core'
import type { Look } from '../../support/browser.ts'
import type { inSight, outOfSight, smallTargets } from '../../support/geometry.ts'
import type { noting } from '../../support/noting.ts'
import type { View } from '../../support/views.ts'
import type { Sending } from '../../support/visit.ts'

/** A page in a state, as the one visit came to it. `sending`: the last step to it; `said`: what the browser said meanwhile; `files`: what it asked for beside the page, with nothing kept. */
export type Visited = { page: Page; view: View; origin: string; sending: Sending; said: readonly string[]; files: readonly string[] }

/** What questions in the page may use of one another. */
export type Tools = { outOfSight: typeof outOfSight; smallTargets: typeof smallTargets; inSight: typeof inSight }

/** Something that a page in a state is asked, window by window. It leaves the page as it found it. Both ways say what is wrong. */
export type Probe = {
  name: string
  /** Not everything is asked of every state: what differs in words alone is not asked in every language. */
  asks(view: View): boolean
  /** The windows in which it looks. The page is turned to each once, for all probes. */
  looks(view: View): readonly Look[]
  /** Asked in the page, of all such probes at once: it may use nothing but `tools` and what a browser has. */
  inPage?(tools: Tools): string[]
  /** Asked from here, for what takes more than that: keys, another page, the network. */
  look?(visited: Visited, look: Look): Promise<string[]>
  /** Where the accessibility statement counts it. */
  note?: ReturnType<typeof noting>
  /** After the last page. */
  end?(): void
}

/** Is a view one of these? */
export const among = (views: readonly View[]): ((view: View) => boolean) => {
  const names = new Set(views.map(({ name }) => name))
  return ({ name }) => names.has(name)
}
