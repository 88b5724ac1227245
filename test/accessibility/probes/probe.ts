import type { Page } from 'playwright-core'
import type { View } from '../../support/views.ts'

/** A page in a state, as the one visit came to it. `said`: what the browser said meanwhile; `files`: what it asked for beside the page, with nothing kept. */
export type Visited = { page: Page; view: View; origin: string; said: readonly string[]; files: readonly string[] }

/** Something that a page in a state is asked. It finds the page in any window, and may turn it to another. */
export type Probe = {
  name: string
  /** Not everything is asked of every state: what differs in words alone is not asked in every language. */
  asks(view: View): boolean
  look(visited: Visited): Promise<void>
  /** After the last page. */
  end?(): void
}

/** Is a view one of these? */
export const among = (views: readonly View[]): ((view: View) => boolean) => {
  const names = new Set(views.map(({ name }) => name))
  return ({ name }) => names.has(name)
}
