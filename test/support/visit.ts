import type { Page, Response as PageResponse } from 'playwright-core'
import { attribute, elementsOf, plain, textOf, under } from './html.ts'
import type { Step } from './views.ts'

/** Goes through the steps as a reader does, in a browser. */
export const walk = async (page: Page, origin: string, steps: readonly Step[]): Promise<PageResponse> => {
  let answer: PageResponse | null = null
  for (const step of steps) {
    if ('get' in step) answer = await page.goto(origin + step.get)
    else answer = await press(page, step)
  }
  if (!answer) throw new Error('no step led to a page')
  return answer
}

/**
 * Shows the page that the steps lead to. What a form would send is worked out without the browser, which sends that one form from a
 * page that is next to nothing: pressing through five pages to look at the sixth takes most of the time of a look.
 * test/journeys presses the buttons.
 */
export const visit = async (page: Page, origin: string, steps: readonly Step[]): Promise<PageResponse> =>
  show(page, origin, await lastOf(origin, steps))

/** Shows the page that answers this one step. */
export const show = async (page: Page, origin: string, { path, form }: Sending): Promise<PageResponse> => {
  if (form === null) return arrived(await page.goto(origin + path))
  // A form is sent from a page of the same site: any does.
  if (!page.url().startsWith(`${origin}/`)) await page.goto(`${origin}/robots.txt`)
  const [answer] = await Promise.all([page.waitForNavigation(), page.evaluate(submit, { path, form })])
  return arrived(answer)
}

/** Sends a form as a browser does. Runs in the page. */
const submit = ({ path, form }: { path: string; form: string }): void => {
  const made = Object.assign(document.createElement('form'), { method: 'post', action: path })
  for (const [name, value] of new URLSearchParams(form)) {
    made.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
  document.body.append(made)
  made.submit()
}

const arrived = (answer: PageResponse | null): PageResponse => {
  if (!answer) throw new Error('no step led to a page')
  return answer
}

const press = async (page: Page, step: Exclude<Step, { get: string }>): Promise<PageResponse | null> => {
  for (const value of step.choose ?? []) {
    const list = page.locator(`select:has(option[value="${value}"])`)
    if (await list.count()) {
      await list.selectOption(value)
      continue
    }
    const input = page.locator(`main input[value="${value}"]`)
    if (!(await input.isVisible())) await page.locator('main form summary').click()
    await input.check()
  }
  if (step.type !== undefined) await page.locator('main form input[type="search"]').fill(step.type)
  for (const [name, value] of Object.entries(step.fill ?? {})) {
    const list = page.locator(`select[name="${name}"]`)
    if (await list.count()) await list.selectOption(value)
    else await page.locator(`input[name="${name}"]`).fill(value)
  }
  if (step.tamper) await page.evaluate((spoilt) => document.querySelector('input[name="so-far"]')?.setAttribute('value', spoilt), 'spoilt')
  const [answer] = await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: step.press, exact: true }).click()])
  return answer
}

/** What goes out for the last step. */
export type Sending = { path: string; form: string | null }

/** Goes through the same steps without a browser: forms are read from the HTML and sent as a browser sends them. */
export const fetchView = async (origin: string, steps: readonly Step[]): Promise<Fetched> => fetchSent(origin, await lastOf(origin, steps))

export type Fetched = { status: number; headers: Headers; html: string }

/** What answers this one step. */
export const fetchSent = async (origin: string, { path, form }: Sending): Promise<Fetched> => {
  const answer = await send(origin, path, form)
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

/** Goes through all steps but the last, and says what that one sends. */
export const lastOf = async (origin: string, steps: readonly Step[]): Promise<Sending> => {
  let sending: Sending | null = null
  let html = ''
  for (const step of steps) {
    if (sending) html = await (await send(origin, sending.path, sending.form)).text()
    sending = 'get' in step ? { path: step.get, form: null } : filledIn(html, step)
  }
  if (!sending) throw new Error('no step leads to a page')
  return sending
}

const send = (origin: string, path: string, form: string | null): Promise<Response> =>
  fetch(origin + path, form === null ? {} : { method: 'POST', body: new URLSearchParams(form), headers: { origin } })

const filledIn = (html: string, step: Exclude<Step, { get: string }>): Sending => {
  const all = elementsOf(html)
  // A button may stand outside its form and name it (HTML, form-associated elements, the `form` attribute).
  const of = (form: (typeof all)[number]) => {
    const id = attribute(form, 'id')
    return [...under(form), ...(id === null ? [] : all.filter((e) => attribute(e, 'form') === id))]
  }
  const isPressed = (b: (typeof all)[number]) => b.tagName === 'button' && (attribute(b, 'aria-label') ?? plain(textOf(b))) === step.press
  const form = all.find((e) => e.tagName === 'form' && of(e).some(isPressed))
  if (!form) throw new Error(`no form with a button "${step.press}"`)
  const fields = new URLSearchParams()
  for (const control of of(form)) {
    const [name, value] = [attribute(control, 'name'), attribute(control, 'value') ?? '']
    if (name === null) continue
    if (isPressed(control)) fields.append(name, value)
    if (control.tagName === 'select') {
      const options = under(control).filter((inner) => inner.tagName === 'option')
      const valued = (inner: (typeof options)[number]) => attribute(inner, 'value') ?? ''
      const [filled, chosen, selected] = [
        options.find((inner) => step.fill?.[name] === valued(inner)),
        options.find((inner) => step.choose?.includes(valued(inner))),
        options.find((inner) => attribute(inner, 'selected') !== null),
      ]
      fields.append(name, valued(filled ?? chosen ?? selected ?? options[0] ?? control))
    }
    if (control.tagName !== 'input') continue
    const checked = step.choose ? step.choose.includes(value) : attribute(control, 'checked') !== null
    if (attribute(control, 'type') === 'hidden') fields.append(name, step.tamper ? 'spoilt' : value)
    else if (['text', 'tel'].includes(attribute(control, 'type') ?? '')) fields.append(name, step.fill?.[name] ?? value)
    else if (attribute(control, 'type') === 'search') fields.append(name, step.type ?? value)
    else if (checked) fields.append(name, value)
  }
  return { path: attribute(form, 'action') ?? '', form: fields.toString() }
}
