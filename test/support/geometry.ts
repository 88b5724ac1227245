/** What of the page lies outside the window at its sides, and what text a box cuts off. Runs in the page. */
export const outOfSight = (): string[] => {
  const faults: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`)
  // Read out and not seen: one pixel, cut out of the page.
  const readOut = (e: Element): boolean => {
    const { width, height } = e.getBoundingClientRect()
    return Math.max(width, height) <= 1 && getComputedStyle(e).position === 'absolute'
  }
  const unseen = (e: Element) => e.closest('.govuk-visually-hidden, .govuk-skip-link, svg') !== null || !e.checkVisibility() || readOut(e)
  const outside = ({ left, right }: DOMRect, box: { left: number; right: number }) => left < box.left - 0.5 || right > box.right + 0.5
  const page = { left: 0, right: clientWidth }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [parent, words] = [node.parentElement, node.nodeValue?.trim().slice(0, 60)]
    if (!words || !parent || unseen(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()]
    if (rects.some((rect) => outside(rect, page))) faults.push(`outside the window: ${words}`)
    for (let e: Element | null = parent; e && e !== document.body; e = e.parentElement) {
      const { overflowX, overflowY, clipPath, paddingLeft, paddingRight } = getComputedStyle(e)
      const box = e.getBoundingClientRect()
      if (overflowX !== 'visible' && rects.some((rect) => outside(rect, box))) faults.push(`cut off at the side: ${words}`)
      // The tip of a board is cut out of its padding, so its number has the rest.
      const within = { left: box.left + Number.parseFloat(paddingLeft), right: box.right - Number.parseFloat(paddingRight) }
      if (clipPath !== 'none' && rects.some((rect) => outside(rect, within))) faults.push(`cut off by a shape: ${words}`)
      if (overflowY !== 'visible' && rects.some((rect) => rect.top < box.top - 0.5 || rect.bottom > box.bottom + 0.5))
        faults.push(`cut off: ${words}`)
    }
  }
  for (const e of document.querySelectorAll('a, button, input, summary, svg.drawing')) {
    if (!e.closest('.govuk-skip-link') && e.checkVisibility() && outside(e.getBoundingClientRect(), page)) {
      faults.push(`outside the window: ${e.outerHTML.slice(0, 80)}`)
    }
  }
  return faults
}

/**
 * Things to use that are smaller than 24 by 24 px (WCAG 2.2, 2.5.8), but for links inside a sentence, whose height is the line's.
 * Runs in the page.
 */
export const smallTargets = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input:not([type="hidden"])')]
    .filter((e) => {
      if (!e.checkVisibility() || e.matches('.govuk-skip-link')) return false
      const { width, height } = e.getBoundingClientRect()
      if (Math.min(width, height) >= 24) return false
      const block = e.parentElement?.closest('p, li, dd, dt, h2, h3, h4, div')
      const inSentence = getComputedStyle(e).display === 'inline' && block?.textContent?.trim() !== e.textContent?.trim()
      return !inSentence
    })
    .map((e) => {
      const { width, height } = e.getBoundingClientRect()
      return `${Math.round(width)} x ${Math.round(height)} px: ${e.outerHTML.slice(0, 100)}`
    })

/** Is the element wholly in the window, with nothing on top of it? Runs in the page. */
export const inSight = (element: Element): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 6, top + 8],
    [left + 6, bottom - 8],
  ] as const
  return top >= 0 && bottom <= window.innerHeight && points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)))
}
