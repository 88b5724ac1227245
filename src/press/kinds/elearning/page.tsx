import type { Child } from 'hono/jsx'
import { askedIn, type CourseTier } from '../../../domain/training/course.ts'
import type { Part } from '../../../domain/training/part.ts'
import type { Tongue } from '../../shared/paper/edition.ts'
import type { Own } from '../../training-provider/own.ts'
import { CheckQuestions } from './check.tsx'
import { Runs, SlideText, type Telling, Terms } from './slides.tsx'

/** What a package's page is made of. */
export type Given = Telling & { tier: CourseTier; parts: readonly Part[]; own?: Own }

/** What the script says: sentences with holes that it fills. */
const spokenIds = [
  'passed',
  'failed',
  'to-do',
  'of-all',
  'done',
  'resumed',
  'part-of',
  'kept',
  'not-kept',
  'not-saved',
  'seen',
  'here',
] as const

const spoken = ({ say }: Tongue): Record<(typeof spokenIds)[number], string> => {
  const holes = { right: '{right}', all: '{all}', needed: '{needed}', parts: '{parts}', number: '{number}' }
  return {
    passed: say('elearning.passed', holes),
    failed: say('elearning.failed', holes),
    'to-do': say('elearning.to-do', holes),
    done: say('elearning.done'),
    'of-all': say('training.of-all', holes),
    resumed: say('elearning.resumed'),
    'part-of': say('elearning.part-of', holes),
    kept: say('elearning.kept'),
    'not-kept': say('elearning.not-kept'),
    'not-saved': say('elearning.not-saved'),
    seen: say('elearning.seen'),
    here: say('elearning.here'),
  }
}

/**
 * The course of a tier as one page. Every part stands in it, so that it can be read where no script runs; the script shows one
 * part at a time. Links to the site leave for a window of their own, or the learning system would be gone.
 */
export const coursePage = (given: Given): string => {
  const { tongue, tier, parts, origin, own } = given
  const { pack, say } = tongue
  const { adopted, name: partnership } = pack.partnership
  const page = (
    <html lang={say.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{say('elearning.title', { course: pack.course.title, tier: tier.name })}</title>
        <link rel="stylesheet" href="course.css" />
        <script src="course.js" defer></script>
      </head>
      <body data-pass={pack.course.pass} data-words={JSON.stringify(spoken(tongue))}>
        <a class="skip" href="#main">
          {say('site.skip')}
        </a>
        <header>
          {adopted ? null : (
            <p class="demonstration">
              <Runs runs={say.runs('site.demonstration', { partnership })} />
            </p>
          )}
          <div class="head">
            <h1>{pack.course.title}</h1>
            <p>{tier.name}</p>
            {own ? <p class="own">{own.line}</p> : null}
            {own?.logo ? <img src="logo.png" width={own.logo.width} height={own.logo.height} alt={own.logo.alt} /> : null}
          </div>
        </header>
        <div class="wrap">
          <nav aria-labelledby="parts">
            <h2 id="parts">{say('training.parts')}</h2>
            <p id="place" hidden></p>
            <details open>
              <summary>{say('training.all')}</summary>
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
              <p class="note">{say('elearning.no-script')}</p>
            </noscript>
            {parts.map((part, index) => (
              <PartSection given={given} part={part} first={index === 0} before={parts[index - 1]} next={parts[index + 1]} />
            ))}
          </main>
        </div>
        <p id="said" role="status"></p>
        <footer>
          <p>{say('elearning.version', { version: pack.course.taught })}</p>
          <p>
            <a href={`${origin}/training`} target="_blank" rel="noopener">
              {say('elearning.online')}
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
  const { markdown, tongue } = given
  const { say, pack } = tongue
  const items = askedIn(pack.course, part)
  const terms = part.slides.flatMap(({ handbook }) => markdown.page(handbook ?? '').terms)
  return (
    <section class="part" id={part.id} aria-labelledby={`${part.id}-title`}>
      <h2 id={`${part.id}-title`} tabindex={-1}>
        {part.title}
      </h2>
      <p class="lead">{part.lead}</p>
      {first ? <p>{say('elearning.how')}</p> : null}
      {part.slides.map((slide) => (
        <SlideText telling={given} slide={slide} part={part.id} />
      ))}
      {items.length ? <CheckQuestions given={given} part={part} items={items} /> : null}
      <Terms tongue={tongue} part={part.id} ids={[...new Set(terms)]} />
      <p class="onward">
        {before ? (
          <a class="button quiet" href={`#${before.id}`}>
            {say('elearning.before', { title: before.title })}
          </a>
        ) : null}
        {next ? (
          <a class="button" href={`#${next.id}`}>
            {say('training.next', { title: next.title })}
          </a>
        ) : null}
      </p>
      {next ? null : <p class="result note" hidden></p>}
      <p class="small">{say('campaigns.source', { source: part.source })}</p>
    </section>
  )
}
