import { expect } from 'vitest'
import { desktop, phone, turnTo, zoomed } from '../../support/browser.ts'
import { everyView } from '../../support/every.ts'
import { outOfSight, smallTargets } from '../../support/geometry.ts'
import { noting } from '../../support/noting.ts'
import type { View } from '../../support/views.ts'
import { among, type Probe } from './probe.ts'

/** What is in sight at 320 px is so wider, but for what stands side by side there: the templates in English tell. */
const looksAt = (view: View) => (process.env.WAYMARK_ALL ? [zoomed, phone, desktop] : view.language ? [zoomed] : [zoomed, desktop])

const [sight, targets] = [noting('reflow'), noting('targets')]

export const reflow: Probe = {
  name: 'nothing is out of sight, and each target is 24 px or more',
  asks: among(everyView()),
  look: async ({ page, view }) => {
    const faults: Record<string, string[]> = {}
    for (const look of looksAt(view)) {
      await turnTo(page, look)
      const [hidden, small] = [await page.evaluate(outOfSight), await page.evaluate(smallTargets)]
      if (hidden.length + small.length) faults[look.name] = [...hidden, ...small]
      sight.add(view, hidden.length)
      targets.add(view, small.length)
    }
    expect(faults).toEqual({})
  },
  end: () => {
    sight.write()
    targets.write()
  },
}
