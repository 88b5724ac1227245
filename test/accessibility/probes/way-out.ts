import { desktop, phone, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import { textLooks } from './large-text.ts'
import { among, type Probe } from './probe.ts'

/** What stays in the window while its page moves takes room from the page. */
export const wayOut: Probe = {
  name: 'the way out takes a fifth of the window at most, and is whole',
  asks: among(everyTemplate()),
  looks: () => [phone, zoomed, desktop, ...textLooks],
  inPage: () => {
    const button = document.querySelector('.govuk-exit-this-page__button')
    const stays = (e: Element): boolean => ['fixed', 'sticky'].includes(getComputedStyle(e).position)
    const staying = [...document.querySelectorAll('.strip, .strip *')].filter((e) => e.checkVisibility() && stays(e))
    const heights = staying.map((e) => e.getBoundingClientRect().height)
    const room = innerHeight / 5
    const box = button?.getBoundingClientRect()
    const seen =
      !button ||
      !staying.some((e) => e.contains(button)) ||
      (box && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth)
    return [
      ...heights.filter((height) => height > room).map((height) => `${Math.round(height)} px of ${innerHeight}`),
      ...(staying.length > 1 ? [`${staying.length} things stay in the window`] : []),
      ...(seen ? [] : ['the way out is not whole in the window']),
    ]
  },
  note: noting('way-out'),
}
