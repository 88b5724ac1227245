import type { Page } from 'playwright-core'
import { zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import { among, type Probe } from './probe.ts'

/** Follows each link that leads to a place in its own page, and says what of that place is not seen then. */
export const jumpFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const address = location.href
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    // In the middle of what is within the window; the whole of it must be there.
    const isSeen = (e: Element): boolean => {
      const { left, right, top, bottom } = e.getBoundingClientRect()
      const within = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return (
        top >= -1 &&
        bottom <= innerHeight + 1 &&
        within !== null &&
        (e.contains(within) ||
          within.contains(e) ||
          within.closest('label, .govuk-radios__item, .govuk-checkboxes__item')?.contains(e) === true)
      )
    }
    const beginsInSight = (e: Element): boolean => {
      const { left, right, top } = e.getBoundingClientRect()
      const within = document.elementFromPoint((left + right) / 2, Math.max(top, 0) + 12)
      return top > -2 && top < innerHeight - 24 && within !== null && (e.contains(within) || within.contains(e))
    }
    const faults: string[] = []
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const id = decodeURIComponent(link.hash.slice(1))
      const target = document.getElementById(id)
      if (!target || (!link.checkVisibility() && !link.matches('.govuk-skip-link'))) continue
      window.scrollTo(0, 0)
      link.click()
      await painted()
      const group = link.closest('.govuk-error-summary') ? target.closest('.govuk-form-group--error') : null
      const message = group?.querySelector('.govuk-error-message')
      if (!group) {
        if (!beginsInSight(target)) faults.push(`#${id} begins at ${Math.round(target.getBoundingClientRect().top)} px of ${innerHeight}`)
        continue
      }
      // Large text of somebody's own may be taller than the window: its head is where the caret stands.
      const reached = (e: Element): boolean => (e.tagName === 'TEXTAREA' ? beginsInSight(e) : isSeen(e))
      const box = (e: Element) => `${Math.round(e.getBoundingClientRect().top)} to ${Math.round(e.getBoundingClientRect().bottom)}`
      for (const e of message ? [target, message] : [target])
        if (!reached(e)) faults.push(`#${id}: ${e === target ? 'the field' : 'its message'} is at ${box(e)} of ${innerHeight}`)
    }
    if (location.href !== address) {
      location.replace('#-')
      history.replaceState(null, '', address)
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, 0)
    return faults
  })

export const jumps: Probe = {
  name: 'a link within the page leaves in sight what it leads to, the field that is wrong with its message',
  // Where a link leads to does not hang on the language: with WAYMARK_ALL in each.
  asks: among(everyTemplate().filter(({ language }) => process.env.WAYMARK_ALL || !language)),
  looks: () => [zoomed],
  look: ({ page }) => jumpFaults(page),
  note: noting('jumps'),
}
