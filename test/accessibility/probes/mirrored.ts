import { desktop, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { among, type Probe } from './probe.ts'

/** Templates in English turned round, for their layout; pages written from right to left as they are, with what their own stylesheet mirrors besides. */
export const mirrored: Probe = {
  name: 'right to left it mirrors, and nothing is out of sight',
  asks: among(everyTemplate().filter(({ language }) => !language || language.direction === 'rtl')),
  looks: () => [desktop, zoomed],
  inPage: ({ outOfSight, smallTargets }) => {
    const root = document.documentElement
    const middle = root.clientWidth / 2
    const start = () => document.querySelector('.brand svg')?.getBoundingClientRect().left ?? middle
    const dir = root.getAttribute('dir')
    const mirrors = (element: Element | null) => !element || new DOMMatrix(getComputedStyle(element).transform).a === -1
    if (dir === 'rtl')
      return [
        ...(start() > middle ? [] : ['the mark is not on the right']),
        ...(mirrors(document.querySelector('.govuk-exit-this-page svg')) ? [] : ['the icon of the way out is not mirrored']),
      ]
    const before = start()
    root.setAttribute('dir', 'rtl')
    const faults = [...(before < middle && start() > middle ? [] : ['the mark does not change sides']), ...outOfSight(), ...smallTargets()]
    if (dir === null) root.removeAttribute('dir')
    else root.setAttribute('dir', dir)
    return faults
  },
}
