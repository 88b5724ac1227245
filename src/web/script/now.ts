import './exit.ts'
import { type States, stateIn } from '../public/static/scripts/states.ts'

/** Written before this script by the build, in the page's language (public/static/scripts/now.ts). */
declare const STATES: States

/** Puts what is so now before the hours of each line. Without this script, or where the time cannot be so, the hours stand alone. */
export const show = (): void => {
  const minute = Math.floor(Date.now() / 60_000)
  for (const place of document.querySelectorAll<HTMLElement>('[data-now]')) {
    const said = stateIn(STATES, place.dataset.now ?? '', minute)
    const there = place.querySelector('.state')
    if (there?.textContent === said?.[1]) continue
    there?.nextElementSibling?.remove()
    there?.remove()
    if (!said) continue
    const pill = document.createElement('span')
    pill.className = `state ${said[0]}`
    pill.textContent = said[1]
    if (said[2]) Object.assign(pill, { lang: said[2], dir: 'ltr' })
    place.prepend(pill, document.createElement('br'))
  }
}

/** States change on whole minutes (domain/services/timeline.ts). */
const eachMinute = (): void => {
  show()
  window.setTimeout(eachMinute, 60_000 - (Date.now() % 60_000))
}

eachMinute()
// A page that comes back from sleep has not counted.
for (const event of ['visibilitychange', 'pageshow']) window.addEventListener(event, show, true)
