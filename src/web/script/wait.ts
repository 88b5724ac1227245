import './errors.ts'

/**
 * Says that what a form asked for is being made, and that it is there: a download alone changes nothing on a page, and whoever does not see
 * the browser's own sign of it hears nothing. What is no file is a page that says what is wrong: the form is sent as it would be without
 * script, and the page comes in its place.
 */
const begin = (form: HTMLFormElement, status: HTMLElement): void => {
  let making = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (making) return
    making = true
    status.textContent = status.dataset.making ?? ''
    void ask(form)
      .then((file) => {
        if (!file) return form.submit()
        save(file)
        status.textContent = status.dataset.made ?? ''
      })
      .catch(() => form.submit())
      .finally(() => {
        making = false
      })
  })
}

/** The file, or null for an answer that is a page. */
const ask = async (form: HTMLFormElement): Promise<{ name: string; content: Blob } | null> => {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) })
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return answer.ok && name ? { name, content: await answer.blob() } : null
}

const save = ({ name, content }: { name: string; content: Blob }): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // A browser may begin to read it a little later.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

for (const status of document.querySelectorAll<HTMLElement>('[data-making]')) {
  const form = status.closest('form')
  if (form) begin(form, status)
}
