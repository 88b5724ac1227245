import { attribute, type Element, elementsOf, hasClass, inside, textOf } from '../../http/html.ts'

/** A control of a page as a browser holds it. */
export type Control = { name: string; type: string; value: string; checked: boolean; files: readonly Chosen[] }
export type Chosen = { name: string; bytes: Uint8Array }
type Press = { name: string; value: string }

/** A page that was answered, and its one form, filled in as a visitor does. */
export type Shown = {
  status: number
  html: string
  title: string
  elements: Element[]
  controls: Control[]
  buttons: Press[]
}

/** Whoever uses a form over the wire: parses each page, and sends what a browser would send of it. */
export const visitor = (address: string) => {
  const send = async (init: RequestInit = {}): Promise<Shown> => {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(20_000) })
    return read(answer.status, await answer.text())
  }
  return {
    start: () => send(),
    press: (page: Shown, button: Press) => send({ method: 'POST', body: bodyOf(page, button) }),
  }
}

const read = (status: number, html: string): Shown => {
  const elements = elementsOf(html)
  const form = elements.find(({ tagName }) => tagName === 'form')
  const own = form ? inside(form) : []
  const typedIn = (element: Element): string =>
    // A line break right behind the tag is taken away by the parser; a browser sends each other one as CRLF.
    element.tagName === 'textarea' ? rawText(element) : (attribute(element, 'value') ?? '')
  return {
    status,
    html,
    title: elements
      .filter(({ tagName }) => tagName === 'h1')
      .map(textOf)
      .join(' '),
    elements,
    controls: own
      .filter(({ tagName }) => tagName === 'input' || tagName === 'textarea')
      .map((element) => ({
        name: attribute(element, 'name') ?? '',
        type: element.tagName === 'textarea' ? 'textarea' : (attribute(element, 'type') ?? 'text'),
        value: typedIn(element),
        checked: attribute(element, 'checked') !== undefined,
        files: [],
      })),
    buttons: own
      .filter(({ tagName }) => tagName === 'button')
      .map((element) => ({ name: attribute(element, 'name') ?? '', value: attribute(element, 'value') ?? '' })),
  }
}

const rawText = (element: Element): string => element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')

const bodyOf = ({ html, controls }: Shown, button: Press): URLSearchParams | FormData => {
  const multipart = html.includes('enctype="multipart/form-data"')
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const { name, type, value, checked, files } of controls) {
    if (type === 'file') {
      // A browser sends an empty file without a name where none was chosen.
      const chosen = files.length ? files : [{ name: '', bytes: new Uint8Array() }]
      if (body instanceof FormData)
        for (const file of chosen) body.append(name, new File([file.bytes as Uint8Array<ArrayBuffer>], file.name))
    } else if (!['radio', 'checkbox'].includes(type) || checked) body.append(name, value.replace(/\r\n?|\n/g, '\r\n'))
  }
  if (button.name) body.append(button.name, button.value)
  return body
}

/** What a visitor types into a line or a date; ticks, or chooses. */
export const fill = ({ controls }: Shown, name: string, value: string): void => {
  const found = controls.filter((control) => control.name === name && control.type !== 'hidden')
  if (!found.length) throw new Error(`the page has no field ${name}: ${controls.map((control) => control.name).join(', ')}`)
  for (const control of found) {
    if (control.type === 'radio') control.checked = control.value === value
    else if (control.type === 'checkbox') control.checked = control.value === value ? !control.checked : control.checked
    else control.value = value
  }
}

/** What stands in the fields of a page, and is ticked there, in order. */
export const standing = ({ controls }: Shown): string[] =>
  controls.flatMap(({ name, type, value, checked }) => {
    if (type === 'hidden' || type === 'file') return []
    if (type === 'radio' || type === 'checkbox') return checked ? [`${name}=${value}`] : []
    return [`${name}=${value}`]
  })

export const carriedAnswers = ({ html }: Shown): Record<string, unknown> | null => {
  const found = /id="answers">(.*?)<\/script>/s.exec(html)?.[1]
  return found === undefined ? null : JSON.parse(found)
}

/** The question whose page it is; '' at the end. */
export const at = ({ controls }: Shown): string => controls.find(({ name }) => name === 'at')?.value ?? ''

/** The lines of the error summary, each with the field that it leads to. */
export const problems = ({ elements }: Shown): string[] =>
  elements
    .filter((element) => hasClass(element, 'govuk-error-summary__list'))
    .flatMap(inside)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => `${attribute(link, 'href')} ${textOf(link)}`)

/** The names of the fields in sight. */
export const names = ({ controls }: Shown): string[] => [
  ...new Set(controls.filter(({ type }) => type !== 'hidden').map(({ name }) => name)),
]

/** The button that has no name: it sends the page on. */
export const next = { name: '', value: '' }
