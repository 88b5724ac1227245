import { raw } from 'hono/html'
import { pageAddress } from '../../../content/page-ids.ts'
import { Checked } from '../../components/checked.tsx'
import { NamedFile } from '../../components/file-link.tsx'
import { languagesAt } from '../../context/published.ts'
import type { Moment } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { rightsPage } from './rights.tsx'
import { textPage } from './text.tsx'

const address = pageAddress('nrm-explained')

/** What the NRM is, to read together before a person says yes or no. */
export const explainPage = (moment: Moment): PageParts => {
  const { say } = moment.site
  return rightsPage(
    moment,
    'nrm-explained',
    <section class="flow" aria-labelledby="interpreter">
      <h2 id="interpreter">{say('interpreter.title')}</h2>
      {languagesAt(moment.site, address).length ? null : <p>{say('interpreter.no-language')}</p>}
      {moment.site.language ? null : (
        <p>
          <NamedFile moment={moment} file="booklet-nrm-explained.pdf">
            {say('interpreter.booklet')}
          </NamedFile>
        </p>
      )}
      <p>{say.rich('interpreter.script', { a: (inner) => <a href={pageAddress('nrm-interpreter')}>{inner}</a> })}</p>
    </section>,
  )
}

/** For the interpreter: what to say before and what not to do, then the parts of the page itself, so that there is one wording. */
export const interpreterPage = (moment: Moment): PageParts => {
  const { say, markdown, pack } = moment.site
  const [page, explained] = ['nrm-interpreter', 'nrm-explained'].map((id) => pack.pages.get(id))
  const phrases = explained?.body.slice(explained.body.indexOf('## ')).replace(/^## (.*?)(?: \{#.*\})?$/gm, '### $1') ?? ''
  return textPage(moment, 'nrm-interpreter', {
    nav: 'support',
    below: (
      <>
        <section class="prose" aria-labelledby="phrases">
          <h2 id="phrases">{say('interpreter.phrases')}</h2>
          <p>{say('interpreter.phrases-note')}</p>
          {raw(markdown.page(phrases).html)}
          <p>{say.rich('interpreter.page', { a: (inner) => <a href={address}>{inner}</a> })}</p>
        </section>
        {page ? <Checked site={moment.site} of={page} text={`${page.body}${phrases}`} /> : null}
      </>
    ),
  })
}
