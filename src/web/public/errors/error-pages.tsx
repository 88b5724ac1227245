import { minuteOf } from '../../../domain/time/validity.ts'
import { timedCache } from '../../context/timed-cache.ts'
import type { Locale } from '../../context/types.ts'
import type { ErrorPages } from '../../http/error-pages.ts'
import { brokenPage, busyPage, filePage, refusedPage } from './pages.tsx'

/** The pages of errors. They show lines too, and so might fail themselves: then the title and 999 are what is left. */
export const errorPages = (locale: Locale): ErrorPages => {
  const safely = (page: () => string, title: string): string => {
    try {
      return page()
    } catch {
      return lastResort(locale, title)
    }
  }
  // Made once a minute, whoever asks how often: states change on whole minutes.
  const made = timedCache<string>()
  const kept = (name: string, page: () => string): string => {
    const now = locale.site.clock()
    return made.of(name, now, () => ({ value: page(), valid: minuteOf(now) }))
  }
  return {
    refused: (sentence) => kept(sentence, () => safely(() => refusedPage(locale, sentence), locale.t(sentence))),
    busy: () => kept('busy', () => safely(() => busyPage(locale), locale.t('error.busy-title'))),
    file: (id) =>
      kept(id, () => safely(() => filePage(locale, id), locale.t(id === 'no-file' ? 'error.no-file-title' : 'error.not-made-title'))),
    broken: (id) => kept(id, () => safely(() => brokenPage(locale, id), locale.pack.pages.get(id)?.title ?? '')),
  }
}

const lastResort = (locale: Locale, title: string): string => {
  const emergency = locale.site.services.get(locale.pack.roles.emergency)?.phone
  const page = (
    <html lang={locale.t.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {emergency && emergency !== 'unknown' ? <a href={`tel:${emergency.dial}`}>{locale.t('get-help.ring-999')}</a> : null}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${page}`
}
