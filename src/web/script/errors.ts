import './exit.ts'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'

/**
 * The focus goes to what is wrong, so that it is heard and seen first; a link in it leads into its field. Without script the
 * summary stands first all the same. The way out is in here too: two scripts would be a request more than a page may make.
 */
for (const element of document.querySelectorAll('[data-module="govuk-error-summary"]')) {
  document.body.classList.add('govuk-frontend-supported')
  new ErrorSummary(element)
}
