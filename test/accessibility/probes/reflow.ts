import { desktop, phone, zoomed } from '../../support/browser.ts'
import { everyView } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import type { View } from '../../support/views.ts'
import { among, type Probe } from './probe.ts'

/** What is in sight at 320 px is so wider, but for what stands side by side there: the templates in English tell. */
const looks = (view: View) => (process.env.WAYMARK_ALL ? [zoomed, phone, desktop] : view.language ? [zoomed] : [zoomed, desktop])

export const reflow: Probe = {
  name: 'nothing is out of sight',
  asks: among(everyView()),
  looks,
  inPage: ({ outOfSight }) => outOfSight(),
  note: noting('reflow'),
}

export const targets: Probe = {
  name: 'each target is 24 px or more',
  asks: among(everyView()),
  looks,
  inPage: ({ smallTargets }) => smallTargets(),
  note: noting('targets'),
}
