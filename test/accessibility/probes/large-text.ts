import { largeTexts, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import { among, type Probe } from './probe.ts'

/** In `npm test` the hardest: what the layouts of one width have room for, they have room for with smaller text too. */
export const textLooks = process.env.WAYMARK_ALL ? largeTexts : largeTexts.slice(0, 2)

export const largeText: Probe = {
  name: 'with large text nothing is out of sight',
  asks: among(everyTemplate()),
  looks: () => textLooks,
  inPage: ({ outOfSight, smallTargets }) => [...outOfSight(), ...smallTargets()],
  note: noting('large-text'),
}

/** WCAG 2.2, 1.4.12, its four distances, set by the reader. */
export const spacing: Probe = {
  name: 'with the letters, words and lines wide apart nothing is out of sight',
  asks: among(everyTemplate()),
  looks: () => [zoomed],
  inPage: ({ outOfSight }) => {
    const sheet = document.styleSheets[0] as CSSStyleSheet
    const wide = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    const at = [wide, 'p { margin-block-end: 2em !important }'].map((rule) => sheet.insertRule(rule, sheet.cssRules.length))
    const faults = outOfSight()
    for (const rule of at.toReversed()) sheet.deleteRule(rule)
    return faults
  },
  note: noting('spacing'),
}
