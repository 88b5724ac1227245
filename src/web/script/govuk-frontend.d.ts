declare module 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs' {
  /** The parts of govuk-frontend 6.6's ExitThisPage that are used here; the package has no types. */
  export class ExitThisPage {
    constructor(root: Element)
    $button: HTMLAnchorElement
    i18n: { t(key: string): string }
    exitPage(): void
  }
}

declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' {
  export class ErrorSummary {
    constructor(root: Element)
  }
}
