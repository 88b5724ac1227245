import type { Page } from 'playwright-core'

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

/** The round that Tab made, and the one it ought to make. */
export type Round = { stops: Stop[]; expected: number; wayOut: boolean }

/** Presses Tab until the page has been gone round, and says what each stop looked like. */
export const tabThrough = async (page: Page): Promise<Round> => {
  const { expected, wayOut } = await page.evaluate(prepare)
  const devtools = await page.context().newCDPSession(page)
  // All keys at once: the page looks by itself, at each key, at what the one before has led to.
  const press = () => devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 })
  await Promise.all(Array.from({ length: expected + 2 }, press))
  await devtools.detach()
  // Before the first key nothing has the focus, and after the last stop nothing again.
  const [, ...seen] = await page.evaluate(
    () => (window as unknown as { waymarkTabRound: { stops: (Stop | null)[] } }).waymarkTabRound.stops,
  )
  const end = seen.indexOf(null)
  return { stops: seen.slice(0, end < 0 ? seen.length : end).filter((stop) => stop !== null), expected, wayOut }
}

/** Counts what Tab ought to stop at, and begins to look. Runs in the page. */
const prepare = (): { expected: number; wayOut: boolean } => {
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
    const points = pointsOf(element).slice(0, element.tagName === 'TEXTAREA' ? 3 : undefined)
    const seen = points.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y)
      return top !== null && (element.contains(top) || (inline && top.contains(element)))
    })
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const what = `${element.tagName.toLowerCase()} ${(words || element.id).slice(0, 50)}`
    return { what, kind: kindOf(element), ring: ringed(element), seen: seen.length, points: points.length }
  }

  const stops: (Stop | null)[] = []
  // The round before may have looked at the same page. An element's id is a name of the window too: this one is nobody's.
  const own = window as unknown as { waymarkTabRound?: { stops: typeof stops; end: AbortController } }
  own.waymarkTabRound?.end.abort()
  const end = new AbortController()
  own.waymarkTabRound = { stops, end }
  window.addEventListener('keydown', () => stops.push(look()), { capture: true, signal: end.signal })

  // Each thing to use that can be seen, a group of radios once.
  const usable = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])')].filter((e) =>
    e.checkVisibility(),
  )
  const radios = usable.filter((e): e is HTMLInputElement => e instanceof HTMLInputElement && e.type === 'radio')
  return {
    expected: usable.length - radios.length + new Set(radios.map((radio) => radio.name)).size,
    wayOut: document.querySelector('.govuk-exit-this-page__button') !== null,
  }
}
