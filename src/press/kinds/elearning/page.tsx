import type { Child } from 'hono/jsx'
import { askedIn, type CourseTier } from '../../../domain/training/course.ts'
import type { Part } from '../../../domain/training/part.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import type { Cobranded } from '../../shared/course/cobranded.ts'
import { runs } from '../../shared/paper/runs.ts'
import { Certificate } from './certificate.tsx'
import { CheckQuestions } from './check.tsx'
import { Runs, SlideText, type Telling, Terms } from './slides.tsx'
import { spokenOf } from './spoken.ts'

/** What a package's page is made of. */
/** `learnt`: how learning systems know what was learned. */
export type Given = Telling & { tier: CourseTier; parts: readonly Part[]; learnt: string; cobranded?: Cobranded }

/**
 * The course of a tier as one page. Every part stands in it, so that it can be read where no script runs; the script shows one
 * part at a time. Links to the site leave for a window of their own, or the learning system would be gone.
 */
export const coursePage = (given: Given): string => {
  const { locale, tier, parts, origin, cobranded } = given
  const { pack, t } = locale
  const said = disclaimerOf(pack.partnership)
  const page = (
    <html lang={t.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('elearning.title', { course: pack.course.title, tier: tier.name })}</title>
        <link rel="stylesheet" href="course.css" />
        <script src="course.js" defer></script>
      </head>
      <body data-learnt={given.learnt} data-pass={pack.course.pass} data-words={JSON.stringify(spokenOf(locale, parts))}>
        <a class="skip" href="#main">
          {t('site.skip')}
        </a>
        <header>
          {said ? (
            <p class="demonstration">
              <Runs runs={runs(t, said.line, said.values)} />
            </p>
          ) : null}
          <div class="head">
            <h1>{pack.course.title}</h1>
            <p>{tier.name}</p>
            {cobranded ? <p class="own">{cobranded.line}</p> : null}
            {cobranded?.logo ? (
              <img src="logo.png" width={cobranded.logo.width} height={cobranded.logo.height} alt={cobranded.logo.alt} />
            ) : null}
          </div>
        </header>
        <div class="wrap">
          <nav aria-labelledby="parts">
            <h2 id="parts">{t('training.parts')}</h2>
            <p id="place" hidden></p>
            <details open>
              <summary>{t('training.all')}</summary>
              <ol>
                {parts.map(({ id, title }) => (
                  <li>
                    <a href={`#${id}`}>{title}</a> <span class="state"></span>
                  </li>
                ))}
              </ol>
            </details>
          </nav>
          <main id="main" tabindex={-1}>
            <p id="kept" class="note" hidden></p>
            <noscript>
              <p class="note">{t('elearning.no-script')}</p>
            </noscript>
            {parts.map((part, index) => (
              <PartSection given={given} part={part} first={index === 0} before={parts[index - 1]} next={parts[index + 1]} />
            ))}
            <Certificate given={given} />
          </main>
        </div>
        <p id="said" role="status"></p>
        <footer>
          <p>{t('elearning.version', { version: pack.course.taught })}</p>
          <p>
            <a href={`${origin}/training`} target="_blank" rel="noopener">
              {t('elearning.online')}
            </a>
          </p>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${outward(String(page), origin)}\n`
}

/** Links to the site's own pages lead to it, each in a window of its own. */
const outward = (html: string, origin: string): string =>
  html.replace(/<a href="(\/[^"]*|https:[^"]*)"(?! target)/g, (_all, to: string) => {
    const address = to.startsWith('/') ? `${origin}${to}` : to
    return `<a href="${address}" target="_blank" rel="noopener"`
  })

type Neighbour = { id: string; title: string } | undefined

const PartSection = (at: { given: Given; part: Part; first: boolean; before: Neighbour; next: Neighbour }): Child => {
  const { given, part, first, before, next } = at
  const { markdown, locale } = given
  const { t, pack } = locale
  const items = askedIn(pack.course, part)
  const terms = part.slides.flatMap(({ handbook }) => markdown.page(handbook ?? '').terms)
  return (
    <section class="part" id={part.id} aria-labelledby={`${part.id}-title`}>
      <h2 id={`${part.id}-title`} tabindex={-1}>
        {part.title}
      </h2>
      <p class="lead">{part.lead}</p>
      {first ? <p>{t('elearning.how')}</p> : null}
      {part.slides.map((slide) => (
        <SlideText telling={given} slide={slide} part={part.id} />
      ))}
      {items.length ? <CheckQuestions given={given} part={part} items={items} /> : null}
      <Terms locale={locale} part={part.id} ids={[...new Set(terms)]} />
      <p class="onward">
        {before ? (
          <a class="button quiet" href={`#${before.id}`}>
            {t('elearning.before', { title: before.title })}
          </a>
        ) : null}
        {next ? (
          <a class="button" href={`#${next.id}`}>
            {t('training.next', { title: next.title })}
          </a>
        ) : null}
      </p>
      {next ? null : <p class="result note" hidden></p>}
      <p class="small">{t('campaigns.source', { source: part.source })}</p>
    </section>
  )
}
