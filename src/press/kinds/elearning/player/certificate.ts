/** Day of a clock where its reader is, `2026-11-27`. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

const longDay = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

const on = (selector: string): HTMLElement | null => document.querySelector(selector)
const put = (selector: string, text: string): void => {
  const at = on(selector)
  if (at) at.textContent = text
}

/** Shows the certificate of someone who passed on that day, or takes it away. A name is put on the sheet and nowhere else. */
export const showCertificate = (day: string | null): void => {
  const certificate = on('.certificate')
  if (!certificate) return
  certificate.hidden = day === null
  put('.sheet .date', day ? longDay(day) : '')
  // Until the learner goes on to another part, what is printed is the certificate and not the course.
  document.body.classList.remove('prints-certificate')
}

/** Makes the field and the button of the certificate work. */
export const prepareCertificate = (): void => {
  const field = document.querySelector<HTMLInputElement>('.certificate input')
  if (field) {
    // A browser may put back what was there before the page was left.
    field.value = ''
    field.addEventListener('input', () => put('.sheet .name', field.value.trim()))
  }
  on('.certificate button')?.addEventListener('click', () => {
    document.body.classList.add('prints-certificate')
    window.print()
  })
}
