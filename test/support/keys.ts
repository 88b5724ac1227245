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
  /** Its height as a part of the window's. */
  tall: number
}

/** Presses Tab until the page has been gone round, and says what each stop looked like. */
export const tabThrough = async (page: Page): Promise<Stop[]> => {
  // Some pages put the focus on their error: the round begins before everything all the same.
  await page.evaluate(() => {
    if (document.activeElement === document.body) return
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops: Stop[] = []
  for (let pressed = 0; pressed < 500; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookAtFocus)
    if (!stop) return stops
    stops.push(stop)
  }
  throw new Error('Tab does not come to an end')
}

const lookAtFocus = (): Stop | null => {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const styled = [element, element.closest('.govuk-radios__item, .govuk-checkboxes__item')].filter((e) => e !== null)
  const ring = styled.some((e) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(e)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  const points = [...element.getClientRects()].flatMap(({ left, right, top, bottom }) => {
    const inset = 4
    return [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ] as const
  })
  const seen = points.filter(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (element.contains(top) || (top.contains(element) && getComputedStyle(element).display === 'inline'))
  })
  const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? ''
  const kind = element.matches('.govuk-skip-link')
    ? 'skip'
    : element.matches('.govuk-exit-this-page__button')
      ? 'out'
      : element.closest('main')
        ? 'main'
        : 'other'
  return {
    what: `${element.tagName.toLowerCase()} ${(words || element.id).slice(0, 50)}`,
    kind,
    ring,
    seen: seen.length,
    points: points.length,
    tall: element.getBoundingClientRect().height / window.innerHeight,
  }
}

/** How many stops Tab ought to make: each thing to use that can be seen, a group of radios once; and is there a way out? */
export const countStops = (): { stops: number; wayOut: boolean } => {
  const usable = [...document.querySelectorAll('a[href], button, summary, input:not([type="hidden"])')].filter((e) => e.checkVisibility())
  const radios = usable.filter((e): e is HTMLInputElement => e instanceof HTMLInputElement && e.type === 'radio')
  return {
    stops: usable.length - radios.length + new Set(radios.map((r) => r.name)).size,
    wayOut: document.querySelector('.govuk-exit-this-page__button') !== null,
  }
}
