/**
 * Pages of a report (a form with `data-ends`) come back from no history. Some browsers keep whole pages for Back in spite of `no-store`, with
 * all that was typed and what the form carries: so the page empties itself when it is left, and leads to the start of its form when it is shown
 * again, also where a browser asks for it again.
 */
const form = document.querySelector<HTMLFormElement>('form[data-ends]')

/** Says to the site that no page of this form is to go on. What the browser sends again is then refused (web/intake/ended.ts). */
export const end = (): void => {
  if (!form) return
  const said = new URLSearchParams(form.dataset.ends)
  for (const { name, value } of form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')) said.set(name, value)
  navigator.sendBeacon(form.action, said)
}

if (form) {
  const start = form.action
  const empty = (): void => document.body.replaceChildren()
  const leave = (): void => {
    empty()
    window.location.replace(start)
  }
  window.addEventListener('pagehide', empty)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) leave()
  })
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (came?.type === 'back_forward') leave()
}
