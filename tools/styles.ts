import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { compile } from 'sass'
import { faces } from '../src/domain/languages/language.ts'

/**
 * Rules of variants of govuk-frontend's components that no page here uses: small and inline choices, conditional reveals,
 * sizes of legends. And its colours, which would come after the brand's own (web/assets/assets.ts) and undo them.
 */
const unused =
  /:root\{[^{}]*\}|[^{}]*(?:--small|--inline|__conditional|__divider|-legend--(?:s|m|xl)|__label--(?:s|m|l|xl))[^{}]*\{[^{}]*\}/g

/** Colours that govuk-frontend names are ours by role (domain/brand/palette.ts), by day and by night. One that it fixes is told by its value. */
const roles: Record<string, string> = {
  'body-background': 'paper',
  error: 'error',
  focus: 'sun',
  'focus-text': 'on-sun',
  'input-border': 'ink',
  'secondary-text': 'muted',
  text: 'ink',
}
const inOurColours = (css: string): string =>
  css
    .replace(/var\(--govuk-([a-z-]+)-colour,\s*#[0-9a-f]+\)/g, (_, name: string) => {
      const role = roles[name]
      if (!role) throw new Error(`govuk-frontend's colour ${name} has no role here (tools/styles.ts)`)
      return `var(--${role})`
    })
    .replaceAll('#651b1b', 'var(--error)')

/**
 * first.css is all that the first view needs, tongues-noto.css and the like in its place in a language of that face; rest.css is for other pages, pictures.css for those of drawings with few words,
 * forms.css for those with a form, check.css in the place of both for the questions of the check, dates.css where dates are typed, questions.css in its place for the questions of the
 * pathway, report.css in its place for a report, by-code.css for whoever comes back to one, your-pack.css where an organisation says who it is, attend.css for the register's own pages, pathway.css for what comes of them, beside.css for its map, its list to tick and who may refer, resources.css
 * for files to download, certificate.css for what someone prints who has passed the check, data.css for figures of the register, home.css for the home page. desk.css is all that a signed-in page has.
 */
export const compileStyles = async (root: string, out: string): Promise<void> => {
  for (const name of [
    'first',
    ...faces.map((face) => `tongues-${face}`),
    'rest',
    'pictures',
    'forms',
    'check',
    'dates',
    'questions',
    'report',
    'your-pack',
    'attend',
    'by-code',
    'pathway',
    'beside',
    'resources',
    'certificate',
    'data',
    'home',
    'desk',
  ]) {
    const { css } = compile(join(root, `src/web/styles/${name}.scss`), {
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
      style: 'expanded',
    })
    const { code } = await transform(css, { loader: 'css', minify: true, target: ['es2022'] })
    writeFileSync(
      join(out, `${name}.css`),
      ['forms', 'attend', 'check', 'dates', 'questions', 'report', 'by-code', 'your-pack', 'desk'].includes(name)
        ? inOurColours(code.replace(unused, ''))
        : code,
    )
  }
}
