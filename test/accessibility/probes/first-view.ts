import type { Look } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { among, type Probe } from './probe.ts'

/** Phones with their browser's bars, in which a page is first seen. */
export const firstViews: readonly Look[] = [
  { name: '390 x 664 px', viewport: { width: 390, height: 664 } },
  { name: '360 x 640 px', viewport: { width: 360, height: 640 } },
]

/** What a page is come for is there without a finger: its line of numbers and its first step, 999 of "Get help" in words and pictures; the helpline there within three screens. */
export const firstView: Probe = {
  name: 'numbers and the first step are in the first view of a phone',
  asks: among(everyTemplate()),
  looks: () => firstViews,
  inPage: ({ inSight }) => {
    const help = /\/get-help(?:\/pictures)?$/.test(location.pathname)
    const first = [
      ...document.querySelectorAll('.thin a, .masthead .act a'),
      ...[...document.querySelectorAll('main a[href="tel:999"]')].slice(0, help ? 1 : 0),
    ]
    const helpline = document.querySelector('.calm .board')
    const far = helpline ? helpline.getBoundingClientRect().bottom + window.scrollY : 0
    return [
      ...first.filter((link) => !inSight(link)).map((link) => `not in sight: ${link.textContent}`),
      ...(help && !first.length ? ['no 999'] : []),
      ...(far > 3 * window.innerHeight ? [`the helpline is ${far} px down`] : []),
      ...(document.documentElement.lang !== 'en' && /\/get-help$/.test(location.pathname) && !helpline ? ['no helpline'] : []),
    ]
  },
}

/** 999 without a finger, where someone may be in danger as they read. */
export const first999: Probe = {
  name: '999 is in the first view',
  asks: () => true,
  looks: () => firstViews,
  inPage: ({ inSight }) => ([...document.querySelectorAll('a[href="tel:999"]')].some(inSight) ? [] : ['999 is not in sight']),
}
