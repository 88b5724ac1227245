import type { Language } from '../../src/domain/languages/language.ts'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { allViews, everySite, type View } from './views.ts'

const all = Boolean(process.env.WAYMARK_ALL)

/** Made once in each process: the pack does not change while tests run. */
const kept = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const pages = kept(() => pagesOf(everySite()))

/** Every public page that asks nothing of the reader. */
export const everyPath: () => string[] = kept(() => [...pages().keys()])

/** Every template in every state, in every language. */
export const everyState: () => View[] = kept(allViews)

/** Different addresses among views: a page in three states is one page. */
export const countPages = (views: readonly View[]): number => new Set(views.map(({ steps }) => JSON.stringify(steps[0]))).size

/** Every template in every state and every page. */
export const everyPage: () => View[] = kept(() => {
  const named = new Set(everyState().map((v) => v.name))
  const wanting = [...pages()].filter(([path]) => !named.has(path))
  return [
    ...everyState(),
    ...wanting.map(([path, { locale }]): View => {
      const view: View = { name: path, world: 'evening', steps: [{ get: path }], status: 200 }
      return locale.language ? { ...view, language: locale.language } : view
    }),
  ]
})

/** Every page in another language, and the English one that they are made of. */
export const everyLanguage: () => View[] = kept(() => everyState().filter((view) => view.language ?? view.name === '/get-help'))

/** What is looked at besides English: from right to left, marks above and below letters, a script of its own. Each face of type and each direction is among them. */
const always = ['ar', 'vi', 'am']

/** Languages besides English in which each page is looked at; with WAYMARK_ALL all. */
export const lookedAt = (languages: readonly Language[]): Language[] => languages.filter(({ id }) => all || always.includes(id))

/** Those of `views` in the languages that are looked at. */
const inLookedAt = (views: readonly View[]): View[] => {
  const languages = new Set(lookedAt([...new Set(views.flatMap(({ language }) => language ?? []))]))
  return views.filter(({ language }) => !language || languages.has(language))
}

/** Every template in every state that is laid out in a way of its own, in the languages that are looked at; with WAYMARK_ALL every page in every state. */
export const everyView: () => View[] = kept(() => (all ? everyPage() : inLookedAt(everyState()).filter(({ again }) => !again)))

/** Every template, once for each form it takes, in the languages that are looked at; with WAYMARK_ALL every page in every state. */
export const everyForm: () => View[] = kept(() => {
  if (all) return everyPage()
  return everyView().filter((view) => ['evening', 'holiday', 'failing'].includes(view.world))
})

/** Every template once, in the first of its states, and in the languages of `everyForm`; with WAYMARK_ALL every page in every state. For what a state does not change. */
export const everyTemplate: () => View[] = kept(() => {
  if (all) return everyPage()
  const template = ({ name }: View) => name.replace(/[,(].*/, '').trim()
  const views = everyForm()
  return views.filter((view, index) => view.status >= 400 || views.findIndex((other) => template(other) === template(view)) === index)
})
