import './exit.ts'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'

/**
 * The focus goes to what is wrong, so that it is heard and seen first; a link in it leads into its field. Without script the
 * summary stands first all the same. The way out is in here too: two scripts would be a request more than a page may make.
 */
for (const element of document.querySelectorAll('[data-module="govuk-error-summary"]')) {
  document.body.classList.add('govuk-frontend-supported')
  new ErrorSummary(element)
  // It brings the question to the top of the window, however long that is: in a low one the field and what is wrong with it come first.
  element.addEventListener('click', () => {
    const field = document.activeElement?.closest('main :is(input, select, textarea)')
    const message = field?.closest('.govuk-form-group--error')?.querySelector('.govuk-error-message')
    if (field && message && (message.getBoundingClientRect().top < 0 || field.getBoundingClientRect().bottom > innerHeight))
      message.scrollIntoView()
  })
}
