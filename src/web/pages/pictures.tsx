import type { Child } from 'hono/jsx'
import { arrange, groupOf } from '../../domain/services/arrange.ts'
import type { PageParts } from '../layout/shell.tsx'
import { English } from '../parts/english.tsx'
import { DraftMeans, DraftNotice, LanguageRow, languageLinks } from '../parts/languages.tsx'
import { Pictured, RingBoard } from '../parts/pictured.tsx'
import { nameOf, phoneOf } from '../parts/service.tsx'
import { stateWords } from '../parts/state.tsx'
import type { Moment, Site } from '../site.ts'
import { addressIn, picturesPath } from '../words/addresses.ts'
import { dealt, sentencesOf } from '../words/sentences.ts'
import { cannotSpeakWords, relayWords, safetyWords } from './get-help.tsx'

/**
 * "Get help" in pictures and few words, in every language of the pack: a drawing for each sentence that the page in full has
 * already, so that nothing is said twice and what a reviewer corrects there is right here too.
 */
export const picturesPage = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack, language } = site
  const text = pack.pages.get('get-help')
  const full = addressIn(language, '/get-help')
  return {
    title: `${(language ? text?.title : text?.history_title) ?? text?.title}. ${say('get-help.pictures')}`,
    harmless: true,
    description: text?.description ?? '',
    path: addressIn(language, picturesPath),
    nav: 'get-help',
    exit: true,
    pictures: true,
    head: languageLinks(site, picturesPath),
    above: <LanguageRow site={site} path={picturesPath} />,
    body: (
      <div class="wrap shown">
        <DraftNotice site={site} />
        <p class="kind">
          <b>{say('get-help.pictures')}</b> <a href={full}>{say('get-help.full')}</a>
        </p>
        <h1>{text?.title}</h1>
        <English site={site}>
          {(english) =>
            `${english.say('get-help.pictures')}. ${english.pack.pages.get('get-help')?.title}. ${english.say('get-help.full')}.`
          }
        </English>
        <Danger moment={moment} />
        <div class="small flow meant">
          <DraftMeans site={site} />
        </div>
        <section aria-labelledby="ring">
          <h2 id="ring">{say('get-help.interpreter-title')}</h2>
          <English site={site}>{(english) => english.say('get-help.interpreter-title')}</English>
          <ol class="cards">
            <Told site={site} words={interpreterWords(language?.english ?? '…')} drawings={['say-language', 'interpreter', 'wait']} />
            <Told site={site} words={({ say }) => say('get-help.what-happens')} drawings={['answers', 'safe-place', 'talk', 'stop-call']} />
          </ol>
        </section>
        <section aria-labelledby="lines">
          <h2 id="lines">{say('get-help.not-this-minute')}</h2>
          <English site={site}>{(english) => english.say('get-help.not-this-minute')}</English>
          <Numbers moment={moment} />
        </section>
        <section aria-labelledby="safety">
          <h2 id="safety">{say('get-help.safety')}</h2>
          <English site={site}>{(english) => english.say('get-help.safety')}</English>
          <ul class="cards">
            <Told site={site} words={({ say }) => say('get-help.bill')} drawings={['bill']} />
            <Card site={site} drawing="history" words={safetyWords} long />
          </ul>
        </section>
      </div>
    ),
  }
}

type CardProps = { site: Site; drawing: string; words: (site: Site) => Child; long?: boolean; children?: Child }

/** A drawing, its words, and the English beside them. `long`: words that cannot be few. */
const Card = ({ site, drawing, words, long, children }: CardProps) => (
  <Pictured site={site} drawing={drawing}>
    <p class={long ? 'long' : undefined}>{words(site)}</p>
    <English site={site}>{words}</English>
    {children}
  </Pictured>
)

type ToldProps = { site: Site; words: (site: Site) => string; drawings: readonly string[]; children?: Child }

/** One text, a drawing for each of its sentences; where they cannot be told apart, the whole text with the first drawing. `children` stand in the first card. */
const Told = ({ site, words, drawings, children }: ToldProps) => {
  const parts = (of: Site) => sentencesOf(words(of), of.say.locale)
  const english = parts(site.english)
  const each = dealt(parts(site), english, drawings.length)
  if (!each) {
    return (
      <Card site={site} drawing={drawings[0] ?? ''} words={words}>
        {children}
      </Card>
    )
  }
  const beside = dealt(english, english, drawings.length) ?? []
  return (
    <>
      {drawings.map((drawing, i) => (
        <Card site={site} drawing={drawing} words={(of) => (of === site ? each : beside)[i]}>
          {i === 0 ? children : null}
        </Card>
      ))}
    </>
  )
}

/** 999, first of all, and the ways to reach it without a voice. */
const Danger = ({ moment }: { moment: Moment }) => {
  const { site } = moment
  return (
    <ul class="cards first">
      <Told site={site} words={({ say }) => say('get-help.danger')} drawings={['danger', 'child']}>
        <RingBoard moment={moment} id="emergency-999" />
      </Told>
      <Told site={site} words={({ say }) => say('get-help.free')} drawings={['free']} />
      <Card site={site} drawing="press-five" words={cannotSpeakWords} long />
      <Card site={site} drawing="type" words={relayWords} long />
    </ul>
  )
}

/** Lines that are confirmed, each with what is so now. The others stand on the page in full. */
const Numbers = ({ moment }: { moment: Moment }) => {
  const { site } = moment
  const contacts = site.pack.getHelp.flatMap((id) => {
    const service = site.services.get(id)
    const state = moment.stateOf(id)
    return service && phoneOf(service) && groupOf(state) !== 'unconfirmed' ? [{ service, state }] : []
  })
  return (
    <ul class="cards numbers">
      {arrange(contacts).map(({ service }) => (
        <li class="flow">
          <h3>{nameOf(site, service.id)}</h3>
          <English site={site}>
            {(english) =>
              `${nameOf(english, service.id)}. ${stateWords({ ...moment, site: english }, service, moment.stateOf(service.id))}.`
            }
          </English>
          <RingBoard moment={moment} id={service.id} />
        </li>
      ))}
    </ul>
  )
}

/** `name`: the English name of the reader's language. */
const interpreterWords =
  (name: string) =>
  ({ say }: Site): string =>
    say('get-help.interpreter', { language: name })
