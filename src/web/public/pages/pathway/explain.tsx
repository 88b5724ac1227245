import { raw } from 'hono/html'
import { pageAddress } from '../../../../content/page-ids.ts'
import { Checked } from '../../../components/checked.tsx'
import { NamedFile } from '../../../components/file-link.tsx'
import { languagesAt } from '../../../context/published.ts'
import type { RenderContext } from '../../../context/types.ts'
import type { Page, PageContent } from '../../layout/page.ts'
import { textPage } from '../../layout/text-page.tsx'
import { titleOfText } from '../../layout/title-of-text.ts'
import { rightsText } from '../rights-text.tsx'

const address = pageAddress('nrm-explained')

/** What the NRM is, to read together before a person says yes or no. */
const explain = (context: RenderContext): PageContent => {
  const { t } = context.locale
  return rightsText(
    context,
    'nrm-explained',
    <section class="flow">
      <h2 id="interpreter">{t('interpreter.title')}</h2>
      {languagesAt(context.locale, address).length ? null : <p>{t('interpreter.no-language')}</p>}
      {context.locale.language ? null : (
        <p>
          <NamedFile context={context} file="booklet-nrm-explained.pdf">
            {t('interpreter.booklet')}
          </NamedFile>
        </p>
      )}
      <p>{t.rich('interpreter.script', { a: (inner) => <a href={pageAddress('nrm-interpreter')}>{inner}</a> })}</p>
    </section>,
  )
}

/** For the interpreter: what to say before and what not to do, then the parts of the page itself, so that there is one wording. */
const interpreter = (context: RenderContext): PageContent => {
  const { t, markdown, pack } = context.locale
  const [page, explained] = ['nrm-interpreter', 'nrm-explained'].map((id) => pack.pages.get(id))
  const phrases = explained?.body.slice(explained.body.indexOf('## ')).replace(/^## (.*?)(?: \{#[^{}]*\})?$/gm, '### $1') ?? ''
  const said = markdown.page(phrases)
  return textPage(context, 'nrm-interpreter', {
    nav: 'support',
    terms: said.terms,
    below: (
      <>
        <section class="prose">
          <h2 id="phrases">{t('interpreter.phrases')}</h2>
          <p>{t('interpreter.phrases-note')}</p>
          {raw(said.html)}
          <p>{t.rich('interpreter.page', { a: (inner) => <a href={address}>{inner}</a> })}</p>
        </section>
        {page ? <Checked locale={context.locale} of={page} text={`${page.body}${phrases}`} /> : null}
      </>
    ),
  })
}

export const explainPage: Page = { path: address, title: titleOfText('nrm-explained'), render: explain, texts: 'nrm-explained' }

export const interpreterPage: Page = {
  path: pageAddress('nrm-interpreter'),
  title: titleOfText('nrm-interpreter'),
  render: interpreter,
}
