import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const loader = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:document', 'html-validate:browser'],
  rules: {
    // `<!doctype html>` is the same in any case (HTML, 13.1.1).
    'doctype-style': ['error', { style: 'lowercase' }],
    // Our own files come from our own origin, under names made from their content: whoever could change one could change the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A group of check boxes has one name (govuk-frontend, checkboxes); the server reads all of them.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // The way out keeps govuk-frontend's markup: a link with the role of a button.
    'prefer-native-element': ['error', { exclude: ['button'] }],
    // A date's fieldset says its role again, or JAWS would not read out its description (govuk-frontend, date-input).
    'no-redundant-role': 'off',
    // GOV.UK's error summary stands before the first heading, with a second-level one of its own. structure.test.ts checks the order.
    'heading-level': 'off',
    // No standard has it. A sector's and the article's names are kept whole.
    'long-title': 'off',
    // Numbers are kept together by style (`.num`, `bdi`); a no-break space would go with a number that is copied.
    'tel-non-breaking': 'off',
  },
})
// Or it would be worked out again for each page, which takes a quarter of the time.
const rules = await loader.getConfigFor('page.html')
loader.getConfigFor = () => rules
const checker = new HtmlValidate(loader)

/** What is not HTML by the standard in a whole document: line, column, rule. */
export const htmlFaults = async (html: string): Promise<string[]> => {
  const report = await checker.validateString(html, 'page.html')
  return report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`))
}
