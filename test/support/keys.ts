import type { CDPSession, Page } from 'playwright-core'

/** One stop of the Tab key. */
export type Stop = {
  /** What it is, for a message: its tag and its words. */
  what: string
  kind: 'skip' | 'out' | 'main' | 'other'
  /** Is some ring drawn? */
  ring: boolean
  /** Points of it that can be seen, of those looked at: centre and corners of each of its boxes. */
  seen: number
  points: number
}

const codes = { Tab: 9, ArrowDown: 40 } as const
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Presses a key so many times, without a question to the page after each. */
const pressKeys = async (page: Page, key: keyof typeof codes, times: number): Promise<void> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const devtools = await session
  const press = () => devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: codes[key] })
  await Promise.all(Array.from({ length: times }, press))
}

/** Presses a key until something is so: as often as it ought to take at once, then, if that was not it, time after time. */
const pressUntil = async (page: Page, key: keyof typeof codes, expected: number, isThere: () => Promise<boolean>): Promise<boolean> => {
  await pressKeys(page, key, expected)
  for (let pressed = 0; pressed < 200; pressed += 1) {
    if (await isThere()) return true
    await pressKeys(page, key, 1)
  }
  return false
}

/** Presses Tab until the thing that the selector names has the focus. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  const expected = await page.evaluate(stopsTo, selector)
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  if (!(await pressUntil(page, 'Tab', Math.max(1, expected), isThere))) throw new Error(`Tab does not come to ${selector}`)
}

/** How many stops of Tab lie on the way to a thing, that one with them. Runs in the page. */
const stopsTo = (selector: string): number => {
  const stops: Element[] = []
  for (const e of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])')) {
    if (!e.checkVisibility()) continue
    const group = e instanceof HTMLInputElement && e.type === 'radio' ? stops.at(-1) : undefined
    if (!(group instanceof HTMLInputElement && e instanceof HTMLInputElement && group.type === 'radio' && group.name === e.name))
      stops.push(e)
    // Of a group the one that is chosen is the stop.
    else if (e.checked) stops[stops.length - 1] = e
  }
  const now = document.activeElement ?? document.body
  const behind = (e: Element) => e !== now && (now.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const ahead = now === document.body ? stops : stops.filter(behind)
  return ahead.findIndex((e) => e.matches(selector)) + 1
}

/** Goes along a list of round buttons by the arrows, from the one that has the focus. */
export const chooseByArrows = async (page: Page, entry: string, option: string): Promise<void> => {
  await page.keyboard.press('Space')
  const way = ({ name, value }: { name: string; value: string }): number => {
    const all = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].filter((e) => e.checkVisibility())
    const [from, to] = [all.findIndex((e) => e.checked), all.findIndex((e) => e.value === value)]
    return from < 0 || to < 0 ? 0 : (to - from + all.length) % all.length
  }
  const isChosen = () =>
    page.evaluate(({ name, value }) => document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value === value, {
      name: entry,
      value: option,
    })
  const expected = await page.evaluate(way, { name: entry, value: option })
  if (!(await pressUntil(page, 'ArrowDown', expected, isChosen))) throw new Error(`the arrows do not come to ${option}`)
}

/** The round that Tab made, and the one it ought to make. */
export type Round = { stops: Stop[]; expected: number; wayOut: boolean }

/** Presses Tab until the page has been gone round, and says what each stop looked like. */
export const tabThrough = async (page: Page): Promise<Round> => {
  const { expected, within, wayOut } = await page.evaluate(prepare)
  // All keys at once: the page looks by itself, at each key, at what the one before has led to.
  await pressKeys(page, 'Tab', expected + within + 2)
  // Before the first key nothing has the focus, and after the last stop nothing again.
  const [, ...seen] = await page.evaluate(
    () => (window as unknown as { waymarkTabRound: { stops: (Stop | null)[] } }).waymarkTabRound.stops,
  )
  const end = seen.indexOf(null)
  return { stops: seen.slice(0, end < 0 ? seen.length : end).filter((stop) => stop !== null), expected, wayOut }
}

/** Counts what Tab ought to stop at, and begins to look. Runs in the page. */
const prepare = (): { expected: number; within: number; wayOut: boolean } => {
  // Some pages put the focus on their error: the round begins before everything all the same.
  if (document.activeElement !== document.body) {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  }

  const ringed = (element: Element): boolean =>
    [element, element.closest('.govuk-radios__item, .govuk-checkboxes__item')].some((e) => {
      const { outlineStyle = 'none', outlineWidth = '0' } = e ? getComputedStyle(e) : {}
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })

  const inset = 4
  const pointsOf = (element: Element): (readonly [number, number])[] =>
    [...element.getClientRects()].flatMap(({ left, right, top, bottom }) => [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ])

  const kindOf = (element: Element): Stop['kind'] => {
    if (element.matches('.govuk-skip-link')) return 'skip'
    if (element.matches('.govuk-exit-this-page__button')) return 'out'
    return element.closest('main') ? 'main' : 'other'
  }

  const look = (): Stop | null => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const inline = getComputedStyle(element).display === 'inline'
    // A browser brings a field of text to where its caret stands, at its head; WCAG 2.2, 2.4.11 asks that something of it is seen.
    const all = pointsOf(element)
    const points = element.tagName === 'TEXTAREA' ? all.slice(1, 3) : all
    const seen = points.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (element.contains(top) || (inline && top.contains(element)))
    })
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const what = `${element.tagName.toLowerCase()} ${(words || element.id).slice(0, 50)}`
    return { what, kind: kindOf(element), ring: ringed(element), seen: seen.length, points: points.length }
  }

  const stops: (Stop | null)[] = []
  let before: Element | null = null
  // The round before may have looked at the same page. An element's id is a name of the window too: this one is nobody's.
  const own = window as unknown as { waymarkTabRound?: { stops: typeof stops; end: AbortController } }
  own.waymarkTabRound?.end.abort()
  const end = new AbortController()
  own.waymarkTabRound = { stops, end }
  const note = (): void => {
    const stop = look()
    const last = stops.at(-1)
    // A day is one thing to use with several stops, and has its ring at each.
    if (stop && last && document.activeElement === before) last.ring &&= stop.ring
    else stops.push(stop)
    before = document.activeElement
  }
  window.addEventListener('keydown', note, { capture: true, signal: end.signal })

  // Each thing to use that can be seen, a group of radios once.
  // A frame that scrolls is one: whoever has no mouse scrolls it with the keys.
  const things = 'a[href], button, summary, select, textarea, input:not([type="hidden"]), section[tabindex="0"]'
  const usable = [...document.querySelectorAll(things)].filter((e) => e.checkVisibility())
  const radios = usable.filter((e): e is HTMLInputElement => e instanceof HTMLInputElement && e.type === 'radio')
  return {
    expected: usable.length - radios.length + new Set(radios.map((radio) => radio.name)).size,
    // Day, month, year and calendar: three stops more.
    within: 3 * usable.filter((e) => e.matches('input[type="date"]')).length,
    wayOut: document.querySelector('.govuk-exit-this-page__button') !== null,
  }
}
