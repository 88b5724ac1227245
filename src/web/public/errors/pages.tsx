import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { WordId } from '../../../content/word-ids.ts'
import { Lines } from '../../components/lines.tsx'
import { type Moment, momentOf, type Site } from '../../context/site.ts'
import { documentOf } from '../layout/shell.tsx'
import { Masthead } from '../pages/intro.tsx'

/** A page that says what went wrong, and still gives the numbers. */
const errorPage = (moment: Moment, title: string, text: Child, drawing?: string): string => {
  const { site } = moment
  return documentOf(moment, {
    title,
    description: title,
    path: null,
    exit: true,
    rest: true,
    body: (
      <>
        <Masthead site={site} title={title} drawing={drawing} />
        <div class="wrap body stack">
          <div class="prose">
            {text}
            <p>
              <a href="/">{site.say('error.home')}</a>
            </p>
          </div>
          <section class="flow" aria-labelledby="ring">
            <h2 id="ring">{site.say('error.ring')}</h2>
            <Lines moment={moment} ids={['emergency-999', ...site.pack.tellSomebody]} classes="three" />
          </section>
        </div>
      </>
    ),
  })
}

/** 404 and 500 in the pack's words. */
export const brokenPage = (site: Site, id: 'not-found' | 'server-error'): string => {
  const page = site.pack.pages.get(id)
  return errorPage(momentOf(site, site.clock()), page?.title ?? '', raw(site.markdown.page(page?.body ?? '').html), page?.drawing)
}

const fileWords = {
  'no-file': { title: 'error.no-file-title', text: 'error.no-file' },
  'not-made': { title: 'error.not-made-title', text: 'error.not-made' },
} as const

/** A file that is not there, or that could not be made; and where all of them are. */
export const filePage = (site: Site, id: keyof typeof fileWords): string =>
  errorPage(
    momentOf(site, site.clock()),
    site.say(fileWords[id].title),
    <>
      <p>{site.say(fileWords[id].text)}</p>
      <p>
        <a href="/resources">{site.say('error.all-files')}</a>
      </p>
    </>,
  )

/** A 4xx in a sentence that says what to do. */
export const refusedPage = (site: Site, sentence: WordId): string =>
  errorPage(momentOf(site, site.clock()), site.say('error.bad-title'), <p>{site.say(sentence)}</p>)
