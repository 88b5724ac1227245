import './errors.ts'
import { fits } from './fits.ts'

/**
 * A long list of choices with a field above it that leaves those that fit what is typed, by their labels and by other words for them. How
 * many fit is said aloud when the typing rests. What is chosen stays in sight, so that nothing is sent unseen; where nothing fits, all
 * stay: nobody is left without a choice. Nothing typed is sent: the field has no name.
 */
const begin = (place: HTMLElement): void => {
  const list = place.parentElement
  const [field, status] = [place.querySelector('input'), place.querySelector('[role="status"]')]
  const more = list?.querySelector('details')
  if (!list || !field || !status) return
  const items = [...list.querySelectorAll<HTMLElement>('.govuk-radios__item')].map((item) => {
    const input = item.querySelector('input')
    return { item, input, text: `${item.textContent} ${input?.dataset.also ?? ''}` }
  })
  let resting = 0
  const filter = (): void => {
    const typed = field.value.trim()
    const fitting = new Set(items.filter(({ text }) => fits(typed, text)))
    const left = items.filter((one) => fitting.has(one) || !fitting.size || one.input?.checked)
    for (const one of items) one.item.hidden = !left.includes(one)
    if (more) {
      const inside = left.filter(({ item }) => more.contains(item))
      more.hidden = !inside.length
      more.open = inside.some(({ input }) => (typed && fitting.size) || input?.checked)
    }
    const { none = '', one = '', many = '' } = place.dataset
    const said = !typed ? '' : fitting.size > 1 ? many.replace('#', String(fitting.size)) : fitting.size ? one : none
    window.clearTimeout(resting)
    resting = window.setTimeout(() => {
      status.textContent = said
    }, 400)
  }
  field.addEventListener('input', filter)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    // It would send the form with nothing chosen.
    event.preventDefault()
    items.find(({ item }) => !item.hidden)?.input?.focus()
  })
  // A browser that comes back may have put the text in again.
  window.addEventListener('pageshow', filter)
  place.hidden = false
}

for (const place of document.querySelectorAll<HTMLElement>('[data-filter]')) begin(place)
