import { phone } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { among, type Probe } from './probe.ts'

export const endOfPage: Probe = {
  name: 'the bar of the way out covers nothing at the end of the page',
  asks: among(everyTemplate()),
  looks: () => [phone],
  inPage: ({ inSight }) => {
    window.scrollTo(0, document.documentElement.scrollHeight)
    const bar = document.querySelector('.out')?.getBoundingClientRect().top ?? 0
    const ends = [...document.querySelectorAll('footer p, footer a')].map((e) => e.getBoundingClientRect().bottom)
    const last = [...document.querySelectorAll('footer p')].at(-1)
    const seen = last !== undefined && inSight(last)
    window.scrollTo(0, 0)
    return [
      ...(bar > 500 ? [] : [`the bar is ${bar} px from the top`]),
      ...(Math.max(...ends) <= bar ? [] : ['the bar covers the end of the page']),
      ...(seen ? [] : ['the last words are not in sight']),
    ]
  },
}
