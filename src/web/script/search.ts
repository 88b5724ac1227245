import type { SearchData, SearchDocument } from '../public/search/document.ts'
import type { Found } from '../public/search/find.ts'
import type { SearchParts } from '../public/static/scripts/search-parts.ts'
import { show } from './now.ts'

declare const SEARCH: SearchParts

const template = (id: string): Node | null => {
  const element = document.getElementById(id)
  return element instanceof HTMLTemplateElement ? element.content.cloneNode(true) : null
}

const make = (tag: string, text = '', into: (element: HTMLElement) => void = () => {}): HTMLElement => {
  const element = document.createElement(tag)
  element.textContent = text
  into(element)
  return element
}

let loading: Promise<(query: string) => Found> | undefined

/** Both files lie beside the page. What is typed goes nowhere: it is looked for here. */
const load = (): Promise<(query: string) => Found> => {
  loading ??= Promise.all([import('./find.ts'), fetch(SEARCH.data).then((answer) => answer.json() as Promise<SearchData>)]).then(
    ([{ makeFind, withinBounds }, data]) => {
      const find = makeFind(data)
      return (query) => find(withinBounds(query))
    },
  )
  // Perhaps the next attempt finds a connection.
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

const result = ({ href, title, summary, service, language }: SearchDocument): HTMLElement =>
  make('li', '', (item) => {
    if (language) Object.assign(item, { lang: language.tag, dir: language.direction })
    item.append(make('a', title, (link) => link.setAttribute('href', href)))
    if (service) item.append(make('p', '', (p) => p.append(make('span', '', (place) => place.setAttribute('data-now', service)))))
    if (summary) item.append(make('p', summary))
  })

/** What was found, in the order of the served page: danger first where the words are urgent. */
const results = ({ urgent, groups }: Found): Node[] => {
  const { words } = SEARCH
  const heading = make('h2', groups.length || urgent ? words.results : words.none, (h) => {
    h.tabIndex = -1
  })
  const lists = groups.map(({ group, results }) =>
    make('section', '', (section) => {
      const list = make('ul')
      list.append(...results.map(result))
      section.append(make('h3', words.groups[group]), list)
    }),
  )
  const panel = urgent ? template('search-urgent') : null
  return [
    heading,
    ...(panel ? [panel] : []),
    ...(groups.length || urgent ? [] : [make('p', words.noneText)]),
    make('div', '', (list) => {
      list.className = 'results'
      list.append(...lists)
    }),
  ]
}

const begin = (place: HTMLElement): void => {
  const form = template('search-form')
  if (!form) return
  const [said, found] = [make('p', '', (p) => p.setAttribute('role', 'alert')), make('div')]
  place.replaceChildren(form, said, found)
  const field = place.querySelector('input')
  field?.addEventListener('focus', () => void load().catch(() => {}), { once: true })
  place.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault()
    const query = field?.value.trim() ?? ''
    said.textContent = query ? '' : SEARCH.words.empty
    if (!query) return field?.focus()
    try {
      const answer = (await load())(query)
      found.replaceChildren(...results(answer))
      show()
      found.querySelector('h2')?.focus()
    } catch {
      found.replaceChildren()
      said.textContent = SEARCH.words.failed
    }
  })
}

const place = document.getElementById('search')
if (place) begin(place)
