/** What a tag says: its name, lower-case, and its attributes. */
type Tag = { name: string; at: Readonly<Record<string, string>> }

export type Field = {
  kind: 'hidden' | 'radio' | 'checkbox' | 'text' | 'file' | 'select'
  name: string
  value: string
  checked: boolean
  options: readonly string[]
}
export type Button = { name: string; value: string }
export type Form = { action: string; method: string; fields: Field[]; buttons: Button[] }

const tagged = /<(\/?[a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g
const attribute = /([^\s=]+)(?:="([^"]*)")?/g

/** Enough of HTML for pages that this site writes itself: every attribute in double quotes. */
const tagsIn = (html: string): Tag[] =>
  [...html.matchAll(tagged)].map(([, name = '', attributes = '']) => ({
    name,
    at: Object.fromEntries([...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, plain(value)])),
  }))

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }
const plain = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** Every address that a page, a stylesheet, a feed or a sitemap names within the site, as path and query. */
export const linksIn = (text: string, page: string, origin: string): string[] => {
  const written = [
    ...tagsIn(text).flatMap(({ at }) => [
      ...['href', 'src', 'action', 'poster'].flatMap((name) => at[name] ?? []),
      ...['srcset', 'imagesrcset'].flatMap((name) => (at[name] ?? '').split(',').flatMap((one) => one.trim().split(' ')[0] || [])),
      ...(at.content?.startsWith(`${origin}/`) ? [at.content] : []),
    ]),
    ...[...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = '']) => address),
    ...[...text.matchAll(/<(loc|id)>([^<]+)<\/\1>/g)].map(([, , address = '']) => plain(address)),
  ]
  return [
    ...new Set(
      written.flatMap((address) => {
        if (!URL.canParse(address, origin + page)) return []
        const { origin: its, pathname, search } = new URL(address, origin + page)
        return its === origin ? [pathname + search] : []
      }),
    ),
  ].sort()
}

/** Forms of a page with all that a browser would send with them. */
export const formsIn = (html: string): Form[] => {
  const tags = tagsIn(html)
  const forms: Form[] = []
  // A button may stand anywhere and name its form.
  const named = new Map<string, Form>()
  let within: Form | undefined
  let select: Field | undefined
  const begin = (at: Tag['at']): Form => {
    const form = { action: at.action ?? '', method: (at.method ?? 'get').toLowerCase(), fields: [], buttons: [] }
    if (at.id) named.set(at.id, form)
    forms.push(form)
    return form
  }
  const begun = new Map(tags.filter(({ name }) => name === 'form').map((tag) => [tag, begin(tag.at)]))
  for (const tag of tags) {
    const { name, at } = tag
    if (name === 'form') within = begun.get(tag)
    else if (name === '/form') within = undefined
    const form = at.form ? named.get(at.form) : within
    if (!form) continue
    const field = (kind: Field['kind']): Field => ({
      kind,
      name: at.name ?? '',
      value: at.value ?? (kind === 'radio' || kind === 'checkbox' ? 'on' : ''),
      checked: 'checked' in at,
      options: [],
    })
    if (name === 'input') form.fields.push(field(kinds[at.type ?? ''] ?? 'text'))
    else if (name === 'textarea') form.fields.push(field('text'))
    else if (name === 'button') form.buttons.push({ name: at.name ?? '', value: at.value ?? '' })
    else if (name === 'select') {
      select = field('select')
      form.fields.push(select)
    } else if (name === 'option' && select) {
      select.options = [...select.options, at.value ?? '']
      if ('selected' in at || select.options.length === 1) select.value = at.value ?? ''
    }
  }
  return forms
}

const kinds: Record<string, Field['kind']> = { hidden: 'hidden', radio: 'radio', checkbox: 'checkbox', file: 'file' }

/** The words of a page's heading. */
export const headingOf = (html: string): string => plain((/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '')).trim()
