import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { WordId } from '../../../content/word-ids.ts'
import { Lines } from '../../components/lines.tsx'
import { renderContext } from '../../context/render-context.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { Masthead } from '../layout/masthead.tsx'
import { documentOf } from '../layout/shell.tsx'

/** A page that says what went wrong, and still gives the numbers. */
const errorPage = (context: RenderContext, title: string, text: Child, drawing?: string, harmless = false): string => {
  const { locale } = context
  return documentOf(context, {
    title,
    description: title,
    path: null,
    harmless,
    exit: true,
    rest: true,
    body: (
      <>
        <Masthead locale={locale} title={title} drawing={drawing} />
        <div class="wrap body stack">
          <div class="prose">
            {text}
            <p>
              <a href="/">{locale.t('error.home')}</a>
            </p>
          </div>
          <section class="flow">
            <h2 id="ring">{locale.t('error.ring')}</h2>
            <Lines context={context} ids={[locale.pack.roles.emergency, ...locale.pack.tellSomebody]} classes="three" />
          </section>
        </div>
      </>
    ),
  })
}

/** 404 and 500 in the pack's words. */
export const brokenPage = (locale: Locale, id: 'not-found' | 'server-error'): string => {
  const page = locale.pack.pages.get(id)
  return errorPage(
    renderContext(locale, locale.site.clock()),
    page?.title ?? '',
    raw(locale.markdown.page(page?.body ?? '').html),
    page?.drawing,
  )
}

const fileWords = {
  'no-file': { title: 'error.no-file-title', text: 'error.no-file' },
  'not-made': { title: 'error.not-made-title', text: 'error.not-made' },
} as const

/** A file that is not there, or that could not be made; and where all of them are. */
export const filePage = (locale: Locale, id: keyof typeof fileWords): string =>
  errorPage(
    renderContext(locale, locale.site.clock()),
    locale.t(fileWords[id].title),
    <>
      <p>{locale.t(fileWords[id].text)}</p>
      <p>
        <a href="/resources">{locale.t('error.all-files')}</a>
      </p>
    </>,
  )

/** A 4xx in a sentence that says what to do. It may answer a report: a history gets no more than the site's name. */
export const refusedPage = (locale: Locale, sentence: WordId): string =>
  errorPage(renderContext(locale, locale.site.clock()), locale.t('error.bad-title'), <p>{locale.t(sentence)}</p>, undefined, true)

/** 429 and 503 of a form: too many are being sent. */
export const busyPage = (locale: Locale): string =>
  errorPage(renderContext(locale, locale.site.clock()), locale.t('error.busy-title'), <p>{locale.t('error.busy')}</p>)
