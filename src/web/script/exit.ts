import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { end } from './forget.ts'

/**
 * The way out of govuk-frontend, but for two things: it takes this page's place in the history, so that Back does not
 * show the page that was left (pages visited earlier stay there; /your-safety says so); and the space bar works it too, as
 * it does every button.
 */
class WayOut extends ExitThisPage {
  constructor(root: Element) {
    super(root)
    this.$button.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      this.exitPage()
    })
  }

  override exitPage(): void {
    document.title = ''
    document.body.classList.add('govuk-exit-this-page-hide-content')
    const overlay = document.createElement('div')
    overlay.className = 'govuk-exit-this-page-overlay'
    overlay.setAttribute('role', 'alert')
    document.body.append(overlay)
    overlay.textContent = this.i18n.t('activated')
    end()
    window.location.replace(this.$button.href)
  }
}

/**
 * A step within the page makes no entry of its own in the history: leaving would take only that entry's place, and Back would
 * show the page.
 */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  window.location.replace(link.getAttribute('href') ?? '')
})

for (const element of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) {
  document.body.classList.add('govuk-frontend-supported')
  new WayOut(element)
}
