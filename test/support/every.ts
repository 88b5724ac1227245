import type { Language } from '../../src/domain/languages/language.ts'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { allViews, everySite, type View } from './views.ts'

/** Every public page that asks nothing of the reader. */
export const everyPath = (): string[] => [...pagesOf(everySite()).keys()]

const wanting = (views: readonly View[]): View[] => {
  const named = new Set(views.map((v) => v.name))
  return everyPath()
    .filter((path) => !named.has(path))
    .map((path): View => ({ name: path, world: 'evening', steps: [{ get: path }], status: 200 }))
}

/** Different addresses among views: a page in three states is one page. */
export const countPages = (views: readonly View[]): number => new Set(views.map(({ steps }) => JSON.stringify(steps[0]))).size

/** Every template in every state and every page. */
export const everyPage = (): View[] => {
  const views = allViews()
  return [...views, ...wanting(views)]
}

/** Every template in every state; with WAYMARK_ALL every page too. */
export const everyView = (): View[] => (process.env.WAYMARK_ALL ? everyPage() : allViews())

/** What every probe looks at besides English: from right to left, marks above and below letters, a script of its own. */
const always = ['ar', 'vi', 'am']

/** Languages besides English in which a probe looks at each form: `always`, and one for each face and direction; with WAYMARK_ALL all. */
export const lookedAt = (languages: readonly Language[]): Language[] => {
  const script = ({ face, direction }: Language): string => `${face} ${direction}`
  const isFirst = (one: Language, index: number): boolean => languages.findIndex((other) => script(other) === script(one)) === index
  return languages.filter((one, index) => process.env.WAYMARK_ALL || always.includes(one.id) || isFirst(one, index))
}

/** Every template, once for each form it takes, in `always` and in one language for each face and direction; with WAYMARK_ALL every page in every state. */
export const everyForm = (): View[] => {
  if (process.env.WAYMARK_ALL) return everyPage()
  const script = ({ language }: View) => language && `${language.face} ${language.direction}`
  const views = allViews().filter((view) => ['evening', 'holiday', 'failing'].includes(view.world))
  const first = (view: View, index: number) => views.findIndex((other) => script(other) === script(view)) === index
  return views.filter((view, index) => !view.language || always.includes(view.language.id) || first(view, index))
}

/** Every template once, in the first of its states, and in the languages of `everyForm`; with WAYMARK_ALL every page in every state. For what a state does not change. */
export const everyTemplate = (): View[] => {
  if (process.env.WAYMARK_ALL) return everyPage()
  const template = ({ name }: View) => name.replace(/[,(].*/, '').trim()
  const views = everyForm()
  return views.filter((view, index) => view.status >= 400 || views.findIndex((other) => template(other) === template(view)) === index)
}
