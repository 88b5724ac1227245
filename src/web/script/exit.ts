import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'

/**
 * The way out of govuk-frontend, but for one thing: it takes this page's place in the history, so that Back does not
 * show the page that was left. Pages visited earlier stay there; /your-safety says so.
 */
class WayOut extends ExitThisPage {
  override exitPage(): void {
    document.title = ''
    document.body.classList.add('govuk-exit-this-page-hide-content')
    const overlay = document.createElement('div')
    overlay.className = 'govuk-exit-this-page-overlay'
    overlay.setAttribute('role', 'alert')
    document.body.append(overlay)
    overlay.textContent = this.i18n.t('activated')
    window.location.replace(this.$button.href)
  }
}

for (const element of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) {
  document.body.classList.add('govuk-frontend-supported')
  new WayOut(element)
}
