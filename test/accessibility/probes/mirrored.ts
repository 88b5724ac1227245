import { desktop, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { among, type Probe } from './probe.ts'

/** What is written from right to left anyway is looked at as it is. */
export const mirrored: Probe = {
  name: 'right to left it mirrors, and nothing is out of sight',
  asks: among(everyTemplate().filter((view) => !view.language)),
  looks: () => [desktop, zoomed],
  inPage: ({ outOfSight, smallTargets }) => {
    const root = document.documentElement
    const middle = root.clientWidth / 2
    const start = () => document.querySelector('.brand svg')?.getBoundingClientRect().left ?? middle
    const [before, dir] = [start(), root.getAttribute('dir')]
    root.setAttribute('dir', 'rtl')
    const icon = document.querySelector('.govuk-exit-this-page svg')
    const faults = [
      ...(before < middle && start() > middle ? [] : ['the mark does not change sides']),
      ...(icon && new DOMMatrix(getComputedStyle(icon).transform).a === -1 ? [] : ['the icon of the way out is not mirrored']),
      ...outOfSight(),
      ...smallTargets(),
    ]
    if (dir === null) root.removeAttribute('dir')
    else root.setAttribute('dir', dir)
    return faults
  },
}
